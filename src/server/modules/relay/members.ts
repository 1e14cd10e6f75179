import { normaliseMail } from '../../../engines/japanese/index.ts'
import { company, operatingMode, operatorId, staff, type Company, type OperatingMode } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { noticeRefInForce, type NoticeRef } from '../consent/index.ts'
import { terms } from '../credits/index.ts'
import { claimRealm, findRealm, releaseRealm } from '../../kernel/directory.ts'
import type { Installation } from '../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type Actor, type MemberWork, type Work } from '../../kernel/work.ts'
import { changeAndTell } from './flow-back.ts'
import { keepAnswer, type Answer } from './member-consents.ts'
import { tooYoung, relayOff } from './member-errors.ts'
import { memberMail } from './member-mail.ts'
import { keepWishes, refuseForbidden, shownUntilFrom } from './member-settings.ts'
import { isRelay } from './offers.ts'
import { attribute, attributionRule, referralTrigger, refuseAtOnce } from './referrals.ts'
import { decideAboutPool, registerInPool } from './pool-registration.ts'
import { originMarks, type Origin } from './origin.ts'
import { registrationSignals } from './signals.ts'
import { insertOrigin } from './store-origins.ts'
import * as letters from './store-referrals.ts'
import * as store from './store-members.ts'
import type { Wishes } from './wishes.ts'

export type Registration = {
  companyId: string
  personId: string
  /** The record by which the company knows whom it wrote to. */
  sourceRecordId: string
  letterId: string
  sentAt: Date
  /** Verified by a code a moment ago. */
  mail: string
  displayName: string
  language: 'ja' | 'en'
  /** The person says to be at least sixteen. */
  oldEnough: boolean
  wishes: Wishes
  /** An answer per purpose and recipient; what is missing stays no. */
  answers: readonly Answer[]
  /** From where the form was sent, where that is known. */
  origin?: Origin
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
  const { companyId, personId } = registration
  const opening = { companyId, actor: { kind: 'person', id: personId, permissions: new Set<string>() } satisfies Actor }
  const found = await inCompany(installation, opening, async (work) => {
    const circumstancesHere = await circumstances(work, mail)
    if (isRelay(circumstancesHere.mode)) await keepOrigin(work, registration)
    return circumstancesHere
  })
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

/** For the comparison with other registrations of this company (`originSignals`). */
async function keepOrigin(work: Work, { letterId, origin }: Registration): Promise<void> {
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

type Registering = Registration &
  Circumstances & { rule: Parameters<typeof attribute>[1]; trigger: letters.ReferralTrigger }

async function register(work: MemberWork, registering: Registering): Promise<boolean | 'ERASED'> {
  const { mail, displayName, language, companyId, companyName, personId, sourceRecordId, letterId } = registering
  const before = await store.lockMember(work)
  if (before?.state === 'ERASED') return 'ERASED'
  const shownUntil = shownUntilFrom(work.now)
  if (!before) {
    await store.insertMember(work, { mail, displayName, language, shownUntil })
    await store.lockMember(work)
  }
  await keepWishes(work, registering.wishes)
  const linkedAt = work.now
  await store.linkCompany(work, { companyId, companyName, personId, sourceRecordId, letterId, linkedAt })
  for (const answer of registering.answers)
    if (answer.offer.purpose !== 'POOL') await keepAnswer(work, answer, 'LETTER')
  await changeAndTell(work, { state: 'ACTIVE', displayName, language, shownUntil })
  const isFirstUse = await useLetter(work, registering)
  await attribute(work, registering.rule)
  if (isFirstUse || before?.state !== 'ACTIVE')
    await record(work, {
      action: 'relay.member-registered',
      subject: { kind: 'member', id: work.memberId },
      detail: { letterId, companyId },
    })
  return before === undefined
}

async function useLetter(work: MemberWork, registering: Registering): Promise<boolean> {
  const {
    letterId: id,
    companyId,
    sourceRecordId,
    sentAt,
    holdDays,
    isOwnStaff,
    mail,
    colleagues,
    trigger,
  } = registering
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
