import { Button } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { isComposing } from '../keys.ts'
import { ErrorNotice } from '../feedback/Notice.tsx'
import styles from './form.module.css'

export type FormProps = {
  /** From `useFields`. */
  fields: { submit: () => Promise<void>; error: unknown; isSubmitting: boolean }
  children: ReactNode
  /** The verb: 保存する. Left out where the buttons stand elsewhere (a Wizard). */
  submitLabel?: string
  /** Beside the submit button. */
  actions?: ReactNode
  isFullWidth?: boolean
  id?: string
  label?: string
}

/**
 * A form whose Enter never submits while an input method composes: the Enter that settles a 変換 would otherwise send a
 * half-written form in Safari.
 */
export function Form({ fields, children, submitLabel, actions, isFullWidth = false, id, label }: FormProps) {
  const guard = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the key handler only holds back what would submit too early
    <form
      id={id}
      aria-label={label}
      className={styles.form}
      noValidate
      onKeyDown={guard}
      onSubmit={(event) => {
        event.preventDefault()
        if (!fields.isSubmitting) void fields.submit()
      }}
    >
      {children}
      {fields.error !== undefined && <ErrorNotice error={fields.error} />}
      {(submitLabel !== undefined || actions !== undefined) && (
        <div className={styles.actions}>
          {submitLabel !== undefined && (
            <Button
              type="submit"
              loading={fields.isSubmitting}
              fullWidth={isFullWidth}
              size={isFullWidth ? 'md' : 'sm'}
            >
              {submitLabel}
            </Button>
          )}
          {actions}
        </div>
      )}
    </form>
  )
}

/** Fields side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

export type FieldGroupProps = { legend: ReactNode; note?: ReactNode; children: ReactNode }

/** Fields that belong together, under a heading. */
export function FieldGroup({ legend, note, children }: FieldGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {note !== undefined && <p className={styles.groupNote}>{note}</p>}
      {children}
    </fieldset>
  )
}
