import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { listStuckApplications, type Application } from '../../../contract/selection/selection.ts'
import { DateCell, NumberCell, PersonCell } from '../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../ui/data-table/column.ts'
import { DataTable } from '../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { messages } from '../../../ui/text/messages.ts'
import { useFormat, useText } from '../../../ui/text/TextProvider.tsx'
import { call } from '../../api.ts'
import { selectionWords } from '../../selection-words.ts'

const words = messages({
  ja: {
    title: '滞留している選考',
    description: '2週間以上、同じ段階から動いていない選考です。長くお待たせしている順に並びます。',
    person: 'お名前',
    nobody: '(お名前なし)',
    stage: '選考段階',
    since: 'この段階になった日',
    days: '経過日数',
    applied: '応募日',
    count: (count: string) => `${count}件`,
    empty: '滞留している選考はありません',
    emptyText: '進行中の選考は、すべて2週間以内に動いています。',
  },
  en: {
    title: 'Stuck applications',
    description: 'In one stage for two weeks or more, the longest waiting first.',
    person: 'Name',
    nobody: '(no name)',
    stage: 'Stage',
    since: 'In it since',
    days: 'Days',
    applied: 'Applied',
    count: (count: string) => count,
    empty: 'Nothing is stuck',
    emptyText: 'Every application in process has moved within two weeks.',
  },
})

const stuck = (cursor: string | undefined) =>
  queryOptions({
    queryKey: [listStuckApplications.id, cursor],
    queryFn: () => call(listStuckApplications, { query: { cursor } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/stuck')({
  staticData: { crumb: { ja: '滞留している選考', en: 'Stuck applications' } },
  validateSearch: z.object({ cursor: z.string().max(500).optional() }),
  component: Stuck,
})

const dayMs = 86_400_000

function Stuck() {
  const text = useText(words)
  const format = useFormat()
  const { cursor } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData } = useQuery(stuck(cursor))
  const columns = useColumns()
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        aside={data && data.count > 0 ? text.count(format.number(data.count)) : undefined}
      />
      <DataTable
        id="stuck"
        label={text.title}
        columns={columns}
        rows={data?.items}
        rowId={(one) => one.id}
        rowLabel={(one) => one.personName ?? text.nobody}
        rowHref={(one) => `/people/${one.personId}`}
        isRefreshing={isPlaceholderData}
        error={error}
        paging={pagesInUrl({
          cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: { cursor: next } }),
        })}
        empty={<EmptyState title={text.empty}>{text.emptyText}</EmptyState>}
      />
    </>
  )
}

function useColumns(): Column<Application>[] {
  const text = useText(words)
  const named = useText(selectionWords)
  return useMemo<Column<Application>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        cell: (one) => <PersonCell name={one.personName ?? text.nobody} note={one.openingTitle} />,
        card: 'title',
      },
      { id: 'stage', header: text.stage, width: 160, cell: (one) => named.stage[one.stage] ?? one.stage },
      { id: 'since', header: text.since, width: 170, cell: (one) => <DateCell value={one.stageSince} /> },
      {
        id: 'days',
        header: text.days,
        width: 110,
        align: 'end',
        cell: (one) => <NumberCell value={Math.floor((Date.now() - Date.parse(one.stageSince)) / dayMs)} />,
      },
      { id: 'applied', header: text.applied, width: 130, cell: (one) => <DateCell value={one.appliedAt} /> },
    ],
    [text, named],
  )
}
