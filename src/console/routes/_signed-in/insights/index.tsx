import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { DateBasis, readPassages } from '../../../../contract/selection/insights.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { BothBases } from './-BothBases.tsx'
import { Costs } from './-Costs.tsx'
import { Durations } from './-Durations.tsx'
import { exportInsights } from './-export.ts'
import { GroupComparison } from './-GroupComparison.tsx'
import { Outcomes } from './-Outcomes.tsx'
import { EvaluationTrends } from './-EvaluationTrends.tsx'
import { InsightFilters } from './-InsightFilters.tsx'
import { Overview } from './-Overview.tsx'
import { PassageGroup } from './-PassageGroup.tsx'
import styles from './-insights.module.css'
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
  const toast = useToast()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error } = useQuery(passages(counted))
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          <Button variant="default" onClick={() => void exportInsights(counted).catch(toast.refuse)}>
            {text.exportFile}
          </Button>
        }
      />
      <Overview />
      <Section title={text.passTitle} note={data && text.passNote(data.minimumN)}>
        <InsightFilters
          counted={counted}
          onChange={(changed) => void navigate({ search: { ...counted, ...changed } })}
        />
        {typeof data?.k === 'number' && <p className={styles.soft}>{text.limited(data.k)}</p>}
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
        {counted.by === 'all' ? (
          <BothBases counted={counted} />
        ) : (
          <GroupComparison groups={data?.groups} by={counted.by} />
        )}
        {data?.groups.map((group) => (
          <PassageGroup key={group.key} group={group} counted={counted} />
        ))}
      </Section>
      <Durations counted={counted} />
      <Costs counted={counted} />
      <Outcomes />
      <EvaluationTrends from={counted.from} until={counted.until} />
    </>
  )
}
