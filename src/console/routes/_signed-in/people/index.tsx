import { Button } from '@mantine/core'
import { IconArrowMerge, IconDownload, IconTag, IconTagOff, IconUserPlus } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { countPeople, listPeople, type PersonRow } from '../../../../contract/people/people.ts'
import { PeopleFilter, PeopleSort } from '../../../../contract/pool/pool-terms.ts'
import { DateCell, PersonCell, TextCell } from '../../../../ui/data-table/cells.tsx'
import { sortFromText, sortToText, type BulkAction, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import type { Selection } from '../../../../ui/data-table/selection.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { personWords, stateTones } from '../../../person-words.ts'
import { useCan } from '../../../session.ts'
import { MergeDialog, type Merging } from './-MergeDialog.tsx'
import { PeopleFilters, PeopleSearch, type Filter } from './-PeopleFilters.tsx'
import { exportPeople } from './-export.ts'
import { SavedSearches } from './-SavedSearches.tsx'
import { TagDialog, type Tagging } from './-TagDialog.tsx'
import styles from './-people.module.css'
import { words } from './-words.ts'

const pageSize = 50
const page = (filter: Filter, sort: PeopleSort, cursor: string | undefined) =>
  queryOptions({
    queryKey: [listPeople.id, filter, sort, cursor],
    queryFn: ({ signal }) => call(listPeople, { query: { ...filter, sort, cursor, limit: pageSize } }, { signal }),
    placeholderData: keepPreviousData,
  })
const total = (filter: Filter) =>
  queryOptions({
    queryKey: [listPeople.id, 'count', filter],
    queryFn: ({ signal }) => call(countPeople, { query: filter }, { signal }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/people/')({
  validateSearch: PeopleFilter.extend({ sort: PeopleSort.optional() }),
  staticData: { crumb: { ja: '人材プール', en: 'Talent pool' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const format = useFormat()
  const can = useCan()
  const { sort = '-changed', ...filter } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const [selection, setSelection] = useState<Selection>(new Set())
  const [cursors, setCursors] = useState<readonly string[]>([])
  const [tagging, setTagging] = useState<Tagging>()
  const [merging, setMerging] = useState<Merging>()
  // Counts the filters set from elsewhere than the search box, which then begins anew.
  const [replaced, setReplaced] = useState(0)
  const listed = useQuery(page(filter, sort, cursors.at(-1)))
  const counted = useQuery(total(filter))
  const columns = usePeopleColumns()
  const restart = (search: Filter & { sort?: PeopleSort }) => {
    setSelection(new Set())
    setCursors([])
    void navigate({ search, replace: true })
  }
  const change = (part: Filter) => restart({ ...filter, ...part, sort })
  const replace = (search: Filter & { sort?: PeopleSort }) => {
    setReplaced(replaced + 1)
    restart(search)
  }
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const next = listed.data?.nextCursor
  const toast = useToast()
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        aside={counted.data && text.people(format.number(counted.data.count), counted.data.isExact)}
        actions={
          can('people:write') && (
            <Button component={Link} href="/people/add" leftSection={<IconUserPlus size={16} />}>
              {text.add}
            </Button>
          )
        }
      />
      <PeopleFilters filter={filter} onFilter={change} onClear={() => replace({ sort })} />
      <DataTable
        id="people"
        label={text.title}
        columns={columns}
        rows={listed.data?.items}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name ?? text.unnamed}
        rowHref={(row) => `/people/${row.id}`}
        sort={sortFromText(sort)}
        onSort={(chosen) =>
          restart({ ...filter, sort: PeopleSort.catch('-changed').parse(chosen && sortToText(chosen)) })
        }
        {...(can('people:write') && {
          selection,
          onSelection: setSelection,
          bulkActions: [
            {
              id: 'tag',
              label: text.tag,
              icon: <IconTag size={15} />,
              run: (personIds: readonly string[]) => setTagging({ kind: 'ADD', personIds }),
            },
            {
              id: 'untag',
              label: text.untag,
              icon: <IconTagOff size={15} />,
              run: (personIds: readonly string[]) => setTagging({ kind: 'REMOVE', personIds }),
            },
            ...(can('linkage:decide') ? [mergeAction(text.merge, setMerging)] : []),
          ],
        })}
        paging={{
          kind: 'cursor',
          hasPrevious: cursors.length > 0,
          hasNext: typeof next === 'string',
          onPrevious: () => setCursors(cursors.slice(0, -1)),
          onNext: () => setCursors(next ? [...cursors, next] : cursors),
          ...(counted.data?.isExact && { total: counted.data.count }),
        }}
        isRefreshing={listed.isPlaceholderData}
        error={listed.error}
        onRetry={() => void listed.refetch()}
        toolbar={
          <PeopleSearch
            key={replaced}
            value={filter.text ?? ''}
            onValue={(value) => change({ text: value === '' ? undefined : value })}
          />
        }
        toolbarEnd={
          <>
            <SavedSearches filter={filter} onChoose={replace} />
            <Button
              onClick={() => void exportPeople(filter).catch(toast.refuse)}
              variant="subtle"
              leftSection={<IconDownload size={15} />}
            >
              {text.export}
            </Button>
          </>
        }
        empty={<Nobody isFiltered={isFiltered} />}
      />
      <TagDialog tagging={tagging} onClose={() => setTagging(undefined)} />
      <MergeDialog
        merging={merging}
        onClose={(isMerged) => {
          setMerging(undefined)
          if (isMerged) setSelection(new Set())
        }}
      />
    </>
  )
}

/** Of two people chosen; of more, each pair is to be looked at. */
const mergeAction = (label: string, onMerge: (merging: Merging) => void): BulkAction => ({
  id: 'merge',
  label,
  icon: <IconArrowMerge size={15} />,
  takes: (count) => count === 2,
  run: ([one, other]) => {
    if (one && other) onMerge([one, other])
  },
})

function Nobody({ isFiltered }: { isFiltered: boolean }) {
  const text = useText(words)
  const can = useCan()
  if (isFiltered) return <EmptyState title={text.noneTitle}>{text.noneText}</EmptyState>
  return (
    <EmptyState
      title={text.emptyTitle}
      actions={
        can('intake:import') && (
          <Button component={Link} href="/imports" variant="default">
            {text.importCsv}
          </Button>
        )
      }
    >
      {text.emptyText}
    </EmptyState>
  )
}

function usePeopleColumns(): Column<PersonRow>[] {
  const text = useText(words)
  const format = useFormat()
  const person = useText(personWords)
  return useMemo(
    () => [
      {
        id: 'name',
        header: text.name,
        width: 170,
        sortable: true,
        card: 'title',
        cell: (row) => <PersonCell name={row.name ?? text.unnamed} note={row.nameKana} />,
      },
      {
        id: 'employer',
        header: text.employer,
        cell: (row) => <TextCell value={[row.employer, row.title].filter(Boolean).join(' / ')} isLong />,
      },
      {
        id: 'prefecture',
        header: person.field.prefecture,
        width: 100,
        cell: (row) => <TextCell value={row.prefecture} />,
      },
      {
        id: 'skills',
        header: text.skills,
        cell: (row) => <TextCell value={format.list(row.skills.slice(0, 4))} isLong />,
      },
      {
        id: 'tags',
        header: text.tags,
        width: 155,
        cell: ({ tags }) =>
          tags.length === 0 ? null : (
            <span className={styles.tags}>
              {tags.map((tag) => (
                <span key={tag.id} className={styles.tag}>
                  {tag.name}
                </span>
              ))}
            </span>
          ),
      },
      {
        id: 'application',
        header: text.application,
        cell: (row) => <TextCell value={row.application?.openingTitle} isLong />,
      },
      {
        id: 'state',
        header: text.state,
        width: 110,
        card: 'corner',
        cell: (row) =>
          row.application ? (
            <StatusBadge tone={stateTones[row.application.state]} plain>
              {person.state[row.application.state]}
            </StatusBadge>
          ) : null,
      },
      {
        id: 'observed',
        header: text.observed,
        width: 110,
        sortable: true,
        cell: (row) => <DateCell value={row.observedAt} kind="relative" />,
      },
    ],
    [text, person, format],
  )
}
