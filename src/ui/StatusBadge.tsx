import type { ReactNode } from 'react'
import styles from './pieces.module.css'

/**
 * What a status means to the reader, never which colour it has: `busy` is under way, `wait` needs somebody, `relay`
 * belongs to the relay or to the person's own choice.
 */
export type Tone = 'neutral' | 'good' | 'busy' | 'wait' | 'bad' | 'relay' | 'accent'

export type StatusBadgeProps = {
  tone: Tone
  children: ReactNode
  /** Without the tinted ground: for tables with many statuses. */
  plain?: boolean
}

export function StatusBadge({ tone, children, plain = false }: StatusBadgeProps) {
  return (
    <span className={`${styles.badge} ${styles.tone}`} data-tone={tone} data-plain={plain || undefined}>
      <span className={styles.dot} aria-hidden="true" />
      {children}
    </span>
  )
}
