import { Button, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { listReferrals, type ReferralLine } from '../../../../contract/relay/referrals.ts'
import { download } from '../../../../program/download.ts'
import { DateCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { SearchText } from '../../../SearchText.tsx'
import { referralWords, stepTones } from './-referral-words.ts'

export const listedSteps = ['OPENED', 'REGISTERED', 'HELD', 'COUNTED', 'NOT_COUNTED'] as const
export type ListedStep = (typeof listedSteps)[number]
const countOf = {
  OPENED: 'opened',
  REGISTERED: 'registered',
  HELD: 'held',
  COUNTED: 'counted',
  NOT_COUNTED: 'notCounted',
} as const

type Search = { step?: ListedStep | undefined; text?: string | undefined; cursor?: string | undefined }

/** Every letter with how far it led, from being sent to being counted or not, and why. */
export function Referrals({ search, onSearch }: { search: Search; onSearch: (search: Search) => void }) {
  const text = useText(referralWords)
  const format = useFormat()
  const columns = useColumns()
  const query = { step: search.step, text: search.text, cursor: search.cursor, limit: 25 }
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: [listReferrals.id, query],
    queryFn: () => call(listReferrals, { query }),
    placeholderData: keepPreviousData,
  })
  const label = (step: 'ALL' | ListedStep) => {
    const count = data && (step === 'ALL' ? data.counts.sent : data.counts[countOf[step]])
    return count === undefined ? text.filters[step] : `${text.filters[step]} ${format.number(count)}`
  }
  return (
    <Section
      bare
      title={text.title}
      note={text.note}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={text.step}
          value={search.step ?? 'ALL'}
          onChange={(value) => onSearch({ text: search.text, step: listedSteps.find((step) => step === value) })}
          data={(['ALL', ...listedSteps] as const).map((step) => ({ value: step, label: label(step) }))}
        />
      }
    >
      <DataTable
        id="referrals"
        label={text.title}
        columns={columns}
        rows={data?.referrals}
        rowId={(line) => line.letterId}
        rowLabel={(line) => line.personName ?? text.nobody}
        rowHref={(line) => `/letters/${line.letterId}`}
        toolbar={
          <SearchText
            label={text.search}
            value={search.text}
            onValue={(value) => onSearch({ step: search.step, text: value })}
          />
        }
        toolbarEnd={<Export search={search} />}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (next) => onSearch({ ...search, cursor: next }),
        })}
        empty={
          search.step || search.text ? (
            <EmptyState title={text.emptyStep} compact />
          ) : (
            <EmptyState title={text.empty}>{text.emptyText}</EmptyState>
          )
        }
      />
    </Section>
  )
}

/** What became of the letters, as the list is filtered, as a file. */
function Export({ search: { step, text: sought } }: { search: Search }) {
  const text = useText(referralWords)
  const toast = useToast()
  const [language] = useLanguage()
  const asked = new URLSearchParams({ lang: language, ...(step && { step }), ...(sought && { text: sought }) })
  const save = () => void download(`/api/v1/relay/referrals.csv?${asked}`, 'referrals.csv').catch(toast.refuse)
  return (
    <Button size="xs" variant="default" onClick={save}>
      {text.csv}
    </Button>
  )
}

function useColumns(): Column<ReferralLine>[] {
  const text = useText(referralWords)
  return useMemo<Column<ReferralLine>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        card: 'title',
        cell: (line) => <PersonCell name={line.personName ?? text.nobody} note={line.openingTitle} />,
      },
      {
        id: 'step',
        header: text.step,
        width: 200,
        card: 'corner',
        cell: ({ step }) => <StatusBadge tone={stepTones[step]}>{text.steps[step]}</StatusBadge>,
      },
      { id: 'sent', header: text.sent, width: 120, cell: (line) => <DateCell value={line.sentAt} /> },
      { id: 'opened', header: text.opened, width: 120, cell: (line) => <DateCell value={line.openedAt} /> },
      { id: 'registered', header: text.registered, width: 120, cell: (line) => <DateCell value={line.registeredAt} /> },
      { id: 'result', header: text.result, wraps: true, cell: (line) => <ReferralResult line={line} mayContest /> },
    ],
    [text],
  )
}

/** Refused or taken back by the network; what ended by itself is nobody's decision. */
export const isContestable = ({ reason }: Pick<ReferralLine, 'reason'>): boolean =>
  reason !== 'member-left' && reason !== 'attribution-moved'

/** When it counts or counted, or why it does not. */
export function ReferralResult({ line, mayContest = false }: { line: ReferralLine; mayContest?: boolean }) {
  const text = useText(referralWords)
  const format = useFormat()
  if (line.step === 'HELD' && line.reason) return text.reason(line)
  if (line.step === 'HELD') return line.heldUntil ? text.heldUntil(format.date(line.heldUntil)) : text.waits
  if (line.step === 'COUNTED' && line.settledAt) return text.countedOn(format.date(line.settledAt))
  if (line.step !== 'NOT_COUNTED') return null
  return (
    <>
      {text.reason(line)}
      {mayContest && isContestable(line) && (
        <>
          {' '}
          <Link href={`/relay/disputes/new?kind=REFERRAL&subjectId=${line.letterId}`}>{text.contest}</Link>
        </>
      )}
    </>
  )
}
