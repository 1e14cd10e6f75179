import type { z } from 'zod'
import type { Rate } from '../../../../contract/selection/insights.ts'
import type { useFormat } from '../../../../ui/text/TextProvider.tsx'

type Shown = z.output<typeof Rate>
type Words = {
  outOf: (successes: number, trials: number) => string
  interval: (low: string, high: string) => string
  noTrials: string
  hidden: string
}

/** A rate in words: its value, and under it how sure it is; or why it is withheld. */
export function rateText(
  rate: Shown,
  text: Words,
  format: ReturnType<typeof useFormat>,
): { value: string | null; note: string } {
  if (rate.suppressed) return { value: null, note: rate.reason === 'NO_TRIALS' ? text.noTrials : text.hidden }
  const { low, high } = rate.interval
  const sure = text.interval(format.percent(low), format.percent(high))
  return {
    value: format.percent(rate.value),
    note: `${text.outOf(rate.successes, rate.trials)}${format.language === 'ja' ? '・' : ', '}${sure}`,
  }
}
