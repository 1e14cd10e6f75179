import { queryOptions, useQuery } from '@tanstack/react-query'
import { listAskings, type Asking } from '../../../../../contract/consent/asking.ts'
import { DateCell, NumberCell } from '../../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../../ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { call } from '../../../../api.ts'
import { phaseTones } from './-queries.ts'
import { words } from './-words.ts'

const askings = queryOptions({
  queryKey: [listAskings.id],
  queryFn: () => call(listAskings, { query: { limit: 50 } }),
  refetchInterval: ({ state }) => (state.data?.askings.some(({ phase }) => phase === 'MAILING') ? 10_000 : false),
})

/** The campaigns so far, the newest first. */
export function Campaigns() {
  const text = useText(words)
  const format = useFormat()
  const { data, error } = useQuery(askings)
  const count = (id: 'asks' | 'sent' | 'stays' | 'leaves'): Column<Asking> => ({
    id,
    header: text[id],
    width: 120,
    align: 'end',
    cell: (row) => <NumberCell value={row[id]} />,
  })
  const columns: Column<Asking>[] = [
    {
      id: 'made',
      header: text.when,
      card: 'title',
      cell: ({ madeAt }) => <DateCell value={madeAt} kind="dateTime" />,
    },
    {
      id: 'phase',
      header: text.phase,
      width: 150,
      card: 'corner',
      cell: ({ phase }) => <StatusBadge tone={phaseTones[phase]}>{text.phases[phase]}</StatusBadge>,
    },
    count('asks'),
    count('sent'),
    count('stays'),
    count('leaves'),
  ]
  return (
    <DataTable
      id="askings"
      label={text.campaigns}
      columns={columns}
      rows={data?.askings}
      rowId={(row) => row.id}
      rowLabel={(row) => text.open(format.dateTime(row.madeAt))}
      rowHref={(row) => `/privacy/basis/${row.id}`}
      error={error}
      hasKeys={false}
      empty={<EmptyState title={text.noCampaigns}>{text.noCampaignsText}</EmptyState>}
    />
  )
}
