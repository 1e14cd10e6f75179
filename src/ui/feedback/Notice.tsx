import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useErrorText } from './error-text.tsx'
import type { Tone } from '../StatusBadge.tsx'
import styles from '../pieces.module.css'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'

const words = messages({
  ja: { again: 'もう一度試す', failure: 'お問い合わせ番号' },
  en: { again: 'Try again', failure: 'Reference for support' },
})

const icons: Record<Tone, typeof IconInfoCircle> = {
  neutral: IconInfoCircle,
  busy: IconInfoCircle,
  relay: IconInfoCircle,
  accent: IconInfoCircle,
  good: IconCircleCheck,
  wait: IconAlertTriangle,
  bad: IconExclamationCircle,
}

export type InlineNoticeProps = {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** `alert` is read out at once by screen readers: for refusals only. */
  role?: 'status' | 'alert' | 'note'
}

/** Something to know, at the place that it is about. */
export function InlineNotice({ tone = 'busy', title, children, actions, role = 'note' }: InlineNoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={`${styles.notice} ${styles.tone}`} data-tone={tone} role={role}>
      <span className={styles.noticeIcon} aria-hidden="true">
        <Icon size={17} stroke={1.75} />
      </span>
      <div>
        {title !== undefined && <div className={styles.noticeTitle}>{title}</div>}
        {children !== undefined && <div className={styles.noticeBody}>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles.noticeActions}>{actions}</div>}
    </div>
  )
}

export type ErrorNoticeProps = {
  /** Whatever was thrown: a `Refused`, a lost connection, a bug. */
  error: unknown
  onRetry?: () => void
}

/** What went wrong, what to do, and of a failure the number to tell an administrator: a mistake in a form needs none. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { message, next, problem } = useErrorText()(error)
  const text = useText(words)
  return (
    <InlineNotice
      tone="bad"
      role="alert"
      title={message}
      actions={
        onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {text.again}
          </Button>
        )
      }
    >
      {next}
      {problem.requestId !== undefined && problem.status >= 500 && (
        <div className={styles.requestId}>
          {text.failure}: <code>{problem.requestId}</code>
        </div>
      )}
    </InlineNotice>
  )
}
