import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import {
  approvePreflight,
  discardPreflight,
  listLetters,
  readPreflight,
  readRelaySettings,
  type Preflight,
} from '../../../../contract/relay.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { DateCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorNotice, InlineNotice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { letterWords, reasonText } from './-words.ts'

type Row = Preflight['rows'][number]

const words = messages({
  ja: {
    titles: { SWITCH_ON: '事前確認: 送信の開始', CAMPAIGN: '事前確認: 一斉送信' },
    descriptions: {
      SWITCH_ON:
        'この14日間の不採用に当てはめると、次のようになります。承認しても、この一覧の方には送られません。承認した後の不採用から送られます。',
      CAMPAIGN: '承認すると「送る」の方にだけ送られます。送信の直前に、もう一度確認します。',
    },
    sends: '送る',
    keeps: '送らない',
    unit: '名',
    person: 'お名前',
    nobody: '(お名前なし)',
    ended: '不採用日',
    verdict: '判定',
    why: '理由',
    outcome: '承認後',
    approve: { SWITCH_ON: '承認して送信を開始', CAMPAIGN: '承認して送信を予約' },
    ask: { SWITCH_ON: 'お見送りメールの送信を開始しますか?', CAMPAIGN: 'この方々に送信しますか?' },
    happens: {
      SWITCH_ON: () => 'これから起きる不採用に、お見送りメールが送られます。',
      CAMPAIGN: (count: number) => `${count}名への送信を予約します。取り消せる時間の後、送信時間帯に送られます。`,
    },
    reversible: '送信前であれば、一覧から取り消せます。送信の停止もいつでもできます。',
    discard: '破棄する',
    approved: (when: string) => `${when} に承認されました。`,
    discarded: 'この事前確認は破棄されました。',
    started: '送信を開始しました。',
    scheduled: (count: number) => `${count}名への送信を予約しました。`,
    empty: '対象の方はいません',
    emptyText: 'この条件に当てはまる不採用の記録がありません。',
  },
  en: {
    titles: { SWITCH_ON: 'Pre-flight: switching on', CAMPAIGN: 'Pre-flight: campaign' },
    descriptions: {
      SWITCH_ON:
        'How the rejections of the last 14 days would be judged. Approving sends nothing to these people, only to those rejected from then on.',
      CAMPAIGN: 'Once approved, only those marked “Send” get a letter. Each is judged once more as it leaves.',
    },
    sends: 'Send',
    keeps: 'Do not send',
    unit: '',
    person: 'Name',
    nobody: '(no name)',
    ended: 'Rejected',
    verdict: 'Verdict',
    why: 'Why',
    outcome: 'After approval',
    approve: { SWITCH_ON: 'Approve and switch on', CAMPAIGN: 'Approve and schedule' },
    ask: { SWITCH_ON: 'Switch letters on?', CAMPAIGN: 'Send to these people?' },
    happens: {
      SWITCH_ON: () => 'Rejections from now on are told by letter.',
      CAMPAIGN: (count: number) => `${count} letters are scheduled, after the undo window, in the send window.`,
    },
    reversible: 'Letters can be taken back until they leave, and switched off at any time.',
    discard: 'Discard',
    approved: (when: string) => `Approved at ${when}.`,
    discarded: 'This pre-flight was discarded.',
    started: 'Letters are on.',
    scheduled: (count: number) => `${count} letters scheduled.`,
    empty: 'Nobody',
    emptyText: 'No rejection on record fits.',
  },
})

const preflight = (id: string) =>
  queryOptions({ queryKey: [readPreflight.id, id], queryFn: () => call(readPreflight, { params: { id } }) })

export const Route = createFileRoute('/_signed-in/letters/preflights/$id')({
  staticData: { crumb: { ja: '事前確認', en: 'Pre-flight' } },
  params: { parse: ({ id }) => ({ id: z.uuid().parse(id) }) },
  component: Page,
})

