import { z } from 'zod'
import type { takeBackReasons } from '../../../../contract/network/network-referrals.ts'
import type { NetworkTerms } from '../../../../contract/network/network-terms.ts'
import { companyAnnouncement } from '../../../kernel/announcements.ts'
import { derivedKey, hmac } from '../../../kernel/crypto.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company, keepSettings, operatorId } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { terms } from '../../credits/index.ts'
import type { memberChanged, memberSilent, referralChanged } from '../members/member-announcements.ts'
import { referralSettled } from '../members/member-errors.ts'
import { clearReferral } from './release.ts'
import { takeBackReferral, triggerIn } from './referrals.ts'
import * as store from './store-network.ts'

const actor = systemActor('relay.network')

/** The operator takes back a referral; subject: the referral. The company's own side moves its ledger. */
export const takeBackAsked = companyAnnouncement(
  'relay.take-back-asked',
  z.object({ referralId: z.uuid(), employerId: z.uuid(), reason: z.string() }),
)

async function inOperator(installation: Installation, run: (work: Work) => Promise<void>): Promise<void> {
  const companyId = await operatorId(installation)
  if (companyId) await inCompany(installation, { companyId, actor }, run)
}

type Heard<P> = { realmId: string; version: number; payload: P }
type ReferralSaid = ReturnType<typeof referralChanged.payload.parse>
type MemberSaid = ReturnType<typeof memberChanged.payload.parse>

/** Tells the operator how a referral stands: its id, whose it is, and why. Not whom it is about, nor by which letter. */
export const mirrorReferral = (installation: Installation, { realmId, version, payload }: Heard<ReferralSaid>) =>
  inOperator(installation, (work) =>
    store.putNetworkReferral(work, {
      id: payload.referralId,
      employerId: realmId,
      state: payload.state,
      reason: payload.reason,
      signals: payload.signals,
      heldUntil: payload.heldUntil === null ? null : new Date(payload.heldUntil),
      version,
      registeredAt: new Date(payload.registeredAt),
      settledAt: payload.settledAt === null ? null : new Date(payload.settledAt),
    }),
  )

/** Counts a member for the operator under a hash that is used for nothing else. */
export const mirrorMember = (installation: Installation, { realmId, version, payload }: Heard<MemberSaid>) =>
  inOperator(installation, (work) =>
    store.putNetworkMember(work, {
      ref: hmac(derivedKey(installation.config.secret, 'relay.network-member'), realmId).toString('hex').slice(0, 32),
      state: payload.standing,
      version,
    }),
  )

type SilenceSaid = ReturnType<typeof memberSilent.payload.parse>

/** Puts a referral whose member never answers back before the operator, also one that counts. */
export const mirrorSilence = (installation: Installation, { payload }: { payload: SilenceSaid }) =>
  inOperator(installation, (work) => store.addNetworkSignal(work, payload.referralId, 'NEVER_ANSWERS'))

type TakenBack = { id: string; reason: (typeof takeBackReasons)[number] }

/**
 * The operator's decision that a referral is fraud. The company it counts for applies it; until then it shows as
 * asked. Asking twice asks once. Refuses a referral that came to its end otherwise (`relay.referral-settled`).
 */
export async function takeBackInNetwork(work: Work, { id, reason }: TakenBack): Promise<store.NetworkReferral> {
  const referral = await store.lockNetworkReferral(work, id)
  if (!referral) throw notFound({ what: 'referral' })
  const { employerId, state } = referral
  if (referral.takeBackAskedAt || state === 'REVERSED' || state === 'REFUSED') return referral
  if (state === 'DROPPED') throw referralSettled({ state })
  await store.putTakeBackAsked(work, id)
  await record(work, { action: 'network.referral-taken-back', subject: { kind: 'referral', id }, detail: { reason } })
  await work.announce(takeBackAsked, { subjectId: id, version: 1, payload: { referralId: id, employerId, reason } })
  return { ...referral, takeBackAskedAt: work.now }
}

/** The operator's decision, applied in the company it is about. */
export async function applyTakeBack(
  installation: Installation,
  { payload }: { payload: { referralId: string; employerId: string; reason: string } },
): Promise<void> {
  const { referralId: id, employerId: companyId, reason } = payload
  await inCompany(installation, { companyId, actor }, async (work) => {
    try {
      await takeBackReferral(work, { id, reason })
    } catch (error) {
      // It came to nothing by itself in the meantime: there is nothing left to take.
      if (!isSettled(error)) throw error
    }
  })
}

const isSettled = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'relay.referral-settled'

/** The operator looked at a referral's signals and lets it count; subject: the referral. */
export const referralCleared = companyAnnouncement(
  'relay.referral-cleared',
  z.object({ referralId: z.uuid(), employerId: z.uuid() }),
)

/**
 * Lets a referral with signals count: at once where its hold is over, otherwise when it ends. One that counts already
 * goes on counting. Asking twice asks once.
 * Refuses one that is held no more, or that was taken back (`relay.referral-settled`).
 */
export async function countInNetwork(work: Work, id: string): Promise<store.NetworkReferral> {
  const referral = await store.lockNetworkReferral(work, id)
  if (!referral) throw notFound({ what: 'referral' })
  const { employerId, state } = referral
  if (referral.clearedAt || (state === 'COUNTED' && referral.signals.length === 0)) return referral
  if ((state !== 'HELD' && state !== 'COUNTED') || referral.takeBackAskedAt) throw referralSettled({ state })
  await store.putCleared(work, id)
  const { signals } = referral
  await record(work, { action: 'network.referral-counted', subject: { kind: 'referral', id }, detail: { signals } })
  if (state === 'HELD')
    await work.announce(referralCleared, { subjectId: id, version: 1, payload: { referralId: id, employerId } })
  return { ...referral, clearedAt: work.now }
}

/** The operator's yes, applied in the company it is about. */
export async function applyClearing(
  installation: Installation,
  { payload: { referralId, employerId } }: { payload: { referralId: string; employerId: string } },
): Promise<void> {
  await inCompany(installation, { companyId: employerId, actor }, (work) => clearReferral(work, referralId))
}

/** The rules of the whole network, kept with its operator. */
export async function networkTerms(work: Work): Promise<NetworkTerms> {
  const { settings } = await company(work)
  const attributionRule = settings['attributionRule'] === 'LAST_LETTER' ? 'LAST_LETTER' : 'FIRST_LETTER'
  const introductionGate = settings['introductionGate'] === true
  return { attributionRule, referralTrigger: triggerIn(settings), introductionGate, ...(await terms(work)) }
}

/** Changes the given ones from here on: what was counted stays where it is. Every company is told of it. */
export async function changeNetworkTerms(
  work: Work,
  change: { [K in keyof NetworkTerms]?: NetworkTerms[K] | undefined },
): Promise<NetworkTerms> {
  const given: Record<string, string | number | boolean> = {}
  for (const [key, value] of Object.entries(change)) if (value !== undefined) given[key] = value
  await keepSettings(work, given)
  await record(work, { action: 'network.terms-changed', detail: given })
  return networkTerms(work)
}
