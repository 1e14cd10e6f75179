import { queryOptions, useQuery } from '@tanstack/react-query'
import { readOutcomes } from '../../../../contract/selection/insight-outcomes.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatRow } from '../../../../ui/StatCard.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { behindHref } from './-behind.ts'
import { outcomeWords } from './-outcome-words.ts'
import { RateCard } from './-RateCard.tsx'

const outcomes = queryOptions({ queryKey: [readOutcomes.id], queryFn: () => call(readOutcomes, {}) })

/** What became of the people who were rejected: whether the bar lay where it should. */
export function Outcomes() {
  const text = useText(outcomeWords)
  const { data, error } = useQuery(outcomes)
  if (error) return <ErrorNotice error={error} />
  return (
    <Section title={text.outcomeTitle} note={text.outcomeNote} bare>
      <StatRow>
        <RateCard
          label={text.hiredHere}
          rate={data?.hiredHere}
          note={text.hiredHereNote}
          href={behindHref({ measure: 'REJECTED_THEN_HIRED' })}
        />
        <RateCard label={text.placed} rate={data?.placedElsewhere} note={data && text.placedNote(data.k)} />
      </StatRow>
    </Section>
  )
}
