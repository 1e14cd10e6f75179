import { SegmentedControl } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { IntroductionState, introductionStates } from '../../../contract/introductions/introductions.ts'
import { listNetworkIntroductions, type NetworkIntroduction } from '../../../contract/network/network.ts'
import { DateCell, TextCell } from '../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../ui/data-table/column.ts'
import { DataTable } from '../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { StatusBadge, type Tone } from '../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../ui/text/TextProvider.tsx'
import { call } from '../../api.ts'
import { introductionWords } from '../../introduction-words.ts'
import { networkWords } from '../../words.ts'

const tones: Record<IntroductionState, Tone> = {
  ASKED: 'busy',
  ACCEPTED: 'good',
  DECLINED: 'neutral',
  LAPSED: 'wait',
  WITHDRAWN: 'neutral',
  CANCELLED: 'neutral',
}

const Search = z.object({
  state: IntroductionState.optional(),
  employerId: z.uuid().optional(),
  cursor: z.uuid().optional(),
})

const introductions = ({ state, employerId, cursor }: z.output<typeof Search>) =>
  queryOptions({
    queryKey: [listNetworkIntroductions.id, state, employerId, cursor],
    queryFn: () => call(listNetworkIntroductions, { query: { states: state, employerId, cursor, limit: 25 } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/introductions')({
  staticData: { crumb: { ja: '紹介の状況', en: 'Introductions' } },
  validateSearch: Search,
  component: Introductions,
})

function Introductions() {
  const text = useText(introductionWords)
  const common = useText(networkWords)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData, refetch } = useQuery(introductions(search))
  const columns = useColumns()
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <DataTable
        id="network-introductions"
        label={text.title}
        columns={columns}
        rows={data?.introductions}
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.employerName ?? common.formerCompany} ${text.states[row.state]}`}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={text.state}
            value={search.state ?? ''}
            onChange={(value) => {
              const { employerId } = search
              const state = value === '' ? undefined : IntroductionState.parse(value)
              void navigate({ search: { ...(employerId && { employerId }), ...(state && { state }) } })
            }}
            data={[
              { value: '', label: text.all },
              ...introductionStates.slice(0, 4).map((state) => ({ value: state, label: text.states[state] })),
            ]}
          />
        }
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: { ...search, cursor: next } }),
        })}
        empty={
          <EmptyState title={text.empty} icon={<IconHeartHandshake size={22} stroke={1.5} />}>
            {text.emptyText}
          </EmptyState>
        }
      />
    </>
  )
}

/** Each step with its day; the progress alone where its days were never told. */
function Steps({ introduction: { progress, steps } }: { introduction: NetworkIntroduction }) {
  const text = useText(introductionWords)
  const format = useFormat()
  if (steps.length === 0) return <TextCell value={progress && text.progresses[progress]} />
  return steps.map((step) => (
    <div key={`${step.progress} ${step.at}`}>
      {format.date(step.at)} {step.progress ? text.progresses[step.progress] : text.back}
    </div>
  ))
}

const ageDays = ({ askedAt, endedAt }: NetworkIntroduction) =>
  Math.floor(((endedAt === null ? Date.now() : Date.parse(endedAt)) - Date.parse(askedAt)) / 86_400_000)

function useColumns(): Column<NetworkIntroduction>[] {
  const text = useText(introductionWords)
  const common = useText(networkWords)
  return useMemo<Column<NetworkIntroduction>[]>(
    () => [
      { id: 'company', header: text.company, cell: (row) => row.employerName ?? common.formerCompany, card: 'title' },
      {
        id: 'state',
        header: text.state,
        width: 140,
        cell: (row) => <StatusBadge tone={tones[row.state]}>{text.states[row.state]}</StatusBadge>,
        card: 'corner',
      },
      {
        id: 'progress',
        header: text.progress,
        width: 190,
        wraps: true,
        cell: (row) => <Steps introduction={row} />,
      },
      { id: 'asked', header: text.asked, width: 130, cell: (row) => <DateCell value={row.askedAt} /> },
      { id: 'age', header: text.age, width: 90, align: 'end', cell: (row) => text.days(ageDays(row)) },
      {
        id: 'answerBy',
        header: text.answerBy,
        width: 130,
        cell: (row) => <DateCell value={row.state === 'ASKED' ? row.answerBy : null} />,
      },
      { id: 'ended', header: text.ended, width: 130, cell: (row) => <DateCell value={row.endedAt} /> },
    ],
    [text, common],
  )
}
