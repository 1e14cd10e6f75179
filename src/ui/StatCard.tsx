import { Skeleton } from '@mantine/core'
import { Children, type ReactNode } from 'react'
import { Link } from './link.tsx'
import type { Tone } from './StatusBadge.tsx'
import styles from './pieces.module.css'
import { messages } from './text/messages.ts'
import { useFormat, useText } from './text/TextProvider.tsx'

const words = messages({
  ja: { tooFew: (n: number) => `${n}件未満のため非表示`, none: '—' },
  en: { tooFew: (n: number) => `Hidden: fewer than ${n}`, none: '—' },
})

export type StatCardProps = {
  label: string
  /** `undefined` while loading, `null` when there is none. A number is formatted; a string is shown as it is. */
  value: number | string | null | undefined
  /** 名, 件, % … */
  unit?: string
  /** Where the number comes from: period, date basis, "n = 42", interval. */
  note?: ReactNode
  /** The list of the people behind the number. */
  href?: string
  tone?: Tone
  /** The value was withheld because fewer than this many people are behind it. */
  withheldBelow?: number
}

/** A number that opens the people behind it. Put several into `StatRow`. */
export function StatCard({ label, value, unit, note, href, tone = 'neutral', withheldBelow }: StatCardProps) {
  const format = useFormat()
  const text = useText(words)
  const shown = typeof value === 'number' ? format.number(value, { maximumFractionDigits: 1 }) : value
  const body = (
    <>
      <span className={styles.statLabel}>{label}</span>
      <span className={styles.statValue}>
        {value === undefined ? <Skeleton height={22} width={72} my={6} /> : (shown ?? text.none)}
        {unit !== undefined && value !== undefined && value !== null && <span className={styles.statUnit}>{unit}</span>}
      </span>
      {withheldBelow !== undefined && <span className={styles.statNote}>{text.tooFew(withheldBelow)}</span>}
      {note !== undefined && <span className={styles.statNote}>{note}</span>}
    </>
  )
  const className = `${styles.stat} ${styles.tone}`
  if (href === undefined) {
    return (
      <div className={className} data-tone={tone} role="group" aria-label={label}>
        {body}
      </div>
    )
  }
  return (
    <Link href={href} className={className} data-tone={tone}>
      {body}
    </Link>
  )
}

/** Lays StatCards side by side, as many as fit; more than six stand in two even rows, so that none stands alone. */
export function StatRow({ children }: { children: ReactNode }) {
  const count = Children.toArray(children).length
  const perRow = count > 6 ? Math.ceil(count / 2) : count
  return (
    <div className={styles.stats} style={{ '--per-row': perRow } as object}>
      {children}
    </div>
  )
}
