import type { Transfer } from '../../../engines/ledger/index.ts'
import type { Work } from '../../kernel/work.ts'
import { readBalances, readTransfers } from './store.ts'

export type LedgerReferral = 'HELD' | 'COUNTED' | 'DROPPED' | 'REVERSED'

export type LedgerAccount = {
  /** How each referral stands by the transfers that are about it, by the referral's id. */
  referrals: ReadonlyMap<string, LedgerReferral>
  /** What the transfers other than of single referrals did. */
  given: number
  taken: number
  converted: number
  slotsMade: number
  /** As kept beside the transfers. */
  kept: { held: number; counted: number; debt: number; issued: number }
}

const suffix = '/referral.held'

/** What a company's ledger says of its referrals, from its transfers alone, for whoever holds what it should say. */
export async function ledgerAccount(work: Work): Promise<LedgerAccount> {
  const transfers = await readTransfers(work)
  const byId = new Map(transfers.map((transfer) => [transfer.id, transfer]))
  const referrals = new Map<string, LedgerReferral>()
  /** Whose a transfer is: what it names, down to the hold. */
  const heldOf = (transfer: Transfer | undefined): string | undefined =>
    transfer === undefined || transfer.kind === 'referral.held'
      ? transfer?.id.slice(0, -suffix.length)
      : heldOf(byId.get(transfer.names ?? ''))
  const states: Partial<Record<Transfer['kind'], LedgerReferral>> = {
    'referral.held': 'HELD',
    'referral.counted': 'COUNTED',
    'referral.dropped': 'DROPPED',
    'referral.reversed': 'REVERSED',
    'debt.opened': 'REVERSED',
  }
  for (const transfer of transfers) {
    const state = states[transfer.kind]
    const id = state && heldOf(transfer)
    if (state && id !== undefined) referrals.set(id, state)
  }
  const sum = (kind: Transfer['kind']) =>
    transfers.reduce((total, transfer) => total + (transfer.kind === kind ? transfer.amount : 0), 0)
  const kept = await readBalances(work)
  return {
    referrals,
    given: sum('referral.given'),
    taken: sum('referral.taken'),
    converted: sum('referral.converted') - sum('referral.unconverted'),
    slotsMade: sum('slot.granted') - sum('slot.reversed'),
    kept: {
      held: kept['referrals.held'],
      counted: kept['referrals.counted'],
      debt: 0 - kept['referrals.debt'],
      issued: 0 - kept['slots.issued'],
    },
  }
}
