import { Button, SegmentedControl } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { DataRequest, listDataRequests } from '../../../../contract/consent.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge, type Tone } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { NewRequestDialog } from './-NewRequestDialog.tsx'
import { RequestPanel } from './-RequestPanel.tsx'
import { words } from './-words.ts'

const states = ['OPEN', 'ANSWERED', 'DECLINED', 'ALL'] as const
const Search = z.object({ state: z.enum(states).default('OPEN'), cursor: z.uuid().optional() })
type Search = z.output<typeof Search>

const requests = ({ state, cursor }: Search) =>
  queryOptions({
    queryKey: [listDataRequests.id, state, cursor],
    queryFn: () => call(listDataRequests, { query: { cursor, state: state === 'ALL' ? undefined : state } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/privacy/requests')({
  staticData: { crumb: { ja: '請求対応', en: 'Requests' } },
  validateSearch: Search,
  component: Requests,
})

function Requests() {
  const text = useText(words)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const canManage = useCan()('consent:manage')
  const { data, error, isPlaceholderData } = useQuery(requests(search))
  const columns = useColumns()
  const [isEntering, setEntering] = useState(false)
  const [opened, open] = useState<DataRequest>()
  const actions = canManage && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEntering(true)}>
      {text.enter}
    </Button>
  )
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={actions} />
      <DataTable
        id="data-requests"
        label={text.title}
        columns={columns}
        rows={data?.requests}
        rowId={(request) => request.id}
        rowLabel={(request) => text.kinds[request.kind]}
        onOpen={open}
        isRefreshing={isPlaceholderData}
        error={error}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={text.state}
            value={search.state}
            onChange={(state) => void navigate({ search: { state: z.enum(states).parse(state) } })}
            data={[
              ...(['OPEN', 'ANSWERED', 'DECLINED'] as const).map((value) => ({ value, label: text.states[value] })),
              { value: 'ALL', label: text.all },
            ]}
          />
        }
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: { ...search, cursor: next } }),
        })}
        empty={<EmptyState title={text.empty}>{text.emptyText}</EmptyState>}
      />
      <NewRequestDialog opened={isEntering} onClose={() => setEntering(false)} />
      <RequestPanel request={opened} onClose={() => open(undefined)} />
    </>
  )
}

const dayMs = 86_400_000
const tones: Record<DataRequest['state'], Tone> = { OPEN: 'wait', ANSWERED: 'good', DECLINED: 'neutral' }

const daysUntil = (moment: string) => Math.floor((Date.parse(moment) - Date.now()) / dayMs)

/** The clock of a request: how many days are left, or how many it is late. */
function Clock({ request }: { request: DataRequest }) {
  const text = useText(words)
  if (request.state !== 'OPEN') return <DateCell value={request.dueAt} />
  const days = daysUntil(request.dueAt)
  return (
    <StatusBadge tone={days < 0 ? 'bad' : days <= 3 ? 'wait' : 'neutral'}>
      {days < 0 ? text.overdue(-days) : text.daysLeft(days)}
    </StatusBadge>
  )
}

function useColumns(): Column<DataRequest>[] {
  const text = useText(words)
  return useMemo<Column<DataRequest>[]>(
    () => [
      { id: 'kind', header: text.kind, width: 170, cell: (request) => text.kinds[request.kind], card: 'title' },
      { id: 'said', header: text.said, cell: (request) => request.said },
      { id: 'via', header: text.via, width: 120, cell: (request) => text.vias[request.via] },
      { id: 'opened', header: text.opened, width: 130, cell: (request) => <DateCell value={request.openedAt} /> },
      { id: 'due', header: text.due, width: 140, cell: (request) => <Clock request={request} /> },
      {
        id: 'state',
        header: text.state,
        width: 130,
        card: 'corner',
        cell: (request) => (
          <StatusBadge tone={tones[request.state]} plain>
            {text.states[request.state]}
          </StatusBadge>
        ),
      },
    ],
    [text],
  )
}
