import { derivedKey, hmac, readToken, sha256, tokenText } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import type { Mail, Sent } from '../../../kernel/mail.ts'
import { inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { consentText, memberConsents, type NoticeRef } from '../../consent/index.ts'
import { linkUrl } from '../../messages/index.ts'
import { relayOperator } from '../members/members.ts'
import { memberOffers } from '../members/offers.ts'
import { nextTry, operatorMail } from '../members/mails/operator-mail.ts'
import { afterQuiet } from '../members/mails/quiet-hours.ts'
import { renewables, sameEnding, type Renewable } from './renewals.ts'
import { stayBy } from '../members/staying.ts'
import * as store from './store-clock.ts'
import { findMember, mailableAt, memberCompanies, type Member, type MemberCompany } from '../members/store-members.ts'

const actor = systemActor('relay.notice')
/** The link goes on to work after the end, for who comes back late. */
const linkDays = 120

type Begun = {
  member: Member & { mail: string }
  about: { kind: 'RENEWAL'; endings: Renewable[]; companies: MemberCompany[] } | { kind: 'STAY'; answerBy: Date }
  link: string
  tries: number
}

/**
 * Sends the mail that asks whether things go on, in three steps: that it begins is committed before the mail server
 * hears of it, and how it ended after. One that began and whose end nobody knows is not sent again.
 */
async function send(installation: Installation, { realmId: memberId, id }: Claimed): Promise<void> {
  const opening = { memberId, actor }
  const begun = await inMember(installation, opening, (work) => begin(work, id))
  if (!begun) return
  const mail = await words(installation, id, begun)
  await inMember(installation, opening, (work) => store.changeNotice(work, { id, sendingSince: work.now }))
  const sent = await installation.mailer.send(mail)
  await inMember(installation, opening, (work) => settle(work, { id, tries: begun.tries, sent }))
}

/** Nothing leaves during the member's quiet hours, after they left, or once they have answered already. */
async function begin(work: MemberWork, id: string): Promise<Begun | undefined> {
  const notice = await store.lockNotice(work, id)
  if (notice?.state !== 'READY') return undefined
  if (notice.sendingSince) {
    await store.changeNotice(work, { id, state: 'UNKNOWN', error: 'the sending process ended' })
    return undefined
  }
  const member = await findMember(work)
  const about = member && (await aboutOf(work, member, notice))
  const mail = mailableAt(member)
  if (!member || mail === null || member.contactsPer90Days === 0 || !about) {
    await store.changeNotice(work, { id, state: 'CANCELLED' })
    await store.deleteContact(work, id)
    return undefined
  }
  const dueAt = afterQuiet(work.now, member.quiet)
  if (dueAt > work.now) {
    await store.changeNotice(work, { id, dueAt })
    return undefined
  }
  const link = await linkTo(work, id)
  if (about.kind === 'STAY')
    await store.changeNotice(work, {
      id,
      about: [{ purpose: 'STAY', recipient: '', endsAt: about.answerBy.toISOString() }],
    })
  return { member: { ...member, mail }, about, link, tries: notice.attempts }
}

/** What the mail is about, if anything of it is still to be asked. */
async function aboutOf(work: MemberWork, member: Member, notice: store.Notice): Promise<Begun['about'] | undefined> {
  if (notice.kind === 'STAY') return { kind: 'STAY', answerBy: stayBy(work.now) }
  const all = renewables(member, await memberConsents(work))
  const endings = all.filter((one) => one.endsAt > work.now && notice.about.some(sameEnding(one)))
  return endings.length > 0 ? { kind: 'RENEWAL', endings, companies: await memberCompanies(work) } : undefined
}

async function linkTo(work: MemberWork, id: string): Promise<string> {
  const { installation, memberId } = work
  const key = derivedKey(installation.config.secret, 'relay.notice')
  const secret = hmac(key, `${memberId}/${id}`).toString('base64url')
  const until = new Date(work.now.getTime() + linkDays * 86_400_000)
  await store.changeNotice(work, { id, link: { secretHash: sha256(secret), until } })
  return linkUrl(installation, tokenText({ realmId: memberId, secret }))
}

type Where = { language: 'ja' | 'en'; timeZone: string }
const dayText = (at: Date, { language, timeZone }: Where) =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeZone }).format(at)

