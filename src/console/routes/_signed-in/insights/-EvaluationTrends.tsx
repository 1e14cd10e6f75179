import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { z } from 'zod'
import { readEvaluationTrends, type InterviewerTrend } from '../../../../contract/selection/insights.ts'
import { IntervalDotChart } from '../../../../ui/charts/IntervalDotChart.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { behindHref } from './-behind.ts'
import { CountLink } from './-CountLink.tsx'
import { words } from './-words.ts'

type Trend = z.output<typeof InterviewerTrend>

type Period = { from: string | undefined; until: string | undefined }

const trends = (query: Period) =>
  queryOptions({ queryKey: [readEvaluationTrends.id, query], queryFn: () => call(readEvaluationTrends, { query }) })

const signed = { maximumFractionDigits: 2, signDisplay: 'exceptZero' } as const

/** How each interviewer evaluates beside the others. */
export function EvaluationTrends({ from, until }: Period) {
  const text = useText(words)
  const format = useFormat()
  const { data, error } = useQuery(trends({ from, until }))
  const columns = useMemo<Column<Trend>[]>(
    () => [
      { id: 'name', header: text.interviewer, cell: ({ name }) => name || text.unnamed, card: 'title' },
      {
        id: 'evaluations',
        header: text.evaluations,
        align: 'end',
        width: 110,
        cell: ({ evaluations, interviewerId }) => (
          <CountLink
            count={evaluations}
            href={behindHref({ measure: 'EVALUATED', interviewer: interviewerId, from, until })}
          />
        ),
      },
      {
        id: 'difference',
        header: text.difference,
        align: 'end',
        cell: ({ compared }) => differenceText(compared, format.number),
      },
      {
        id: 'tendency',
        header: text.tendency,
        card: 'corner',
        cell: ({ compared }) =>
          compared.suppressed ? (
            <StatusBadge tone="neutral">
              {compared.reason === 'BELOW_MINIMUM' ? text.notEnough : text.notComparable}
            </StatusBadge>
          ) : (
            <StatusBadge tone={compared.tendency === 'UNCLEAR' ? 'neutral' : 'wait'}>
              {text[compared.tendency]}
            </StatusBadge>
          ),
      },
    ],
    [text, format, from, until],
  )
  const write = useCallback((value: number) => format.number(value, signed), [format])
  const series = useMemo(() => [text.difference], [text])
  const rows = useMemo(
    () =>
      (data?.interviewers ?? []).flatMap(({ name, evaluations, compared }) =>
        compared.suppressed
          ? []
          : [
              {
                label: name || text.unnamed,
                dots: [{ value: compared.difference, ...compared.interval, n: evaluations ?? 0 }],
              },
            ],
      ),
    [data, text],
  )
  return (
    <Section title={text.trendTitle} note={text.trendNote} bare>
      {error ? (
        <ErrorNotice error={error} />
      ) : (
        <>
          {rows.length > 0 && (
            <IntervalDotChart
              label={text.trendTitle}
              category={text.interviewer}
              series={series}
              rows={rows}
              write={write}
              aroundZero
            />
          )}
          <DataTable
            id="evaluation-trends"
            label={text.trendTitle}
            columns={columns}
            rows={data?.interviewers}
            rowId={({ interviewerId }) => interviewerId}
            rowLabel={({ name }) => name || text.unnamed}
            empty={<EmptyState title={text.trendEmpty} compact />}
          />
        </>
      )}
    </Section>
  )
}

function differenceText(
  compared: Trend['compared'],
  number: (value: number, options?: Intl.NumberFormatOptions) => string,
): string {
  if (compared.suppressed) return '—'
  const one = (value: number) => number(value, { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
  return `${one(compared.difference)} (${one(compared.interval.low)} – ${one(compared.interval.high)})`
}
