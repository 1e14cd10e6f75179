import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { listOpenings, type Opening } from '../../../../contract/selection/openings.ts'
import { OpeningStatus, openingStatuses } from '../../../../contract/selection/selection-terms.ts'
import { DateCell, NumberCell } from '../../../../ui/data-table/cells.tsx'
import { sortFromText, sortToText, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import { useCan } from '../../../session.ts'
import styles from './-openings.module.css'
import { statusTones, words } from './-words.ts'

const every = queryOptions({
  queryKey: [listOpenings.id],
  queryFn: ({ signal }) => call(listOpenings, { query: {} }, { signal }),
})

export const Route = createFileRoute('/_signed-in/openings/')({
  validateSearch: z.object({
    status: OpeningStatus.optional().catch(undefined),
    text: z.string().optional().catch(undefined),
    sort: z.string().optional().catch(undefined),
  }),
  staticData: { crumb: { ja: '求人', en: 'Openings' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const format = useFormat()
  const can = useCan()
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, refetch } = useQuery(every)
  const columns = useOpeningColumns()
  const change = (part: Partial<typeof search>) => void navigate({ search: { ...search, ...part }, replace: true })
  const rows = useMemo(() => data && shown(data.items, search, format.compare), [data, search, format])
  const counts = (status?: OpeningStatus) =>
    data?.items.filter((one) => status === undefined || one.status === status).length ?? 0
  const add = can('selection:write') && (
    <Button component={Link} href="/openings/new" leftSection={<IconPlus size={16} />}>
      {text.add}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        aside={rows && text.count(format.number(rows.length))}
        actions={add}
      />
      <DataTable
        id="openings"
        label={text.title}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowLabel={(row) => row.title}
        rowHref={(row) => `/openings/${row.id}`}
        sort={search.sort === undefined ? undefined : sortFromText(search.sort)}
        onSort={(sort) => change({ sort: sort && sortToText(sort) })}
        error={error}
        onRetry={() => void refetch()}
        toolbar={
          <div className={styles.toolbar}>
            <TextInput
              className={styles.search ?? ''}
              type="search"
              aria-label={text.search}
              placeholder={text.search}
              leftSection={<IconSearch size={15} />}
              value={search.text ?? ''}
              onChange={({ currentTarget }) => change({ text: currentTarget.value || undefined })}
            />
            <SegmentedControl
              size="xs"
              aria-label={text.filterStatus}
              value={search.status ?? 'ALL'}
              onChange={(value) => change({ status: value === 'ALL' ? undefined : (value as OpeningStatus) })}
              data={[
                { value: 'ALL', label: `${text.all} ${counts()}` },
                ...openingStatuses.map((value) => ({ value, label: `${text.status[value]} ${counts(value)}` })),
              ]}
            />
          </div>
        }
        empty={
          data?.items.length === 0 ? (
            <EmptyState title={text.emptyTitle} actions={add}>
              {text.emptyText}
            </EmptyState>
          ) : (
            <EmptyState title={text.noneTitle}>{text.noneText}</EmptyState>
          )
        }
      />
    </>
  )
}

/** Those being filled first. */
const usual: readonly OpeningStatus[] = ['OPEN', 'PAUSED', 'DRAFT', 'CLOSED']

type Search = { status?: OpeningStatus | undefined; text?: string | undefined; sort?: string | undefined }

/** A company has at most some hundreds of openings: they are filtered and sorted here. */
function shown(openings: readonly Opening[], search: Search, compare: (a: string, b: string) => number): Opening[] {
  const wanted = (search.text ?? '').normalize('NFKC').toLowerCase().trim()
  const found = openings.filter(
    ({ status, title, department, occupation }) =>
      (search.status === undefined || status === search.status) &&
      [title, department, occupation].join(' ').normalize('NFKC').toLowerCase().includes(wanted),
  )
  if (search.sort === undefined) return found.toSorted((a, b) => usual.indexOf(a.status) - usual.indexOf(b.status))
  const { column, descending } = sortFromText(search.sort)
  const key: Record<string, (one: Opening) => string> = {
    title: (one) => one.title,
    status: (one) => String(usual.indexOf(one.status)),
    active: (one) => String(one.counts.active),
    offered: (one) => String(one.counts.offered),
    changed: (one) => one.changedAt,
  }
  const of = key[column] ?? ((one: Opening) => one.title)
  return found.toSorted((a, b) => compare(of(a), of(b)) * (descending ? -1 : 1))
}

function useOpeningColumns(): Column<Opening>[] {
  const text = useText(words)
  const { stage } = useText(selectionWords)
  return useMemo(
    () => [
      {
        id: 'title',
        header: text.name,
        sortable: true,
        card: 'title',
        cell: (row) => (
          <span className={styles.name}>
            {row.title}
            <small>{[row.department, row.occupation].filter(Boolean).join(' / ')}</small>
          </span>
        ),
      },
      {
        id: 'status',
        header: text.statusLabel,
        width: 110,
        sortable: true,
        card: 'corner',
        cell: (row) => (
          <StatusBadge tone={statusTones[row.status]} plain>
            {text.status[row.status]}
          </StatusBadge>
        ),
      },
      {
        id: 'stages',
        header: text.stages,
        wraps: true,
        cell: (row) =>
          row.stages.length === 0 ? (
            <span className={styles.faint}>{text.nobody}</span>
          ) : (
            <span className={styles.stages}>
              {row.stages.map((one) => (
                <span key={one.stage}>
                  {stage[one.stage]}
                  <b>{one.count}</b>
                </span>
              ))}
            </span>
          ),
      },
      {
        id: 'active',
        card: 'hidden',
        header: text.active,
        width: 90,
        align: 'end',
        sortable: true,
        cell: (row) => <NumberCell value={row.counts.active} />,
      },
      {
        id: 'offered',
        card: 'hidden',
        header: text.offered,
        width: 80,
        align: 'end',
        sortable: true,
        cell: (row) => <NumberCell value={row.counts.offered} />,
      },
      {
        id: 'hired',
        header: text.hired,
        width: 130,
        align: 'end',
        cell: (row) => <span className="tasuki-number">{`${row.counts.hired}/${row.headcount}`}</span>,
      },
      {
        id: 'changed',
        card: 'hidden',
        header: text.changed,
        width: 110,
        sortable: true,
        cell: (row) => <DateCell value={row.changedAt} kind="relative" />,
      },
    ],
    [text, stage],
  )
}
