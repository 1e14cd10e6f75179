import PostalMime, { type Email } from 'postal-mime'
import { keepable } from '../../../kernel/http/characters.ts'
import { sha256 } from '../../../kernel/crypto.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company, staffMember } from '../../accounts/index.ts'
import { replyArrived } from '../announcements.ts'
import { plainHtml } from '../content.ts'
import { isAboutAddress } from '../sending/delivery.ts'
import { kindOfInbound, type InboundKind } from './inbound-kind.ts'
import { endMail, queueMail } from '../mails.ts'
import * as inboundStore from './store-inbound.ts'
import * as store from '../store.ts'
import * as events from '../store-events.ts'
import { suppress, suppressed } from '../sending/suppression.ts'
import { unsubscribe } from '../links/unsubscribe.ts'

const actor = systemActor('messages.inbound')

/** Longer answers are cut on the time-line; what arrived is kept whole beside it. */
const maxBody = 50_000

/** Reads one stored mail and applies it, in one transaction with the mark that it was read. */
async function receive(installation: Installation, { realmId: companyId, id }: Claimed): Promise<void> {
  const inbound = await inCompany(installation, { companyId, actor }, (work) => inboundStore.findInbound(work, id))
  if (!inbound) return
  const email = await readMail(inbound.raw)
  await inCompany(installation, { companyId, actor }, async (work) => {
    const mail = await store.lockMail(work, inbound.mailId)
    if (!mail) throw new Error('an inbound mail belongs to no mail')
    const kind: InboundKind = email ? kindOfInbound(email, inbound) : { kind: 'AUTO', answer: 'unreadable' }
    await apply(work, { mail, kind, email, raw: inbound.raw })
    await inboundStore.finishInbound(work, { id, outcome: kind.kind })
  })
}

/** Four megabytes in the lines of an attachment are fewer; reading takes time and memory by the line. */
const mostLines = 60_000
const lineFeed = 10

/**
 * A mail taken apart; nothing where it cannot be read, or would take so long that others wait. A mail within it stays an
 * attachment: read along, each of its lines would be read once more for every mail around it, and what it says would be
 * taken for what the sender says.
 */
export async function readMail(raw: Uint8Array): Promise<Email | undefined> {
  let lines = 0
  for (const byte of raw) {
    if (byte === lineFeed) lines += 1
    if (lines > mostLines) return undefined
  }
  const limits = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true }
  return PostalMime.parse(raw, limits).catch(() => undefined)
}

type Applied = { mail: store.StoredMail; kind: InboundKind; email: Email | undefined; raw: Uint8Array }

async function apply(work: Work, { mail, kind, email, raw }: Applied): Promise<void> {
  switch (kind.kind) {
    case 'BOUNCE':
      return bounced(work, mail, kind)
    case 'COMPLAINT':
      await arrived(work, mail, kind.answer)
      await note(work, mail, 'COMPLAINED', kind.answer)
      if (mail.recipient !== null)
        await suppress(work, { address: mail.recipient, reason: 'COMPLAINT', mailId: mail.id })
      return
    case 'AUTO':
      await arrived(work, mail, kind.answer)
      return note(work, mail, 'AUTO_REPLIED', kind.answer)
    case 'UNSUBSCRIBE':
      await arrived(work, mail, 'unsubscribed by mail')
      return unsubscribe(work, mail, 'REPLY')
    case 'REPLY':
      await arrived(work, mail, 'answered')
      return replied(work, { mail, email, raw })
  }
}

const note = async (work: Work, mail: store.StoredMail, kind: events.EventKind, answer: string | null): Promise<void> =>
  void (await events.insertEvent(work, { id: newId(), mailId: mail.id, kind, answer }))

/** Whatever comes back from a reader's side shows that a mail of unknown outcome was delivered. */
async function arrived(work: Work, mail: store.StoredMail, how: string): Promise<void> {
  if (mail.state === 'UNKNOWN') await endMail(work, mail, { state: 'SENT', event: 'SETTLED_AS_SENT', answer: how })
}

