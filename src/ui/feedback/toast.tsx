import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck, IconExclamationMark } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useErrorText } from './error-text.tsx'
import styles from '../pieces.module.css'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'

const words = messages({
  ja: { undo: '元に戻す', close: '閉じる' },
  en: { undo: 'Undo', close: 'Close' },
})

export type Undoable = {
  message: ReactNode
  /** How long the offer stands. Default 8 s. */
  seconds?: number
  /** The key that the page binds to the same. */
  keyHint?: string
  onUndo: () => Promise<unknown> | void
}

export type Toast = {
  /** Says that something was done. */
  tell: (message: ReactNode) => void
  /** Says that something was declined, by the error's own message. */
  refuse: (error: unknown) => void
  /** Says what was done and offers to undo it while the line runs out; answers how to withdraw the offer before. */
  undoable: (offer: Undoable) => () => void
}

/** Short messages at the edge of the screen. What must not be missed belongs on the page (`InlineNotice`). */
export function useToast(): Toast {
  const text = useText(words)
  const errorText = useErrorText()
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': text.close }
    const refuse = (error: unknown) => {
      const { message, next } = errorText(error)
      const icon = <IconExclamationMark size={16} />
      notifications.show({
        title: message,
        message: next ?? '',
        color: 'beni',
        icon,
        autoClose: 10_000,
        closeButtonProps,
      })
    }
    return {
      refuse,
      tell: (message) => {
        const icon = <IconCheck size={16} />
        notifications.show({ message, color: 'matsu', icon, autoClose: 4_000, closeButtonProps })
      },
      undoable: ({ message, seconds = 8, keyHint, onUndo }) => {
        const undo = () => {
          notifications.hide(id)
          Promise.resolve(onUndo()).catch(refuse)
        }
        const id: string = notifications.show({
          message: (
            <div className={styles.toast}>
              <span>{message}</span>
              <Button size="compact-sm" variant="light" color="ai" onClick={undo}>
                {text.undo}
                {keyHint && <kbd className={styles.toastKey}>{keyHint}</kbd>}
              </Button>
              <div className={styles.countdown} aria-hidden="true">
                <span style={{ animationDuration: `${seconds}s` }} />
              </div>
            </div>
          ),
          color: 'gray',
          withCloseButton: false,
          autoClose: seconds * 1_000,
        })
        return () => void notifications.hide(id)
      },
    }
  }, [text, errorText])
}