async function words(installation: Installation, id: string, begun: Begun): Promise<Mail> {
  const { member, about, link } = begun
  const { language } = member
  const operator = await relayOperator(installation)
  const { timeZone } = operator
  const mail = { id, memberId: member.id, to: member.mail, language, operator }
  const values = { 'person.name': member.displayName ?? '', link }
  if (about.kind === 'STAY')
    return operatorMail(installation, {
      ...mail,
      template: 'STAY_QUESTION',
      occasion: 'QUESTION',
      values: {
        ...values,
        'operator.name': operator.name,
        'last.heard': dayText(member.heardAt, { language, timeZone }),
        'answer.by': dayText(about.answerBy, { language, timeZone }),
      },
    })
  const renewal = renewalValues(about, { language, timeZone, operatorName: operator.name, notice: operator.notice })
  return operatorMail(installation, {
    ...mail,
    template: 'RENEWAL',
    occasion: 'INVITATION',
    values: { ...values, ...renewal },
  })
}

type Naming = Where & { operatorName: string; notice: NoticeRef | null }

function renewalValues(
  { endings, companies }: Extract<Begun['about'], { kind: 'RENEWAL' }>,
  { language, timeZone, operatorName, notice }: Naming,
) {
  const named = companies.map(({ companyId, companyName }) => ({ id: companyId, name: companyName }))
  const offers = memberOffers(named, { language, operatorName, notice })
  const lines = endings.flatMap(({ purpose, recipient, endsAt }) => {
    const offer = offers.find((one) => one.purpose === purpose && one.recipient === recipient)
    if (!offer) return []
    const { title } = consentText(offer.shown)
    const until = dayText(endsAt, { language, timeZone })
    return [language === 'ja' ? `${title}（${until}まで）` : `${title} (until ${until})`]
  })
  const first = new Date(Math.min(...endings.map(({ endsAt }) => endsAt.getTime())))
  return { 'consent.until': dayText(first, { language, timeZone }), 'consents.list': lines.join('\n') }
}

type Tried = { id: string; tries: number; sent: Sent }

async function settle(work: MemberWork, { id, tries, sent: { outcome, answer: error } }: Tried): Promise<void> {
  if (outcome === 'sent') return store.changeNotice(work, { id, state: 'SENT', error: null })
  if (outcome === 'unknown') return store.changeNotice(work, { id, state: 'UNKNOWN', error })
  const dueAt = nextTry(work.now, tries)
  if (outcome === 'refused' || !dueAt) {
    await store.changeNotice(work, { id, state: 'REFUSED', error })
    // Nobody was reached.
    return store.deleteContact(work, id)
  }
  return store.changeNotice(work, { id, sendingSince: null, dueAt, error })
}

/** Whose notice a token belongs to; nothing for one that opens nothing. Changes nothing. */
export async function findNoticeLink(
  installation: Installation,
  token: string,
): Promise<{ memberId: string; noticeId: string; kind: store.NoticeKind } | undefined> {
  const read = readToken(token)
  if (!read) return undefined
  const memberId = read.realmId
  return inMember(installation, { memberId, actor }, async (work) => {
    const notice = await store.noticeOfLink(work, sha256(read.secret))
    return notice && { memberId, noticeId: notice.id, kind: notice.kind }
  })
}

export const noticeFollowed = (work: MemberWork, noticeId: string): Promise<void> => store.noticeArrived(work, noticeId)

export const memberNotices: IntentTable = { table: 'relay_notice', realm: 'member', attempts: 50, run: send }
