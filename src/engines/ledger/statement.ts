import type { Account } from './accounts.ts'
import { changeOf } from './invariants.ts'
import type { Transfer } from './transfer.ts'

export interface StatementLine {
  readonly transfer: Transfer
  /** Positive in, negative out. */
  readonly change: number
  /** The balance after this line. */
  readonly balance: number
}

export interface Statement {
  readonly opening: number
  readonly lines: readonly StatementLine[]
  readonly closing: number
}

/**
 * A statement over one or several accounts of one unit (several: their sum, so that moves between them are no line).
 * It follows `recordedAt`, half-open, so a statement that was closed stays as it was when something is learned late;
 * the transfer's `occurredAt` stands on its line.
 */
export function statementOf(
  transfers: readonly Transfer[],
  question: { readonly accounts: readonly Account[]; readonly from: Date; readonly until: Date },
): Statement {
  const ordered = transfers.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())
  const opening = ordered
    .filter((transfer) => transfer.recordedAt < question.from)
    .reduce((sum, transfer) => sum + changeWithin(transfer, question.accounts), 0)
  const within = ordered.filter(({ recordedAt }) => recordedAt >= question.from && recordedAt < question.until)
  return statementFrom(opening, within, question.accounts)
}

/** The same from a known opening balance, over transfers that already stand in their order: one page of a statement. */
export function statementFrom(
  opening: number,
  transfers: readonly Transfer[],
  accounts: readonly Account[],
): Statement {
  const lines: StatementLine[] = []
  let balance = opening
  for (const transfer of transfers) {
    const change = changeWithin(transfer, accounts)
    if (change === 0) continue
    balance += change
    lines.push({ transfer, change, balance })
  }
  return { opening, lines, closing: balance }
}

const changeWithin = (transfer: Transfer, accounts: readonly Account[]): number =>
  accounts.reduce((sum, account) => sum + changeOf(transfer, account), 0)

/** Referrals toward the next slot, debts included. */
export const REFERRAL_STATEMENT: readonly Account[] = ['referrals.counted', 'referrals.debt']

/** Slots free to use. */
export const SLOT_STATEMENT: readonly Account[] = ['slots.available']
