import { IconTargetArrow } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { listStaff } from '../../../../contract/accounts/accounts.ts'
import { listRankingLog, type LoggedRanking } from '../../../../contract/matching.ts'
import { DateCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { rankingWords } from './-ranking-words.ts'

const Search = z.object({ cursor: z.uuid().optional() })
const log = (search: z.output<typeof Search>) =>
  queryOptions({
    queryKey: [listRankingLog.id, search],
    queryFn: () => call(listRankingLog, { query: search }),
    placeholderData: keepPreviousData,
  })
const staff = queryOptions({ queryKey: [listStaff.id], queryFn: () => call(listStaff, {}) })

export const Route = createFileRoute('/_signed-in/settings/rankings')({
  staticData: { crumb: { ja: '順位付けの記録', en: 'Ranking log' } },
  validateSearch: Search,
  component: Page,
})

/** Every list that matching made, for whoever has to account for it. */
function Page() {
  const text = useText(rankingWords)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData, refetch } = useQuery(log(search))
  const columns = useColumns()
  return (
    <>
      <PageHeader title={text.title} description={text.description(data?.keptDays ?? 730)} />
      <DataTable
        id="rankings"
        label={text.title}
        columns={columns}
        rows={data?.rankings}
        rowId={({ id }) => id}
        rowLabel={({ openingTitle }) => openingTitle}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: { cursor: next } }),
        })}
        empty={
          <EmptyState title={text.empty} icon={<IconTargetArrow size={22} stroke={1.5} />}>
            {text.emptyText}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<LoggedRanking>[] {
  const text = useText(rankingWords)
  const format = useFormat()
  const [language] = useLanguage()
  const { data } = useQuery({ ...staff, enabled: useCan()('staff:read') })
  return useMemo(() => {
    const who = (askedBy: string) => data?.items.find(({ id }) => askedBy === `staff/${id}`)?.name ?? text.other
    return [
      { id: 'at', header: text.at, width: 140, cell: (row) => <DateCell value={row.recordedAt} kind="dateTime" /> },
      {
        id: 'opening',
        header: text.opening,
        width: 150,
        card: 'title',
        cell: (row) => <PersonCell name={row.openingTitle} note={text.pools[row.pool]} />,
      },
      {
        id: 'ranked',
        header: text.ranked,
        width: 75,
        cell: (row) => (
          <StatusBadge tone={row.ranked ? 'relay' : 'neutral'}>
            {row.ranked ? text.isRanked : text.isUnranked}
          </StatusBadge>
        ),
      },
      {
        id: 'listed',
        header: text.listed,
        width: 100,
        cell: (row) => text.of(format.number(row.listed), format.number(row.considered)),
      },
      {
        id: 'asked',
        header: text.asked,
        width: 230,
        wraps: true,
        cell: (row) => row.asked.map((one) => one[language]).join(' / ') || text.nothing,
      },
      {
        id: 'excluded',
        header: text.excluded,
        width: 120,
        wraps: true,
        cell: (row) => row.excluded.map((one) => `${one[language]} ${format.number(one.count)}`).join(' / ') || '—',
      },
      { id: 'who', header: text.who, width: 95, cell: (row) => who(row.askedBy) },
      {
        id: 'version',
        header: text.version,
        width: 110,
        wraps: true,
        cell: (row) => (
          <code>
            {row.weightsVersion} {row.inputsHash.slice(0, 12)}
          </code>
        ),
      },
    ]
  }, [text, format, language, data])
}
