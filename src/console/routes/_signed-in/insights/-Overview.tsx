import { queryOptions, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { readOverview, type Rate } from '../../../../contract/insights.ts'
import { ErrorNotice } from '../../../../ui/Notice.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { behindHref } from './-behind.ts'
import { rateText } from './-rate.ts'
import { words } from './-words.ts'

const overview = queryOptions({ queryKey: [readOverview.id], queryFn: () => call(readOverview, {}) })

/** The rates of the whole pool, each opening its people. */
export function Overview() {
  const text = useText(words)
  const format = useFormat()
  const { data, error } = useQuery(overview)
  if (error) return <ErrorNotice error={error} />
  return (
    <StatRow>
      <StatCard
        label={text.people}
        value={data?.people}
        unit={text.peopleUnit}
        href="/people"
        note={data && text.applicationsNote(format.number(data.applications))}
      />
      <RateCard
        label={text.updateRate}
        rate={data?.updateRate}
        note={data && text.updateNote(data.updatedWithinDays)}
        href={behindHref({ measure: 'UPDATED' })}
      />
      <RateCard
        label={text.reapplicationRate}
        rate={data?.reapplicationRate}
        note={text.reapplicationNote}
        href={behindHref({ measure: 'REAPPLIED' })}
      />
      <RateCard
        label={text.withdrawalRate}
        rate={data?.withdrawalRate}
        note={text.withdrawalNote}
        href={behindHref({ measure: 'WITHDRAWN' })}
      />
      <RateCard
        label={text.offerAcceptanceRate}
        rate={data?.offerAcceptanceRate}
        note={text.offerNote}
        href={behindHref({ measure: 'OFFER_ACCEPTED' })}
      />
      <RateCard label={text.slotUseRate} rate={data?.slotUseRate} note={text.slotNote} href="/relay" />
    </StatRow>
  )
}

type RateCardProps = { label: string; rate: z.output<typeof Rate> | undefined; note: string | undefined; href: string }

function RateCard({ label, rate, note, href }: RateCardProps) {
  const text = useText(words)
  const format = useFormat()
  if (!rate) return <StatCard label={label} value={undefined} />
  const shown = rateText(rate, text, format)
  return (
    <StatCard
      label={label}
      value={shown.value}
      href={href}
      note={
        <>
          {note}
          <br />
          {shown.note}
        </>
      }
    />
  )
}
