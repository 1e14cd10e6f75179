import { Button, SegmentedControl } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { listLegalHolds, type LegalHold } from '../../../../../contract/retention/retention.ts'
import { DateCell, PersonCell, TextCell } from '../../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { call } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import { staffQuery } from '../../../../../program/retention/retention-queries.ts'
import { LiftHold, PlaceHold } from './-HoldDialogs.tsx'
import { words } from './-words.ts'

const states = ['OPEN', 'LIFTED', 'ALL'] as const
const Search = z.object({ state: z.enum(states).default('OPEN'), cursor: z.uuid().optional() })
type Search = z.output<typeof Search>

const holds = ({ state, cursor }: Search) =>
  queryOptions({
    queryKey: [listLegalHolds.id, state, cursor],
    queryFn: () => call(listLegalHolds, { query: { cursor, ...(state !== 'ALL' && { state }) } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/privacy/holds/')({
  staticData: { crumb: { ja: '削除の保留', en: 'Legal holds' } },
  validateSearch: Search,
  component: Holds,
})

function Holds() {
  const text = useText(words)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const can = useCan()
  const [canManage, canOpen] = [can('consent:manage'), can('people:read')]
  const { data, error, isPlaceholderData } = useQuery(holds(search))
  const [isPlacing, setPlacing] = useState(false)
  const [lifting, lift] = useState<LegalHold>()
  const columns = useColumns(canManage ? lift : undefined)
  const labels = { OPEN: text.open, LIFTED: text.lifted, ALL: text.all }
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          canManage && (
            <Button leftSection={<IconLock size={16} />} onClick={() => setPlacing(true)}>
              {text.place}
            </Button>
          )
        }
      />
      <DataTable
        id="legal-holds"
        label={text.title}
        columns={columns}
        rows={data?.holds}
        rowId={(hold) => hold.id}
        rowLabel={(hold) => hold.personName ?? text.nobody}
        {...(canOpen && { rowHref: (hold: LegalHold) => `/people/${hold.personId}` })}
        isRefreshing={isPlaceholderData}
        error={error}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={text.filter}
            value={search.state}
            onChange={(state) => void navigate({ search: Search.parse({ state }) })}
            data={states.map((value) => ({ value, label: labels[value] }))}
          />
        }
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (cursor) => void navigate({ search: { ...search, cursor } }),
        })}
        empty={<EmptyState title={text.none}>{text.noneText}</EmptyState>}
      />
      <PlaceHold opened={isPlacing} onClose={() => setPlacing(false)} />
      <LiftHold hold={lifting} onClose={() => lift(undefined)} />
    </>
  )
}

function useColumns(onLift: ((hold: LegalHold) => void) | undefined): Column<LegalHold>[] {
  const text = useText(words)
  const canSeeStaff = useCan()('staff:read')
  const { data: staff } = useQuery({ ...staffQuery, enabled: canSeeStaff })
  return useMemo<Column<LegalHold>[]>(() => {
    const nameOf = (by: string) => staff?.items.find(({ id }) => id === by)?.name ?? text.program
    return [
      {
        id: 'person',
        header: text.person,
        card: 'title',
        cell: (row) => <PersonCell name={row.personName ?? text.nobody} />,
      },
      {
        id: 'state',
        header: text.state,
        width: 110,
        card: 'corner',
        cell: ({ liftedAt }) => (
          <StatusBadge tone={liftedAt === null ? 'wait' : 'neutral'} plain>
            {liftedAt === null ? text.open : text.lifted}
          </StatusBadge>
        ),
      },
      {
        id: 'reason',
        header: text.reason,
        wraps: true,
        cell: ({ reason, liftedBecause }) => [reason, liftedBecause].filter(Boolean).join(' → '),
      },
      {
        id: 'since',
        header: text.since,
        width: 165,
        cell: ({ placedAt }) => <DateCell value={placedAt} kind="dateTime" />,
      },
      { id: 'by', header: text.by, width: 140, cell: ({ placedBy }) => <TextCell value={nameOf(placedBy)} /> },
      ...(onLift
        ? [
            {
              id: 'actions',
              header: text.actions,
              width: 110,
              cell: (hold: LegalHold) =>
                hold.liftedAt === null ? (
                  <Button size="xs" variant="subtle" onClick={() => onLift(hold)}>
                    {text.lift}
                  </Button>
                ) : null,
            },
          ]
        : []),
    ]
  }, [text, staff, onLift])
}
