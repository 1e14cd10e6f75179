import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './pieces.module.css'

export type WizardStep = { id: string; label: string }

export type WizardProps = {
  steps: readonly WizardStep[]
  /** The step shown; keep it in the URL. */
  current: string
  /** Called for a step already done. Left out where there is no way back. */
  onStep?: (id: string) => void
  /** The step's content. */
  children: ReactNode
  /** Buttons under the content; the last one stands at the end: back first, next last. */
  actions?: ReactNode
  label: string
}

/** A task in steps, with the way so far in sight. */
export function Wizard({ steps, current, onStep, children, actions, label }: WizardProps) {
  const at = steps.findIndex((step) => step.id === current)
  return (
    <div>
      <ol className={styles.steps} aria-label={label}>
        {steps.map((step, index) => {
          const state = index < at ? 'done' : index === at ? 'current' : 'ahead'
          const body = (
            <>
              <span className={styles.stepNumber}>
                {state === 'done' ? <IconCheck size={12} stroke={2.5} /> : index + 1}
              </span>
              <span className={styles.stepLabel}>{step.label}</span>
            </>
          )
          return (
            <li
              key={step.id}
              className={styles.step}
              data-state={state}
              aria-current={state === 'current' ? 'step' : undefined}
            >
              {state === 'done' && onStep !== undefined ? (
                <button
                  type="button"
                  className={styles.stepButton}
                  aria-label={step.label}
                  onClick={() => onStep(step.id)}
                >
                  {body}
                </button>
              ) : (
                body
              )}
            </li>
          )
        })}
      </ol>
      {children}
      {actions !== undefined && <div className={styles.stepFoot}>{actions}</div>}
    </div>
  )
}
