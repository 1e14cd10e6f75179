import type { z } from 'zod'
import type { Rate } from '../../../../contract/selection/insights.ts'
import { StatCard } from '../../../../ui/StatCard.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useCan } from '../../../session.ts'
import { rateText } from './-rate.ts'
import { words } from './-words.ts'

export type RateCardProps = {
  label: string
  rate: z.output<typeof Rate> | undefined
  note: string | undefined
  /** The list behind it; without it the number opens nobody. */
  href?: string
  /** All there are, and no sample of more: the share has no interval. */
  isExact?: boolean
}

/** A rate with what it counts, out of how many, and how sure it is. */
export function RateCard({ label, rate, note, href, isExact = false }: RateCardProps) {
  const text = useText(words)
  const format = useFormat()
  const can = useCan()
  if (!rate) return <StatCard label={label} value={undefined} />
  const shown = rateText(rate, text, format)
  const sure = rate.suppressed || !isExact ? shown.note : text.outOf(rate.successes, rate.trials)
  return (
    <StatCard
      label={label}
      value={shown.value}
      {...(href !== undefined && can('people:read') && { href })}
      note={
        <>
          {note}
          <br />
          {sure}
        </>
      }
    />
  )
}
