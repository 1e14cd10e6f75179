import { rate } from '../../../../engines/statistics/index.ts'
import { balances } from '../../credits/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { limitFor, limitRate } from './limits.ts'
import { minimumNOf } from './passage.ts'
import { countFreshness, countReturned, countStates } from './pool-reports.ts'

/** A profile counts as updated when anything about the person was observed within this many days. */
export const updatedWithinDays = 180
export const updatedSince = ({ now }: Work) => new Date(now.getTime() - updatedWithinDays * 86_400_000)

/** The states behind each rate of the whole pool. */
export const statesOf = {
  ENDED: ['REJECTED', 'WITHDRAWN', 'OFFER_DECLINED', 'OFFER_ACCEPTED', 'HIRED', 'CLOSED_DUPLICATE'],
  WITHDRAWN: ['WITHDRAWN', 'OFFER_DECLINED'],
  OFFER_ACCEPTED: ['OFFER_ACCEPTED', 'HIRED'],
  OFFER_DECLINED: ['OFFER_DECLINED'],
} as const

/** The rates of the whole pool, each withheld below the minimum, and below k where the lists may not be opened. */
export async function overview(work: Work) {
  const limit = await limitFor(work)
  const { people, updated } = await countFreshness(work, updatedSince(work))
  const counts = await countStates(work)
  const count = (states: readonly string[]) => states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0)
  const { could, did } = await countReturned(work, 'again')
  const { slots } = await balances(work)
  const minimumN = await minimumNOf(work)
  const of = (successes: number, trials: number) => limitRate(rate({ successes, trials, minimumN }), limit)
  const accepted = count(statesOf.OFFER_ACCEPTED)
  const granted = slots.available + slots.reserved + slots.spent + slots.expired
  return {
    people,
    applications: [...counts.values()].reduce((sum, one) => sum + one, 0),
    updateRate: of(updated, people),
    reapplicationRate: of(did, could),
    withdrawalRate: of(count(statesOf.WITHDRAWN), count(statesOf.ENDED)),
    offerAcceptanceRate: of(accepted, accepted + count(statesOf.OFFER_DECLINED)),
    // Slots are no sample of people: their share is exact, and shown from the first one.
    slotUseRate: rate({ successes: slots.spent, trials: granted, minimumN: 1 }),
    updatedWithinDays,
  }
}
