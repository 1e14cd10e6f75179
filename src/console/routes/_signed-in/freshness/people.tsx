import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { listByFreshness, standings } from '../../../../contract/pool/freshness.ts'
import { PersonField } from '../../../../contract/people/person-fields.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { personWords } from '../../../person-words.ts'
import { personColumn } from './-person-column.tsx'
import { words } from './-words.ts'

const Behind = z.object({
  field: PersonField.catch('employer'),
  standing: z.enum([...standings, 'MISSING']).catch('STALE'),
  page: z.number().int().min(1).catch(1),
})
type Person = z.output<(typeof listByFreshness)['response']>['people'][number]

const behind = (query: z.output<typeof Behind>) =>
  queryOptions({
    queryKey: [listByFreshness.id, query],
    queryFn: () => call(listByFreshness, { query }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/freshness/people')({
  staticData: { crumb: { ja: '対象の方', en: 'People' } },
  validateSearch: Behind,
  component: Page,
})

/** The people behind one number of the freshness page, the oldest first. */
function Page() {
  const text = useText(words)
  const format = useFormat()
  const { field: names } = useText(personWords)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData } = useQuery(behind(search))
  const columns = useMemo<Column<Person>[]>(
    () => [
      personColumn(text),
      {
        id: 'observedAt',
        header: text.observed,
        width: 160,
        cell: ({ observedAt }) => (observedAt === null ? '—' : <DateCell value={observedAt} />),
      },
    ],
    [text],
  )
  const title = text.people(names[search.field], text.standing[search.standing])
  return (
    <>
      <PageHeader title={title} {...(data && { aside: `${format.number(data.total)}${text.unit}` })} />
      <p>
        <Link href="/freshness">{text.back}</Link>
      </p>
      <DataTable
        id="freshness-people"
        label={title}
        columns={columns}
        rows={data?.people}
        rowId={({ personId }) => personId}
        rowLabel={({ name }) => name ?? text.nobody}
        isRefreshing={isPlaceholderData}
        error={error}
        {...(data && {
          paging: {
            kind: 'pages' as const,
            page: search.page,
            pageSize: data.pageSize,
            total: data.total,
            onPage: (page: number) => void navigate({ search: { ...search, page } }),
          },
        })}
        empty={<EmptyState title={text.nobodyHere} compact />}
      />
    </>
  )
}
