import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '../ui/link.tsx'
import type { Tone } from '../ui/StatusBadge.tsx'
import { useFormat } from '../ui/text/TextProvider.tsx'
import styles from './work-lines.module.css'

export type WorkLineShown = {
  id: string
  href: string
  count: number
  unit: string
  title: ReactNode
  tone: Tone
  /** What is late, in red. */
  late?: ReactNode
  note?: ReactNode
}

/** What waits, each line a number that opens its list. */
export function WorkLines({ lines }: { lines: readonly WorkLineShown[] }) {
  const format = useFormat()
  return (
    <ul className={styles.lines}>
      {lines.map(({ id, href, count, unit, title, tone, late, note }) => (
        <li key={id}>
          <Link href={href} className={styles.line ?? ''}>
            <span className={styles.count} data-tone={tone}>
              {format.number(count)}
              {unit !== '' && <small>{unit}</small>}
            </span>
            <span className={styles.what}>
              <strong>{title}</strong>
              {(note !== undefined || late !== undefined) && (
                <span className={styles.note}>
                  {late !== undefined && <em>{late}</em>}
                  {note}
                </span>
              )}
            </span>
            <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
