import type { Contributions, Finding, Subject } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'
import { idsOfPersons } from '../people/index.ts'
import { keptContent, openContent } from './content.ts'
import { revokeLinksOf } from './links/links.ts'
import { disposeRaw, eraseInbound, repliesTo } from './inbound/store-inbound.ts'
import * as reports from './reports.ts'
import * as store from './store.ts'

/** What arrived is kept whole this long, so that a reading that went wrong can be done again. */
const rawDays = 30

/** Through all merges; who was erased before, and is again after a restore, is known by one id alone. */
async function mailsOf(work: Work, { personId, sourceRecordIds }: Subject): Promise<store.StoredMail[]> {
  const [{ personIds } = { personIds: [personId] }] = await idsOfPersons(work, [personId])
  return store.mailsOf(work, { personIds, sourceRecordIds })
}

/** Mail that still waits is taken back; what was sent loses its address and words, and keeps when and how it ended. */
async function erase(work: Work, subject: Subject): Promise<void> {
  const mails = await mailsOf(work, subject)
  const ids = mails.map((mail) => mail.id)
  for (const mail of mails)
    if (mail.state === 'READY')
      await store.settleMail(work, { id: mail.id, state: 'CANCELLED', lastError: 'erased', content: null })
  await eraseInbound(work, ids)
  await store.eraseMails(work, ids)
  await revokeLinksOf(work, subject.personId)
}

async function exported(work: Work, subject: Subject): Promise<Record<string, unknown>> {
  const mails = await mailsOf(work, subject)
  const replies = await repliesTo(
    work,
    mails.map((mail) => mail.id),
  )
  return {
    mails: mails.map(({ id, kind, state, recipient, recordedAt, settledAt, content }) => ({
      kind,
      state,
      to: recipient,
      recordedAt,
      settledAt,
      ...(content !== null && words(work, id, content)),
    })),
    replies: replies.map(({ subject: title, body, fromAddress, receivedAt }) => ({
      subject: title,
      body,
      from: fromAddress,
      receivedAt,
    })),
  }
}

function words(work: Work, id: string, content: string) {
  const { subject, text } = keptContent(openContent(work, id, content))
  return { subject, text }
}

async function verify(work: Work): Promise<Finding[]> {
  const found = await reports.mailsAgainstTheirEvents(work)
  return found.map((saw) => ({ rule: 'a settled mail has an event that settled it', where: 'messages_mail', saw }))
}

export const contributions: Contributions = {
  erase,
  personsOf: reports.personsBehind,
  export: exported,
  retain: async (work) => ({
    inboundMails: await disposeRaw(work, { before: new Date(work.now.getTime() - rawDays * 86_400_000) }),
  }),
  verify,
}
