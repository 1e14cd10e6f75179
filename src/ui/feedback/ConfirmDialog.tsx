import { Button, Modal, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconArrowRight } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { ErrorNotice } from './Notice.tsx'
import { isComposing } from '../keys.ts'
import styles from '../pieces.module.css'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'

const words = messages({
  ja: { cancel: 'キャンセル', type: (phrase: string) => `確認のため「${phrase}」と入力してください` },
  en: { cancel: 'Cancel', type: (phrase: string) => `Type “${phrase}” to confirm` },
})

/** What will happen: `reversible` can be undone, `final` cannot. */
export type Consequence = { kind: 'happens' | 'reversible' | 'final'; text: ReactNode }

export type ConfirmDialogProps = {
  opened: boolean
  onClose: () => void
  /** A question: "12名にお見送りメールを送りますか?" */
  title: string
  children?: ReactNode
  /** Who gets what, who does not, what cannot be taken back. */
  consequences?: readonly Consequence[]
  /** A verb: "送信する", never "OK". */
  confirmLabel: string
  /** Red, for what destroys. */
  danger?: boolean
  /** The reader types this before the button works: for what cannot be undone. */
  typed?: string
  /** Whether what the children ask for is filled in; the button waits for it. Default true. */
  isFilledIn?: boolean
  /** The dialog closes when this resolves, and shows the error when it rejects. */
  onConfirm: () => Promise<unknown> | void
}

/** Asks before something with consequences, and names them. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={<strong>{props.title}</strong>} size="md">
      <ConfirmBody {...props} />
    </Modal>
  )
}

const icons = { happens: IconArrowRight, reversible: IconArrowBackUp, final: IconAlertTriangle }
const tones = { happens: 'busy', reversible: 'good', final: 'bad' }

function ConfirmBody({
  onClose,
  children,
  consequences = [],
  confirmLabel,
  danger,
  typed,
  isFilledIn = true,
  onConfirm,
}: ConfirmDialogProps) {
  const [entered, enter] = useState('')
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<unknown>()
  const text = useText(words)
  const isReady = isFilledIn && (typed === undefined || entered.trim() === typed)
  const confirm = async () => {
    setRunning(true)
    setError(undefined)
    try {
      await onConfirm()
      onClose()
    } catch (thrown) {
      setError(thrown)
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      {children !== undefined && <div className={styles.dialogText}>{children}</div>}
      {consequences.length > 0 && (
        <ul className={styles.consequences}>
          {consequences.map(({ kind, text: consequence }, at) => {
            const Icon = icons[kind]
            return (
              <li key={at} className={styles.tone} data-tone={tones[kind]}>
                <Icon size={15} aria-hidden="true" />
                <span>{consequence}</span>
              </li>
            )
          })}
        </ul>
      )}
      {typed !== undefined && (
        <TextInput
          label={text.type(typed)}
          value={entered}
          autoComplete="off"
          onChange={(event) => enter(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event) && isReady) void confirm()
          }}
        />
      )}
      {error !== undefined && <ErrorNotice error={error} />}
      <div className={styles.dialogActions}>
        <Button variant="default" onClick={onClose} disabled={running} data-autofocus>
          {text.cancel}
        </Button>
        <Button
          color={danger === true ? 'beni' : 'akane'}
          onClick={() => void confirm()}
          loading={running}
          disabled={!isReady}
        >
          {confirmLabel}
        </Button>
      </div>
    </>
  )
}
