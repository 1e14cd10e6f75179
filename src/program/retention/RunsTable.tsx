import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { z } from 'zod'
import { listRetentionRuns, type RetentionRun } from '../../contract/retention/retention.ts'
import { retentionWords } from '../../contract/retention/retention-words.ts'
import { DateCell, NumberCell, TextCell } from '../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../ui/data-table/column.ts'
import { DataTable } from '../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useFormat, useLanguage } from '../../ui/text/TextProvider.tsx'
import { call } from '../api.ts'
import type { ProgramSession } from '../session.ts'
import { isWorking, staffQuery } from './retention-queries.ts'
import { phaseTones, totalOf } from './run-standing.ts'
import { useRunWords } from './run-words.ts'

/** Which page of the runs is shown. */
export const RunsSearch = z.object({ cursor: z.uuid().optional() })
export type RunsSearch = z.output<typeof RunsSearch>

const runs = (search: RunsSearch) =>
  queryOptions({
    queryKey: [listRetentionRuns.id, search],
    queryFn: () => call(listRetentionRuns, { query: { ...search, limit: 20 } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.runs.some(isWorking) ? 2_000 : false),
  })

type Given = {
  session: ProgramSession
  /** MEMBERS: the operator's lists, on which people are asked as well. */
  kind?: RetentionRun['kind']
  base: string
  search: RunsSearch
  onSearch: (search: RunsSearch) => void
}

/** Dry runs and what was carried out, the newest first. */
export function RunsTable({ session, kind, base, search, onSearch }: Given) {
  const text = useRunWords(kind)
  const format = useFormat()
  const { data, error, isPlaceholderData, refetch } = useQuery(runs(search))
  const columns = useColumns(session, kind)
  return (
    <DataTable
      id="retention-runs"
      label={text.runs}
      columns={columns}
      rows={data?.runs}
      rowId={(run) => run.id}
      rowLabel={(run) => text.open(format.dateTime(run.madeAt))}
      rowHref={(run) => `${base}/${run.id}`}
      isRefreshing={isPlaceholderData}
      error={error}
      onRetry={() => void refetch()}
      paging={pagesInUrl({
        cursor: search.cursor,
        next: data?.nextCursor,
        onNext: (cursor) => onSearch({ cursor }),
      })}
      empty={<EmptyState title={text.noRuns}>{text.noRunsText}</EmptyState>}
    />
  )
}

const counts = ['deletes', 'kept', 'deleted'] as const
const memberCounts = ['asks', 'deletes', 'kept', 'asked', 'deleted'] as const

function useColumns(session: ProgramSession, kind: Given['kind']): Column<RetentionRun>[] {
  const text = useRunWords(kind)
  const [language] = useLanguage()
  const canSeeStaff = session.useCan()('staff:read')
  const { data: staff } = useQuery({ ...staffQuery, enabled: canSeeStaff })
  return useMemo<Column<RetentionRun>[]>(() => {
    const names = new Map(staff?.items.map(({ id, name }) => [id, name]))
    const shown = kind === 'MEMBERS' ? memberCounts : counts
    return [
      {
        id: 'made',
        header: text.when,
        width: 165,
        card: 'title',
        cell: ({ madeAt }) => <DateCell value={madeAt} kind="dateTime" />,
      },
      ...(kind === 'MEMBERS'
        ? [
            {
              id: 'rule',
              header: text.rule,
              width: 95,
              cell: ({ rules }: RetentionRun) => (rules.MEMBER ? text.monthsUnit(rules.MEMBER.months) : '—'),
            },
          ]
        : []),
      {
        id: 'phase',
        header: text.phase,
        width: 185,
        card: 'corner',
        cell: ({ phase }) => (
          <StatusBadge tone={phaseTones[phase]}>{retentionWords[language].phases[phase]}</StatusBadge>
        ),
      },
      ...shown.map((count): Column<RetentionRun> => ({
        id: count,
        header: text[count],
        width: kind === 'MEMBERS' ? 82 : 120,
        align: 'end',
        cell: (run) => <NumberCell value={totalOf(run, count)} />,
      })),
      {
        id: 'who',
        header: text.who,
        width: kind === 'MEMBERS' ? 115 : 170,
        cell: ({ scheduledBy, madeBy }) => <TextCell value={names.get(scheduledBy ?? madeBy) ?? text.program} />,
      },
    ]
  }, [text, kind, language, staff])
}
