import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { promiseSentence } from '../../../../contract/introductions/promise-words.ts'
import {
  listNetworkPromises,
  networkPromiseViews,
  type NetworkPromise,
} from '../../../../contract/introductions/promises.ts'
import { promiseTones, promiseWords } from '../../../../program/promise-words.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { networkWords } from '../../../words.ts'
import { Decide } from './-Decide.tsx'
import styles from './promises.module.css'
import { words } from './-words.ts'

const Search = z.object({
  view: z.enum(networkPromiseViews).optional(),
  employerId: z.uuid().optional(),
  cursor: z.uuid().optional(),
})

const promises = ({ view = 'OBJECTED', employerId, cursor }: z.output<typeof Search>) => {
  const query = { view, employerId, cursor, limit: 25 }
  return queryOptions({
    queryKey: [listNetworkPromises.id, query],
    queryFn: () => call(listNetworkPromises, { query }),
    placeholderData: keepPreviousData,
  })
}

export const Route = createFileRoute('/_signed-in/promises/')({
  staticData: { crumb: { ja: 'ご本人へのお約束', en: 'Promises' } },
  validateSearch: Search,
  component: Page,
})

function Page() {
  const text = useText(words)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData, refetch } = useQuery(promises(search))
  const [deciding, setDeciding] = useState<NetworkPromise>()
  const columns = useColumns(setDeciding)
  const { view = 'OBJECTED', employerId } = search
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      {employerId !== undefined && (
        <InlineNotice
          tone="neutral"
          actions={
            <Button size="xs" variant="default" onClick={() => void navigate({ search: { view } })}>
              {text.showAll}
            </Button>
          }
        >
          {text.ofCompany}
        </InlineNotice>
      )}
      <DataTable
        id="network-promises"
        label={text.title}
        columns={columns}
        rows={data?.promises}
        rowId={(row) => row.id}
        rowLabel={(row) => row.employerName ?? ''}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (cursor) => void navigate({ search: (now) => ({ ...now, cursor }) }),
        })}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={text.view}
            value={view}
            onChange={(chosen) =>
              void navigate({
                search: { employerId, view: chosen as (typeof networkPromiseViews)[number] },
              })
            }
            data={networkPromiseViews.map((value) => ({ value, label: text.views[value] }))}
          />
        }
        empty={<EmptyState title={text.none[view]}>{view === 'ALL' && text.noneText}</EmptyState>}
      />
      {deciding && <Decide promise={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  )
}

function useColumns(onDecide: (promise: NetworkPromise) => void): Column<NetworkPromise>[] {
  const text = useText(words)
  const common = useText(promiseWords)
  const network = useText(networkWords)
  const [language] = useLanguage()
  const mayDecide = useCan()('network:decide')
  return useMemo<Column<NetworkPromise>[]>(
    () => [
      {
        id: 'company',
        header: text.company,
        width: 200,
        cell: (row) => row.employerName ?? network.formerCompany,
        card: 'title',
      },
      {
        id: 'promise',
        header: text.promise,
        wraps: true,
        cell: (row) => (
          <>
            {promiseSentence(row, language)}
            {row.objection !== null && (
              <blockquote className={styles.brief} title={text.words}>
                {row.objection}
              </blockquote>
            )}
          </>
        ),
      },
      { id: 'due', header: text.due, width: 130, cell: (row) => <DateCell value={row.dueAt} /> },
      {
        id: 'state',
        header: text.state,
        width: 210,
        wraps: true,
        card: 'corner',
        cell: (row) => (
          <>
            <StatusBadge tone={promiseTones[row.state]}>{common.states[row.state]}</StatusBadge>
            {row.settledBy && <small> {common.settled[row.settledBy]}</small>}
          </>
        ),
      },
      {
        id: 'objected',
        header: text.objected,
        width: 190,
        cell: (row) =>
          row.objectedAt && (
            <>
              <DateCell value={row.objectedAt} />{' '}
              {row.found === null && mayDecide && (
                <Button size="compact-xs" variant="default" onClick={() => onDecide(row)}>
                  {text.decide}
                </Button>
              )}
            </>
          ),
      },
    ],
    [text, common, network, language, mayDecide, onDecide],
  )
}
