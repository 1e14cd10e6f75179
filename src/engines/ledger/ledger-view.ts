import type { Account } from './accounts.ts'
import type { Transfer } from './transfer.ts'

export type SlotState =
  | 'AVAILABLE'
  | 'RESERVED'
  | 'SPENT'
  | 'EXPIRED'
  | 'REVERSED'
  | 'IN_TRANSIT'
  | 'HANDED_OVER'
  | 'TAKEN'

/** One slot; its id is that of the transfer that made it (`SLOT_ORIGINS`). */
export interface Slot {
  readonly id: string
  /** Absent where no referrals of this company paid for it. */
  readonly conversionId?: string
  readonly state: SlotState
  readonly grantedAt: Date
  readonly expiresAt?: Date
  /** The pending transfer that holds it (reserved or sent), or held it when it was spent or handed over. */
  readonly reservationId?: string
}

/** What the rules ask about a company's ledger. A store may answer it from rows it has locked. */
export interface LedgerView {
  readonly companyId: string
  balance(account: Account): number
  transfer(id: string): Transfer | undefined
  /** The transfer of this group that already names `id`, if any (groups: `TransferRule.once`). */
  namedBy(once: string, id: string): Transfer | undefined
  slot(id: string): Slot | undefined
  /** In the order granted. */
  slots(): readonly Slot[]
}
