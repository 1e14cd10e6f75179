import { normaliseMail } from '../../../engines/japanese/index.ts'
import { newSecret, sha256, tokenText } from '../../kernel/crypto.ts'
import { newId } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import type { Work } from '../../kernel/work.ts'
import { mailSettled } from './announcements.ts'
import { returnContact, spendContact } from './sending/budget.ts'
import { keptContent, openContent, sealContent, type Content, type Rendered } from './content.ts'
import { addressSuppressed, addressUnusable, mailUnknown } from './errors.ts'
import { isContact, mayPass, waitsForWindow, type MailKind } from './kinds.ts'
import * as store from './store.ts'
import * as events from './store-events.ts'
import { addressHash, suppressed } from './sending/suppression.ts'
import { newAddressToken } from './links/tokens.ts'
import { intoWindow } from './sending/window.ts'

export type NewMail = {
  id: string
  kind: MailKind
  to: string
  personId?: string | null
  recordId?: string | null
  /** The words, or how to make them from the address at which this mail alone is unsubscribed from. */
  rendered: Rendered | ((own: { unsubscribeUrl: string }) => Rendered | Promise<Rendered>)
  fromName: string
  /** The member of staff to whom answers are forwarded; the company's contact address otherwise. */
  replyToStaff?: string | null
  dueAt: Date
  /** Whether one click ends it (RFC 8058); by default letters and everything the company sends of its own wish. */
  unsubscribe?: boolean
  /** Where an answer goes instead of to this installation: to the person whose words are forwarded. */
  answerTo?: string
}

/**
 * Puts a mail down to be sent when it is due, in the Work's own transaction. Repeating an id changes nothing. Mail to
 * people leaves in the company's send window. Refuses an address that cannot be one (`messages.address-unusable`) or
 * that is not written to (`messages.address-suppressed`), and a contact too many (`messages.budget-spent`).
 */
export async function queueMail(work: Work, mail: NewMail): Promise<string> {
  if (await store.findMail(work, mail.id)) return mail.id
  const recipient = normaliseMail(mail.to)
  if (recipient === null) throw addressUnusable({})
  const reason = await suppressed(work, recipient)
  if (reason !== undefined && !mayPass(mail.kind, reason)) throw addressSuppressed({ reason })
  const { kind, id, personId = null, recordId = null, replyToStaff = null } = mail
  if (personId !== null && isContact(kind)) await spendContact(work, { id, personId, kind })
  const { content, replyHash, unsubscribeHash } = await contentOf(work, mail)
  const inWindow = waitsForWindow(kind)
  await store.insertMail(work, {
    id,
    kind,
    dueAt: inWindow ? await intoWindow(work, mail.dueAt) : mail.dueAt,
    messageId: `<${id}@${work.installation.config.MAIL_DOMAIN}>`,
    recipient,
    recipientHash: addressHash(work, recipient),
    personId,
    recordId,
    fromName: mail.fromName,
    content: sealContent(work, id, content),
    replyHash,
    unsubscribeHash,
    replyToStaff,
    inWindow,
  })
  work.installation.wake()
  return id
}

async function contentOf(
  work: Work,
  { kind, rendered, answerTo, unsubscribe = kind === 'LETTER' || isContact(kind) }: NewMail,
) {
  const replyToken = newAddressToken(work.companyId)
  const secret = newSecret()
  const unsubscribeToken = tokenText({ realmId: work.companyId, secret })
  const words =
    typeof rendered === 'function'
      ? await rendered({ unsubscribeUrl: unsubscribeUrl(work.installation, unsubscribeToken) })
      : rendered
  const content: Content = {
    ...words,
    replyToken,
    ...(unsubscribe && { unsubscribeToken }),
    ...(answerTo && { answerTo }),
  }
  return { content, replyHash: sha256(replyToken), unsubscribeHash: unsubscribe ? sha256(secret) : null }
}

export const unsubscribeUrl = ({ config }: Pick<Installation, 'config'>, token: string): string =>
  new URL(`/unsubscribe/${token}`, config.portalUrl).href

/** Puts other words into a mail that waits to be sent, which keeps its id and its day; false where none waits. */
export async function rewriteMail(work: Work, id: string, rendered: Rendered): Promise<boolean> {
  const found = await store.lockMail(work, id)
  if (found?.state !== 'READY' || found.content === null) return false
  const content = { ...openContent(work, id, found.content), ...rendered }
  await store.putContent(work, id, sealContent(work, id, content))
  return true
}

/** Takes back a mail that has not begun to be sent; answers whether it did. */
export async function cancelMail(work: Work, id: string, reason = 'cancelled'): Promise<boolean> {
  const found = await store.lockMail(work, id)
  if (!found) throw mailUnknown({ mailId: id })
  if (found.state !== 'READY') return false
  await takeBack(work, found, { reason })
  return true
}

/** Takes back a mail that is held and waits. */
export async function takeBack(
  work: Work,
  mail: store.StoredMail,
  { reason, isMisaddressed = false }: { reason: string; isMisaddressed?: boolean },
): Promise<void> {
  await endMail(work, mail, { state: 'CANCELLED', event: 'CANCELLED', answer: reason, isMisaddressed })
  await returnContact(work, mail.id)
}

type End = {
  state: 'SENT' | 'REFUSED' | 'UNKNOWN' | 'CANCELLED'
  event: events.EventKind
  answer: string
  isMisaddressed?: boolean
}

/** Ends a mail, keeps what happened and its words without secrets, and tells who listens. */
export async function endMail(
  work: Work,
  mail: store.StoredMail,
  { state, event, answer, isMisaddressed = false }: End,
): Promise<void> {
  // A mail whose outcome is unknown may have to be sent again, and needs its link for that.
  const content =
    mail.content !== null && state !== 'UNKNOWN'
      ? sealContent(work, mail.id, keptContent(openContent(work, mail.id, mail.content)))
      : mail.content
  await store.settleMail(work, { id: mail.id, state, lastError: state === 'SENT' ? null : answer, content })
  const version = await events.insertEvent(work, { id: newId(), mailId: mail.id, kind: event, answer })
  await work.announce(mailSettled, {
    subjectId: mail.id,
    version,
    payload: {
      mailId: mail.id,
      kind: mail.kind,
      outcome: state,
      personId: mail.personId,
      recordId: mail.recordId,
      at: work.now.toISOString(),
      ...(isMisaddressed && { isMisaddressed }),
    },
  })
}

export type MailView = Omit<store.StoredMail, 'content' | 'replyHash' | 'unsubscribeHash' | 'recipientHash'> & {
  /** Nothing once the person was erased. */
  rendered: Rendered | null
  events: events.MailEvent[]
}

/** One mail with its words (without secrets) and everything that happened to it. */
export async function mail(work: Work, id: string): Promise<MailView> {
  const found = await store.findMail(work, id)
  if (!found) throw mailUnknown({ mailId: id })
  const { content, replyHash: _, unsubscribeHash: __, recipientHash: ___, ...shown } = found
  const rendered = content === null ? null : keptContent(openContent(work, id, content))
  return { ...shown, rendered, events: await events.eventsOf(work, id) }
}
