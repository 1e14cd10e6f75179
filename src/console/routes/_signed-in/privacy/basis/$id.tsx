import { Button, NativeSelect } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import {
  approveAsking,
  listAskedPeople,
  NotAskedReason,
  stopAsking,
  type AskedPerson,
  type Asking,
} from '../../../../../contract/consent/asking.ts'
import { ConfirmButton } from '../../../../../ui/feedback/ConfirmButton.tsx'
import { ConfirmDialog } from '../../../../../ui/feedback/ConfirmDialog.tsx'
import { DateCell, PersonCell } from '../../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../../ui/feedback/EmptyState.tsx'
import { NumberField } from '../../../../../ui/form/fields.tsx'
import { ErrorNotice, InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../../ui/StatCard.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { Waiting } from '../../../../../ui/feedback/Waiting.tsx'
import { call } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import styles from '../-privacy.module.css'
import { askingQuery, phaseTones, refreshAskings } from './-queries.ts'
import { words } from './-words.ts'

const Search = z.object({
  reason: z.union([z.literal('NONE'), NotAskedReason]).optional(),
  answer: z.enum(['STAYS', 'LEAVES', 'NONE']).optional(),
  cursor: z.uuid().optional(),
})
type Search = z.output<typeof Search>

export const Route = createFileRoute('/_signed-in/privacy/basis/$id')({
  staticData: { crumb: { ja: '意向の確認', en: 'Asking' } },
  params: { parse: ({ id }) => ({ id: z.uuid().parse(id) }) },
  validateSearch: Search,
  component: Page,
})

const total = (counts: Partial<Record<string, number>>) =>
  Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0)

function Page() {
  const text = useText(words)
  const format = useFormat()
  const { id } = Route.useParams()
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const canSend = useCan()('relay:send')
  const { data: asking, error } = useQuery(askingQuery(id))
  if (error) return <ErrorNotice error={error} />
  if (!asking) return <Waiting />
  const at = (filter: string) => `/privacy/basis/${id}${filter}`
  return (
    <>
      <PageHeader
        title={text.open(format.dateTime(asking.madeAt))}
        aside={<StatusBadge tone={phaseTones[asking.phase]}>{text.phases[asking.phase]}</StatusBadge>}
        actions={
          canSend &&
          (asking.phase === 'LISTED' ? (
            asking.asks > 0 && <Approve asking={asking} />
          ) : asking.phase === 'MAILING' ? (
            <Stop id={id} />
          ) : null)
        }
      />
      <div className={styles.notice}>
        <Standing asking={asking} />
      </div>
      <StatRow>
        <StatCard label={text.asks} value={asking.asks} unit={text.unit} href={at('?reason=NONE')} />
        <StatCard label={text.notAsked} value={total(asking.reasons)} unit={text.unit} />
        <StatCard label={text.sent} value={asking.sent} unit={text.unit} />
        <StatCard label={text.stays} value={asking.stays} unit={text.unit} tone="good" href={at('?answer=STAYS')} />
        <StatCard label={text.leaves} value={asking.leaves} unit={text.unit} tone="bad" href={at('?answer=LEAVES')} />
        <StatCard
          label={text.silent}
          value={asking.sent - asking.stays - asking.leaves}
          unit={text.unit}
          tone="wait"
          href={at('?answer=NONE')}
        />
      </StatRow>
      <Section title={text.people} bare>
        <People asking={asking} search={search} onSearch={(chosen) => void navigate({ search: chosen })} />
      </Section>
    </>
  )
}

function Standing({ asking: { phase, isStuck, nextAt, endedAt, madeAt, asks } }: { asking: Asking }) {
  const text = useText(words)
  const format = useFormat()
  const ended = format.dateTime(endedAt ?? madeAt)
  if (isStuck) return <InlineNotice tone="bad">{text.stuck}</InlineNotice>
  if (phase === 'LISTED')
    return <InlineNotice tone={asks > 0 ? 'wait' : 'neutral'}>{asks > 0 ? text.listed : text.empty}</InlineNotice>
  if (phase === 'MAILING')
    return <InlineNotice tone="busy">{text.mailing(format.dateTime(nextAt ?? madeAt))}</InlineNotice>
  return phase === 'DONE' ? (
    <InlineNotice tone="good">{text.done(ended)}</InlineNotice>
  ) : (
    <InlineNotice tone="neutral">{text.stoppedAt(ended)}</InlineNotice>
  )
}

