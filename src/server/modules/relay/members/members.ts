import { normaliseMail } from '../../../../engines/japanese/index.ts'
import { company, operatingMode, operatorId, staff, type Company, type OperatingMode } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { noticeRefInForce, type NoticeRef } from '../../consent/index.ts'
import { terms } from '../../credits/index.ts'
import { claimRealm, findRealm, releaseRealm } from '../../../kernel/database/directory.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type Actor, type MemberWork, type Work } from '../../../kernel/work.ts'
import { changeAndTell } from './telling/flow-back.ts'
import { keepAnswer, type Answer } from './member-consents.ts'
import { memberLeft, noMember, relayOff, tooYoung } from './member-errors.ts'
import { memberMail } from './mails/member-mail.ts'
import { keepBlock, keepWishes, refuseForbidden, shownUntilFrom } from './member-settings.ts'
import { isRelay } from './offers.ts'
import { attribute, attributionRule, referralTrigger, refuseAtOnce } from '../referrals/referrals.ts'
import { decideAboutPool, registerInPool } from './pool-registration.ts'
import { originMarks, type Origin } from '../referrals/origin.ts'
import { registrationSignals } from '../referrals/signals.ts'
import { insertOrigin } from '../referrals/store-origins.ts'
import * as letters from '../referrals/store-referrals.ts'
import * as store from './store-members.ts'
import type { Wishes } from './wishes.ts'

/** Who came by a letter's link, and what they answered about the company that wrote. */
export type Coming = {
  companyId: string
  personId: string
  /** The record by which the company knows whom it wrote to. */
  sourceRecordId: string
  letterId: string
  sentAt: Date
  /** Verified by a code a moment ago. */
  mail: string
  /** An answer per purpose and recipient; what is missing stays no. */
  answers: readonly Answer[]
  /** From where the form was sent, where that is known. */
  origin?: Origin
}

export type Registration = Coming & {
  displayName: string
  language: 'ja' | 'en'
  /** The person says to be at least sixteen. */
  oldEnough: boolean
  wishes: Wishes
  /** A company that never sees the member, kept before anything is told to the network. */
  hideFrom?: { id: string; company: string }
}

export type Registered =
  | { as: 'MEMBER'; memberId: string; isNewMember: boolean }
  /** The law (operating mode) lets this installation keep the person in the company's own pool only. */
  | { as: 'POOL'; personId: string }

type Circumstances = {
  companyName: string
  mode: OperatingMode
  holdDays: number
  isOwnStaff: boolean
  colleagues: readonly string[]
}

async function circumstances(work: Work, mail: string): Promise<Circumstances> {
  const { name } = await company(work)
  const colleagues = await staff(work)
  return {
    companyName: name,
    mode: await operatingMode(work),
    holdDays: (await terms(work)).referralHoldDays,
    isOwnStaff: colleagues.some(({ email }) => normaliseMail(email) === mail),
    colleagues: colleagues.map(({ email }) => email),
  }
}

/**
 * Registers who came by a letter's link. The verified address names the member's realm, so that the same human is one
 * member whichever company wrote. One transaction of that realm holds the member, the profile, the answers, the link
 * to the company, the letter, and what follows for the referral; companies are told by announcements. Repeating it
 * changes nothing. In a mode without relay it keeps the person in the company's own pool instead.
 */
export async function registerByLetter(installation: Installation, registration: Registration): Promise<Registered> {
  if (!registration.oldEnough) throw tooYoung({})
  refuseForbidden(registration.displayName)
  const mail = normaliseMail(registration.mail)
  if (mail === null) throw new Error('an address that was verified is none')
  const { personId } = registration
  const opening = asPerson(registration)
  const found = await come(installation, registration, mail)
  if (!isRelay(found.mode)) {
    await inCompany(installation, opening, (work) => registerInPool(work, registration))
    return { as: 'POOL', personId }
  }
  const rule = await attributionRule(installation)
  const trigger = await referralTrigger(installation)
  const joined = await join(installation, mail, (work) =>
    register(work, { ...registration, ...found, mail, rule, trigger }),
  )
  await inCompany(installation, opening, (work) => decideAboutPool(work, registration))
  return { as: 'MEMBER', ...joined }
}

const asPerson = ({ companyId, personId }: Coming) => ({
  companyId,
  actor: { kind: 'person', id: personId, permissions: new Set<string>() } satisfies Actor,
})

/** What the company that wrote says about itself; of a company in the relay, where the form was sent from is kept. */
const come = (installation: Installation, coming: Coming, mail: string): Promise<Circumstances> =>
  inCompany(installation, asPerson(coming), async (work) => {
    const found = await circumstances(work, mail)
    if (isRelay(found.mode)) await keepOrigin(work, coming)
    return found
  })

/**
 * Links the letter of one more company to who is a member already: the company joins those that know the member, the
 * answers about it are kept, and the letter counts among those used. Wishes, language and how long the profile is shown
 * stay as they are. Repeating it changes nothing. Refused outside of the relay (`relay.off`), for an address that is no
 * member's (not found) and for a member who left (`relay.member-left`).
 */