function Page() {
  const text = useText(words)
  const { id } = Route.useParams()
  const { data, error } = useQuery(preflight(id))
  const columns = useColumns(data?.state === 'APPROVED' && data.kind === 'CAMPAIGN')
  if (error) return <ErrorNotice error={error} />
  if (!data) return null
  return (
    <>
      <PageHeader
        title={text.titles[data.kind]}
        description={text.descriptions[data.kind]}
        actions={data.state === 'OPEN' && <Actions preflight={data} />}
      />
      <Standing preflight={data} />
      <StatRow>
        <StatCard label={text.sends} value={data.sends} unit={text.unit} tone="relay" />
        <StatCard label={text.keeps} value={data.rows.length - data.sends} unit={text.unit} />
      </StatRow>
      <DataTable
        id="preflight"
        label={text.titles[data.kind]}
        columns={columns}
        rows={data.rows}
        rowId={(row) => row.applicationId}
        rowLabel={(row) => row.personName ?? text.nobody}
        empty={<EmptyState title={text.empty}>{text.emptyText}</EmptyState>}
      />
    </>
  )
}

function Standing({ preflight: { state, approvedAt } }: { preflight: Preflight }) {
  const text = useText(words)
  const format = useFormat()
  if (state === 'APPROVED' && approvedAt !== null)
    return <InlineNotice tone="good">{text.approved(format.dateTime(approvedAt))}</InlineNotice>
  if (state === 'DISCARDED') return <InlineNotice tone="neutral">{text.discarded}</InlineNotice>
  return null
}

function useColumns(hasOutcome: boolean): Column<Row>[] {
  const text = useText(words)
  const named = useText(letterWords)
  return useMemo<Column<Row>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        card: 'title',
        cell: (row) => <PersonCell name={row.personName ?? text.nobody} note={row.openingTitle} />,
      },
      {
        id: 'verdict',
        header: text.verdict,
        width: 130,
        card: 'corner',
        cell: ({ reason }) => (
          <StatusBadge tone={reason === null ? 'relay' : 'neutral'} plain>
            {reason === null ? text.sends : text.keeps}
          </StatusBadge>
        ),
      },
      { id: 'why', header: text.why, wraps: true, cell: ({ reason }) => reasonText(named, reason) },
      { id: 'ended', header: text.ended, width: 130, cell: ({ endedAt }) => <DateCell value={endedAt} /> },
      ...(hasOutcome
        ? [{ id: 'outcome', header: text.outcome, width: 180, cell: ({ outcome }: Row) => reasonText(named, outcome) }]
        : []),
    ],
    [text, named, hasOutcome],
  )
}

function Actions({ preflight: { id, kind, sends } }: { preflight: Preflight }) {
  const text = useText(words)
  const toast = useToast()
  const router = useRouter()
  const can = useCan()
  const [asking, ask] = useState(false)
  const refresh = () =>
    Promise.all(
      [readPreflight.id, readRelaySettings.id, listLetters.id].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    )
  const discard = async () => {
    try {
      await call(discardPreflight, { params: { id } })
      await refresh()
      router.history.push('/letters/settings')
    } catch (error) {
      toast.refuse(error)
    }
  }
  return (
    <>
      {can('relay:send') && (
        <Button variant="default" onClick={() => void discard()}>
          {text.discard}
        </Button>
      )}
      {can('relay:configure') && (
        <Button onClick={() => ask(true)} disabled={kind === 'CAMPAIGN' && sends === 0}>
          {text.approve[kind]}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => ask(false)}
        title={text.ask[kind]}
        confirmLabel={text.approve[kind]}
        consequences={[
          { kind: 'happens', text: text.happens[kind](sends) },
          { kind: 'reversible', text: text.reversible },
        ]}
        onConfirm={async () => {
          const { scheduled } = await call(approvePreflight, { params: { id } })
          await refresh()
          toast.tell(kind === 'CAMPAIGN' ? text.scheduled(scheduled) : text.started)
        }}
      />
    </>
  )
}
