import { useMemo } from 'react'
import type { z } from 'zod'
import type { readPassages, StageResult } from '../../../../contract/selection/insights.ts'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { selectionWords } from '../../../selection-words.ts'
import { behindHref } from './-behind.ts'
import { CountLink } from './-CountLink.tsx'
import type { Counted } from './index.tsx'
import { RateCell } from './-RateCell.tsx'
import { words } from './-words.ts'

type Group = z.output<(typeof readPassages)['response']>['groups'][number]
type Stage = Group['stages'][number]
type Result = z.output<typeof StageResult>

export type PassageGroupProps = { group: Group; counted: Counted }

/** One opening, one channel or all: the rates as a chart, and the people of each stage as numbers that open. */
export function PassageGroup({ group, counted }: PassageGroupProps) {
  const text = useText(words)
  const terms = useText(selectionWords)
  const name = (stage: string) => terms.stage[stage] ?? stage
  const named = counted.by === 'channel' ? (terms.channel[group.key] ?? group.label) : group.label
  const title = counted.by === 'all' ? text.byAll : named
  const columns = useMemo<Column<Stage>[]>(() => {
    const { by, ...period } = counted
    const of = by === 'opening' ? { openingId: group.key } : by === 'channel' ? { channel: group.key } : {}
    const opens = (stage: string, results: readonly Result[], count: number | null) => (
      <CountLink
        count={count}
        href={behindHref({
          measure: 'PASSAGE',
          ...period,
          ...of,
          stage,
          ...(results.length === 1 && { result: results[0] }),
        })}
      />
    )
    return [
      { id: 'stage', header: text.stage, cell: ({ stage }) => terms.stage[stage] ?? stage, card: 'title' },
      {
        id: 'reached',
        width: 80,
        header: text.reached,
        align: 'end',
        cell: ({ stage, reached }) => opens(stage, [], reached),
      },
      {
        id: 'passed',
        width: 80,
        header: text.passed,
        align: 'end',
        cell: ({ stage, results }) => opens(stage, ['PASSED'], results.PASSED),
      },
      {
        id: 'rejected',
        width: 80,
        header: text.rejected,
        align: 'end',
        cell: ({ stage, results }) => opens(stage, ['REJECTED'], results.REJECTED),
      },
      {
        id: 'withdrawn',
        width: 120,
        header: text.withdrawn,
        align: 'end',
        cell: ({ stage, results }) => (
          <>
            {opens(stage, ['WITHDRAWN_BEFORE'], results.WITHDRAWN_BEFORE)} /{' '}
            {opens(stage, ['WITHDRAWN_AFTER'], results.WITHDRAWN_AFTER)}
          </>
        ),
      },
      {
        id: 'inProcess',
        width: 80,
        header: text.inProcess,
        align: 'end',
        cell: ({ stage, results }) => opens(stage, ['IN_PROCESS'], results.IN_PROCESS),
      },
      {
        id: 'passRate',
        width: 170,
        header: text.passRate,
        align: 'end',
        cell: ({ passRate }) => <RateCell rate={passRate} />,
      },
      {
        id: 'withdrawalRate',
        width: 170,
        header: text.stepWithdrawal,
        align: 'end',
        cell: ({ withdrawalRate }) => <RateCell rate={withdrawalRate} />,
      },
    ]
  }, [counted, group.key, terms, text])
  return (
    <section aria-label={title}>
      {counted.by !== 'all' && <h3>{title}</h3>}
      <DataTable
        id={`passage-${group.key}`}
        label={`${title} ${text.passTitle}`}
        columns={columns}
        rows={group.stages}
        rowId={({ stage }) => stage}
        rowLabel={({ stage }) => name(stage)}
        empty={null}
      />
    </section>
  )
}
