import type { Moment } from '../text/format.ts'
import { useFormat } from '../text/TextProvider.tsx'
import styles from './data-table.module.css'

export type PersonCellProps = {
  name: string
  /** フリガナ, or what tells two people of one name apart. */
  note?: string | null | undefined
}

/** A person: the name, and the reading under it. */
export function PersonCell({ name, note }: PersonCellProps) {
  return (
    <span className={styles.person}>
      <span className={styles.personName}>{name}</span>
      {note !== undefined && note !== null && note !== '' && <span className={styles.personNote}>{note}</span>}
    </span>
  )
}

export type DateCellProps = {
  value: Moment | null | undefined
  /** `relative` says "3日前" and the full date on hover. */
  kind?: 'date' | 'dateTime' | 'relative'
}

export function DateCell({ value, kind = 'date' }: DateCellProps) {
  const format = useFormat()
  if (value === null || value === undefined) return <span className={styles.muted}>—</span>
  const iso = typeof value === 'string' ? value : value.toISOString()
  return (
    <time className="tasuki-number" dateTime={iso} title={format.dateTime(value)}>
      {format[kind](value)}
    </time>
  )
}

export type NumberCellProps = { value: number | null | undefined; as?: 'number' | 'percent' | 'yen' }

export function NumberCell({ value, as = 'number' }: NumberCellProps) {
  const format = useFormat()
  if (value === null || value === undefined) return <span className={styles.muted}>—</span>
  return <span className="tasuki-number">{format[as](value)}</span>
}

export type TextCellProps = {
  value: string | null | undefined
  /** What does not fit in one line goes on in a second, in which it ends; the row grows no higher. */
  isLong?: boolean
}

/** A value that may be missing. */
export function TextCell({ value, isLong = false }: TextCellProps) {
  if (value === null || value === undefined || value === '') return <span className={styles.muted}>—</span>
  return isLong ? (
    <span className={styles.twoLines} title={value}>
      {value}
    </span>
  ) : (
    <>{value}</>
  )
}
