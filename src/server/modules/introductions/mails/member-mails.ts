import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import type { Mail, Sent } from '../../../kernel/mail.ts'
import { inCompany, inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { company, type Company } from '../../accounts/index.ts'
import {
  afterQuiet,
  findMember,
  lockMember,
  mailableAt,
  nextTry,
  operatorMail,
  returnContact,
  spendContact,
  type Member,
} from '../../relay/index.ts'
import { dayText, promiseLines } from './staff-mails.ts'
import { linkToAsk } from './member-links.ts'
import { findAsk, type Ask } from '../answering/store-asks.ts'
import * as store from '../answering/store-intents.ts'

const actor = systemActor('introductions.mail')
const templates = {
  REQUEST: 'INTRODUCTION_REQUEST',
  REMINDER: 'INTRODUCTION_REMINDER',
  ANSWER: 'QUESTION_ANSWERED',
  DISPUTE: 'DISPUTE_NEWS',
  PROMISE: 'PROMISE_NEWS',
  ENDED: 'REQUEST_TAKEN_BACK',
} as const

/** How an introduction stands of which there is something to say; it is open for every other kind. */
const about: Partial<Record<store.MailKind, Ask['state']>> = {
  DISPUTE: 'ACCEPTED',
  PROMISE: 'ACCEPTED',
  ENDED: 'CANCELLED',
}

/** A request whose arrival nobody knows is followed by its one reminder so soon. */
const soonMs = 86_400_000

/** What comes of the network's own accord, and not of something that the member did. */
const isInvitation = (kind: store.MailKind): boolean => kind === 'REQUEST' || kind === 'REMINDER'

type Begun = { kind: store.MailKind; ask: Ask; member: Member & { mail: string }; link: string; attempts: number }

/**
 * Sends one mail to a member in three steps: that it begins is committed before the mail server hears of it, and how it
 * ended after. One that began and whose end nobody knows is never sent again: its reminder comes sooner instead.
 */
async function send(installation: Installation, { realmId: memberId, id }: Claimed): Promise<void> {
  const opening = { memberId, actor }
  const begun = await inMember(installation, opening, (work) => begin(work, id))
  if (!begun) return
  const operator = await inCompany(installation, { companyId: begun.ask.provider.id, actor }, company)
  const mail = await words(installation, { id, begun, operator })
  await inMember(installation, opening, (work) => store.markSending(work, id))
  const sent = await installation.mailer.send(mail)
  await inMember(installation, opening, (work) => settle(work, { id, begun, sent }))
}

async function begin(work: MemberWork, id: string): Promise<Begun | undefined> {
  const mail = await store.lockMail(work, id)
  if (mail?.state !== 'READY') return undefined
  if (mail.sendingSince) {
    await endUnknown(work, { ...mail, error: 'the sending process ended' })
    return undefined
  }
  const ask = await findAsk(work, mail.askId)
  const member = await findMember(work)
  const isStopped = isInvitation(mail.kind) && member?.contactsPer90Days === 0
  const to = isStopped ? null : mailableAt(member)
  const dueAt = afterQuiet(work.now, member?.quiet ?? null)
  if (dueAt > work.now) {
    await store.postponeMail(work, { id, dueAt, error: 'quiet hours' })
    return undefined
  }
  const isCurrent = ask?.state === (about[mail.kind] ?? 'OPEN')
  const link = ask && isCurrent && to !== null ? await linkToAsk(work, ask) : undefined
  if (!ask || !member || to === null || link === undefined) {
    await store.settleMail(work, { id, state: 'CANCELLED' })
    return undefined
  }
  return { kind: mail.kind, ask, member: { ...member, mail: to }, link, attempts: mail.attempts }
}

function words(
  installation: Installation,
  { id, begun, operator }: { id: string; begun: Begun; operator: Company },
): Promise<Mail> {
  const { kind, ask, member, link } = begun
  const { language } = member
  const values = {
    'person.name': member.displayName ?? '',
    'employer.name': ask.job.companyName,
    'opening.title': ask.job.openingTitle,
    'answer.by': dayText(ask.answerBy, language, operator.timeZone),
    'promises.list': promiseLines(ask.promises, language),
    link,
  }
  return operatorMail(installation, {
    id,
    memberId: member.id,
    to: member.mail,
    language,
    operator,
    template: templates[kind],
    values,
    occasion: isInvitation(kind) ? 'INVITATION' : 'PROCEDURE',
  })
}

/**
 * How the sending ended. A request that was refused for good reached nobody, so that its contact comes back; a reminder
 * that arrives all the same is the contact then.
 */
async function settle(work: MemberWork, { id, begun, sent }: { id: string; begun: Begun; sent: Sent }): Promise<void> {
  const { kind, ask, attempts } = begun
  const { outcome, answer: error } = sent
  if (outcome === 'sent') {
    if (kind === 'REMINDER') {
      await lockMember(work)
      await spendContact(work, { id: ask.id, kind: 'INTRODUCTION' })
    }
    return store.settleMail(work, { id, state: 'SENT' })
  }
  if (outcome === 'unknown') return endUnknown(work, { id, kind, askId: ask.id, error })
  const dueAt = nextTry(work.now, attempts)
  if (outcome === 'refused' || !dueAt) {
    if (kind === 'REQUEST') await returnContact(work, ask.id)
    return store.settleMail(work, { id, state: 'REFUSED', error })
  }
  return store.postponeMail(work, { id, dueAt, error })
}

type Unknown = { id: string; kind: store.MailKind; askId: string; error: string }

/**
 * Nobody knows whether the mail arrived. No mail goes twice, and nobody stays without one: a request's single reminder,
 * which says the same and is due anyway, comes after a day. Where that is unknown too, silence is a no and the slot
 * comes back; the page in the portal shows the request all the while.
 */
async function endUnknown(work: MemberWork, { id, kind, askId, error }: Unknown): Promise<void> {
  await store.settleMail(work, { id, state: 'UNKNOWN', error })
  if (kind !== 'REQUEST') return
  const dueAt = new Date(work.now.getTime() + soonMs)
  await store.hastenClock(work, { id: idFrom(askId, 'REMINDER'), dueAt })
}

export const memberMails: IntentTable = { table: 'introductions_mail', realm: 'member', attempts: 50, run: send }