export async function linkByLetter(installation: Installation, coming: Coming): Promise<void> {
  const mail = normaliseMail(coming.mail)
  const memberId = mail === null ? undefined : await memberOf(installation, mail)
  if (mail === null || memberId === undefined) throw noMember()
  const found = await come(installation, coming, mail)
  if (!isRelay(found.mode)) throw relayOff({ mode: found.mode })
  const rule = await attributionRule(installation)
  const trigger = await referralTrigger(installation)
  const actor: Actor = { kind: 'member', id: memberId, permissions: new Set() }
  await inMember(installation, { memberId, actor }, async (work) => {
    const member = await store.lockMember(work)
    if (member?.state !== 'ACTIVE') throw memberLeft({ state: member?.state ?? 'ERASED' })
    const { letterId, companyId } = coming
    if (await takeLetter(work, { ...coming, ...found, mail, rule, trigger }, { change: {}, how: 'PORTAL' }))
      await record(work, {
        action: 'relay.letter-linked',
        subject: { kind: 'member', id: memberId },
        detail: { letterId, companyId },
      })
  })
  await inCompany(installation, asPerson(coming), (work) => decideAboutPool(work, coming, 'PORTAL'))
}

/** Whether the member could link this letter to their registration: they are registered, and it was not used. */
export async function isLinkable(work: MemberWork, letterId: string): Promise<boolean> {
  const member = await store.findMember(work)
  return member?.state === 'ACTIVE' && !(await letters.usedLetters(work)).some(({ id }) => id === letterId)
}

/** For the comparison with other registrations of this company (`originSignals`). */
async function keepOrigin(work: Work, { letterId, origin }: Coming): Promise<void> {
  const { companyId, installation } = work
  const marks = origin && originMarks(installation.config.secret, { companyId, origin })
  if (marks) await insertOrigin(work, { letterId, ...marks })
}

type Joined = { memberId: string; isNewMember: boolean }

/** Runs in the realm of the address; one left over from an erasure is given up first. */
async function join(
  installation: Installation,
  mail: string,
  run: (work: MemberWork) => Promise<boolean | 'ERASED'>,
): Promise<Joined> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const memberId = await claimRealm(installation, memberMail(mail))
    const actor: Actor = { kind: 'member', id: memberId, permissions: new Set() }
    const made = await inMember(installation, { memberId, actor }, run)
    if (made !== 'ERASED') return { memberId, isNewMember: made }
    await releaseRealm(installation, memberMail(mail))
  }
  throw new Error('a realm that was given up is still there')
}

type Using = Coming & Circumstances & { rule: Parameters<typeof attribute>[1]; trigger: letters.ReferralTrigger }
type Registering = Registration & Using

async function register(work: MemberWork, registering: Registering): Promise<boolean | 'ERASED'> {
  const { mail, displayName, language, companyId, letterId } = registering
  const before = await store.lockMember(work)
  if (before?.state === 'ERASED') return 'ERASED'
  const shownUntil = shownUntilFrom(work.now)
  if (!before) {
    await store.insertMember(work, { mail, displayName, language, shownUntil })
    await store.lockMember(work)
  }
  await keepWishes(work, registering.wishes)
  if (registering.hideFrom) await keepBlock(work, registering.hideFrom)
  const change = { state: 'ACTIVE', displayName, language, shownUntil } as const
  const isFirstUse = await takeLetter(work, registering, { change, how: 'LETTER' })
  if (isFirstUse || before?.state !== 'ACTIVE')
    await record(work, {
      action: 'relay.member-registered',
      subject: { kind: 'member', id: work.memberId },
      detail: { letterId, companyId },
    })
  return before === undefined
}

type Taking = { change: store.MemberChange; how: 'PORTAL' | 'LETTER' }

/** The company that wrote, the answers about it and its letter, in the member's realm; whether it is the letter's first use. */
async function takeLetter(work: MemberWork, using: Using, { change, how }: Taking): Promise<boolean> {
  const { companyId, companyName, personId, sourceRecordId, letterId } = using
  await store.linkCompany(work, { companyId, companyName, personId, sourceRecordId, letterId, linkedAt: work.now })
  for (const answer of using.answers) if (answer.offer.purpose !== 'POOL') await keepAnswer(work, answer, how)
  await changeAndTell(work, change)
  const isFirstUse = await useLetter(work, using)
  await attribute(work, using.rule)
  return isFirstUse
}

async function useLetter(work: MemberWork, using: Using): Promise<boolean> {
  const { letterId: id, companyId, sourceRecordId, sentAt, holdDays, isOwnStaff, mail, colleagues, trigger } = using
  const refused = isOwnStaff ? 'OWN_STAFF' : null
  const signals = registrationSignals({ mail, colleagues })
  const letter = {
    id,
    companyId,
    sourceRecordId,
    sentAt,
    usedAt: work.now,
    holdDays,
    refused,
    signals,
    trigger,
  } as const
  const isFirstUse = await letters.insertLetter(work, letter)
  if (isFirstUse && refused) await refuseAtOnce(work, id, 'own-staff')
  return isFirstUse
}

/** The member of a verified address, if there is one; erased ones are none. */
export async function memberOf(installation: Installation, address: string): Promise<string | undefined> {
  const mail = normaliseMail(address)
  if (mail === null) return undefined
  const memberId = await findRealm(installation, memberMail(mail))
  if (!memberId) return undefined
  const opening = { memberId, actor: systemActor('relay.member-of') }
  const member = await inMember(installation, opening, store.findMember)
  return member && member.state !== 'ERASED' ? memberId : undefined
}

/** The company that runs the relay, as it is named to people, and its privacy notice in force. Refused where no one does (`relay.off`). */
export async function relayOperator(
  installation: Installation,
): Promise<
  Pick<Company, 'id' | 'name' | 'nameEn' | 'address' | 'contactMail' | 'timeZone'> & { notice: NoticeRef | null }
> {
  const id = await operatorId(installation)
  if (!id) throw relayOff({ mode: installation.config.OPERATING_MODE })
  return inCompany(installation, { companyId: id, actor: systemActor('relay.operator') }, async (work) => ({
    ...(await company(work)),
    notice: await noticeRefInForce(work),
  }))
}
