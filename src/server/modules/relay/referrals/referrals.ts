import type { ReferralSignal } from '../../../../contract/network/network-referrals.ts'
import { company, operatorId } from '../../accounts/index.ts'
import { countReferral, dropReferral, holdReferral, reverseReferral } from '../../credits/index.ts'
import { record } from '../../audit/index.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Across } from '../../../kernel/announcements.ts'
import type { IntentTable } from '../../../kernel/intents.ts'
import { notFound } from '../../../kernel/errors.ts'
import { inCompany, inMember, systemActor, type MemberWork, type Work } from '../../../kernel/work.ts'
import { attribution, type AttributionRule } from './attribution.ts'
import { memberReferralChanged, memberSilent, referralRefused } from '../members/member-announcements.ts'
import { referralSettled } from '../members/member-errors.ts'
import { announceReferral, whyWaits } from './release.ts'
import { isBurst, isSilent, originSignals } from './signals.ts'
import { sentLetters } from '../letters/store-letters.ts'
import * as members from '../members/store-members.ts'
import { alike } from './store-origins.ts'
import * as store from './store-referrals.ts'

const dayMs = 86_400_000

/** By which rule one member counts to one of several letters: the network's own, kept by its operator. */
export async function attributionRule(installation: Installation): Promise<AttributionRule> {
  const operator = await operatorId(installation)
  if (!operator) return 'FIRST_LETTER'
  const opening = { companyId: operator, actor: systemActor('relay.terms') }
  const { settings } = await inCompany(installation, opening, company)
  return (settings as Record<string, unknown>)['attributionRule'] === 'LAST_LETTER' ? 'LAST_LETTER' : 'FIRST_LETTER'
}

/** What makes a referral count in this network, for letters that are used from here on. */
export async function referralTrigger(installation: Installation): Promise<store.ReferralTrigger> {
  const operator = await operatorId(installation)
  if (!operator) return 'REGISTRATION'
  const opening = { companyId: operator, actor: systemActor('relay.terms') }
  const { settings } = await inCompany(installation, opening, company)
  return triggerIn(settings as Record<string, unknown>)
}

export const triggerIn = (settings: Record<string, unknown>): store.ReferralTrigger =>
  settings['referralTrigger'] === 'HIRED_ELSEWHERE' ? 'HIRED_ELSEWHERE' : 'REGISTRATION'

/**
 * Brings the member's one referral in line with the letters used, inside the Work that changed them. The member's row
 * must be held. What was counted stays.
 */
export async function attribute(work: MemberWork, rule: AttributionRule): Promise<void> {
  const member = await members.findMember(work)
  const letters = await store.usedLetters(work)
  const standing = await store.standingReferral(work)
  const { drop, hold } = attribution({
    letters: letters.map(({ refused, ...letter }) => ({ ...letter, refused: refused !== null })),
    rule,
    standing: standing && { letterId: standing.letterId, state: standing.state === 'COUNTED' ? 'COUNTED' : 'HELD' },
    isActive: member?.state === 'ACTIVE',
  })
  if (drop !== null && standing)
    await settle(work, { referral: standing, state: 'DROPPED', reason: hold ? 'attribution-moved' : 'member-left' })
  const letter = letters.find((one) => one.id === hold?.id)
  if (!letter) return
  const dueAt = new Date(letter.usedAt.getTime() + letter.holdDays * dayMs)
  const state = letter.trigger === 'HIRED_ELSEWHERE' ? ('WAITING' as const) : ('READY' as const)
  const referral = { id: newId(), letterId: letter.id, state, reason: null, dueAt }
  await store.insertMemberReferral(work, referral)
  await tell(work, { ...referral, version: 1, state: 'HELD', waits: state === 'WAITING' })
}

/**
 * Where a referral counts by a hire: a company other than the one that wrote has hired the member, and the hold begins;
 * or it turns out within the hold that it has not, and the referral waits again. Anything else changes nothing.
 */
export async function followHire(
  work: MemberWork,
  { employerId, isHired }: { employerId: string; isHired: boolean },
): Promise<void> {
  await members.lockMember(work)
  const standing = await store.standingReferral(work)
  const letter = (await store.usedLetters(work)).find(({ id }) => id === standing?.letterId)
  if (!standing || letter?.trigger !== 'HIRED_ELSEWHERE' || letter.companyId === employerId) return
  const [from, state] = isHired ? (['WAITING', 'READY'] as const) : (['READY', 'WAITING'] as const)
  const dueAt = new Date(work.now.getTime() + letter.holdDays * dayMs)
  const version = await store.moveMemberReferral(work, { id: standing.id, from, state, dueAt })
  if (version === undefined) return
  await tell(work, { ...standing, state: 'HELD', dueAt, version, waits: state === 'WAITING' })
}

