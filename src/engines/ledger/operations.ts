import type { LedgerRefusal } from './admission.ts'
import type { LedgerView, Slot } from './ledger-view.ts'
import type { Transfer, TransferKind } from './transfer.ts'

/** What every operation is told. `id` is the caller's, and every transfer's id is derived from it: `<id>/<kind>`. */
export interface Operation {
  readonly id: string
  readonly reason: string
  readonly occurredAt: Date
  readonly recordedAt: Date
}

export interface ConversionTerms {
  /** Referrals that make one slot, at this moment. */
  readonly rate: number
  /** When a slot made now expires; absent means never. */
  readonly expiresAt?: Date
}

/** The transfers to post together (`applyAll`), or why the operation cannot be done. Empty: it has been done. */
export type Plan = { readonly transfers: readonly Transfer[] } | { readonly refused: LedgerRefusal }

export function planHold(view: LedgerView, operation: Operation): Plan {
  return { transfers: [transferOf(view, operation, 'referral.held', { amount: 1 })] }
}

/** The hold turned out to be fraud or a mistake. */
export function planDrop(view: LedgerView, operation: Operation & { readonly heldId: string }): Plan {
  return { transfers: [transferOf(view, operation, 'referral.dropped', { amount: 1, names: operation.heldId })] }
}

/** Counts a held referral; it pays a debt first, and whatever then reaches the rate becomes slots. */
export function planCount(
  view: LedgerView,
  operation: Operation & ConversionTerms & { readonly heldId: string },
): Plan {
  const counted = transferOf(view, operation, 'referral.counted', { amount: 1, names: operation.heldId })
  if (view.transfer(counted.id)) return { transfers: [] }
  const rest = settleCounted(view, operation, operation, view.balance('referrals.counted') + 1)
  return { transfers: [counted, ...rest] }
}

/**
 * Takes a counted referral back. What is counted pays; else the youngest free slot is taken back and its conversion
 * undone; else (every slot is reserved, spent or expired) a debt opens that the next referrals pay.
 */
export function planReverse(view: LedgerView, operation: Operation & { readonly countedId: string }): Plan {
  if (isReversed(view, operation)) return { transfers: [] }
  const named = { amount: 1, names: operation.countedId }
  if (view.balance('referrals.counted') > 0) {
    return { transfers: [transferOf(view, operation, 'referral.reversed', named)] }
  }
  const slot = view.slots().findLast((one) => one.conversionId !== undefined && isFree(one, operation.occurredAt))
  if (slot === undefined) return { transfers: [transferOf(view, operation, 'debt.opened', named)] }
  return { transfers: [...takeBack(view, operation, slot), transferOf(view, operation, 'referral.reversed', named)] }
}

/** Reserves the free slot that expires first. */
export function planReserve(view: LedgerView, operation: Operation): Plan {
  const id = `${operation.id}/slot.reserved`
  if (view.transfer(id)) return { transfers: [] }
  const slot = nextSlot(view.slots(), operation.occurredAt)
  if (!slot) return { refused: 'SLOT_NOT_AVAILABLE' }
  return { transfers: [transferOf(view, operation, 'slot.reserved', { amount: 1, names: slot.id })] }
}

/** The person accepted. */
export function planSpend(view: LedgerView, operation: Operation & { readonly reservationId: string }): Plan {
  return { transfers: [transferOf(view, operation, 'slot.spent', { amount: 1, names: operation.reservationId })] }
}

/**
 * The person declined, or the request lapsed. The slot is as free as before, its expiry has not moved; but where a debt
 * opened while it was reserved, the slot is taken back and pays.
 */
export function planRelease(view: LedgerView, operation: Operation & { readonly reservationId: string }): Plan {
  const named = { amount: 1, names: operation.reservationId }
  return { transfers: freeAgain(view, operation, transferOf(view, operation, 'slot.released', named)) }
}

/**
 * A slot that was set aside is free again by `voiding`, which names what had set it aside. Where a debt opened in the
 * meantime it does not stay free: it is taken back, and the referrals it cost pay.
 */
