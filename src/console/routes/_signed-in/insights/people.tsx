import { Button } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { z } from 'zod'
import { readPeopleBehind } from '../../../../contract/selection/insights.ts'
import { DateCell, PersonCell, TextCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { words } from './-words.ts'

type Asked = z.output<(typeof readPeopleBehind)['query']>
type Row = z.output<(typeof readPeopleBehind)['response']>['rows'][number]

const behind = (asked: Asked) =>
  queryOptions({
    queryKey: [readPeopleBehind.id, asked],
    queryFn: () => call(readPeopleBehind, { query: asked }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/insights/people')({
  staticData: { crumb: { ja: '該当する方', en: 'People' } },
  validateSearch: readPeopleBehind.query,
  component: PeopleBehind,
})

function PeopleBehind() {
  const text = useText(words)
  const format = useFormat()
  const asked = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error } = useQuery(behind(asked))
  const columns = useMemo<Column<Row>[]>(
    () => [
      {
        id: 'name',
        header: text.name,
        cell: ({ name, isErased }) => <PersonCell name={name ?? (isErased ? text.erased : text.nameless)} />,
        card: 'title',
      },
      { id: 'opening', header: text.opening, cell: ({ openingTitle }) => <TextCell value={openingTitle} /> },
      {
        id: 'applied',
        header: text.applied,
        width: 120,
        cell: ({ appliedAt }) => appliedAt && <DateCell value={appliedAt} />,
      },
      { id: 'employer', header: text.employer, cell: ({ employer }) => <TextCell value={employer} /> },
      {
        id: 'prefecture',
        header: text.prefecture,
        width: 140,
        cell: ({ prefecture }) => <TextCell value={prefecture} />,
      },
    ],
    [text],
  )
  if (error) return <ErrorNotice error={error} />
  return (
    <>
      <PageHeader
        title={text.behindTitle}
        aside={data && text.counted(format.number(data.total), format.number(data.people))}
        actions={
          <Button component={Link} href="/insights" variant="default">
            {text.behindBack}
          </Button>
        }
      />
      <DataTable
        id="people-behind"
        label={text.behindTitle}
        columns={columns}
        rows={data?.rows}
        rowId={({ personId, applicationId }) => applicationId ?? personId}
        rowLabel={({ name }) => name ?? text.nameless}
        rowHref={({ personId }) => `/people/${personId}`}
        {...(data && {
          paging: {
            kind: 'pages' as const,
            page: asked.page,
            pageSize: data.pageSize,
            total: data.total,
            onPage: (page: number) => void navigate({ search: { ...asked, page } }),
          },
        })}
        empty={<EmptyState title={text.behindEmpty} />}
      />
    </>
  )
}