/**
 * What came to the member for an answer lapsed. The operator of the network is told once that a registration leads to
 * nothing (`isSilent`), where a referral stands for it.
 */
export async function noteSilence(work: MemberWork, answers: { lapsed: number; answered: number }): Promise<void> {
  const standing = await store.standingReferral(work)
  if (!standing || !isSilent(answers)) return
  await work.announce(memberSilent, { subjectId: standing.id, version: 1, payload: { referralId: standing.id } })
}

/** A letter that may not count is put on record with its reason, for the company to see. */
export async function refuseAtOnce(work: MemberWork, letterId: string, reason: string): Promise<void> {
  const referral = { id: newId(), letterId, state: 'REFUSED' as const, reason, dueAt: work.now }
  await store.insertMemberReferral(work, referral)
  await tell(work, { ...referral, version: 1 })
}

type Told = Pick<store.MemberReferral, 'id' | 'letterId' | 'reason' | 'version' | 'dueAt'> & {
  state: 'HELD' | 'COUNTED' | 'DROPPED' | 'REFUSED'
  /** No day is known on which it will count. */
  waits?: boolean
}

async function tell(work: MemberWork, { id, letterId, state, reason, version, dueAt, waits }: Told): Promise<void> {
  const letter = (await store.usedLetters(work)).find((one) => one.id === letterId)
  if (!letter) throw new Error('a referral is by a letter that was not used')
  await work.announce(memberReferralChanged, {
    subjectId: id,
    version,
    payload: {
      referralId: id,
      memberId: work.memberId,
      companyId: letter.companyId,
      letterId,
      sourceRecordId: letter.sourceRecordId,
      state,
      reason,
      registeredAt: letter.usedAt.toISOString(),
      heldUntil: state === 'REFUSED' || waits ? null : dueAt.toISOString(),
      occurredAt: work.now.toISOString(),
      signals: letter.signals,
    },
  })
}

type Settled = { referral: store.MemberReferral; state: 'COUNTED' | 'DROPPED' | 'REFUSED'; reason: string | null }

async function settle(work: MemberWork, { referral, state, reason }: Settled): Promise<void> {
  const version = await store.settleMemberReferral(work, { id: referral.id, state, reason })
  await tell(work, { ...referral, state, reason, version })
}

/** The hold is over: the referral counts, unless the member left or was counted to another letter in the meantime. */
export const holds: IntentTable = {
  table: 'relay_member_referral',
  realm: 'member',
  attempts: 1_000_000,
  run: (installation, { realmId, id }) =>
    inMember(installation, { memberId: realmId, actor: systemActor('relay.hold') }, async (work) => {
      const member = await members.lockMember(work)
      const referral = await store.standingReferral(work)
      if (referral?.id !== id || referral.state !== 'READY') return
      const stays = member?.state === 'ACTIVE'
      await settle(work, {
        referral,
        state: stays ? 'COUNTED' : 'DROPPED',
        reason: stays ? null : 'member-left',
      })
    }),
}

type Heard = Parameters<Across<ReturnType<typeof memberReferralChanged.payload.parse>>>[1]

/** Applies in the referring company what the member's side decided; a repetition or an older word changes nothing. */
export async function applyReferral(installation: Installation, { payload, version }: Heard): Promise<void> {
  const { referralId: id, companyId, ...said } = payload
  await inCompany(installation, { companyId, actor: systemActor('relay.referral') }, async (work) => {
    const before = await store.lockReferral(work, id)
    if (before && (before.version >= version || before.state === 'REFUSED' || before.state === 'REVERSED')) return
    const occurredAt = new Date(said.occurredAt)
    const referral = {
      id,
      memberId: said.memberId,
      letterId: said.letterId,
      sourceRecordId: said.sourceRecordId,
      version,
      signals: await signalsHere(work, said, before),
      clearedAt: before?.clearedAt ?? null,
      registeredAt: new Date(said.registeredAt),
      heldUntil: said.heldUntil === null ? null : new Date(said.heldUntil),
    }
    const waits = said.state === 'COUNTED' ? await whyWaits(work, referral) : null
    const posting = { ...said, id, before: before?.state, occurredAt }
    const { state, reason } = await post(work, waits === null ? posting : { ...posting, state: 'HELD', reason: waits })
    const stands = { ...referral, state, reason, settledAt: state === 'HELD' ? null : occurredAt }
    await store.putReferral(work, stands)
    await announceReferral(work, stands)
  })
}

type Said = { state: store.Referral['state']; letterId: string; signals: ReferralSignal[]; registeredAt: string }

