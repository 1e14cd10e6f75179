import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { makePreflight } from '../../../../contract/preflights.ts'
import { listUntold, recordTold, type UntoldPerson } from '../../../../contract/relay.ts'
import { toldHows, ToldHow } from '../../../../contract/relay-terms.ts'
import { download } from '../../../../program/download.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { DateCell, NumberCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import type { Selection } from '../../../../ui/data-table/selection.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { letterWords, reasonText } from './-words.ts'

type Person = z.output<typeof UntoldPerson>

const words = messages({
  ja: {
    title: '未通知の方',
    description:
      '不採用になったまま、まだお知らせしていない方です(サイレントお祈り)。長くお待たせしている順に並びます。',
    person: 'お名前',
    nobody: '(お名前なし)',
    ended: '不採用日',
    waiting: '経過営業日',
    why: 'メールが送られない理由',
    coming: '送信待ち',
    tell: '通知を記録',
    choose: '方法を選ぶ',
    told: '通知したことを記録しました。',
    all: '未通知',
    overdue: '14日を超過',
    unit: '名',
    empty: '未通知の方はいません',
    owner: '担当',
    noOwner: '(未設定)',
    send: '確認して送る',
    csv: 'リンクをCSVで書き出す',
    csvAsk: (count: number) => `${count}名の専用リンクを書き出しますか?`,
    csvHappens: 'お一人ずつ送ってよいか確認し、送れる方のリンクだけを書き出します。送れない方は理由が付きます。',
    csvTold: 'リンクを書き出した方は、他のシステムから通知したものとして記録されます。必ずメールを送ってください。',
    csvFinal: 'リンクの有効期限は90日です。あとからもう一度書き出しても、同じリンクになります。',
    saved: 'リンクを書き出しました。',
    emptyText: '不採用になった方には、すべてお知らせが届いています。',
  },
  en: {
    title: 'Never told',
    description: 'People who were rejected and have not heard of it, the longest waiting first.',
    person: 'Name',
    nobody: '(no name)',
    ended: 'Rejected',
    waiting: 'Business days',
    why: 'Why no letter goes',
    coming: 'A letter is on its way',
    tell: 'Record as told',
    choose: 'Choose how',
    told: 'Recorded as told.',
    all: 'Never told',
    overdue: 'Over 14 days',
    unit: '',
    empty: 'Everybody has been told',
    owner: 'Owner',
    noOwner: '(nobody)',
    send: 'Check and send',
    csv: 'Links as CSV',
    csvAsk: (count: number) => `Export the personal links of ${count}?`,
    csvHappens: 'Each is judged first; who may not be written to gets no link but the reason.',
    csvTold: 'Who gets a link is recorded as told by another system. Be sure to send the mails.',
    csvFinal: 'A link is valid for 90 days; exporting again gives the same one.',
    saved: 'Exported.',
    emptyText: 'Nobody who was rejected is waiting to hear of it.',
  },
})

const untold = (cursor: string | undefined) =>
  queryOptions({
    queryKey: [listUntold.id, cursor],
    queryFn: () => call(listUntold, { query: { cursor } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/letters/untold')({
  staticData: { crumb: { ja: '未通知の方', en: 'Never told' } },
  validateSearch: z.object({ cursor: z.string().max(500).optional() }),
  component: Page,
})

function Page() {
  const text = useText(words)
  const { cursor } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData } = useQuery(untold(cursor))
  const columns = useColumns()
  const canSend = useCan()('relay:send')
  const router = useRouter()
  const toast = useToast()
  const [chosen, choose] = useState<Selection>(new Set())
  const [exporting, setExporting] = useState<readonly string[]>()
  // One click makes the pre-flight of these people; what leaves is decided on its page.
  const check = (applicationIds: readonly string[]) =>
    void call(makePreflight, {
      body: { kind: 'CAMPAIGN', id: crypto.randomUUID(), filter: { applicationIds: [...applicationIds] } },
    })
      .then(({ id }) => router.history.push(`/letters/preflights/${id}`))
      .catch(toast.refuse)
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <StatRow>
        <StatCard label={text.all} value={data?.count} unit={text.unit} />
        <StatCard
          label={text.overdue}
          value={data?.overdue}
          unit={text.unit}
          {...(data !== undefined && data.overdue > 0 && { tone: 'bad' as const })}
        />
      </StatRow>
      <DataTable
        id="untold"
        label={text.title}
        columns={columns}
        rows={data?.people}
        rowId={(person) => person.applicationId}
        rowLabel={(person) => person.personName ?? text.nobody}
        isRefreshing={isPlaceholderData}
        {...(canSend && {
          selection: chosen,
          onSelection: choose,
          bulkActions: [
            { id: 'send', label: text.send, run: check },
            { id: 'csv', label: text.csv, run: setExporting },
          ],
        })}
        error={error}
        paging={pagesInUrl({
          cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: { cursor: next } }),
        })}
        empty={<EmptyState title={text.empty}>{text.emptyText}</EmptyState>}
      />
      <ExportLinks applicationIds={exporting} onClose={() => setExporting(undefined)} />
    </>
  )
}

