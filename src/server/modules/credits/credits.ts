import {
  planCount,
  planDrop,
  planExpire,
  planHold,
  planRelease,
  planReserve,
  planReverse,
  planSpend,
  type Operation,
} from '../../../engines/ledger/index.ts'
import type { Work } from '../../kernel/work.ts'
import { carryOut } from './posting.ts'
import { readSlots } from './store.ts'
import { addMonths, terms } from './terms.ts'

/** `id` is the caller's and makes a repetition harmless; `occurredAt` is when it happened in the world. */
export type Operated = { id: string; reason: string; occurredAt?: Date }

export const operation = ({ now }: Work, { id, reason, occurredAt }: Operated): Operation => ({
  id,
  reason,
  occurredAt: occurredAt ?? now,
  recordedAt: now,
})

/** A referral registered: it is held against fraud before it counts. `id` is the referral's own. */
export async function holdReferral(work: Work, operated: Operated): Promise<void> {
  await carryOut(work, operated, (view) => planHold(view, operation(work, operated)))
}

/** A held referral turned out not to be one. */
export async function dropReferral(work: Work, operated: Operated & { referralId: string }): Promise<void> {
  const heldId = `${operated.referralId}/referral.held`
  await carryOut(work, { ...operated, about: [heldId] }, (view) =>
    planDrop(view, { ...operation(work, operated), heldId }),
  )
}

/** The hold is over: the referral counts, pays a debt first, and ten of them make a slot. Says how many slots it made. */
export async function countReferral(
  work: Work,
  operated: Operated & { referralId: string },
): Promise<{ slots: number }> {
  const { referralsPerSlot, slotExpiryMonths } = await terms(work)
  const heldId = `${operated.referralId}/referral.held`
  const posted = await carryOut(work, { ...operated, about: [heldId] }, (view) =>
    planCount(view, {
      ...operation(work, operated),
      heldId,
      rate: referralsPerSlot,
      expiresAt: addMonths(work.now, slotExpiryMonths),
    }),
  )
  return { slots: posted.filter((transfer) => transfer.kind === 'slot.granted').length }
}

/** A counted referral is taken back; `countId` is the id under which it was counted. */
export async function reverseReferral(work: Work, operated: Operated & { countId: string }): Promise<void> {
  const countedId = `${operated.countId}/referral.counted`
  await carryOut(work, { ...operated, about: [countedId] }, (view) =>
    planReverse(view, { ...operation(work, operated), countedId }),
  )
}

/** Sets a slot aside for an introduction; `id` is the introduction's. Throws `credits.no-slot` when none is free. */
export async function reserveSlot(work: Work, operated: Operated): Promise<void> {
  await carryOut(work, operated, (view) => planReserve(view, operation(work, operated)))
}

type Settling = Operated & { introductionId: string }
const reservationOf = ({ introductionId }: Settling) => `${introductionId}/slot.reserved`

/** The person accepted: the slot set aside for this introduction is spent. */
export async function spendSlot(work: Work, operated: Settling): Promise<void> {
  const reservationId = reservationOf(operated)
  await carryOut(work, { ...operated, about: [reservationId] }, (view) =>
    planSpend(view, { ...operation(work, operated), reservationId }),
  )
}

/** The person declined, or the request lapsed: the slot is free again, unless a debt was waiting for it. */
export async function releaseSlot(work: Work, operated: Settling): Promise<void> {
  const reservationId = reservationOf(operated)
  await carryOut(work, { ...operated, about: [reservationId] }, (view) =>
    planRelease(view, { ...operation(work, operated), reservationId }),
  )
  // Its time may have run out while it was reserved.
  await expireSlots(work)
}

/** Expires the free slots whose time is over. */
export async function expireSlots(work: Work): Promise<number> {
  const over = (await readSlots(work, [])).filter(
    (slot) => slot.state === 'AVAILABLE' && slot.expiresAt && slot.expiresAt <= work.now,
  )
  for (const slot of over) {
    const operated = { id: `expiry/${slot.id}`, reason: 'expired' }
    await carryOut(work, operated, (view) => planExpire(view, { ...operation(work, operated), slotId: slot.id }))
  }
  return over.length
}
