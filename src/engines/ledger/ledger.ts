import { ACCOUNTS } from './accounts.ts'
import type { Account } from './accounts.ts'
import { admit } from './admission.ts'
import type { LedgerRefusal } from './admission.ts'
import type { LedgerView, Slot, SlotState } from './ledger-view.ts'
import { SLOT_ORIGINS, TRANSFER_RULES } from './transfer.ts'
import type { Transfer } from './transfer.ts'

/** A company's whole ledger: its transfers in the order posted, and what follows from them. Never mutated. */
export interface Ledger {
  readonly companyId: string
  readonly transfers: readonly Transfer[]
  readonly balances: Readonly<Record<Account, number>>
  readonly slots: ReadonlyMap<string, Slot>
}

export type Applied =
  | { readonly ok: true; readonly ledger: Ledger; readonly posted: readonly Transfer[] }
  | { readonly ok: false; readonly refused: LedgerRefusal; readonly transferId: string }

export function emptyLedger(companyId: string): Ledger {
  return { companyId, transfers: [], balances: zeroBalances(), slots: new Map() }
}

/** The next ledger, or why not. Posting the same transfer again gives the same ledger. */
export function apply(ledger: Ledger, transfer: Transfer): Applied {
  return applyAll(ledger, [transfer])
}

/** All of the transfers, in order, or none. */
export function applyAll(ledger: Ledger, transfers: readonly Transfer[]): Applied {
  const draft = draftOf(ledger)
  const posted: Transfer[] = []
  for (const transfer of transfers) {
    const admission = admit(transfer, draft.view)
    if (typeof admission === 'object') return { ok: false, refused: admission.refused, transferId: transfer.id }
    if (admission === 'REPEATED') continue
    draft.post(transfer)
    posted.push(transfer)
  }
  return { ok: true, ledger: posted.length === 0 ? ledger : draft.ledger(), posted }
}

/** Rebuilds a ledger from stored transfers; a refused one means that the store is corrupt, so it throws. */
export function ledgerOf(companyId: string, transfers: readonly Transfer[]): Ledger {
  const applied = applyAll(emptyLedger(companyId), transfers)
  if (!applied.ok) throw new Error(`stored transfer ${applied.transferId} is refused: ${applied.refused}`)
  return applied.ledger
}

export function viewOf(ledger: Ledger): LedgerView {
  return draftOf(ledger).view
}

function zeroBalances(): Record<Account, number> {
  return Object.fromEntries(ACCOUNTS.map((account) => [account, 0])) as Record<Account, number>
}

interface Draft {
  readonly view: LedgerView
  post(transfer: Transfer): void
  ledger(): Ledger
}

function draftOf(ledger: Ledger): Draft {
  const { companyId } = ledger
  const transfers = new Map<string, Transfer>()
  const naming = new Map<string, Transfer>()
  const balances = { ...ledger.balances }
  const slots = new Map(ledger.slots)
  const remember = (transfer: Transfer): void => {
    transfers.set(transfer.id, transfer)
    const { once } = TRANSFER_RULES[transfer.kind]
    if (once && transfer.names !== undefined) naming.set(JSON.stringify([once, transfer.names]), transfer)
  }
  ledger.transfers.forEach(remember)
  return {
    view: {
      companyId,
      balance: (account) => balances[account],
      transfer: (id) => transfers.get(id),
      namedBy: (once, id) => naming.get(JSON.stringify([once, id])),
      slot: (id) => slots.get(id),
      slots: () => [...slots.values()],
    },
    post(transfer) {
      const { from, to } = TRANSFER_RULES[transfer.kind]
      balances[from] -= transfer.amount
      balances[to] += transfer.amount
      const slot = slotAfter(transfer, slots, transfers)
      if (slot) slots.set(slot.id, slot)
      remember(transfer)
    },
    ledger: () => ({ companyId, transfers: [...transfers.values()], balances, slots }),
  }
}

const SLOT_STATE_AFTER: Partial<Record<Transfer['kind'], SlotState>> = {
  'slot.granted': 'AVAILABLE',
  'slot.reserved': 'RESERVED',
  'slot.released': 'AVAILABLE',
  'slot.spent': 'SPENT',
  'slot.expired': 'EXPIRED',
  'slot.reversed': 'REVERSED',
  'slot.sent': 'IN_TRANSIT',
  'slot.delivered': 'HANDED_OVER',
  'slot.returned': 'AVAILABLE',
  'slot.received': 'AVAILABLE',
  'slot.given': 'AVAILABLE',
  'slot.taken': 'TAKEN',
}

/** What a transfer makes of the slot it is about; nothing for a transfer that is about none. */
export function slotAfter(
  transfer: Transfer,
  slots: ReadonlyMap<string, Slot>,
  transfers: ReadonlyMap<string, Transfer>,
): Slot | undefined {
  const state = SLOT_STATE_AFTER[transfer.kind]
  if (!state) return undefined
  const { id, kind, names, occurredAt, expiresAt } = transfer
  if (SLOT_ORIGINS.includes(kind)) {
    const made = { id, state, grantedAt: occurredAt, ...(expiresAt ? { expiresAt } : {}) }
    return names === undefined ? made : { ...made, conversionId: names }
  }
  const { phase } = TRANSFER_RULES[kind]
  const isSettling = phase === 'post' || phase === 'void'
  const slotId = isSettling && names !== undefined ? transfers.get(names)?.names : names
  const slot = slotId === undefined ? undefined : slots.get(slotId)
  if (!slot) return undefined
  const { reservationId: _, ...free } = slot
  if (phase === 'pending') return { ...free, state, reservationId: id }
  return phase === 'post' ? { ...slot, state } : { ...free, state }
}