function useColumns(): Column<Person>[] {
  const text = useText(words)
  const named = useText(letterWords)
  const canSend = useCan()('relay:send')
  return useMemo<Column<Person>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        cell: (person) => <PersonCell name={person.personName ?? text.nobody} note={person.openingTitle} />,
        card: 'title',
      },
      { id: 'endedAt', header: text.ended, width: 130, cell: (person) => <DateCell value={person.endedAt} /> },
      {
        id: 'businessDays',
        header: text.waiting,
        width: 120,
        align: 'end',
        cell: (person) => <NumberCell value={person.businessDays} />,
      },
      {
        id: 'reason',
        header: text.why,
        wraps: true,
        cell: (person) => (person.reason === null ? text.coming : reasonText(named, person.reason)),
      },
      {
        id: 'owner',
        header: text.owner,
        width: 120,
        cell: (person) => person.ownerName ?? text.noOwner,
      },
      ...(canSend
        ? [{ id: 'send', header: text.send, width: 130, cell: (person: Person) => <Send person={person} /> }]
        : []),
      ...(canSend
        ? [{ id: 'tell', header: text.tell, width: 190, cell: (person: Person) => <Tell person={person} /> }]
        : []),
    ],
    [text, named, canSend],
  )
}

/** One click to the pre-flight of this person alone, whose page has the approval. */
function Send({ person }: { person: Person }) {
  const text = useText(words)
  const toast = useToast()
  const router = useRouter()
  if (!person.canSend) return null
  const send = () =>
    void call(makePreflight, {
      body: { kind: 'CAMPAIGN', id: crypto.randomUUID(), filter: { applicationIds: [person.applicationId] } },
    })
      .then(({ id }) => router.history.push(`/letters/preflights/${id}`))
      .catch(toast.refuse)
  return (
    <Button size="compact-xs" variant="subtle" onClick={send}>
      {text.send}
    </Button>
  )
}

type Exporting = { applicationIds: readonly string[] | undefined; onClose: () => void }

/** Asks before links leave as a file, because they count as letters from then on. */
function ExportLinks({ applicationIds, onClose }: Exporting) {
  const text = useText(words)
  const toast = useToast()
  const [language] = useLanguage()
  return (
    <ConfirmDialog
      opened={applicationIds !== undefined}
      onClose={onClose}
      title={text.csvAsk(applicationIds?.length ?? 0)}
      confirmLabel={text.csv}
      consequences={[
        { kind: 'happens', text: text.csvHappens },
        { kind: 'happens', text: text.csvTold },
        { kind: 'reversible', text: text.csvFinal },
      ]}
      onConfirm={async () => {
        const applications = (applicationIds ?? []).map((applicationId) => ({ applicationId }))
        await download(`/api/v1/relay/links.csv?lang=${language}`, 'links.csv', { applications })
        await queries.invalidateQueries({ queryKey: [listUntold.id] })
        toast.tell(text.saved)
      }}
    />
  )
}

function Tell({ person }: { person: Person }) {
  const text = useText(words)
  const named = useText(letterWords)
  const toast = useToast()
  const tell = async (how: string) => {
    const read = ToldHow.safeParse(how)
    if (!read.success) return
    try {
      await call(recordTold, { params: { id: person.applicationId }, body: { how: read.data } })
      toast.tell(text.told)
    } catch (error) {
      toast.refuse(error)
    }
    await queries.invalidateQueries({ queryKey: [listUntold.id] })
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={`${text.tell}: ${person.personName ?? text.nobody}`}
      value=""
      onChange={(event) => void tell(event.currentTarget.value)}
      data={[{ value: '', label: text.choose }, ...toldHows.map((value) => ({ value, label: named.told[value] }))]}
    />
  )
}
