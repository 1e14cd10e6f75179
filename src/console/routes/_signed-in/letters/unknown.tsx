import { Button, Textarea } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import { listMails, settleUnknownMail, type MailSummary } from '../../../../contract/messages.ts'
import { DateCell, TextCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import styles from './-letters.module.css'

type Mail = z.output<typeof MailSummary>

const words = messages({
  ja: {
    title: '結果不明のメール',
    description:
      '本文を送った後、メールサーバーの応答が届かなかったメールです。二重に届くのを避けるため、自動では再送しません。サーバーの記録やご本人への確認をもとに、どちらかを選んでください。',
    to: '宛先',
    subject: '件名',
    when: '日時',
    answer: '最後の応答',
    sent: '届いたものとする',
    again: 'もう一度送る',
    titleSent: 'このメールを届いたものとしますか?',
    titleAgain: 'このメールをもう一度送りますか?',
    textSent: '通知済みとして記録され、再送はされません。',
    textAgain: '同じメールがすでに届いている場合、ご本人に2通届くことがあります。',
    reason: '判断の理由',
    done: '記録しました。',
    empty: '結果不明のメールはありません',
    emptyText: 'すべてのメールについて、結果が分かっています。',
  },
  en: {
    title: 'Mails of unknown outcome',
    description:
      'The mail server’s answer to these was lost after the body had been sent. To avoid sending twice, none is sent again by itself. Check the server’s log or ask the person, then choose.',
    to: 'To',
    subject: 'Subject',
    when: 'When',
    answer: 'Last answer',
    sent: 'Take as sent',
    again: 'Send again',
    titleSent: 'Take this mail as sent?',
    titleAgain: 'Send this mail again?',
    textSent: 'It is recorded as told and not sent again.',
    textAgain: 'If it did arrive, the person may get it twice.',
    reason: 'Reason',
    done: 'Recorded.',
    empty: 'No mail of unknown outcome',
    emptyText: 'The outcome of every mail is known.',
  },
})

const unknown = queryOptions({
  queryKey: [listMails.id, 'UNKNOWN'],
  queryFn: () => call(listMails, { query: { state: ['UNKNOWN', 'DEAD'] } }),
})

export const Route = createFileRoute('/_signed-in/letters/unknown')({
  staticData: { crumb: { ja: '結果不明', en: 'Unknown outcome' } },
  component: Page,
})

type Deciding = { mail: Mail; as: 'SENT' | 'SEND_AGAIN' }

function Page() {
  const text = useText(words)
  const { data, error } = useQuery(unknown)
  const canSend = useCan()('messages:send')
  const [deciding, decide] = useState<Deciding>()
  const columns = useMemo<Column<Mail>[]>(
    () => [
      { id: 'to', header: text.to, cell: (mail) => <TextCell value={mail.recipient} />, card: 'title' },
      { id: 'subject', header: text.subject, cell: (mail) => <TextCell value={mail.subject} /> },
      {
        id: 'when',
        header: text.when,
        width: 165,
        cell: (mail) => <DateCell value={mail.settledAt} kind="dateTime" />,
      },
      { id: 'answer', header: text.answer, width: 180, cell: (mail) => <TextCell value={mail.lastAnswer} /> },
      ...(canSend
        ? [
            {
              id: 'decide',
              header: '',
              width: 260,
              optional: false,
              cell: (mail: Mail) => (
                <span className={styles.buttons}>
                  <Button size="compact-xs" variant="subtle" onClick={() => decide({ mail, as: 'SENT' })}>
                    {text.sent}
                  </Button>
                  <Button size="compact-xs" variant="subtle" onClick={() => decide({ mail, as: 'SEND_AGAIN' })}>
                    {text.again}
                  </Button>
                </span>
              ),
            },
          ]
        : []),
    ],
    [text, canSend],
  )
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <DataTable
        id="unknown-mails"
        label={text.title}
        columns={columns}
        rows={data?.mails}
        rowId={(mail) => mail.id}
        rowLabel={(mail) => mail.recipient ?? mail.id}
        error={error}
        empty={<EmptyState title={text.empty}>{text.emptyText}</EmptyState>}
      />
      {deciding && <Decision key={deciding.mail.id} {...deciding} onClose={() => decide(undefined)} />}
    </>
  )
}

function Decision({ mail, as, onClose }: Deciding & { onClose: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const [reason, setReason] = useState('')
  const isSent = as === 'SENT'
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={isSent ? text.titleSent : text.titleAgain}
      confirmLabel={isSent ? text.sent : text.again}
      consequences={[{ kind: 'final', text: isSent ? text.textSent : text.textAgain }]}
      onConfirm={async () => {
        await call(settleUnknownMail, { params: { id: mail.id }, body: { as, reason } })
        await queries.invalidateQueries({ queryKey: [listMails.id] })
        toast.tell(text.done)
      }}
    >
      <Textarea
        label={text.reason}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
