import { Button, Modal } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { listStaff } from '../../contract/accounts/accounts.ts'
import {
  breachKinds,
  listAffected,
  listBreaches,
  openBreach,
  type AffectedPerson,
} from '../../contract/audit/breaches.ts'
import { DateCell, NumberCell, TextCell } from '../../ui/data-table/cells.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { DataTable } from '../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Entries } from '../../ui/Entry.tsx'
import { DateField, PlainSelectField } from '../../ui/form/fields.tsx'
import { FieldRow, Form } from '../../ui/form/Form.tsx'
import { useFields } from '../../ui/form/use-fields.ts'
import { InlineNotice } from '../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../ui/StatCard.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call, queries } from '../api.ts'
import { actionText, auditWords } from '../audit/audit-words.ts'
import type { ProgramSession } from '../session.ts'
import { dayIn, instantOf } from '../zoned-day.ts'
import styles from './breach.module.css'
import { BreachDraft } from './BreachDraft.tsx'
import { breachWords } from './breach-words.ts'

/** What the address of the page holds. */
export const BreachSearch = z.object({
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  actions: z.string().max(200).optional(),
  actorId: z.string().max(200).optional(),
})
type Search = z.output<typeof BreachSearch>

const dayMs = 86_400_000
/** A week until today, while nobody chose a period. */
const periodOf = ({ from, until }: Search, zone: string) => ({
  from: from ?? dayIn(new Date(Date.now() - 7 * dayMs), zone),
  until: until ?? dayIn(new Date(), zone),
})

const drafts = queryOptions({ queryKey: [listBreaches.id], queryFn: () => call(listBreaches, {}) })

type Props = { session: ProgramSession; search: Search; onSearch: (search: Search) => void }

/** Who is affected by what happened, and the drafts of reports about it with their clocks. */
export function BreachPage({ session, search, onSearch }: Props) {
  const text = useText(breachWords)
  const { data } = useQuery(drafts)
  const canManage = session.useCan()('company:manage')
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <Section title={text.breaches} bare>
        {data?.breaches.length === 0 && <EmptyState title={text.noBreaches} framed compact />}
        <Entries>
          {data?.breaches.map((breach) => (
            <BreachDraft key={`${breach.id}-${breach.version}`} breach={breach} mayChange={canManage} />
          ))}
        </Entries>
      </Section>
      <Section title={text.who} bare>
        <Affected session={session} search={search} onSearch={onSearch} mayOpen={canManage} />
      </Section>
    </>
  )
}

const kinds = ['people.', 'applications.', 'selection.', 'messages.', 'relay.', 'consent.', 'insights.', 'duplicates.']

function Affected({ session, search, onSearch, mayOpen }: Props & { mayOpen: boolean }) {
  const text = useText(breachWords)
  const audit = useText(auditWords)
  const format = useFormat()
  const { from, until } = periodOf(search, format.zone)
  const asked = {
    from: instantOf(from, format.zone),
    to: instantOf(until, format.zone, 1),
    actions: search.actions ?? '',
    actorId: search.actorId ?? '',
  }
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: [listAffected.id, asked],
    queryFn: () => call(listAffected, { query: { ...asked, limit: 200 } }),
    placeholderData: keepPreviousData,
  })
  const canSeeStaff = session.useCan()('staff:read')
  const { data: staff } = useQuery({
    queryKey: [listStaff.id],
    queryFn: () => call(listStaff, {}),
    enabled: canSeeStaff,
  })
  const columns = useColumns()
  const [isOpening, setOpening] = useState(false)
  return (
    <>
      <div className={styles.asked}>
        <FieldRow>
          <DateField
            label={text.from}
            value={from}
            onChange={(event) => onSearch({ ...search, from: event.currentTarget.value || undefined })}
          />
          <DateField
            label={text.until}
            value={until}
            onChange={(event) => onSearch({ ...search, until: event.currentTarget.value || undefined })}
          />
          <PlainSelectField
            label={text.actions}
            value={search.actions ?? ''}
            onChange={(event) => onSearch({ ...search, actions: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: text.allActions },
              ...[...kinds, ...(data?.actions.map(({ action }) => action) ?? [])].map((value) => ({
                value,
                label: audit.groups[value] ?? actionText(audit, value),
              })),
            ]}
          />
          <PlainSelectField
            label={text.actor}
            value={search.actorId ?? ''}
            onChange={(event) => onSearch({ ...search, actorId: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: text.anybody },
              ...(staff?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </FieldRow>
      </div>
      <StatRow>
        <StatCard label={text.count} value={text.countUnit(format.number(data?.count ?? 0))} />
        <StatCard label={text.events} value={text.eventsUnit(format.number(data?.events ?? 0))} />
      </StatRow>
      {data && data.count > data.people.length && (
        <InlineNotice>{text.more(format.number(data.people.length), format.number(data.count))}</InlineNotice>
      )}
      <DataTable
        id="affected"
        label={text.who}
        columns={columns}
        rows={data?.people}
        rowId={(person) => person.personId}
        rowLabel={(person) => person.name ?? text.erased}
        isRefreshing={isPlaceholderData}
        error={error}
        toolbar={mayOpen && (data?.count ?? 0) > 0 && <Button onClick={() => setOpening(true)}>{text.open}</Button>}
        empty={<EmptyState title={text.none}>{text.noneText}</EmptyState>}
      />
      <Modal opened={isOpening} onClose={() => setOpening(false)} title={<strong>{text.open}</strong>} size="lg">
        <Open asked={asked} onDone={() => setOpening(false)} />
      </Modal>
    </>
  )
}

function useColumns(): Column<AffectedPerson>[] {
  const text = useText(breachWords)
  const audit = useText(auditWords)
  const format = useFormat()
  return useMemo<Column<AffectedPerson>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        width: 190,
        card: 'title',
        cell: (row) => <TextCell value={row.name ?? text.erased} />,
      },
      { id: 'times', header: text.times, width: 90, align: 'end', cell: (row) => <NumberCell value={row.events} /> },
      { id: 'first', header: text.first, width: 165, cell: (row) => <DateCell value={row.firstAt} kind="dateTime" /> },
      { id: 'last', header: text.last, width: 165, cell: (row) => <DateCell value={row.lastAt} kind="dateTime" /> },
      {
        id: 'done',
        header: text.done,
        wraps: true,
        cell: (row) => format.list(row.actions.map((action) => actionText(audit, action))),
      },
    ],
    [text, audit, format],
  )
}

type Asked = { from: string; to: string; actions: string; actorId: string }

function Open({ asked, onDone }: { asked: Asked; onDone: () => void }) {
  const text = useText(breachWords)
  const [language] = useLanguage()
  const { zone } = useFormat()
  const toast = useToast()
  const fields = useFields({
    initial: { kind: 'OTHER' as string, noticedOn: dayIn(new Date(), zone) },
    schema: openBreach.body,
    prepare: ({ kind, noticedOn }) => ({
      ...asked,
      id: crypto.randomUUID(),
      kind,
      language,
      noticedAt: noticedOn === '' ? '' : instantOf(noticedOn, zone),
    }),
    onSubmit: async (body: z.output<typeof openBreach.body>) => {
      await call(openBreach, { body })
      await queries.invalidateQueries({ queryKey: [listBreaches.id] })
      toast.tell(text.opened)
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.open}>
      <p>{text.openText}</p>
      <PlainSelectField
        {...fields.field('kind')}
        label={text.kind}
        data={breachKinds.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <DateField {...fields.field('noticedOn')} label={text.noticed} isRequired />
    </Form>
  )
}
