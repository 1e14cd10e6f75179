import { Button } from '@mantine/core'
import { IconCheck, IconMail, IconPaperclip } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { handleReply, listOpenReplies, type OpenReply } from '../../../../contract/messages.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Entries, Entry, Quoted } from '../../../../ui/Entry.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import styles from './-replies.module.css'

const words = messages({
  ja: {
    title: '届いた返信',
    description:
      'メールへの返信のうち、まだ対応済みになっていないものです。返信は担当者のメールにも転送されています。対応が終わったら「対応済みにする」を押してください。',
    nobody: '(お名前なし)',
    noSubject: '(件名なし)',
    attachments: (count: number) => `添付${count}件(転送メールで確認できます)`,
    done: '対応済みにする',
    handled: '対応済みにしました。',
    write: 'メールで返信する',
    next: '続きを見る',
    empty: '未対応の返信はありません',
    emptyText: 'ご本人から返信が届くと、ここに表示されます。',
  },
  en: {
    title: 'Replies',
    description:
      'Answers to your mails that nobody has marked as dealt with. They were forwarded to the person in charge as well.',
    nobody: '(no name)',
    noSubject: '(no subject)',
    attachments: (count: number) => `${count} attached; see the forwarded mail`,
    done: 'Mark as dealt with',
    handled: 'Marked as dealt with.',
    write: 'Answer by mail',
    next: 'Show more',
    empty: 'No reply waits',
    emptyText: 'Answers of people show here as they arrive.',
  },
})

const replies = (cursor: string | undefined) =>
  queryOptions({
    queryKey: [listOpenReplies.id, cursor],
    queryFn: () => call(listOpenReplies, { query: { cursor, limit: 20 } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/letters/replies')({
  staticData: { crumb: { ja: '返信', en: 'Replies' } },
  validateSearch: z.object({ cursor: z.uuid().optional() }),
  component: Replies,
})

function Replies() {
  const text = useText(words)
  const { cursor } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, refetch } = useQuery(replies(cursor))
  return (
    <>
      <PageHeader title={text.title} description={text.description} aside={data?.count || undefined} />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.replies.length === 0 && (
        <EmptyState title={text.empty} framed>
          {text.emptyText}
        </EmptyState>
      )}
      <Entries>
        {data?.replies.map((reply) => (
          <Reply key={reply.id} reply={reply} />
        ))}
      </Entries>
      {typeof data?.nextCursor === 'string' && (
        <Button
          variant="default"
          mt="md"
          onClick={() => void navigate({ search: { cursor: data.nextCursor ?? undefined } })}
        >
          {text.next}
        </Button>
      )}
    </>
  )
}

function Reply({ reply }: { reply: OpenReply }) {
  const text = useText(words)
  const format = useFormat()
  const canSend = useCan()('messages:send')
  const name = reply.personName ?? reply.from ?? text.nobody
  return (
    <Entry
      title={reply.personId ? <Link href={`/people/${reply.personId}`}>{name}</Link> : name}
      end={
        <time dateTime={reply.receivedAt} title={format.dateTime(reply.receivedAt)}>
          {format.relative(reply.receivedAt)}
        </time>
      }
      {...(canSend && { actions: <Actions reply={reply} /> })}
    >
      <h2 className={styles.subject}>{reply.subject ?? text.noSubject}</h2>
      {reply.text !== null && <Quoted>{reply.text}</Quoted>}
      {reply.attachments > 0 && (
        <p className={styles.attached}>
          <IconPaperclip size={14} aria-hidden="true" />
          {text.attachments(reply.attachments)}
        </p>
      )}
    </Entry>
  )
}

function Actions({ reply }: { reply: OpenReply }) {
  const text = useText(words)
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)
  const handle = async () => {
    setBusy(true)
    try {
      await call(handleReply, { params: { id: reply.id } })
      toast.tell(text.handled)
    } catch (error) {
      toast.refuse(error)
    }
    await queries.invalidateQueries({ queryKey: [listOpenReplies.id] })
    setBusy(false)
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={isBusy}
        leftSection={<IconCheck size={15} />}
        onClick={() => void handle()}
      >
        {text.done}
      </Button>
      {reply.from !== null && (
        <Button
          size="xs"
          variant="subtle"
          component="a"
          href={`mailto:${encodeURIComponent(reply.from)}?subject=${encodeURIComponent(`Re: ${reply.subject ?? ''}`)}`}
          leftSection={<IconMail size={15} />}
        >
          {text.write}
        </Button>
      )}
    </>
  )
}
