/**
 * The accounts of one company. A balance is what flowed in minus what flowed out.
 * referrals: outside → held → counted → converted, or → reversed; `debt` lends what a reversal could not take.
 * slots: issued → available → reserved → spent, or → expired.
 */
export type Account =
  | 'referrals.outside'
  | 'referrals.held'
  | 'referrals.counted'
  | 'referrals.converted'
  | 'referrals.reversed'
  | 'referrals.debt'
  | 'slots.issued'
  | 'slots.available'
  | 'slots.reserved'
  | 'slots.spent'
  | 'slots.expired'

export type Unit = 'referrals' | 'slots'

export const ACCOUNTS: readonly Account[] = [
  'referrals.outside',
  'referrals.held',
  'referrals.counted',
  'referrals.converted',
  'referrals.reversed',
  'referrals.debt',
  'slots.issued',
  'slots.available',
  'slots.reserved',
  'slots.spent',
  'slots.expired',
]

/** Sources stand for the world outside the company: they are never positive, all other accounts never negative. */
const SOURCES: ReadonlySet<Account> = new Set(['referrals.outside', 'referrals.debt', 'slots.issued'])

export function isSource(account: Account): boolean {
  return SOURCES.has(account)
}

export function unitOf(account: Account): Unit {
  return account.startsWith('referrals.') ? 'referrals' : 'slots'
}

/** False for a balance that no order of honest transfers can reach. */
export function isCovered(account: Account, balance: number): boolean {
  return isSource(account) ? balance <= 0 : balance >= 0
}
