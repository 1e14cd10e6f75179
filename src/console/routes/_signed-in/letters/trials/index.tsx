import { Button } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { listTrials, type LetterTrial } from '../../../../../contract/relay/letter-trials.ts'
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
import { useKindName } from './-kind-name.ts'
import { words } from './-words.ts'

const Search = z.object({ cursor: z.string().max(100).optional() })
const trials = (cursor: string | undefined) =>
  queryOptions({
    queryKey: [listTrials.id, cursor],
    queryFn: () => call(listTrials, { query: { cursor } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/letters/trials/')({
  staticData: { crumb: { ja: '文面の比較', en: 'Comparing words' } },
  validateSearch: Search,
  component: Page,
})

function Page() {
  const text = useText(words)
  const canStart = useCan()('relay:configure')
  const { cursor } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData, refetch } = useQuery(trials(cursor))
  const columns = useColumns()
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          canStart && (
            <Button component={Link} href="/letters/trials/new" variant="default">
              {text.another}
            </Button>
          )
        }
      />
      <DataTable
        id="trials"
        label={text.title}
        columns={columns}
        rows={data?.trials}
        rowId={(trial) => trial.id}
        rowLabel={(trial) => trial.id}
        rowHref={(trial) => `/letters/trials/${trial.id}`}
        isRefreshing={isPlaceholderData}
        paging={pagesInUrl({
          cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: { cursor: next } }),
        })}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            title={text.empty}
            actions={
              <Button component={Link} href="/letters/templates" variant="default">
                {text.toTemplates}
              </Button>
            }
          >
            {text.emptyText}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<LetterTrial>[] {
  const text = useText(words)
  const nameOf = useKindName()
  return useMemo<Column<LetterTrial>[]>(
    () => [
      { id: 'kind', header: text.kind, card: 'title', wraps: true, cell: (trial) => nameOf(trial) },
      {
        id: 'state',
        header: text.state,
        width: 110,
        card: 'corner',
        cell: ({ state }) => (
          <StatusBadge tone={state === 'RUNNING' ? 'busy' : 'neutral'} plain>
            {text.states[state]}
          </StatusBadge>
        ),
      },
      { id: 'decides', header: text.decides, width: 190, cell: ({ outcome }) => text.outcomes[outcome] },
      { id: 'started', header: text.started, width: 120, cell: (trial) => <DateCell value={trial.startedAt} /> },
      { id: 'ended', header: text.ended, width: 120, cell: (trial) => <DateCell value={trial.endedAt} /> },
      { id: 'kept', header: text.kept, width: 90, cell: ({ kept }) => (kept === null ? '' : text.variant[kept]) },
    ],
    [text, nameOf],
  )
}
