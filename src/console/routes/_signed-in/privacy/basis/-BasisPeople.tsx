import { NativeSelect } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import {
  basisStates,
  listBasisPeople,
  type BasisFilter,
  type BasisPerson,
} from '../../../../../contract/consent/asking.ts'
import { DateCell, PersonCell } from '../../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../../ui/feedback/EmptyState.tsx'
import { StatusBadge, type Tone } from '../../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { call } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import styles from '../-privacy.module.css'
import { words } from './-words.ts'

type Search = z.output<typeof BasisFilter> & { cursor?: string | undefined }

const peopleQuery = (search: Search) =>
  queryOptions({
    queryKey: [listBasisPeople.id, search],
    queryFn: () => call(listBasisPeople, { query: search }),
    placeholderData: keepPreviousData,
  })

const tones: Record<BasisPerson['state'], Tone> = {
  CONSENT: 'good',
  SELECTION: 'busy',
  REFUSED: 'bad',
  MEMBER: 'relay',
  PUBLISHED: 'neutral',
  EXPIRED: 'wait',
  UNKNOWN: 'wait',
}

/** Who is kept on which ground, page by page. */
export function BasisPeople({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const text = useText(words)
  const { data, error, isPlaceholderData } = useQuery(peopleQuery(search))
  const columns = useColumns()
  const canOpen = useCan()('people:read')
  return (
    <DataTable
      id="basis-people"
      label={text.people}
      columns={columns}
      rows={data?.people}
      rowId={(row) => row.personId}
      rowLabel={(row) => row.personName ?? text.gone}
      {...(canOpen && { rowHref: (row: BasisPerson) => `/people/${row.personId}` })}
      isRefreshing={isPlaceholderData}
      error={error}
      toolbar={<Filters search={search} onSearch={onSearch} />}
      paging={pagesInUrl({
        cursor: search.cursor,
        next: data?.nextCursor,
        onNext: (cursor) => onSearch({ ...search, cursor }),
      })}
      empty={<EmptyState title={text.none}>{text.noneText}</EmptyState>}
    />
  )
}

const askedChoices = ['NEVER', 'UNANSWERED'] as const

function Filters({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const text = useText(words)
  const change = (changed: Record<string, string | undefined>) =>
    onSearch({ ...search, cursor: undefined, ...changed } as Search)
  return (
    <div className={styles.filters}>
      <NativeSelect
        size="xs"
        aria-label={text.state}
        value={search.state ?? ''}
        onChange={({ currentTarget }) => change({ state: currentTarget.value || undefined })}
        data={[{ value: '', label: text.all }, ...basisStates.map((value) => ({ value, label: text.states[value] }))]}
      />
      <NativeSelect
        size="xs"
        aria-label={text.askedFilter}
        value={search.asked ?? ''}
        onChange={({ currentTarget }) => change({ asked: currentTarget.value || undefined })}
        data={[{ value: '', label: text.anyone }, ...askedChoices.map((value) => ({ value, label: text[value] }))]}
      />
    </div>
  )
}

function useColumns(): Column<BasisPerson>[] {
  const text = useText(words)
  return useMemo<Column<BasisPerson>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        card: 'title',
        cell: (row) => <PersonCell name={row.personName ?? text.gone} />,
      },
      {
        id: 'state',
        header: text.state,
        width: 220,
        card: 'corner',
        cell: ({ state }) => (
          <StatusBadge tone={tones[state]} plain>
            {text.states[state]}
          </StatusBadge>
        ),
      },
      { id: 'since', header: text.since, width: 130, cell: ({ since }) => <DateCell value={since} /> },
      { id: 'until', header: text.until, width: 130, cell: ({ until }) => <DateCell value={until} /> },
      { id: 'asked', header: text.asked, width: 150, cell: ({ askedAt }) => <DateCell value={askedAt} /> },
    ],
    [text],
  )
}
