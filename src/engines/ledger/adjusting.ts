import type { LedgerView } from './ledger-view.ts'
import { isFree, settleCounted, transferOf } from './operations.ts'
import type { ConversionTerms, Operation, Plan } from './operations.ts'

type Amount = { readonly amount: number }

const numbered = (operation: Operation, index: number): Operation => ({
  ...operation,
  id: `${operation.id}/${index + 1}`,
})

/** Slots given by hand: they cost no referrals, so no reversal ever takes them back. */
export function planGiveSlots(view: LedgerView, operation: Operation & Amount & { readonly expiresAt?: Date }): Plan {
  const { expiresAt, amount } = operation
  const given = Array.from({ length: amount }, (_, index) =>
    transferOf(view, numbered(operation, index), 'slot.given', { amount: 1 }),
  ).map((transfer) => (expiresAt ? { ...transfer, expiresAt } : transfer))
  return { transfers: given.filter(({ id }) => view.transfer(id) === undefined) }
}

/** Free slots taken by hand, the youngest first; refused unless there are as many (`SLOT_NOT_AVAILABLE`). */
export function planTakeSlots(view: LedgerView, operation: Operation & Amount): Plan {
  if (view.transfer(`${numbered(operation, 0).id}/slot.taken`)) return { transfers: [] }
  const free = view
    .slots()
    .filter((slot) => isFree(slot, operation.occurredAt))
    .toReversed()
    .slice(0, operation.amount)
  if (free.length < operation.amount) return { refused: 'SLOT_NOT_AVAILABLE' }
  return {
    transfers: free.map((slot, index) =>
      transferOf(view, numbered(operation, index), 'slot.taken', { amount: 1, names: slot.id }),
    ),
  }
}

/** Referrals given by hand count like any: they pay a debt first, and what then reaches the rate becomes slots. */
export function planGiveReferrals(view: LedgerView, operation: Operation & ConversionTerms & Amount): Plan {
  const given = transferOf(view, operation, 'referral.given', { amount: operation.amount })
  if (view.transfer(given.id)) return { transfers: [] }
  const rest = settleCounted(view, operation, operation, view.balance('referrals.counted') + operation.amount)
  return { transfers: [given, ...rest] }
}

/** Referrals taken by hand from those on their way to the next slot; refused beyond them (`INSUFFICIENT_BALANCE`). */
export function planTakeReferrals(view: LedgerView, operation: Operation & Amount): Plan {
  return { transfers: [transferOf(view, operation, 'referral.taken', { amount: operation.amount })] }
}
