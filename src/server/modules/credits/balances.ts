import { ledgerOf, violations, type Account, type Slot } from '../../../engines/ledger/index.ts'
import type { Finding } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'
import { everySlot, readBalances, readSlots, readTransfers } from './store.ts'
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
      ...differentSlots(await everySlot(work), ledger.slots).map((id) => ({
        rule: 'credits.slot-matches-transfers',
        where: `${where} slot ${id}`,
        saw: 'another state, holder, origin or time',
      })),
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

/** The slots that are kept otherwise than the transfers make them, or by one side alone. */
function differentSlots(kept: readonly Slot[], made: ReadonlyMap<string, Slot>): string[] {
  const told = ({ state, conversionId, reservationId, grantedAt, expiresAt }: Slot) =>
    JSON.stringify([state, conversionId ?? null, reservationId ?? null, grantedAt, expiresAt ?? null])
  const known = new Set(kept.map(({ id }) => id))
  const other = kept.filter((slot) => {
    const should = made.get(slot.id)
    return !should || told(should) !== told(slot)
  })
  return [...other.map(({ id }) => id), ...[...made.keys()].filter((id) => !known.has(id))]
}

/** Free slots whose time is over before this day, and the day on which the first of them goes. */
export async function expiringSlots(work: Work, before: Date): Promise<{ count: number; nextAt: Date | null }> {
  const days = (await readSlots(work, [])).flatMap(({ state, expiresAt }) =>
    state === 'AVAILABLE' && expiresAt && expiresAt < before ? [expiresAt.getTime()] : [],
  )
  return { count: days.length, nextAt: days.length > 0 ? new Date(Math.min(...days)) : null }
}
