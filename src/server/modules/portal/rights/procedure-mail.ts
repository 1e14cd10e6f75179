import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import {
  issueLink,
  mailTemplate,
  mayPass,
  queueMail,
  renderMail,
  rewriteMail,
  senderOf,
  suppressed,
  type MailLanguage,
} from '../../messages/index.ts'

const linkDays = 90

type Procedure = {
  /** The mail's own id: repeating it changes nothing. */
  id: string
  template: Parameters<typeof mailTemplate>[0]
  language: MailLanguage
  values: Parameters<typeof renderMail>[0]['values']
  to: string
  personId: string
  recordId: string | null
  /** Whether the mail carries a personal link of its own; it ends no other link. */
  withLink: boolean
  /** When it leaves; at once otherwise. */
  dueAt?: Date
}

/**
 * Writes to a person about what they themselves did a moment ago: it neither waits for office hours nor counts. One
 * that still waits under the same id says this instead, on its own day. An address that is not written to gets nothing, and what was done stands all the same.
 */
export async function queueProcedureMail(work: Work, procedure: Procedure): Promise<void> {
  const { id, template, language, values, to, personId, recordId, withLink, dueAt = work.now } = procedure
  const reason = await suppressed(work, to)
  if (reason !== undefined && !mayPass('RECEIPT', reason)) return
  const own = await company(work)
  const expiresAt = new Date(work.now.getTime() + linkDays * 86_400_000)
  const link = { id: newId(), purpose: 'PORTAL' as const, personId, recordId, subjectId: id, expiresAt }
  const rendered = await renderMail({
    language,
    template: mailTemplate(template, language),
    values: withLink ? { ...values, link: await issueLink(work, link) } : values,
    sender: senderOf(work, own, { language }),
    occasion: { kind: 'PROCEDURE' },
  })
  if (await rewriteMail(work, id, rendered)) return
  await queueMail(work, { id, kind: 'RECEIPT', to, personId, recordId, rendered, fromName: own.name, dueAt })
}

/** A moment as a mail writes it. */
export const momentText = (at: Date, { language, timeZone }: { language: MailLanguage; timeZone: string }): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(at)

/** A day as a mail writes it. */
export const dayOf = (at: Date, { language, timeZone }: { language: MailLanguage; timeZone: string }): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeZone }).format(at)
