import { ActionIcon, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { stages, type FlowStep, type Stage } from '../../../../contract/selection/selection-terms.ts'
import { PlainSelectField } from '../../../../ui/form/fields.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { selectionWords } from '../../../selection-words.ts'
import { words } from './-flow-words.ts'
import styles from './-flows.module.css'

export type FlowStepsProps = {
  steps: readonly FlowStep[]
  onChange: (steps: FlowStep[]) => void
  /** Open applications at a stage; a step with some cannot be taken away. */
  standingAt: (stage: Stage) => number
}

/** The steps of a flow in their order; moved with the buttons or, on the handle, with Alt and the arrow keys. */
export function FlowSteps({ steps, onChange, standingAt }: FlowStepsProps) {
  const text = useText(words)
  const { stage: named } = useText(selectionWords)
  const list = useRef<HTMLOListElement>(null)
  const [told, setTold] = useState('')
  const left = stages.filter((stage) => steps.every((step) => step.stage !== stage))
  const move = (from: number, by: 1 | -1) => {
    const to = from + by
    const [moved, other] = [steps[from], steps[to]]
    if (!moved || !other) return
    onChange(steps.map((step, at) => (at === to ? moved : at === from ? other : step)))
    setTold(text.moved(named[moved.stage] ?? '', to + 1))
    // The handle goes along with its step, so that one can go on moving.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-handle]')[to]?.focus())
  }
  const onKey = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(at, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <div>
      <ol className={styles.steps} ref={list} aria-label={text.steps}>
        {steps.map((step, at) => {
          const name = named[step.stage] ?? step.stage
          const count = standingAt(step.stage)
          return (
            <li key={step.stage} className={styles.step}>
              <button
                type="button"
                data-handle
                className={styles.handle}
                aria-label={text.handle(name, at + 1, steps.length)}
                onKeyDown={(event) => onKey(event, at)}
              >
                <IconGripVertical size={16} />
              </button>
              <span className={styles.name}>
                <b>{name}</b>
                {count > 0 && <span className={styles.count}>{text.standing(count)}</span>}
              </span>
              <TextInput
                size="xs"
                className={styles.label}
                aria-label={text.labelOf(name)}
                placeholder={text.label}
                maxLength={60}
                value={step.label ?? ''}
                onChange={(event) => {
                  const label = event.currentTarget.value
                  onChange(
                    steps.map((one) => (one === step ? { stage: step.stage, ...(label !== '' && { label }) } : one)),
                  )
                }}
              />
              <span className={styles.buttons}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={at === 0}
                  aria-label={text.up(name)}
                  onClick={() => move(at, -1)}
                >
                  <IconArrowUp size={15} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={at === steps.length - 1}
                  aria-label={text.down(name)}
                  onClick={() => move(at, 1)}
                >
                  <IconArrowDown size={15} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={count > 0 || steps.length === 1}
                  aria-label={count > 0 ? `${text.remove(name)} (${text.inUse})` : text.remove(name)}
                  title={count > 0 ? text.inUse : text.remove(name)}
                  onClick={() => onChange(steps.filter((one) => one !== step))}
                >
                  <IconX size={15} />
                </ActionIcon>
              </span>
            </li>
          )
        })}
      </ol>
      <span role="status" className={styles.told}>
        {told}
      </span>
      {left.length > 0 && (
        <PlainSelectField
          className={styles.addStep ?? ''}
          aria-label={text.addStep}
          label={text.addStep}
          value=""
          data={[{ value: '', label: '—' }, ...left.map((stage) => ({ value: stage, label: named[stage] ?? stage }))]}
          onChange={(event) => {
            const chosen = left.find((stage) => stage === event.currentTarget.value)
            if (chosen) onChange([...steps, { stage: chosen }])
          }}
        />
      )}
    </div>
  )
}
