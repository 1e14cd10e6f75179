import { Button, Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { StatusBadge, type Tone } from '../StatusBadge.tsx'
import styles from '../pieces.module.css'
import { messages } from '../text/messages.ts'
import { useFormat, useText } from '../text/TextProvider.tsx'

const words = messages({
  ja: {
    RUNNING: '処理中',
    DONE: '完了',
    FAILED: '中断しました',
    CANCELLED: '取り消しました',
    cancel: '中止する',
    left: (time: string) => `残り約${time}`,
    minutes: (n: number) => `${n}分`,
    seconds: (n: number) => `${n}秒`,
  },
  en: {
    RUNNING: 'Running',
    DONE: 'Done',
    FAILED: 'Stopped',
    CANCELLED: 'Cancelled',
    cancel: 'Stop',
    left: (time: string) => `about ${time} left`,
    minutes: (n: number) => `${n} min`,
    seconds: (n: number) => `${n} s`,
  },
})

const tones: Record<ProgressState, Tone> = { RUNNING: 'busy', DONE: 'good', FAILED: 'bad', CANCELLED: 'neutral' }

export type ProgressState = 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'

export type ProgressPanelProps = {
  title: ReactNode
  state: ProgressState
  done: number
  /** Unknown while counting: the bar then only moves. */
  total?: number
  /** Seconds left, when it can be told. */
  secondsLeft?: number
  /** "追加 120", "更新 30", "エラー 2" */
  counts?: readonly { label: string; value: number }[]
  onCancel?: () => void
  /** The result or the report when done, the error when failed. */
  children?: ReactNode
}

/** Long work: how far, how long still, what came of it. */
export function ProgressPanel({
  title,
  state,
  done,
  total,
  secondsLeft,
  counts = [],
  onCancel,
  children,
}: ProgressPanelProps) {
  const text = useText(words)
  const format = useFormat()
  const isRunning = state === 'RUNNING'
  const share = total === undefined ? (isRunning ? 1 : 1) : total === 0 ? 1 : Math.min(1, done / total)
  const left = secondsLeft === undefined ? undefined : duration(secondsLeft)
  function duration(seconds: number) {
    return seconds >= 90 ? text.minutes(Math.round(seconds / 60)) : text.seconds(Math.max(1, Math.round(seconds)))
  }
  return (
    <div className={`${styles.panel} ${styles.progress}`} data-padded>
      <div className={styles.progressHead}>
        <span className={styles.progressTitle}>{title}</span>
        <StatusBadge tone={tones[state]}>{text[state]}</StatusBadge>
        <span className={styles.progressShare}>
          {format.number(done)}
          {total !== undefined && ` / ${format.number(total)} (${format.percent(share, 0)})`}
          {isRunning && left !== undefined && ` · ${text.left(left)}`}
        </span>
      </div>
      <Progress
        value={share * 100}
        color={state === 'FAILED' ? 'beni' : state === 'DONE' ? 'matsu' : 'ai'}
        animated={isRunning}
        aria-label={typeof title === 'string' ? title : text[state]}
      />
      {(counts.length > 0 || (isRunning && onCancel !== undefined)) && (
        <div className={styles.progressCounts} aria-live="polite">
          {counts.map(({ label, value }) => (
            <span key={label}>
              {label}
              <b>{format.number(value)}</b>
            </span>
          ))}
          {isRunning && onCancel !== undefined && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={onCancel}>
              {text.cancel}
            </Button>
          )}
        </div>
      )}
      {children}
    </div>
  )
}
