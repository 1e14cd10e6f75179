import { IconPointFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Tone } from './StatusBadge.tsx'
import styles from './pieces.module.css'
import type { Moment } from './text/format.ts'
import { useFormat } from './text/TextProvider.tsx'

export type TimelineEvent = {
  id: string
  at: Moment
  title: ReactNode
  body?: ReactNode
  icon?: ReactNode
  tone?: Tone
}

export type TimelineProps = {
  /** Newest first, as the caller sorted them. */
  events: readonly TimelineEvent[]
  label: string
}

/** What happened, one event under the other. */
export function Timeline({ events, label }: TimelineProps) {
  const format = useFormat()
  return (
    <ol className={styles.timeline} aria-label={label}>
      {events.map((event) => (
        <li key={event.id} className={styles.event}>
          <span className={`${styles.eventMark} ${styles.tone}`} data-tone={event.tone ?? 'neutral'} aria-hidden="true">
            {event.icon ?? <IconPointFilled size={12} />}
          </span>
          <div className={styles.eventHead}>
            <span className={styles.eventTitle}>{event.title}</span>
            <time className={styles.eventWhen} dateTime={isoOf(event.at)}>
              {isCalendarDate(event.at) ? format.date(event.at) : format.dateTime(event.at)}
            </time>
          </div>
          <div className={styles.eventBody}>{event.body}</div>
        </li>
      ))}
    </ol>
  )
}

const isCalendarDate = (moment: Moment) => typeof moment === 'string' && moment.length === 10
const isoOf = (moment: Moment) => (typeof moment === 'string' ? moment : moment.toISOString())
