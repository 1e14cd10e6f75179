import type { Work } from '../../kernel/work.ts'
import { humanOf } from './human.ts'
import { keptContent, openContent } from './content.ts'
import type { MailKind } from './kinds.ts'
import { repliesTo } from './inbound/store-inbound.ts'
import * as store from './store.ts'
import * as events from './store-events.ts'

/** One thing that passed between the company and a person, newest first in a time-line. */
export type TimelineEntry =
  | {
      kind: 'MAIL'
      id: string
      at: Date
      mailKind: MailKind
      state: store.MailState
      subject: string | null
      text: string | null
    }
  | { kind: 'REPLY'; id: string; at: Date; mailId: string; subject: string | null; text: string | null }
  | { kind: 'EVENT'; id: string; at: Date; mailId: string; event: events.EventKind; answer: string | null }

const shown: ReadonlySet<events.EventKind> = new Set(['BOUNCED', 'COMPLAINED', 'AUTO_REPLIED', 'DELAYED', 'REFUSED'])
/** Mails to staff about a person are not part of what passed with the person. */
const internal: ReadonlySet<MailKind> = new Set(['FORWARD', 'SAMPLE', 'STAFF', 'CODE'])

/** Every mail to or about the person, through all merges, the newest first. */
export const mailsOf = async (work: Work, personId: string): Promise<store.StoredMail[]> =>
  store.mailsOf(work, await humanOf(work, personId))

/** Every mail to the person, every answer, and every bounce, through all merges; the words without any secret. */
export async function timelineOf(work: Work, personId: string): Promise<TimelineEntry[]> {
  const mails = (await mailsOf(work, personId)).filter((mail) => !internal.has(mail.kind))
  const replies = await repliesTo(
    work,
    mails.map((mail) => mail.id),
  )
  const entries: TimelineEntry[] = []
  for (const mail of mails) {
    const words = mail.content === null ? null : keptContent(openContent(work, mail.id, mail.content))
    entries.push({
      kind: 'MAIL',
      id: mail.id,
      at: mail.settledAt ?? mail.dueAt,
      mailKind: mail.kind,
      state: mail.state,
      subject: words?.subject ?? null,
      text: words?.text ?? null,
    })
    for (const { id, kind, at, answer } of await events.eventsOf(work, mail.id))
      if (shown.has(kind)) entries.push({ kind: 'EVENT', id, at, mailId: mail.id, event: kind, answer })
  }
  for (const { id, mailId, subject, body, receivedAt } of replies)
    entries.push({ kind: 'REPLY', id, at: receivedAt, mailId, subject, text: body })
  return entries.toSorted((left, right) => right.at.getTime() - left.at.getTime())
}

/** Whether anything was mailed to the person by this company; a code, which no time-line shows, is something, too. */
export async function wasMailed(work: Work, personId: string): Promise<boolean> {
  const mails = await mailsOf(work, personId)
  return mails.some(({ kind, state }) => state === 'SENT' && (kind === 'CODE' || !internal.has(kind)))
}
