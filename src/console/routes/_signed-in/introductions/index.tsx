import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import {
  IntroductionState,
  introductionStates,
  listIntroductions,
  type Introduction,
} from '../../../../contract/introductions/introductions.ts'
import { DateCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { ModeNotice } from '../../../ModeNotice.tsx'
import { progressTones, stateOf, stateTones, words } from './-words.ts'

type Wanted = { state?: IntroductionState | undefined; cursor?: string | undefined }

const introductions = (search: Wanted) =>
  queryOptions({
    queryKey: [listIntroductions.id, search],
    queryFn: () => call(listIntroductions, { query: search }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/introductions/')({
  staticData: { crumb: { ja: '紹介', en: 'Introductions' } },
  validateSearch: z.object({ state: IntroductionState.optional(), cursor: z.string().optional() }),
  component: Introductions,
})

function Introductions() {
  const text = useText(words)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData, refetch } = useQuery(introductions(search))
  const columns = useColumns()
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <ModeNotice />
      <SegmentedControl
        size="xs"
        mb="md"
        aria-label={text.state}
        value={search.state ?? ''}
        onChange={(state) => void navigate({ search: state === '' ? {} : { state: IntroductionState.parse(state) } })}
        data={[
          { value: '', label: text.all },
          ...introductionStates.slice(0, 4).map((state) => ({ value: state, label: text.states[state] })),
        ]}
      />
      <DataTable
        id="introductions"
        label={text.title}
        columns={columns}
        rows={data?.introductions}
        rowId={(one) => one.id}
        rowLabel={(one) => one.person?.name ?? text.anonymous}
        rowHref={(one) => `/introductions/${one.id}`}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: (now) => ({ ...now, cursor: next }) }),
        })}
        empty={
          <EmptyState
            title={text.empty}
            actions={
              <Button component={Link} href="/matching" variant="default">
                {text.toMatching}
              </Button>
            }
          >
            {text.emptyText}
          </EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<Introduction>[] {
  const text = useText(words)
  return useMemo<Column<Introduction>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        cell: (one) => (
          <PersonCell
            name={one.person?.name ?? text.anonymous}
            note={one.unanswered > 0 ? text.questions(one.unanswered) : one.openingTitle}
          />
        ),
        card: 'title',
      },
      { id: 'opening', header: text.opening, cell: (one) => one.openingTitle },
      {
        id: 'state',
        header: text.state,
        width: 170,
        cell: (one) => <StatusBadge tone={stateTones[one.state]}>{stateOf(one, text)}</StatusBadge>,
        card: 'corner',
      },
      {
        id: 'progress',
        header: text.progress,
        width: 130,
        cell: (one) =>
          one.progress && <StatusBadge tone={progressTones[one.progress]}>{text.progresses[one.progress]}</StatusBadge>,
      },
      { id: 'askedAt', header: text.askedAt, width: 130, cell: (one) => <DateCell value={one.askedAt} /> },
      {
        id: 'answerBy',
        header: text.answerBy,
        width: 130,
        cell: (one) =>
          one.state === 'ASKED' && one.gate?.state !== 'WAITING' ? <DateCell value={one.answerBy} /> : null,
      },
    ],
    [text],
  )
}