export function freeAgain(view: LedgerView, operation: Operation, voiding: Transfer): Transfer[] {
  if (view.transfer(voiding.id)) return []
  const debt = -view.balance('referrals.debt')
  const slot = view.slots().find(({ reservationId }) => reservationId === voiding.names)
  if (debt === 0 || slot?.conversionId === undefined || isOver(slot, operation.occurredAt)) return [voiding]
  const amount = Math.min(debt, view.transfer(slot.conversionId)?.amount ?? 0)
  return [voiding, ...takeBack(view, operation, slot), transferOf(view, operation, 'debt.paid', { amount })]
}

/** Expires one free slot whose time is over. A slot that comes back from a reservation later is expired then. */
export function planExpire(view: LedgerView, operation: Operation & { readonly slotId: string }): Plan {
  return { transfers: [transferOf(view, operation, 'slot.expired', { amount: 1, names: operation.slotId })] }
}

/** The free slots whose time is over at `at`, oldest first: what a nightly job expires. */
export function slotsToExpire(view: LedgerView, at: Date): readonly Slot[] {
  return view.slots().filter((slot) => slot.state === 'AVAILABLE' && isOver(slot, at))
}

function isOver(slot: Slot, at: Date): boolean {
  return slot.expiresAt !== undefined && slot.expiresAt <= at
}

export function isFree(slot: Slot, at: Date): boolean {
  return slot.state === 'AVAILABLE' && !isOver(slot, at)
}

export function nextSlot(slots: readonly Slot[], at: Date): Slot | undefined {
  const time = (slot: Slot): number => slot.expiresAt?.getTime() ?? Number.MAX_VALUE
  return slots.filter((slot) => isFree(slot, at)).toSorted((a, b) => time(a) - time(b))[0]
}

/** Undoes a slot and its conversion: the referrals it cost are counted again. */
function takeBack(view: LedgerView, operation: Operation, { id, conversionId = '' }: Slot): Transfer[] {
  const amount = view.transfer(conversionId)?.amount ?? 0
  return [
    transferOf(view, operation, 'slot.reversed', { amount: 1, names: id }),
    transferOf(view, operation, 'referral.unconverted', { amount, names: conversionId }),
  ]
}

function isReversed(view: LedgerView, operation: Operation): boolean {
  return ['referral.reversed', 'debt.opened'].some((kind) => view.transfer(`${operation.id}/${kind}`) !== undefined)
}

export function settleCounted(
  view: LedgerView,
  operation: Operation,
  terms: ConversionTerms,
  counted: number,
): Transfer[] {
  if (!Number.isSafeInteger(terms.rate) || terms.rate <= 0) throw new RangeError('a rate is a positive whole number')
  const debt = Math.min(counted, -view.balance('referrals.debt'))
  const paid = debt > 0 ? [transferOf(view, operation, 'debt.paid', { amount: debt })] : []
  const slots = Math.floor((counted - debt) / terms.rate)
  const conversions = Array.from({ length: slots }, (_, index) => conversionOf(view, operation, terms, index))
  return [...paid, ...conversions.flat()]
}

function conversionOf(view: LedgerView, operation: Operation, terms: ConversionTerms, index: number): Transfer[] {
  // More than one slot at once only happens after the rate was lowered.
  const numbered = index === 0 ? operation : { ...operation, id: `${operation.id}/${index + 1}` }
  const converted = transferOf(view, numbered, 'referral.converted', { amount: terms.rate })
  const granted = transferOf(view, numbered, 'slot.granted', { amount: 1, names: converted.id })
  return [converted, terms.expiresAt ? { ...granted, expiresAt: terms.expiresAt } : granted]
}

export function transferOf(
  view: LedgerView,
  { id, reason, occurredAt, recordedAt }: Operation,
  kind: TransferKind,
  { amount, names }: { readonly amount: number; readonly names?: string },
): Transfer {
  const head = { id: `${id}/${kind}`, companyId: view.companyId, kind, amount, reason, occurredAt, recordedAt }
  return names === undefined ? head : { ...head, names }
}
