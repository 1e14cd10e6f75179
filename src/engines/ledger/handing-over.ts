import type { LedgerView } from './ledger-view.ts'
import { freeAgain, nextSlot, transferOf } from './operations.ts'
import type { Operation, Plan } from './operations.ts'

/**
 * Sends the free slot that expires first to another company of the group: it is in transit until the other side has it.
 * Refused while this company owes referrals (`DEBT_OPEN`), because its slots are what a debt is paid from.
 */
export function planSend(view: LedgerView, operation: Operation): Plan {
  if (view.transfer(`${operation.id}/slot.sent`)) return { transfers: [] }
  if (view.balance('referrals.debt') < 0) return { refused: 'DEBT_OPEN' }
  const slot = nextSlot(view.slots(), operation.occurredAt)
  if (!slot) return { refused: 'SLOT_NOT_AVAILABLE' }
  return { transfers: [transferOf(view, operation, 'slot.sent', { amount: 1, names: slot.id })] }
}

/** The other side has it. */
export function planDeliver(view: LedgerView, operation: Operation & { readonly sentId: string }): Plan {
  return { transfers: [transferOf(view, operation, 'slot.delivered', { amount: 1, names: operation.sentId })] }
}

/** The other side does not take it: the slot is as free as before, or pays the debt that opened while it was away. */
export function planReturn(view: LedgerView, operation: Operation & { readonly sentId: string }): Plan {
  const returned = transferOf(view, operation, 'slot.returned', { amount: 1, names: operation.sentId })
  return { transfers: freeAgain(view, operation, returned) }
}

/** The slot arrives with the expiry it had; `operation.id` is the sender's, which makes the two postings a pair. */
export function planReceive(view: LedgerView, operation: Operation & { readonly expiresAt?: Date }): Plan {
  const received = transferOf(view, operation, 'slot.received', { amount: 1 })
  if (view.transfer(received.id)) return { transfers: [] }
  return { transfers: [operation.expiresAt ? { ...received, expiresAt: operation.expiresAt } : received] }
}
