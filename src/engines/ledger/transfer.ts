import type { Account } from './accounts.ts'

export type TransferKind =
  | 'referral.held'
  | 'referral.counted'
  | 'referral.dropped'
  | 'referral.converted'
  | 'referral.unconverted'
  | 'referral.reversed'
  | 'debt.opened'
  | 'debt.paid'
  | 'slot.granted'
  | 'slot.reversed'
  | 'slot.reserved'
  | 'slot.spent'
  | 'slot.released'
  | 'slot.expired'
  | 'slot.sent'
  | 'slot.delivered'
  | 'slot.returned'
  | 'slot.received'
  | 'slot.given'
  | 'slot.taken'
  | 'referral.given'
  | 'referral.taken'

/**
 * Moves `amount` from `from` to `to`. In the words of TigerBeetle's two-phase transfers: a `pending` transfer sets aside,
 * and is settled exactly once, by a `post` (it happened) or a `void` (it did not).
 */
export interface TransferRule {
  readonly from: Account
  readonly to: Account
  readonly phase: 'single' | 'pending' | 'post' | 'void'
  /** The kinds of transfer of which it must name one. */
  readonly names?: readonly TransferKind[]
  /** The group: of all transfers of one group that name the same transfer, one exists at most. */
  readonly once?: string
  /** Fixed amount where the kind allows no other. */
  readonly amount?: 1
}

/** The transfers that make a slot: earned, handed over by a company of the group, or given by the operator. */
export const SLOT_ORIGINS: readonly TransferKind[] = ['slot.granted', 'slot.received', 'slot.given']

export const TRANSFER_RULES: Readonly<Record<TransferKind, TransferRule>> = {
  'referral.held': { from: 'referrals.outside', to: 'referrals.held', phase: 'pending', amount: 1 },
  'referral.counted': {
    from: 'referrals.held',
    to: 'referrals.counted',
    phase: 'post',
    names: ['referral.held'],
    once: 'settle',
    amount: 1,
  },
  'referral.dropped': {
    from: 'referrals.held',
    to: 'referrals.outside',
    phase: 'void',
    names: ['referral.held'],
    once: 'settle',
    amount: 1,
  },
  // The amount of a conversion is its rate: what one slot cost in referrals on that day.
  'referral.converted': { from: 'referrals.counted', to: 'referrals.converted', phase: 'single' },
  'referral.unconverted': {
    from: 'referrals.converted',
    to: 'referrals.counted',
    phase: 'single',
    names: ['referral.converted'],
    once: 'unconvert',
  },
  // A counted referral is taken back once, from what is counted or, when that is used up, on debt.
  'referral.reversed': {
    from: 'referrals.counted',
    to: 'referrals.reversed',
    phase: 'single',
    names: ['referral.counted'],
    once: 'reverse',
    amount: 1,
  },
  'debt.opened': {
    from: 'referrals.debt',
    to: 'referrals.reversed',
    phase: 'single',
    names: ['referral.counted'],
    once: 'reverse',
    amount: 1,
  },
  'debt.paid': { from: 'referrals.counted', to: 'referrals.debt', phase: 'single' },
  'slot.granted': {
    from: 'slots.issued',
    to: 'slots.available',
    phase: 'single',
    names: ['referral.converted'],
    once: 'grant',
    amount: 1,
  },
  'slot.reversed': {
    from: 'slots.available',
    to: 'slots.issued',
    phase: 'single',
    names: ['slot.granted'],
    once: 'end',
    amount: 1,
  },
  'slot.expired': {
    from: 'slots.available',
    to: 'slots.expired',
    phase: 'single',
    names: SLOT_ORIGINS,
    once: 'end',
    amount: 1,
  },
  // A slot may be reserved again after a release; that it is free is checked by the state of the slot.
  'slot.reserved': {
    from: 'slots.available',
    to: 'slots.reserved',
    phase: 'pending',
    names: SLOT_ORIGINS,
    amount: 1,
  },
  'slot.spent': {
    from: 'slots.reserved',
    to: 'slots.spent',
    phase: 'post',
    names: ['slot.reserved'],
    once: 'settle',
    amount: 1,
  },
  'slot.released': {
    from: 'slots.reserved',
    to: 'slots.available',
    phase: 'void',
    names: ['slot.reserved'],
    once: 'settle',
    amount: 1,
  },
  // Sent again after it was returned is possible, as a reservation after a release is.
  'slot.sent': { from: 'slots.available', to: 'slots.transit', phase: 'pending', names: SLOT_ORIGINS, amount: 1 },
  'slot.delivered': {
    from: 'slots.transit',
    to: 'slots.elsewhere',
    phase: 'post',
    names: ['slot.sent'],
    once: 'settle',
    amount: 1,
  },
  'slot.returned': {
    from: 'slots.transit',
    to: 'slots.available',
    phase: 'void',
    names: ['slot.sent'],
    once: 'settle',
    amount: 1,
  },
  // The other half of a delivery, in the ledger of the company that gets it: the same id, so a retry changes nothing.
  'slot.received': { from: 'slots.elsewhere', to: 'slots.available', phase: 'single', amount: 1 },
  'slot.given': { from: 'slots.adjusted', to: 'slots.available', phase: 'single', amount: 1 },
  'slot.taken': {
    from: 'slots.available',
    to: 'slots.adjusted',
    phase: 'single',
    names: SLOT_ORIGINS,
    once: 'end',
    amount: 1,
  },
  'referral.given': { from: 'referrals.adjusted', to: 'referrals.counted', phase: 'single' },
  'referral.taken': { from: 'referrals.counted', to: 'referrals.adjusted', phase: 'single' },
}

export interface Transfer {
  /** Chosen and stored by the caller before posting; it is the idempotency key. */
  readonly id: string
  readonly companyId: string
  readonly kind: TransferKind
  readonly amount: number
  readonly reason: string
  /** The earlier transfer this one settles, undoes or uses (see `TRANSFER_RULES`). */
  readonly names?: string
  /** Only with what makes a slot (`SLOT_ORIGINS`): from this moment on an available slot may be expired. */
  readonly expiresAt?: Date
  /** When it happened in the world. */
  readonly occurredAt: Date
  /** When the ledger learned it; statements follow this order, so that a closed statement never changes. */
  readonly recordedAt: Date
}

/** Same id, same content: a retry. `recordedAt` is the ledger's own and does not count. */
export function isSameTransfer(one: Transfer, other: Transfer): boolean {
  return (
    one.id === other.id &&
    one.companyId === other.companyId &&
    one.kind === other.kind &&
    one.amount === other.amount &&
    one.reason === other.reason &&
    one.names === other.names &&
    one.expiresAt?.getTime() === other.expiresAt?.getTime() &&
    one.occurredAt.getTime() === other.occurredAt.getTime()
  )
}
