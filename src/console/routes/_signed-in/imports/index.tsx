import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import type { ImportSummary } from '../../../../contract/intake/imports.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { phaseTones } from './-phases.ts'
import { importsQuery } from './-queries.ts'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/imports/')({
  staticData: { crumb: { ja: '取り込み', en: 'Imports' } },
  validateSearch: z.object({ cursor: z.string().optional() }),
  component: Imports,
})

function Imports() {
  const text = useText(words)
  const format = useFormat()
  const { cursor } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData, refetch } = useQuery(importsQuery(cursor))
  const columns = useMemo<Column<ImportSummary>[]>(
    () => [
      { id: 'label', header: text.source, cell: (row) => row.label, card: 'title' },
      { id: 'fileName', header: text.file, cell: (row) => row.fileName },
      {
        id: 'phase',
        header: text.status,
        width: 150,
        card: 'corner',
        cell: (row) => <StatusBadge tone={phaseTones[row.phase]}>{text.phases[row.phase]}</StatusBadge>,
      },
      { id: 'rows', header: text.rows, width: 90, align: 'end', cell: (row) => format.number(row.rowsTotal) },
      {
        id: 'outcome',
        header: text.outcome,
        width: 300,
        cell: ({ outcome, phase }) =>
          phase === 'DONE'
            ? (['created', 'changed', 'unchanged', 'refused'] as const)
                .filter((key) => outcome[key] > 0)
                .map((key) => `${text.outcomes[key]} ${format.number(outcome[key])}`)
                .join(' · ')
            : '',
      },
      { id: 'recordedAt', header: text.when, width: 160, cell: (row) => <DateCell value={row.recordedAt} /> },
    ],
    [text, format],
  )
  const action = (
    <Button component={Link} href="/imports/new">
      {text.new}
    </Button>
  )
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={action} />
      <DataTable
        id="imports"
        label={text.title}
        columns={columns}
        rows={data?.imports}
        rowId={(row) => row.id}
        rowLabel={(row) => row.label}
        rowHref={(row) => `/imports/${row.id}`}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({
          cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: { cursor: next } }),
        })}
        empty={
          <EmptyState title={text.empty} actions={action}>
            {text.emptyText}
          </EmptyState>
        }
      />
    </>
  )
}
