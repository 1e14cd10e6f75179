import { queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { z } from 'zod'
import { readPassages, type DateBasis } from '../../../../contract/selection/insights.ts'
import { IntervalDotChart, type IntervalDot } from '../../../../ui/charts/IntervalDotChart.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import type { Counted } from './index.tsx'
import { words } from './-words.ts'

const bases: readonly z.output<typeof DateBasis>[] = ['APPLIED_COHORT', 'EVENT_DATE']

const passages = (query: Counted) =>
  queryOptions({ queryKey: [readPassages.id, query], queryFn: () => call(readPassages, { query }) })

type Stage = z.output<(typeof readPassages)['response']>['groups'][number]['stages'][number]

/** The pass rate of each stage counted both ways, with its intervals, on one chart. */
export function BothBases({ counted }: { counted: Counted }) {
  const text = useText(words)
  const terms = useText(selectionWords)
  const format = useFormat()
  const navigate = useNavigate()
  const cohort = useQuery(passages({ ...counted, by: 'all', basis: 'APPLIED_COHORT' }))
  const event = useQuery(passages({ ...counted, by: 'all', basis: 'EVENT_DATE' }))
  const found = useMemo(
    () => [cohort.data, event.data].map((data) => data?.groups[0]?.stages),
    [cohort.data, event.data],
  )
  const stages = useMemo(() => [...new Set(found.flatMap((own) => (own ?? []).map(({ stage }) => stage)))], [found])
  const rows = useMemo(
    () =>
      stages.map((stage) => ({
        label: terms.stage[stage] ?? stage,
        dots: found.map((own) => dotOf(own?.find((one) => one.stage === stage))),
      })),
    [stages, found, terms],
  )
  const series = useMemo(() => [text.cohort, text.event], [text])
  if (rows.length === 0) return null
  const { by: _by, basis: _basis, ...period } = counted
  return (
    <IntervalDotChart
      label={text.bothBases}
      category={text.stage}
      series={series}
      rows={rows}
      write={format.percent}
      onPick={(row, at) => {
        const [stage, basis = 'APPLIED_COHORT'] = [stages[row], bases[at]]
        if (stage)
          void navigate({ to: '/insights/people', search: { ...period, measure: 'PASSAGE', stage, basis, page: 1 } })
      }}
    />
  )
}

function dotOf(stage: Stage | undefined): IntervalDot {
  if (!stage) return { value: null, n: 0 }
  const { passRate } = stage
  if (passRate.suppressed) return { value: null, n: passRate.trials ?? 0 }
  return { value: passRate.value, ...passRate.interval, n: passRate.trials }
}
