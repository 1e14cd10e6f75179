import { ACCOUNTS, type Account } from './accounts.ts'
import { changeOf } from './invariants.ts'
import type { Transfer } from './transfer.ts'

export interface StatementLine {
  readonly transfer: Transfer
  /** Positive in, negative out; 0 where only what is told beside the balance moved. */
  readonly change: number
  /** The balance after this line. */
  readonly balance: number
  /** What the accounts told beside the balance hold after this line, in their order. */
  readonly beside: readonly number[]
}

export interface Statement {
  readonly opening: number
  readonly lines: readonly StatementLine[]
  readonly closing: number
}

/** Over which accounts a statement goes: their sum is its balance, so that moves between them change nothing. */
export interface StatementAccounts {
  readonly within: readonly Account[]
  /** Told beside the balance: what moves them is a line as well. */
  readonly beside: readonly Account[]
}

/**
 * A statement over one or several accounts of one unit. It follows `recordedAt`, half-open, so a statement that was closed
 * stays as it was when something is learned late; the transfer's `occurredAt` stands on its line.
 */
export function statementOf(
  transfers: readonly Transfer[],
  question: { readonly accounts: StatementAccounts; readonly from: Date; readonly until: Date },
): Statement {
  const { accounts, from, until } = question
  const ordered = transfers.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())
  const before = ordered.filter(({ recordedAt }) => recordedAt < from)
  const during = ordered.filter(({ recordedAt }) => recordedAt >= from && recordedAt < until)
  const opening = Object.fromEntries(ACCOUNTS.map((account) => [account, sumOf(before, [account])]))
  return statementFrom(opening as Record<Account, number>, during, accounts)
}

/** The same from known opening balances, over transfers that already stand in their order: one page of a statement. */
export function statementFrom(
  before: Readonly<Partial<Record<Account, number>>>,
  transfers: readonly Transfer[],
  { within, beside }: StatementAccounts,
): Statement {
  const opening = within.reduce((sum, account) => sum + (before[account] ?? 0), 0)
  const lines: StatementLine[] = []
  let balance = opening
  let held = beside.map((account) => before[account] ?? 0)
  for (const transfer of transfers) {
    const change = sumOf([transfer], within)
    const moved = beside.map((account) => changeOf(transfer, account))
    if (change === 0 && moved.every((by) => by === 0)) continue
    balance += change
    held = held.map((amount, at) => amount + (moved[at] ?? 0))
    lines.push({ transfer, change, balance, beside: held })
  }
  return { opening, lines, closing: balance }
}

const sumOf = (transfers: readonly Transfer[], accounts: readonly Account[]): number =>
  transfers.reduce((sum, transfer) => accounts.reduce((so, account) => so + changeOf(transfer, account), sum), 0)

/** Referrals toward the next slot, debts included. */
export const REFERRAL_STATEMENT: StatementAccounts = {
  within: ['referrals.counted', 'referrals.debt'],
  beside: [],
}

/** Slots free to use; beside them those set aside for an introduction, and those used. */
export const SLOT_STATEMENT: StatementAccounts = {
  within: ['slots.available'],
  beside: ['slots.reserved', 'slots.spent'],
}
