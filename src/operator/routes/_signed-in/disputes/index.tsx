import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { z } from 'zod'
import { listNetworkDisputes, type NetworkDispute } from '../../../../contract/disputes/disputes.ts'
import { disputeTones, disputeWords } from '../../../../program/dispute/dispute-words.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { OpenOrAll, openOrAllQuery, OpenOrAllSearch } from '../../../OpenOrAll.tsx'
import { networkWords } from '../../../words.ts'
import { words } from './-words.ts'

const disputes = (search: z.output<typeof OpenOrAllSearch>) => {
  const query = openOrAllQuery(search)
  return queryOptions({
    queryKey: [listNetworkDisputes.id, query],
    queryFn: () => call(listNetworkDisputes, { query }),
    placeholderData: keepPreviousData,
  })
}

export const Route = createFileRoute('/_signed-in/disputes/')({
  staticData: { crumb: { ja: '異議の申し立て', en: 'Disputes' } },
  validateSearch: OpenOrAllSearch,
  component: Page,
})

function Page() {
  const text = useText(words)
  const common = useText(disputeWords)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData, refetch } = useQuery(disputes(search))
  const columns = useColumns()
  const isAll = search.show === 'ALL'
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <DataTable
        id="network-disputes"
        label={text.title}
        columns={columns}
        rows={data?.disputes}
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.employerName ?? ''} ${common.kinds[row.kind]}`}
        rowHref={(row) => `/disputes/${row.id}`}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (cursor) => void navigate({ search: (now) => ({ ...now, cursor }) }),
        })}
        toolbar={
          <OpenOrAll
            search={search}
            onSearch={(shown) => void navigate({ search: shown })}
            text={{ ...text, state: common.state }}
          />
        }
        empty={<EmptyState title={isAll ? text.noneAtAll : text.none}>{text.noneText}</EmptyState>}
      />
    </>
  )
}

function useColumns(): Column<NetworkDispute>[] {
  const text = useText(words)
  const common = useText(disputeWords)
  const network = useText(networkWords)
  return useMemo<Column<NetworkDispute>[]>(
    () => [
      { id: 'company', header: text.company, cell: (row) => row.employerName ?? network.formerCompany, card: 'title' },
      { id: 'kind', header: common.kind, width: 260, cell: (row) => common.kinds[row.kind] },
      {
        id: 'state',
        header: common.state,
        width: 150,
        card: 'corner',
        cell: (row) => <StatusBadge tone={disputeTones[row.state]}>{common.states[row.state]}</StatusBadge>,
      },
      { id: 'opened', header: common.opened, width: 130, cell: (row) => <DateCell value={row.openedAt} /> },
      {
        id: 'decideBy',
        header: common.decideBy,
        width: 170,
        cell: (row) =>
          row.isOverdue ? <StatusBadge tone="bad">{text.overdue}</StatusBadge> : <DateCell value={row.decideBy} />,
      },
    ],
    [text, common, network],
  )
}
