import { Button, CopyButton, NativeSelect, TextInput } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { z } from 'zod'
import { listStaff } from '../../contract/accounts/accounts.ts'
import { listAuditEvents, readAuditSeals, type AuditEvent } from '../../contract/audit/audit.ts'
import { DateCell, TextCell } from '../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../ui/data-table/column.ts'
import { DataTable } from '../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNotice } from '../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../ui/StatCard.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../ui/text/TextProvider.tsx'
import { call } from '../api.ts'
import type { ProgramSession } from '../session.ts'
import { instantOf } from '../zoned-day.ts'
import { AuditEventPanel } from './AuditEventPanel.tsx'
import { actionText, auditWords } from './audit-words.ts'
import styles from './audit.module.css'

/** What the address of the page holds. */
export const AuditSearch = z.object({
  action: z.string().max(60).optional(),
  actorId: z.string().max(200).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  cursor: z.uuid().optional(),
})
type Search = z.output<typeof AuditSearch>

const seals = queryOptions({ queryKey: [readAuditSeals.id], queryFn: () => call(readAuditSeals, {}) })
const staff = queryOptions({ queryKey: [listStaff.id], queryFn: () => call(listStaff, {}) })
const events = ({ from, until, ...search }: Search, zone: string) =>
  queryOptions({
    queryKey: [listAuditEvents.id, search, from, until, zone],
    queryFn: () =>
      call(listAuditEvents, {
        query: {
          ...search,
          from: from && instantOf(from, zone),
          // The last day belongs to the period.
          to: until && instantOf(until, zone, 1),
        },
      }),
    placeholderData: keepPreviousData,
  })

type Props = {
  session: ProgramSession
  search: Search
  onSearch: (search: Search, how: { replace: boolean }) => void
}

/** What the company's staff, keys and people did, with the seals that show a later change. */
export function AuditPage({ session, search, onSearch }: Props) {
  const text = useText(auditWords)
  const { zone } = useFormat()
  const { data, error, isPlaceholderData, refetch } = useQuery(events(search, zone))
  const [opened, open] = useState<AuditEvent>()
  const who = useWho(session)
  const columns = useAuditColumns(who)
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <Seals />
      <DataTable
        id="audit"
        label={text.title}
        columns={columns}
        rows={data?.events}
        rowId={(event) => event.id}
        rowLabel={(event) => actionText(text, event.action)}
        onOpen={open}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        toolbar={<Filters session={session} search={search} onSearch={onSearch} />}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (next) => onSearch({ ...search, cursor: next }, { replace: false }),
        })}
        empty={
          <EmptyState title={text.empty} icon={<IconHistory size={22} stroke={1.5} />}>
            {text.emptyText}
          </EmptyState>
        }
      />
      <AuditEventPanel event={opened} who={who} onClose={() => open(undefined)} />
    </>
  )
}

/** The name of who acted. An auditor may see staff; nobody else's name is known here. */
function useWho({ useCan }: ProgramSession): (event: AuditEvent) => string {
  const text = useText(auditWords)
  const canSeeStaff = useCan()('staff:read')
  const { data } = useQuery({ ...staff, enabled: canSeeStaff })
  return useCallback(
    ({ actor }) => {
      if (actor.kind !== 'staff') return text[actor.kind]
      return data?.items.find(({ id }) => id === actor.id)?.name ?? text.formerStaff
    },
    [text, data],
  )
}

function Seals() {
  const text = useText(auditWords)
  const format = useFormat()
  const { data, error } = useQuery(seals)
  if (error) return <ErrorNotice error={error} />
  return (
    <>
      <StatRow>
        <StatCard
          label={text.chain}
          value={data && (data.broken ? text.broken : text.whole)}
          tone={data?.broken ? 'bad' : 'good'}
          note={data?.broken ? text.brokenText(data.broken.where) : undefined}
        />
        <StatCard
          label={text.seals}
          value={data?.sequence}
          unit={text.sealsUnit}
          note={data?.sealedAt ? text.sealedAt(format.dateTime(data.sealedAt)) : undefined}
        />
        <StatCard label={text.waiting} value={data?.unsealed} unit={text.waitingUnit} />
      </StatRow>
      {data && (
        <div className={styles.head}>
          <span>{text.head}</span>
          <code>{data.hash}</code>
          <CopyButton value={`${data.sequence} ${data.hash}`}>
            {({ copied, copy }) => (
              <Button size="compact-xs" variant="default" onClick={copy}>
                {copied ? text.copied : text.copy}
              </Button>
            )}
          </CopyButton>
          <span>{text.headNote}</span>
        </div>
      )}
    </>
  )
}

function Filters({ session: { useCan }, search, onSearch }: Props) {
  const text = useText(auditWords)
  const canSeeStaff = useCan()('staff:read')
  const { data } = useQuery({ ...staff, enabled: canSeeStaff })
  const change = (changed: Partial<Search>) => onSearch({ ...search, ...changed, cursor: undefined }, { replace: true })
  const given = (value: string) => (value === '' ? undefined : value)
  return (
    <div className={styles.filters}>
      <NativeSelect
        size="xs"
        label={text.what}
        value={search.action ?? ''}
        onChange={({ currentTarget }) => change({ action: given(currentTarget.value) })}
        data={[
          { value: '', label: text.allActions },
          ...Object.entries(text.groups).map(([value, label]) => ({ value, label })),
        ]}
      />
      {canSeeStaff && (
        <NativeSelect
          size="xs"
          label={text.actor}
          value={search.actorId ?? ''}
          onChange={({ currentTarget }) => change({ actorId: given(currentTarget.value) })}
          data={[
            { value: '', label: text.allActors },
            ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextInput
        size="xs"
        type="date"
        label={text.from}
        value={search.from ?? ''}
        onChange={({ currentTarget }) => change({ from: given(currentTarget.value) })}
      />
      <TextInput
        size="xs"
        type="date"
        label={text.until}
        value={search.until ?? ''}
        onChange={({ currentTarget }) => change({ until: given(currentTarget.value) })}
      />
    </div>
  )
}

function useAuditColumns(who: (event: AuditEvent) => string): Column<AuditEvent>[] {
  const text = useText(auditWords)
  return useMemo<Column<AuditEvent>[]>(
    () => [
      { id: 'action', header: text.what, cell: (event) => actionText(text, event.action), card: 'title' },
      { id: 'actor', header: text.actor, width: 190, cell: (event) => who(event) },
      {
        id: 'subject',
        header: text.subject,
        width: 220,
        cell: ({ subject }) => <TextCell value={subject && `${subject.kind} ${subject.id.slice(0, 8)}`} />,
      },
      {
        id: 'when',
        header: text.when,
        width: 165,
        cell: (event) => <DateCell value={event.recordedAt} kind="dateTime" />,
      },
      {
        id: 'sealed',
        header: text.state,
        width: 120,
        card: 'corner',
        cell: (event) => (
          <StatusBadge tone={event.sealed ? 'good' : 'wait'} plain>
            {event.sealed ? text.sealed : text.unsealed}
          </StatusBadge>
        ),
      },
    ],
    [text, who],
  )
}