async function bounced(
  work: Work,
  mail: store.StoredMail,
  { action, answer }: { action: 'failed' | 'delayed' | 'delivered'; answer: string },
): Promise<void> {
  if (action === 'delayed') return note(work, mail, 'DELAYED', answer)
  if (action === 'delivered') return arrived(work, mail, answer)
  if (mail.state === 'SENT' || mail.state === 'UNKNOWN' || mail.state === 'SENDING')
    await endMail(work, mail, { state: 'REFUSED', event: 'BOUNCED', answer })
  else await note(work, mail, 'BOUNCED', answer)
  if (mail.recipient !== null && !answer.startsWith('4.') && isAboutAddress(answer))
    await suppress(work, { address: mail.recipient, reason: 'HARD_BOUNCE', mailId: mail.id })
}

async function replied(work: Work, { mail, email, raw }: Omit<Applied, 'kind'>): Promise<void> {
  if (!email) return
  const reply = {
    id: newId(),
    mailId: mail.id,
    personId: mail.personId,
    recordId: mail.recordId,
    messageId: email.messageId === undefined ? sha256(raw) : keepable(email.messageId),
    fromAddress: email.from?.address === undefined ? null : keepable(email.from.address),
    subject: email.subject === undefined ? null : keepable(email.subject),
    body: keepable((email.text ?? '').slice(0, maxBody)),
    attachments: email.attachments.length,
  }
  if (!(await inboundStore.insertReply(work, reply))) return
  const version = await events.insertEvent(work, { id: newId(), mailId: mail.id, kind: 'REPLIED', answer: null })
  await work.announce(replyArrived, {
    subjectId: mail.id,
    version,
    payload: { replyId: reply.id, mailId: mail.id, personId: mail.personId, recordId: mail.recordId },
  })
  await forward(work, mail, reply)
}

/** Hands a reply to the human who answers for the mail, with the person's own address to answer to. */
async function forward(work: Work, mail: store.StoredMail, reply: inboundStore.Reply): Promise<void> {
  const { name, contactMail, locale } = await company(work)
  const staff = mail.replyToStaff === null ? undefined : await staffMember(work, mail.replyToStaff)
  const to = staff?.state === 'ACTIVE' ? staff.email : contactMail
  if (!to || (await suppressed(work, to)) !== undefined) return
  const page =
    mail.personId === null ? '' : new URL(`/people/${mail.personId}`, work.installation.config.consoleUrl).href
  const text = (locale === 'en' ? englishForward : japaneseForward)({ ...reply, page })
  const subject = `${locale === 'en' ? 'Reply: ' : '【返信】'}${reply.subject ?? ''}`
  await queueMail(work, {
    id: newId(),
    kind: 'FORWARD',
    to,
    personId: mail.personId,
    recordId: mail.recordId,
    rendered: { subject, text, html: plainHtml(text) },
    fromName: name,
    dueAt: work.now,
    ...(reply.fromAddress && { answerTo: reply.fromAddress }),
  })
}

type Forwarded = Pick<inboundStore.Reply, 'fromAddress' | 'body' | 'attachments'> & { page: string }

const japaneseForward = ({ fromAddress, body, attachments, page }: Forwarded) =>
  `お送りしたメールに返信がありました。\nこのメールに返信すると、ご本人へ直接届きます。\n\n送信者: ${fromAddress ?? '不明'}${attachments > 0 ? `\n添付ファイル: ${attachments}件(安全のため取り除きました)` : ''}\n${page}\n\n----\n${body ?? ''}`

const englishForward = ({ fromAddress, body, attachments, page }: Forwarded) =>
  `A person answered a mail of yours.\nAn answer to this mail goes to them directly.\n\nFrom: ${fromAddress ?? 'unknown'}${attachments > 0 ? `\nAttachments: ${attachments} (taken out for safety)` : ''}\n${page}\n\n----\n${body ?? ''}`

export const inboundMails: IntentTable = { table: 'messages_inbound', realm: 'company', attempts: 12, run: receive }