function Approve({ asking: { id, asks } }: { asking: Asking }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [asking, ask] = useState(false)
  const [typed, type] = useState<number | string>(100)
  const perDay = Number(typed)
  return (
    <>
      <Button leftSection={<IconSend size={16} />} onClick={() => ask(true)}>
        {text.approve}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => ask(false)}
        title={text.approveAsk(format.number(asks))}
        confirmLabel={text.approve}
        isFilledIn={perDay >= 1 && perDay <= 5000}
        consequences={[
          { kind: 'happens', text: text.approveDays(Math.ceil(asks / Math.max(1, perDay))) },
          { kind: 'happens', text: text.approveBudget },
          { kind: 'happens', text: text.approveJudged },
          { kind: 'final', text: text.approveOnce },
        ]}
        onConfirm={async () => {
          await call(approveAsking, { params: { id }, body: { perDay, asks } })
          await refreshAskings()
          toast.tell(text.approved)
        }}
      >
        <NumberField label={text.perDay} value={typed} onChange={type} min={1} max={5000} />
      </ConfirmDialog>
    </>
  )
}

function Stop({ id }: { id: string }) {
  const text = useText(words)
  const toast = useToast()
  return (
    <ConfirmButton
      label={text.stop}
      danger
      title={text.stopAsk}
      consequences={[
        { kind: 'happens', text: text.stopHappens },
        { kind: 'final', text: text.stopFinal },
      ]}
      onConfirm={async () => {
        await call(stopAsking, { params: { id } })
        await refreshAskings()
        toast.tell(text.stopped)
      }}
    />
  )
}

const peopleQuery = ({ id, queued, sent, stays, leaves }: Asking, search: Search) =>
  queryOptions({
    queryKey: [listAskedPeople.id, id, search, queued, sent, stays, leaves],
    queryFn: () => call(listAskedPeople, { params: { id }, query: search }),
    placeholderData: keepPreviousData,
  })

type PeopleProps = { asking: Asking; search: Search; onSearch: (search: Search) => void }

function People({ asking, search, onSearch }: PeopleProps) {
  const text = useText(words)
  const { data, error, isPlaceholderData } = useQuery(peopleQuery(asking, search))
  const columns = useColumns()
  const canOpen = useCan()('people:read')
  const reasons = Object.keys({ ...asking.reasons, ...asking.dropped }) as NotAskedReason[]
  return (
    <DataTable
      id="asked-people"
      label={text.people}
      columns={columns}
      rows={data?.people}
      rowId={(row) => row.personId}
      rowLabel={(row) => row.personName ?? text.gone}
      {...(canOpen && { rowHref: (row: AskedPerson) => `/people/${row.personId}` })}
      isRefreshing={isPlaceholderData}
      error={error}
      toolbar={
        <NativeSelect
          size="xs"
          aria-label={text.filter}
          value={search.answer ? `answer:${search.answer}` : search.reason ? `reason:${search.reason}` : ''}
          onChange={({ currentTarget }) => {
            const [key, value] = currentTarget.value.split(':')
            onSearch(Search.parse(key ? { [key]: value } : {}))
          }}
          data={[
            { value: '', label: text.anyone },
            { value: 'reason:NONE', label: text.asks },
            { value: 'answer:STAYS', label: text.stays },
            { value: 'answer:LEAVES', label: text.leaves },
            { value: 'answer:NONE', label: text.silent },
            ...reasons.map((reason) => ({
              value: `reason:${reason}`,
              label: `${text.notAsked}: ${text.reasons[reason]}`,
            })),
          ]}
        />
      }
      paging={pagesInUrl({
        cursor: search.cursor,
        next: data?.nextCursor,
        onNext: (cursor) => onSearch({ ...search, cursor }),
      })}
      empty={<EmptyState title={text.none}>{text.noneText}</EmptyState>}
    />
  )
}

function useColumns(): Column<AskedPerson>[] {
  const text = useText(words)
  return useMemo<Column<AskedPerson>[]>(() => {
    const why = ({ reason, outcome }: AskedPerson) => reason ?? (outcome === 'QUEUED' ? null : outcome)
    return [
      {
        id: 'person',
        header: text.person,
        card: 'title',
        cell: (row) => <PersonCell name={row.personName ?? text.gone} />,
      },
      {
        id: 'verdict',
        header: text.verdict,
        width: 130,
        card: 'corner',
        cell: (row) => (
          <StatusBadge tone={why(row) === null ? 'relay' : 'neutral'} plain>
            {why(row) === null ? text.ask : text.doNotAsk}
          </StatusBadge>
        ),
      },
      {
        id: 'why',
        header: text.why,
        cell: (row) => {
          const reason = why(row)
          return reason === null ? '' : text.reasons[reason]
        },
      },
      { id: 'sent', header: text.sent, width: 150, cell: ({ sentAt }) => <DateCell value={sentAt} kind="dateTime" /> },
      {
        id: 'answer',
        header: text.answer,
        width: 150,
        cell: ({ answer }) => (answer === null ? '' : text.answers[answer]),
      },
    ]
  }, [text])
}
