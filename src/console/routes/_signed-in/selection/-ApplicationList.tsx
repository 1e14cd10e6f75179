import { IconArrowRight, IconPlayerPause, IconX } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { listApplications, type Application } from '../../../../contract/selection/selection.ts'
import { DateCell, PersonCell, TextCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import type { Selection } from '../../../../ui/data-table/selection.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { personWords, stateTones } from '../../../person-words.ts'
import { selectionWords } from '../../../selection-words.ts'
import { DecisionMenu } from './-DecisionMenu.tsx'
import { statesOf } from './-decisions.ts'
import type { Acts } from './-Recruiting.tsx'
import type { SelectionSearch } from './-search.ts'
import { words } from './-words.ts'

const pageSize = 50

type ApplicationListProps = { search: SelectionSearch; acts: Acts }

/** The applications as a list, those that changed last first. Another filter begins at its first page. */
export function ApplicationList({ search, acts }: ApplicationListProps) {
  const { opening, state, stage, channel } = search
  return <Pages key={[opening, state, stage, channel].join()} search={search} acts={acts} />
}

function Pages({ search: { opening, state = 'OPEN', stage, channel }, acts }: ApplicationListProps) {
  const text = useText(words)
  const [cursors, setCursors] = useState<readonly string[]>([])
  const [selection, setSelection] = useState<Selection>(new Set())
  const query = { openingId: opening, states: statesOf(state), stage, channel, cursor: cursors.at(-1), limit: pageSize }
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: [listApplications.id, query],
    queryFn: ({ signal }) => call(listApplications, { query }, { signal }),
    placeholderData: keepPreviousData,
  })
  const columns = useApplicationColumns(acts)
  const next = data?.nextCursor
  const chosen = (ids: readonly string[]) => (data?.items ?? []).filter(({ id }) => ids.includes(id))
  return (
    <DataTable
      id="applications"
      label={text.title}
      columns={columns}
      rows={data?.items}
      rowId={(row) => row.id}
      rowLabel={(row) => row.personName ?? text.unnamed}
      rowHref={(row) => `/people/${row.personId}`}
      onOpen={acts.open}
      {...(acts.canDecide && {
        selection,
        onSelection: setSelection,
        bulkActions: [
          {
            id: 'move',
            label: text.move,
            icon: <IconArrowRight size={15} />,
            run: (ids: readonly string[]) => acts.askMove(chosen(ids)),
          },
          {
            id: 'hold',
            label: text.hold,
            icon: <IconPlayerPause size={15} />,
            run: (ids: readonly string[]) => acts.ask({ kind: 'HOLD', applications: chosen(ids) }),
          },
          {
            id: 'withdraw',
            label: text.withdraw,
            run: (ids: readonly string[]) => acts.ask({ kind: 'WITHDRAW', applications: chosen(ids) }),
          },
          {
            id: 'reject',
            label: text.reject,
            icon: <IconX size={15} />,
            danger: true,
            run: (ids: readonly string[]) => acts.ask({ kind: 'REJECT', applications: chosen(ids) }),
          },
        ],
      })}
      paging={{
        kind: 'cursor',
        hasPrevious: cursors.length > 0,
        hasNext: typeof next === 'string',
        onPrevious: () => setCursors(cursors.slice(0, -1)),
        onNext: () => setCursors(next ? [...cursors, next] : cursors),
      }}
      isRefreshing={isPlaceholderData}
      error={error}
      onRetry={() => void refetch()}
      empty={<EmptyState title={text.emptyTitle}>{text.emptyText}</EmptyState>}
    />
  )
}

function useApplicationColumns(acts: Acts): Column<Application>[] {
  const text = useText(words)
  const person = useText(personWords)
  const { stage, channel } = useText(selectionWords)
  return useMemo(
    () => [
      {
        id: 'name',
        header: text.name,
        width: 170,
        card: 'title',
        cell: (row) => (
          <PersonCell name={row.personName ?? text.unnamed} note={row.isReapplication ? text.again : null} />
        ),
      },
      { id: 'opening', header: text.opening, cell: (row) => row.openingTitle },
      { id: 'stage', header: text.stage, width: 140, cell: (row) => stage[row.stage] },
      {
        id: 'state',
        header: text.state,
        width: 110,
        card: 'corner',
        cell: (row) => (
          <StatusBadge tone={stateTones[row.state]} plain>
            {person.state[row.state]}
          </StatusBadge>
        ),
      },
      {
        id: 'channel',
        header: text.channel,
        cell: (row) => <TextCell value={row.agency ?? row.channelLabel ?? channel[row.channel]} />,
      },
      { id: 'applied', header: text.applied, width: 110, cell: (row) => <DateCell value={row.appliedAt} /> },
      {
        id: 'since',
        header: text.since,
        width: 110,
        cell: (row) => <DateCell value={row.stageSince} kind="relative" />,
      },
      ...(acts.canDecide
        ? [
            {
              id: 'actions',
              header: text.actions,
              width: 64,
              optional: false,
              cell: (row: Application) => (
                <DecisionMenu
                  application={row}
                  steps={acts.steps}
                  onMove={(one, to) => void acts.move([one], to)}
                  onDecide={(one, kind) => kind !== 'STAGE' && acts.ask({ kind, applications: [one] })}
                />
              ),
            },
          ]
        : []),
    ],
    [text, person, stage, channel, acts],
  )
}
