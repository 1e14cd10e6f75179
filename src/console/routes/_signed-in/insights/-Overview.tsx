import { queryOptions, useQuery } from '@tanstack/react-query'
import { readOverview } from '../../../../contract/selection/insights.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { behindHref } from './-behind.ts'
import { RateCard } from './-RateCard.tsx'
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
      <RateCard label={text.slotUseRate} rate={data?.slotUseRate} note={text.slotNote} href="/relay" isExact />
    </StatRow>
  )
}
