import { Button } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog.tsx'

export type ConfirmButtonProps = Omit<ConfirmDialogProps, 'opened' | 'onClose' | 'confirmLabel'> & {
  /** On the button and once more in the dialog. */
  label: string
}

/** A button that says what it will do, and does it only when told so a second time. */
export function ConfirmButton({ label, ...dialog }: ConfirmButtonProps) {
  const [isAsking, ask] = useState(false)
  return (
    <>
      <Button variant="default" {...(dialog.danger === true && { c: 'beni' })} onClick={() => ask(true)}>
        {label}
      </Button>
      <ConfirmDialog {...dialog} opened={isAsking} onClose={() => ask(false)} confirmLabel={label} />
    </>
  )
}
