import {
  ledgerOf,
  REFERRAL_STATEMENT,
  SLOT_STATEMENT,
  statementFrom,
  violations,
  type Account,
  type Statement,
} from '../../../engines/ledger/index.ts'
import type { Finding } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'
import { awaitPostings, balanceBefore, readBalances, readMovements, readSlots, readTransfers } from './store.ts'
import { terms } from './terms.ts'

export type Balances = {
  held: number
  counted: number
  debt: number
  referralsPerSlot: number
  slots: { available: number; reserved: number; spent: number; expired: number }
  nextExpiry: Date | null
}

/** What the company has: referrals on their way to the next slot, and slots by state. */
export async function balances(work: Work): Promise<Balances> {
  const [all, slots, { referralsPerSlot }] = [await readBalances(work), await readSlots(work, []), await terms(work)]
  const expiries = slots.flatMap((slot) =>
    slot.state === 'AVAILABLE' && slot.expiresAt ? [slot.expiresAt.getTime()] : [],
  )
  return {
    held: all['referrals.held'],
    counted: all['referrals.counted'],
    debt: 0 - all['referrals.debt'],
    referralsPerSlot,
    slots: {
      available: all['slots.available'],
      reserved: all['slots.reserved'],
      spent: all['slots.spent'],
      expired: all['slots.expired'],
    },
    nextExpiry: expiries.length > 0 ? new Date(Math.min(...expiries)) : null,
  }
}

export type StatementQuestion = {
  unit: 'referrals' | 'slots'
  from: Date
  until: Date
  /** Where the page after this one begins, as a page before said it. */
  cursor?: number | undefined
  limit: number
}

export type StatementPage = Statement & { nextCursor: number | null }

/**
 * A page of a statement like a bank's, in the order posted, the latest page first. It goes by the time of recording, and
 * waits for postings that are under way: what was closed once stays as it was, and nothing falls between two statements.
 */
export async function statement(
  work: Work,
  { unit, from, until, cursor, limit }: StatementQuestion,
): Promise<StatementPage> {
  const accounts: readonly Account[] = unit === 'slots' ? SLOT_STATEMENT : REFERRAL_STATEMENT
  await awaitPostings(work)
  const found = await readMovements(work, { accounts, from, until, before: cursor, limit: limit + 1 })
  const page = found.slice(-limit)
  const first = page[0]
  const opening = await balanceBefore(work, accounts, first ?? { recordedAt: until })
  const transfers = page.map(({ transfer }) => transfer)
  const { lines, closing } = statementFrom(opening, transfers, accounts)
  return { opening, lines, closing, nextCursor: found.length > limit && first ? first.sequence : null }
}

/** The ledger's invariants, recomputed from the transfers and compared with the balances kept beside them. */
export async function verifyLedger(work: Work): Promise<Finding[]> {
  const transfers = await readTransfers(work)
  const where = `company ${work.companyId}`
  try {
    const ledger = ledgerOf(work.companyId, transfers)
    const broken = violations(ledger).map((rule) => ({ rule: `credits.${rule}`, where, saw: 'transfers' }))
    const kept = await readBalances(work)
    const drifted = (Object.keys(kept) as Account[]).filter((account) => kept[account] !== ledger.balances[account])
    return [
      ...broken,
      ...drifted.map((account) => ({
        rule: 'credits.balance-matches-transfers',
        where: `${where} ${account}`,
        saw: `${kept[account]} kept, ${ledger.balances[account]} summed`,
      })),
    ]
  } catch (error) {
    return [{ rule: 'credits.transfers-replay', where, saw: error instanceof Error ? error.message : 'unknown' }]
  }
}

/** Free slots whose time is over before this day, and the day on which the first of them goes. */
export async function expiringSlots(work: Work, before: Date): Promise<{ count: number; nextAt: Date | null }> {
  const days = (await readSlots(work, [])).flatMap(({ state, expiresAt }) =>
    state === 'AVAILABLE' && expiresAt && expiresAt < before ? [expiresAt.getTime()] : [],
  )
  return { count: days.length, nextAt: days.length > 0 ? new Date(Math.min(...days)) : null }
}
