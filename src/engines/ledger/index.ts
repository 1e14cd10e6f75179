export { ACCOUNTS, isCovered, isSource, unitOf } from './accounts.ts'
export type { Account, Unit } from './accounts.ts'
export { admit } from './admission.ts'
export type { Admission, LedgerRefusal } from './admission.ts'
export { planGiveReferrals, planGiveSlots, planTakeReferrals, planTakeSlots } from './adjusting.ts'
export { planDeliver, planReceive, planReturn, planSend } from './handing-over.ts'
export { remainder, violations } from './invariants.ts'
export type { LedgerViolation } from './invariants.ts'
export type { LedgerView, Slot, SlotState } from './ledger-view.ts'
export { apply, applyAll, emptyLedger, ledgerOf, slotAfter, viewOf } from './ledger.ts'
export type { Applied, Ledger } from './ledger.ts'
export {
  planCount,
  planDrop,
  planExpire,
  planHold,
  planRelease,
  planReserve,
  planReverse,
  planSpend,
  slotsToExpire,
} from './operations.ts'
export type { ConversionTerms, Operation, Plan } from './operations.ts'
export { REFERRAL_STATEMENT, SLOT_STATEMENT, statementFrom, statementOf } from './statement.ts'
export type { Statement, StatementAccounts, StatementLine } from './statement.ts'
export { isSameTransfer, SLOT_ORIGINS, TRANSFER_RULES } from './transfer.ts'
export type { Transfer, TransferKind, TransferRule } from './transfer.ts'
