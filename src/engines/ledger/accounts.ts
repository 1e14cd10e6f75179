/**
 * The accounts of one company. A balance is what flowed in minus what flowed out.
 * referrals: outside → held → counted → converted, or → reversed; `debt` lends what a reversal could not take.
 * slots: issued → available → reserved → spent, or → expired; or → transit → elsewhere, when handed to a company of the
 * same group. `adjusted` is what the network's operator gave or took by hand.
 */
export type Account =
  | 'referrals.outside'
  | 'referrals.held'
  | 'referrals.counted'
  | 'referrals.converted'
  | 'referrals.reversed'
  | 'referrals.debt'
  | 'referrals.adjusted'
  | 'slots.issued'
  | 'slots.available'
  | 'slots.reserved'
  | 'slots.spent'
  | 'slots.expired'
  | 'slots.transit'
  | 'slots.elsewhere'
  | 'slots.adjusted'

export type Unit = 'referrals' | 'slots'

export const ACCOUNTS: readonly Account[] = [
  'referrals.outside',
  'referrals.held',
  'referrals.counted',
  'referrals.converted',
  'referrals.reversed',
  'referrals.debt',
  'referrals.adjusted',
  'slots.issued',
  'slots.available',
  'slots.reserved',
  'slots.spent',
  'slots.expired',
  'slots.transit',
  'slots.elsewhere',
  'slots.adjusted',
]

/** Sources stand for the world outside the company: they are never positive; all accounts but these and the nets never negative. */
const SOURCES: ReadonlySet<Account> = new Set(['referrals.outside', 'referrals.debt', 'slots.issued'])

/** What came and went by agreement, net: of either sign. */
const NETS: ReadonlySet<Account> = new Set(['referrals.adjusted', 'slots.elsewhere', 'slots.adjusted'])

export function isSource(account: Account): boolean {
  return SOURCES.has(account)
}

export function unitOf(account: Account): Unit {
  return account.startsWith('referrals.') ? 'referrals' : 'slots'
}

/** False for a balance that no order of honest transfers can reach. */
export function isCovered(account: Account, balance: number): boolean {
  if (NETS.has(account)) return true
  return isSource(account) ? balance <= 0 : balance >= 0
}
