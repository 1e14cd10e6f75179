import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Connection } from '../../../../contract/intake/connections.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { connectionsQuery } from './-queries.ts'
import { StateBadge } from './-StateBadge.tsx'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/connections/')({
  staticData: { crumb: { ja: '連携', en: 'Connections' } },
  component: Connections,
})

function Connections() {
  const text = useText(words)
  const format = useFormat()
  const { data, error, refetch } = useQuery(connectionsQuery)
  const columns = useMemo<Column<Connection>[]>(
    () => [
      { id: 'name', header: text.name, cell: (row) => row.name, card: 'title' },
      { id: 'system', header: text.system, width: 130, cell: () => 'Greenhouse' },
      { id: 'state', header: text.state, width: 140, cell: (row) => <StateBadge connection={row} />, card: 'corner' },
      { id: 'accepted', header: text.accepted, width: 90, align: 'end', cell: (row) => format.number(row.accepted) },
      { id: 'refused', header: text.refused, width: 100, align: 'end', cell: (row) => format.number(row.refused) },
      { id: 'waiting', header: text.waiting, width: 100, align: 'end', cell: (row) => format.number(row.waiting) },
      {
        id: 'last',
        header: text.last,
        width: 170,
        cell: (row) => (row.lastDeliveryAt ? <DateCell value={row.lastDeliveryAt} /> : text.never),
      },
    ],
    [text, format],
  )
  const actions = (
    <>
      <Button component={Link} href="/connections/webhooks" variant="default">
        {text.toWebhooks}
      </Button>
      <Button component={Link} href="/connections/new">
        {text.add}
      </Button>
    </>
  )
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={actions} />
      <DataTable
        id="connections"
        label={text.title}
        columns={columns}
        rows={data?.connections}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        rowHref={(row) => `/connections/${row.id}`}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            title={text.empty}
            actions={
              <Button component={Link} href="/imports/new" variant="default">
                {text.toImports}
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
