import { isCovered } from './accounts.ts'
import type { LedgerView } from './ledger-view.ts'
import { isSameTransfer, TRANSFER_RULES } from './transfer.ts'
import type { Transfer, TransferKind, TransferRule } from './transfer.ts'

export type LedgerRefusal =
  | 'AMOUNT_NOT_POSITIVE_INTEGER'
  | 'AMOUNT_WRONG_FOR_KIND'
  | 'WRONG_COMPANY'
  | 'ID_TAKEN'
  | 'NAMED_TRANSFER_MISSING'
  | 'NAME_NOT_EXPECTED'
  | 'ALREADY_SETTLED'
  | 'CONVERSION_HAS_LIVE_SLOT'
  | 'SLOT_NOT_AVAILABLE'
  | 'SLOT_EXPIRED'
  | 'SLOT_NOT_YET_EXPIRED'
  | 'INSUFFICIENT_BALANCE'
  | 'REASON_MISSING'
  | 'DEBT_OPEN'

export type Admission = 'NEW' | 'REPEATED' | { readonly refused: LedgerRefusal }

/** Whether a transfer may be posted. A repeated one changes nothing; everything else that is wrong is refused. */
export function admit(transfer: Transfer, view: LedgerView): Admission {
  const earlier = view.transfer(transfer.id)
  if (earlier) return isSameTransfer(earlier, transfer) ? 'REPEATED' : { refused: 'ID_TAKEN' }
  const rule = TRANSFER_RULES[transfer.kind]
  const refused =
    refusedContent(transfer, rule, view) ??
    refusedName(transfer, rule, view) ??
    refusedSlot(transfer, view) ??
    refusedBalance(transfer, rule, view)
  return refused ? { refused } : 'NEW'
}

function refusedContent(transfer: Transfer, rule: TransferRule, view: LedgerView): LedgerRefusal | undefined {
  if (transfer.companyId !== view.companyId) return 'WRONG_COMPANY'
  if (!Number.isSafeInteger(transfer.amount) || transfer.amount <= 0) return 'AMOUNT_NOT_POSITIVE_INTEGER'
  if (rule.amount !== undefined && transfer.amount !== rule.amount) return 'AMOUNT_WRONG_FOR_KIND'
  return transfer.reason.trim() === '' ? 'REASON_MISSING' : undefined
}

function refusedName(transfer: Transfer, rule: TransferRule, view: LedgerView): LedgerRefusal | undefined {
  if (!rule.names) return transfer.names === undefined ? undefined : 'NAME_NOT_EXPECTED'
  const named = transfer.names === undefined ? undefined : view.transfer(transfer.names)
  if (!named || !rule.names.includes(named.kind)) return 'NAMED_TRANSFER_MISSING'
  if (rule.once && view.namedBy(rule.once, named.id)) return 'ALREADY_SETTLED'
  if (transfer.kind === 'slot.granted' && view.namedBy('unconvert', named.id)) return 'ALREADY_SETTLED'
  if (transfer.kind !== 'referral.unconverted') return undefined
  // Undoing a conversion gives all of it back, and only once its slot has been taken back.
  if (transfer.amount !== named.amount) return 'AMOUNT_WRONG_FOR_KIND'
  const granted = view.namedBy('grant', named.id)
  return granted && view.slot(granted.id)?.state !== 'REVERSED' ? 'CONVERSION_HAS_LIVE_SLOT' : undefined
}

const USES_FREE_SLOT: ReadonlySet<TransferKind> = new Set([
  'slot.reserved',
  'slot.sent',
  'slot.taken',
  'slot.expired',
  'slot.reversed',
])

function refusedSlot(transfer: Transfer, view: LedgerView): LedgerRefusal | undefined {
  const { kind, names } = transfer
  if (!USES_FREE_SLOT.has(kind)) return undefined
  const slot = names === undefined ? undefined : view.slot(names)
  if (slot?.state !== 'AVAILABLE') return 'SLOT_NOT_AVAILABLE'
  const isOver = slot.expiresAt !== undefined && slot.expiresAt <= transfer.occurredAt
  if ((kind === 'slot.reserved' || kind === 'slot.sent') && isOver) return 'SLOT_EXPIRED'
  return kind === 'slot.expired' && !isOver ? 'SLOT_NOT_YET_EXPIRED' : undefined
}

function refusedBalance(transfer: Transfer, rule: TransferRule, view: LedgerView): LedgerRefusal | undefined {
  const isPaid =
    isCovered(rule.from, view.balance(rule.from) - transfer.amount) &&
    isCovered(rule.to, view.balance(rule.to) + transfer.amount)
  return isPaid ? undefined : 'INSUFFICIENT_BALANCE'
}