/**
 * The signals of the registration itself, whether it is one of too many at once, and what is odd about from where it
 * came. The last is looked at each time: others from the same place may have come after it.
 */
async function signalsHere(work: Work, said: Said, before: store.Referral | undefined): Promise<ReferralSignal[]> {
  if (said.state === 'REFUSED') return before?.signals ?? said.signals
  const first = before?.signals ?? [...said.signals, ...(await burstSignal(work, said))]
  return [...new Set([...first, ...originSignals(await alike(work, said.letterId))])]
}

async function burstSignal(work: Work, { registeredAt }: Said): Promise<ReferralSignal[]> {
  const at = new Date(registeredAt).getTime()
  const inLastHour = 1 + (await store.registeredSince(work, new Date(at - dayMs / 24)))
  const lettersInWeek = await sentLetters(work, new Date(at - 7 * dayMs))
  return isBurst({ inLastHour, lettersInWeek }) ? ['BURST'] : []
}

type Posting = {
  id: string
  letterId: string
  before: store.Referral['state'] | undefined
  state: 'HELD' | 'COUNTED' | 'DROPPED' | 'REFUSED'
  reason: string | null
  registeredAt: string
  occurredAt: Date
}
type Posted = { state: store.Referral['state']; reason: string | null }

/** Moves the ledger from where this referral stands to where it is to stand. */
async function post(work: Work, { id, letterId, before, state, reason, ...at }: Posting): Promise<Posted> {
  const occurredAt = at.occurredAt
  const isHeld = before === 'HELD'
  // One letter never counts twice, also when a member was erased and registered again.
  const isSecond = state !== 'DROPPED' && (await store.otherOfLetter(work, { id, letterId })) !== undefined
  if (isSecond || state === 'REFUSED') {
    const why = isSecond ? 'letter-counted-before' : reason
    // What was held for it comes to nothing with it.
    if (isHeld) await dropReferral(work, { id: `${id}/drop`, referralId: id, reason: why ?? 'refused', occurredAt })
    return { state: 'REFUSED', reason: why }
  }
  if (state !== 'DROPPED' && !isHeld)
    await holdReferral(work, { id, reason: 'registered', occurredAt: new Date(at.registeredAt) })
  if (state === 'COUNTED')
    await countReferral(work, { id: `${id}/count`, referralId: id, reason: 'hold over', occurredAt })
  if (state === 'DROPPED' && isHeld)
    await dropReferral(work, { id: `${id}/drop`, referralId: id, reason: reason ?? 'dropped', occurredAt })
  return { state, reason }
}

export const referrals = store.listReferrals

/**
 * Takes a referral for fraud. While it is held it never counts, and the member's side is told; a counted one is
 * reversed in the ledger. Refuses one that came to its end otherwise (`relay.referral-settled`).
 */
export async function takeBackReferral(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const referral = await store.lockReferral(work, id)
  if (!referral) throw notFound({ what: 'referral' })
  if (referral.state === 'REFUSED' || referral.state === 'REVERSED') return
  if (referral.state === 'DROPPED') throw referralSettled({ state: referral.state })
  const isHeld = referral.state === 'HELD'
  if (isHeld) await dropReferral(work, { id: `${id}/drop`, referralId: id, reason })
  else await reverseReferral(work, { id: `${id}/reverse`, countId: `${id}/count`, reason })
  const state = isHeld ? 'REFUSED' : 'REVERSED'
  const version = referral.version + 1
  await store.putReferral(work, { ...referral, state, reason, version, settledAt: work.now })
  await record(work, { action: 'relay.referral-taken-back', subject: { kind: 'referral', id }, detail: { state } })
  await announceReferral(work, { ...referral, state, reason, version, settledAt: work.now })
  const payload = { referralId: id, memberId: referral.memberId }
  if (isHeld) await work.announce(referralRefused, { subjectId: id, version, payload })
}

/**
 * The member's side of a refusal: that letter counts no more, and another one may. Also where the hold was over here:
 * what a company refuses was still held there, and never counted.
 */
export async function applyRefusal(
  installation: Installation,
  { payload }: { payload: { referralId: string; memberId: string } },
): Promise<void> {
  const rule = await attributionRule(installation)
  const opening = { memberId: payload.memberId, actor: systemActor('relay.refusal') }
  await inMember(installation, opening, async (work) => {
    await members.lockMember(work)
    const standing = await store.standingReferral(work)
    if (standing?.id !== payload.referralId) return
    await store.refuseLetter(work, standing.letterId, 'FRAUD')
    await store.settleMemberReferral(work, { id: standing.id, state: 'REFUSED', reason: 'fraud' })
    await attribute(work, rule)
  })
}
