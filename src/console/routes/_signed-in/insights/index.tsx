import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { DateBasis, readPassages } from '../../../../contract/insights.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { EvaluationTrends } from './-EvaluationTrends.tsx'
import { InsightFilters } from './-InsightFilters.tsx'
import { Overview } from './-Overview.tsx'
import { PassageGroup } from './-PassageGroup.tsx'
import { words } from './-words.ts'

/** What is counted; kept in the address, so that a page of numbers can be shared. */
export const Counted = z.object({
  by: z.enum(['all', 'opening', 'channel']).default('all'),
  basis: DateBasis.default('APPLIED_COHORT'),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
})
export type Counted = z.output<typeof Counted>

const passages = (counted: Counted) =>
  queryOptions({ queryKey: [readPassages.id, counted], queryFn: () => call(readPassages, { query: counted }) })

export const Route = createFileRoute('/_signed-in/insights/')({
  staticData: { crumb: { ja: '分析', en: 'Insights' } },
  validateSearch: Counted,
  component: Insights,
})

function Insights() {
  const text = useText(words)
  const counted = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error } = useQuery(passages(counted))
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <Overview />
      <Section title={text.passTitle} note={data && text.passNote(data.minimumN)}>
        <InsightFilters
          counted={counted}
          onChange={(changed) => void navigate({ search: { ...counted, ...changed } })}
        />
        {error && <ErrorNotice error={error} />}
        {data?.groups.length === 0 && (
          <EmptyState
            title={text.emptyTitle}
            actions={
              <Button component={Link} href="/imports" variant="default">
                {text.import}
              </Button>
            }
          >
            {text.emptyText}
          </EmptyState>
        )}
        {data?.groups.map((group) => (
          <PassageGroup key={group.key} group={group} counted={counted} />
        ))}
      </Section>
      <EvaluationTrends />
    </>
  )
}
