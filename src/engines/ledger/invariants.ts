import { ACCOUNTS, isCovered, unitOf } from './accounts.ts'
import type { Account } from './accounts.ts'
import type { Ledger } from './ledger.ts'
import { TRANSFER_RULES } from './transfer.ts'
import type { Transfer } from './transfer.ts'

export type LedgerViolation =
  | 'UNIT_DOES_NOT_SUM_TO_ZERO'
  | 'BALANCE_IS_NOT_SUM_OF_TRANSFERS'
  | 'ACCOUNT_UNCOVERED'
  | 'CONVERSIONS_DO_NOT_MATCH_REFERRALS'
  | 'SLOTS_DO_NOT_MATCH_CONVERSIONS'
  | 'SLOTS_DO_NOT_MATCH_BALANCES'
  | 'DEBT_BESIDE_COUNTED'

/** What `tasuki verify` asks of a company's ledger; an empty list means that every rule holds. */
export function violations(ledger: Ledger): LedgerViolation[] {
  const { balances, transfers } = ledger
  const found: LedgerViolation[] = []
  const sum = (unit: string) =>
    ACCOUNTS.filter((account) => unitOf(account) === unit).reduce((total, account) => total + balances[account], 0)
  if (sum('referrals') !== 0 || sum('slots') !== 0) found.push('UNIT_DOES_NOT_SUM_TO_ZERO')
  if (ACCOUNTS.some((account) => balances[account] !== balanceFrom(transfers, account))) {
    found.push('BALANCE_IS_NOT_SUM_OF_TRANSFERS')
  }
  if (ACCOUNTS.some((account) => !isCovered(account, balances[account]))) found.push('ACCOUNT_UNCOVERED')
  if (!conversionsMatch(ledger)) found.push('CONVERSIONS_DO_NOT_MATCH_REFERRALS')
  const open = count(transfers, 'referral.converted') - count(transfers, 'referral.unconverted')
  if (open !== -balances['slots.issued']) found.push('SLOTS_DO_NOT_MATCH_CONVERSIONS')
  if (!slotsMatch(ledger)) found.push('SLOTS_DO_NOT_MATCH_BALANCES')
  if (balances['referrals.debt'] < 0 && balances['referrals.counted'] > 0) found.push('DEBT_BESIDE_COUNTED')
  return found
}

/**
 * Referrals toward the next slot; negative is debt. counted + given − taken − reversed = Σ(conversions × rate) + remainder.
 */
export function remainder(balances: Readonly<Record<Account, number>>): number {
  return balances['referrals.counted'] + balances['referrals.debt']
}

function conversionsMatch({ balances, transfers }: Ledger): boolean {
  const counted = count(transfers, 'referral.counted')
  const reversed = count(transfers, 'referral.reversed') + count(transfers, 'debt.opened')
  const converted = total(transfers, 'referral.converted') - total(transfers, 'referral.unconverted')
  const adjusted = total(transfers, 'referral.given') - total(transfers, 'referral.taken')
  return (
    counted + adjusted - reversed === converted + remainder(balances) && reversed === balances['referrals.reversed']
  )
}

function slotsMatch({ balances, slots }: Ledger): boolean {
  const inState = (state: string): number => [...slots.values()].filter((slot) => slot.state === state).length
  return (
    inState('AVAILABLE') === balances['slots.available'] &&
    inState('RESERVED') === balances['slots.reserved'] &&
    inState('SPENT') === balances['slots.spent'] &&
    inState('EXPIRED') === balances['slots.expired'] &&
    inState('IN_TRANSIT') === balances['slots.transit']
  )
}

function balanceFrom(transfers: readonly Transfer[], account: Account): number {
  return transfers.reduce((sum, transfer) => sum + changeOf(transfer, account), 0)
}

/** What a transfer does to an account: positive in, negative out, 0 where it does not touch it. */
export function changeOf(transfer: Transfer, account: Account): number {
  const { from, to } = TRANSFER_RULES[transfer.kind]
  return (to === account ? transfer.amount : 0) - (from === account ? transfer.amount : 0)
}

function count(transfers: readonly Transfer[], kind: Transfer['kind']): number {
  return transfers.filter((transfer) => transfer.kind === kind).length
}

function total(transfers: readonly Transfer[], kind: Transfer['kind']): number {
  return transfers.reduce((sum, transfer) => sum + (transfer.kind === kind ? transfer.amount : 0), 0)
}
