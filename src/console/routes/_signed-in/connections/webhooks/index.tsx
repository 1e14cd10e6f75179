import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Endpoint } from '../../../../../contract/webhooks.ts'
import { DateCell } from '../../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { PageHeader } from '../../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import styles from '../../imports/-imports.module.css'
import { EndpointState } from './-EndpointState.tsx'
import { endpointsQuery } from './-queries.ts'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/connections/webhooks/')({
  staticData: { crumb: { ja: '外部への通知', en: 'Notifications to other systems' } },
  component: Endpoints,
})

function Endpoints() {
  const text = useText(words)
  const format = useFormat()
  const { data, error, refetch } = useQuery(endpointsQuery)
  const columns = useMemo<Column<Endpoint>[]>(
    () => [
      { id: 'label', header: text.label, cell: (row) => row.label, card: 'title' },
      { id: 'url', header: text.url, width: 300, cell: (row) => <code className={styles.code}>{row.url}</code> },
      { id: 'state', header: text.state, width: 190, cell: (row) => <EndpointState endpoint={row} />, card: 'corner' },
      { id: 'waiting', header: text.waiting, width: 100, align: 'end', cell: (row) => format.number(row.waiting) },
      { id: 'dead', header: text.dead, width: 110, align: 'end', cell: (row) => format.number(row.dead) },
      { id: 'recorded', header: text.recorded, width: 150, cell: (row) => <DateCell value={row.recordedAt} /> },
    ],
    [text, format],
  )
  const add = (
    <Button component={Link} href="/connections/webhooks/new">
      {text.add}
    </Button>
  )
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={add} />
      <DataTable
        id="endpoints"
        label={text.title}
        columns={columns}
        rows={data?.endpoints}
        rowId={(row) => row.id}
        rowLabel={(row) => row.label}
        rowHref={(row) => `/connections/webhooks/${row.id}`}
        error={error}
        onRetry={() => void refetch()}
        empty={<EmptyState title={text.empty}>{text.emptyText}</EmptyState>}
      />
    </>
  )
}
