import { Button } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { listDisputes, type Dispute } from '../../../../../contract/disputes/disputes.ts'
import { disputeTones, disputeWords } from '../../../../../program/dispute/dispute-words.ts'
import { DateCell } from '../../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { PageHeader } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { call } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import { words } from './-words.ts'

const Search = z.object({ cursor: z.uuid().optional() })

const disputes = ({ cursor }: z.output<typeof Search>) =>
  queryOptions({
    queryKey: [listDisputes.id, cursor],
    queryFn: () => call(listDisputes, { query: { limit: 25, cursor } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/relay/disputes/')({
  staticData: { crumb: { ja: '異議の申し立て', en: 'Disputes' } },
  validateSearch: Search,
  component: Page,
})

function Page() {
  const text = useText(words)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData, refetch } = useQuery(disputes(search))
  const columns = useColumns()
  const common = useText(disputeWords)
  const can = useCan()
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          can('introductions:request') && (
            <Button component={Link} href="/relay/disputes/new" variant="default">
              {text.start}
            </Button>
          )
        }
      />
      <DataTable
        id="disputes"
        label={text.title}
        columns={columns}
        rows={data?.disputes}
        rowId={(row) => row.id}
        rowLabel={(row) => common.kinds[row.kind]}
        rowHref={(row) => `/relay/disputes/${row.id}`}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (cursor) => void navigate({ search: { cursor } }),
        })}
        empty={<EmptyState title={text.none}>{text.noneText}</EmptyState>}
      />
    </>
  )
}

function useColumns(): Column<Dispute>[] {
  const text = useText(disputeWords)
  return useMemo<Column<Dispute>[]>(
    () => [
      { id: 'kind', header: text.kind, cell: (row) => text.kinds[row.kind], card: 'title' },
      {
        id: 'state',
        header: text.state,
        width: 150,
        card: 'corner',
        cell: (row) => <StatusBadge tone={disputeTones[row.state]}>{text.states[row.state]}</StatusBadge>,
      },
      {
        id: 'outcome',
        header: text.decision,
        width: 220,
        cell: (row) => (row.outcome ? text.outcomes[row.outcome] : null),
      },
      { id: 'opened', header: text.opened, width: 130, cell: (row) => <DateCell value={row.openedAt} /> },
      { id: 'decideBy', header: text.decideBy, width: 130, cell: (row) => <DateCell value={row.decideBy} /> },
    ],
    [text],
  )
}
