import { NativeSelect } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { listUntold, recordTold, type UntoldPerson } from '../../../../contract/relay.ts'
import { toldHows, ToldHow } from '../../../../contract/relay-terms.ts'
import { DateCell, NumberCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
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
      ...(canSend
        ? [{ id: 'tell', header: text.tell, width: 190, cell: (person: Person) => <Tell person={person} /> }]
        : []),
    ],
    [text, named, canSend],
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
