import type { OpenReply } from '../../../../contract/messages.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { people, resolve } from '../../people/index.ts'
import * as store from './store-inbound.ts'

/** Answers of people that nobody has dealt with, with the name each person has today. */
export async function openReplies(
  work: Work,
  page: { after?: string | undefined; limit: number },
): Promise<OpenReply[]> {
  const replies = await store.openReplies(work, page)
  const current = new Map<string, string>()
  for (const { personId } of replies) if (personId) current.set(personId, await resolve(work, personId))
  const profiles = new Map((await people(work, [...new Set(current.values())])).map((one) => [one.personId, one]))
  await record(work, {
    action: 'messages.replies-read',
    detail: { ids: replies.map(({ id, personId }) => current.get(personId ?? '') ?? id) },
  })
  return replies.map(({ id, mailId, personId, fromAddress, subject, body, attachments, receivedAt }) => {
    const today = personId === null ? null : (current.get(personId) ?? null)
    const name = today === null ? undefined : profiles.get(today)?.fields.name?.value
    return {
      id,
      mailId,
      personId: today,
      personName: typeof name === 'string' ? name : null,
      from: fromAddress,
      subject,
      text: body,
      attachments,
      receivedAt: receivedAt.toISOString(),
    }
  })
}

/** Takes a reply off the work list. Doing it again changes nothing. */
export async function handleReply(work: Work, id: string): Promise<void> {
  if (!(await store.handleReply(work, id))) throw notFound({ what: 'reply' })
  await record(work, { action: 'messages.reply-handled', subject: { kind: 'reply', id } })
}
