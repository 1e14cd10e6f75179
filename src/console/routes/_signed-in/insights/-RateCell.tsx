import type { z } from 'zod'
import type { Rate } from '../../../../contract/selection/insights.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import styles from './-insights.module.css'
import { words } from './-words.ts'

/** A rate in a table: its value, its interval, and out of how many. */
export function RateCell({ rate }: { rate: z.output<typeof Rate> }) {
  const text = useText(words)
  const format = useFormat()
  if (rate.suppressed)
    return <span className={styles.soft}>{rate.trials === null ? text.hidden : text.few(rate.trials)}</span>
  const { value, interval, trials } = rate
  return (
    <span className={styles.rate}>
      <b>{format.percent(value)}</b>
      <small>{`${format.percent(interval.low)}–${format.percent(interval.high)} n=${format.number(trials)}`}</small>
    </span>
  )
}
