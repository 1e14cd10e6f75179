import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import {
  activityCode,
  listProvisions,
  purposeOfProvision,
  type Provision,
} from '../../../../contract/consent/consent.ts'
import { PersonField } from '../../../../contract/people/person-fields.ts'
import { DateCell, TextCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { personWords } from '../../../person-words.ts'

const words = messages({
  ja: {
    title: '提供・受領の記録',
    description:
      '第三者に提供した、または提供を受けた個人データの記録です(個人情報保護法 29条・30条)。3年間保存し、ご本人の情報を消去した後も残ります。',
    side: '区分',
    PROVIDER: '提供',
    RECIPIENT: '受領',
    subject: 'どなたの',
    forgotten: '(消去済み)',
    provider: '提供元',
    recipient: '提供先',
    purpose: '目的',
    INTRODUCTION: '求人のご紹介',
    introductionTo: (opening: string) => `求人「${opening}」のご紹介`,
    FLOW_BACK: '転職活動の状況のお知らせ',
    items: '項目',
    activity: '活動の状況（3段階）',
    when: '日時',
    keep: '保存期限',
    empty: '提供・受領の記録はありません',
    emptyText: '紹介が成立すると、双方に記録が作られます。',
  },
  en: {
    title: 'Records of provision',
    description:
      'Personal data given to or received from third parties (APPI 29 and 30), kept for three years, also after an erasure.',
    side: 'Side',
    PROVIDER: 'Provided',
    RECIPIENT: 'Received',
    subject: 'Whose',
    forgotten: '(erased)',
    provider: 'From',
    recipient: 'To',
    purpose: 'Purpose',
    INTRODUCTION: 'Introduction to an opening',
    introductionTo: (opening: string) => `Introduction to “${opening}”`,
    FLOW_BACK: 'Telling how the search goes',
    items: 'Items',
    activity: 'situation (one of three)',
    when: 'When',
    keep: 'Keep until',
    empty: 'No records',
    emptyText: 'Both sides get one when an introduction comes about.',
  },
})

const provisions = (cursor: string | undefined) =>
  queryOptions({
    queryKey: [listProvisions.id, cursor],
    queryFn: () => call(listProvisions, { query: { cursor } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/privacy/provisions')({
  staticData: { crumb: { ja: '提供・受領の記録', en: 'Provision records' } },
  validateSearch: z.object({ cursor: z.uuid().optional() }),
  component: Provisions,
})

function Provisions() {
  const text = useText(words)
  const { cursor } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData } = useQuery(provisions(cursor))
  const columns = useColumns()
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <DataTable
        id="provisions"
        label={text.title}
        columns={columns}
        rows={data?.provisions}
        rowId={(row) => row.id}
        rowLabel={(row) => row.subjectName ?? text.forgotten}
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

function useColumns(): Column<Provision>[] {
  const text = useText(words)
  const format = useFormat()
  const { field } = useText(personWords)
  return useMemo<Column<Provision>[]>(
    () => [
      {
        id: 'subject',
        header: text.subject,
        width: 130,
        card: 'title',
        cell: (row) => <TextCell value={row.subjectName ?? text.forgotten} />,
      },
      {
        id: 'side',
        header: text.side,
        width: 90,
        card: 'corner',
        cell: (row) => (
          <StatusBadge tone={row.side === 'PROVIDER' ? 'relay' : 'busy'} plain>
            {text[row.side]}
          </StatusBadge>
        ),
      },
      { id: 'provider', header: text.provider, width: 150, wraps: true, cell: (row) => row.provider.name },
      { id: 'recipient', header: text.recipient, width: 150, wraps: true, cell: (row) => row.recipient.name },
      {
        id: 'purpose',
        header: text.purpose,
        width: 190,
        wraps: true,
        cell: (row) => (row.opening ? text.introductionTo(row.opening) : text[purposeOfProvision(row)]),
      },
      {
        id: 'items',
        header: text.items,
        wraps: true,
        cell: (row) =>
          format.list(row.items.map((item) => (item === activityCode ? text.activity : itemName(item, field)))),
      },
      { id: 'when', header: text.when, width: 150, cell: (row) => <DateCell value={row.providedAt} kind="dateTime" /> },
      { id: 'keep', header: text.keep, width: 110, cell: (row) => <DateCell value={row.keepUntil} /> },
    ],
    [text, format, field],
  )
}

/** A record names fields of a person; whatever else it may name stands as it was written. */
function itemName(item: string, fields: Record<PersonField, string>): string {
  const known = PersonField.safeParse(item)
  return known.success ? fields[known.data] : item
}
