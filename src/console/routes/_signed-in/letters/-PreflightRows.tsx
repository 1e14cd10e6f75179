import { NativeSelect } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { z } from 'zod'
import { listPreflightRows, type Preflight, type PreflightRow } from '../../../../contract/relay/preflights.ts'
import { NoLetterReason } from '../../../../contract/relay/relay-terms.ts'
import { DateCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { words } from './-preflight-words.ts'
import { letterWords } from './-words.ts'

/** Which of the people are shown. */
export const RowSearch = z.object({
  reason: z.union([z.literal('NONE'), NoLetterReason]).optional(),
  outcome: z.string().max(60).optional(),
  cursor: z.uuid().optional(),
})
type RowSearch = z.output<typeof RowSearch>

/** Asked for again with each step of the work, which the keys of `progress` stand for. */
const rowsQuery = ({ id, state, progress }: Preflight, search: RowSearch) =>
  queryOptions({
    queryKey: [listPreflightRows.id, id, search, state, progress.state],
    queryFn: () => call(listPreflightRows, { params: { id }, query: { ...search, limit: 100 } }),
    placeholderData: keepPreviousData,
  })

type PreflightRowsProps = { preflight: Preflight; search: RowSearch; onSearch: (search: RowSearch) => void }

/** The people of a pre-flight, page by page, by verdict and reason. */
export function PreflightRows({ preflight, search, onSearch }: PreflightRowsProps) {
  const text = useText(words)
  const { data, error, isPlaceholderData, refetch } = useQuery(rowsQuery(preflight, search))
  const columns = useColumns(preflight.state === 'APPROVED' && preflight.kind === 'CAMPAIGN')
  const isFiltered = search.reason !== undefined || search.outcome !== undefined
  return (
    <DataTable
      id="preflight"
      label={text.titles[preflight.kind]}
      columns={columns}
      rows={data?.rows}
      rowId={(row) => row.applicationId}
      rowLabel={(row) => row.personName ?? text.nobody}
      isRefreshing={isPlaceholderData}
      error={error}
      onRetry={() => void refetch()}
      toolbar={preflight.people > 0 && <Filter preflight={preflight} search={search} onSearch={onSearch} />}
      paging={pagesInUrl({
        cursor: search.cursor,
        next: data?.nextCursor,
        onNext: (next) => onSearch({ ...search, cursor: next }),
      })}
      empty={
        isFiltered ? (
          <EmptyState title={text.none}>{text.noneText}</EmptyState>
        ) : (
          <EmptyState title={text.empty}>{text.emptyText}</EmptyState>
        )
      }
    />
  )
}

/** Every verdict that occurs, with how many people it stands for: together they are everybody. */
function Filter({ preflight: { judged, sends, reasons, outcomes }, search, onSearch }: PreflightRowsProps) {
  const text = useText(words)
  const named = useText(letterWords)
  const format = useFormat()
  const option = (value: string, label: string, count: number) => ({
    value,
    label: `${label} (${format.number(count)})`,
  })
  const descending = (counts: Record<string, number>) => Object.entries(counts).toSorted(([, a], [, b]) => b - a)
  const onChange = (chosen: string) => {
    const [key, value] = chosen.split(':')
    if (key === 'reason') onSearch(RowSearch.parse({ reason: value }))
    else onSearch(key === 'outcome' ? { outcome: value } : {})
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={text.filter}
      value={
        search.outcome !== undefined
          ? `outcome:${search.outcome}`
          : search.reason !== undefined
            ? `reason:${search.reason}`
            : ''
      }
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[
        option('', text.all, judged),
        option('reason:NONE', text.sends, sends),
        ...descending(reasons).map(([reason, count]) =>
          option(`reason:${reason}`, `${text.keeps}: ${named.reason(reason)}`, count),
        ),
        ...descending(outcomes).map(([outcome, count]) =>
          option(`outcome:${outcome}`, `${text.later}: ${named.reason(outcome)}`, count),
        ),
      ]}
    />
  )
}

function useColumns(hasOutcome: boolean): Column<PreflightRow>[] {
  const text = useText(words)
  const named = useText(letterWords)
  return useMemo<Column<PreflightRow>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        card: 'title',
        cell: (row) => <PersonCell name={row.personName ?? text.nobody} note={row.openingTitle} />,
      },
      {
        id: 'verdict',
        header: text.verdict,
        width: 130,
        card: 'corner',
        cell: ({ reason }) => (
          <StatusBadge tone={reason === null ? 'relay' : 'neutral'} plain>
            {reason === null ? text.sends : text.keeps}
          </StatusBadge>
        ),
      },
      { id: 'why', header: text.why, wraps: true, cell: ({ reason }) => named.reason(reason) },
      { id: 'ended', header: text.ended, width: 130, cell: ({ endedAt }) => <DateCell value={endedAt} /> },
      ...(hasOutcome
        ? [
            {
              id: 'outcome',
              header: text.outcome,
              width: 180,
              cell: ({ outcome }: PreflightRow) => named.reason(outcome),
            },
          ]
        : []),
    ],
    [text, named, hasOutcome],
  )
}
