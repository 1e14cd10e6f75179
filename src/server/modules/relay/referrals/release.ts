import type { referralWaits } from '../../../../contract/network/network-referrals.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Work } from '../../../kernel/work.ts'
import { networkStanding } from '../../accounts/index.ts'
import { countReferral } from '../../credits/index.ts'
import { referralChanged } from '../members/member-announcements.ts'
import * as store from './store-referrals.ts'

type Waits = (typeof referralWaits)[number]

/** Why a referral whose hold is over does not count yet, or null: nothing keeps it any more. */
export async function whyWaits(
  work: Work,
  { signals, clearedAt }: Pick<store.Referral, 'signals' | 'clearedAt'>,
): Promise<Waits | null> {
  // What the operator has to look at first is not promised by the end of a suspension.
  if (signals.length > 0 && clearedAt === null) return 'in-review'
  const standing = await networkStanding(work)
  if (standing === 'SUSPENDED') return 'company-suspended'
  if (standing === 'UNVERIFIED') return 'company-unverified'
  return null
}

/** Counts every referral of the company that waited for what has come about; the others learn what they wait for. */
export async function releaseWaiting(work: Work): Promise<void> {
  for (const referral of await store.waitingHere(work)) await release(work, referral)
}

/** The operator looked at the signals: the referral counts where its hold is over, and otherwise when that ends. */
export async function clearReferral(work: Work, id: string): Promise<void> {
  const referral = await store.lockReferral(work, id)
  if (!referral) throw notFound({ what: 'referral' })
  if (referral.state !== 'HELD' || referral.clearedAt) return
  const cleared = { ...referral, clearedAt: work.now }
  await store.putReferral(work, cleared)
  if (referral.reason !== null) await release(work, cleared)
}

async function release(work: Work, referral: store.Referral): Promise<void> {
  const { id } = referral
  const waits = await whyWaits(work, referral)
  if (waits === referral.reason) return
  if (waits === null) await countReferral(work, { id: `${id}/count`, referralId: id, reason: 'hold over' })
  const stands = {
    ...referral,
    state: waits === null ? ('COUNTED' as const) : referral.state,
    reason: waits,
    version: referral.version + 1,
    settledAt: waits === null ? work.now : null,
  }
  await store.putReferral(work, stands)
  await announceReferral(work, stands)
}

type Said = Omit<store.Referral, 'memberId' | 'clearedAt'>

/** Tells how a referral of this company stands; the version grows with each change. */
export const announceReferral = (
  work: Work,
  { id, version, letterId, sourceRecordId, state, reason, signals, ...at }: Said,
): Promise<void> =>
  work.announce(referralChanged, {
    subjectId: id,
    version,
    payload: {
      referralId: id,
      letterId,
      sourceRecordId,
      state,
      reason,
      signals,
      registeredAt: at.registeredAt.toISOString(),
      heldUntil: at.heldUntil?.toISOString() ?? null,
      settledAt: at.settledAt?.toISOString() ?? null,
    },
  })
