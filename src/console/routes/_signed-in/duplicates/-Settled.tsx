import { Button } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { listDuplicates, undoDuplicate, type Duplicate } from '../../../../contract/linkage/linkage.ts'
import { DateCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { personWords } from '../../../person-words.ts'
import { asText } from '../../../field-text.ts'
import { refreshPairs } from './-use-review.ts'
import { probabilityText } from './-figures.ts'
import styles from './-duplicates.module.css'
import { words } from './-words.ts'

const perPage = 25

const settledQuery = (show: 'JOINED' | 'DECIDED', page: number) =>
  queryOptions({
    queryKey: [listDuplicates.id, show, page],
    // One more than is shown tells whether there is another page.
    queryFn: () => call(listDuplicates, { query: { show, limit: perPage + 1, offset: (page - 1) * perPage } }),
    placeholderData: keepPreviousData,
  })

export type SettledProps = {
  show: 'JOINED' | 'DECIDED'
  tabs: ReactNode
  page: number
  onPage: (page: number) => void
}

/** What was linked by itself, or decided by a human, the last first; each can be undone. */
export function Settled({ show, tabs, page, onPage }: SettledProps) {
  const text = useText(words)
  const { data, error, refetch, isPlaceholderData } = useQuery(settledQuery(show, page))
  const columns = useColumns(show)
  return (
    <>
      <PageHeader title={text.title} description={show === 'JOINED' ? text.joinedNote : text.decidedNote} />
      {tabs}
      <DataTable
        id={`duplicates-${show}`}
        label={text[show]}
        columns={columns}
        rows={data?.items.slice(0, perPage)}
        rowId={(one) => one.id}
        rowLabel={nameOf}
        rowHref={(one) => `/people/${one.one.personId}`}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={{
          kind: 'cursor',
          hasPrevious: page > 1,
          hasNext: (data?.items.length ?? 0) > perPage,
          onPrevious: () => onPage(page - 1),
          onNext: () => onPage(page + 1),
        }}
        empty={<EmptyState title={text.settledEmpty}>{text.settledEmptyText[show]}</EmptyState>}
      />
    </>
  )
}

const nameOf = ({ one, other }: Duplicate): string =>
  [...new Set([one, other].map(({ fields }) => (fields.name ? asText(fields.name.value) : '—')))].join(' / ')

function useColumns(show: SettledProps['show']): Column<Duplicate>[] {
  const text = useText(words)
  const names = useText(personWords)
  const format = useFormat()
  const toast = useToast()
  return useMemo<Column<Duplicate>[]>(() => {
    const undo = (id: string) =>
      call(undoDuplicate, { params: { id } })
        .then(refreshPairs)
        .then(() => toast.tell(text.undone))
        .catch(toast.refuse)
    return [
      {
        id: 'person',
        header: text.person,
        cell: (one) => <PersonCell name={nameOf(one)} note={names.source[one.route]} />,
        card: 'title',
      },
      {
        id: 'reasons',
        header: text.reasons,
        wraps: true,
        cell: ({ reasons }) => (
          <span className={styles.reasons}>
            {reasons.map((reason) => (
              <StatusBadge key={reason} tone={/^(?:SAME|LIKE)/.test(reason) ? 'good' : 'wait'}>
                {names.linkReason[reason]}
              </StatusBadge>
            ))}
          </span>
        ),
      },
      {
        id: 'probability',
        header: text.probability,
        width: 150,
        align: 'end',
        cell: ({ score }) => probabilityText(score, format),
      },
      ...(show === 'DECIDED'
        ? [{ id: 'decision', header: text.decision, width: 130, cell: ({ state }: Duplicate) => text.decisions[state] }]
        : []),
      { id: 'when', header: text.when, width: 150, cell: ({ decidedAt }) => <DateCell value={decidedAt} /> },
      {
        id: 'undo',
        header: '',
        width: 120,
        optional: false,
        cell: ({ id }) => (
          <Button size="compact-sm" variant="subtle" onClick={() => void undo(id)}>
            {text.undo}
          </Button>
        ),
      },
    ]
  }, [show, text, names, format, toast])
}
