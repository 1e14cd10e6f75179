import type { z } from 'zod'
import type { forecastNetwork } from '../../../../contract/network/network-terms.ts'
import { dayIn } from '../../../../engines/japanese/index.ts'
import { forecastSlots } from '../../../../engines/statistics/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { addMonths, networkBalances } from '../../credits/index.ts'
import { askedSince, countStandings } from '../../introductions/index.ts'
import { countedByDay, networkTerms } from '../../relay/index.ts'
import { shareOf } from './network.ts'
import type { Happened } from './what-if.ts'

const dayMs = 86_400_000
/** A half-year holds slow and busy months; a network younger than that is judged by the days it has. */
const longestDays = 182
const forecastMonths = 12
/** Any: the forecast of the same facts has to be the same. */
const seed = 20_260_401

type Question = z.output<typeof forecastNetwork.query>
type Answer = z.output<typeof forecastNetwork.response>

/**
 * How many slots will be asked for in each of the next twelve months, under the network's rules or others. The rates are
 * those of the last half-year, or of as long as referrals have counted. For `HIRED_ELSEWHERE` the referrals are scaled by
 * the share of counted members hired through the network, as in `tryTerms`.
 */
export async function forecast(work: Work, { trigger, ...asked }: Question): Promise<Answer> {
  const terms = await networkTerms(work)
  const counted = await countedByDay(work)
  const first = counted[0]?.day
  const age = first === undefined ? longestDays : Math.ceil((work.now.getTime() - Date.parse(first)) / dayMs)
  const days = Math.min(longestDays, Math.max(1, age))
  const since = new Date(work.now.getTime() - days * dayMs)
  const recent = counted.filter(({ day }) => Date.parse(day) >= since.getTime() - dayMs)
  const sum = (happened: readonly Happened[]) => happened.reduce((total, { count }) => total + count, 0)
  const wanted = trigger ?? terms.referralTrigger
  const { HIRED: hired = 0 } = (await countStandings(work)).byProgress
  const isScaled = wanted === 'HIRED_ELSEWHERE' && terms.referralTrigger === 'REGISTRATION'
  const hiredShare = isScaled ? shareOf(Math.min(hired, sum(counted)), sum(counted)) : null
  const seen = { counted: sum(recent), asked: await askedSince(work, since) }
  const balances = await networkBalances(work)
  const total = (of: (one: (typeof balances)[number]) => number) => balances.reduce((all, one) => all + of(one), 0)
  const [free, debt] = [total((one) => one.slots.available), total((one) => one.debt)]
  const months = forecastSlots({
    counted: { events: Math.round(seen.counted * (hiredShare?.share ?? 1)), days },
    asked: { events: seen.asked, days },
    freeByMonthsLeft: monthsLeft(balances, { counted, now: work.now, ...terms }),
    remainder: total((one) => one.counted) - debt,
    referralsPerSlot: asked.referralsPerSlot ?? terms.referralsPerSlot,
    slotExpiryMonths: asked.slotExpiryMonths ?? terms.slotExpiryMonths,
    months: forecastMonths,
    seed,
  })
  // Each month begins on the day of today: the first holds a whole one, however late in its month it is asked for.
  const { timeZone } = await company(work)
  const begin = new Date(dayIn(work.now, timeZone))
  return {
    months: months.map((month, at) => ({ month: addMonths(begin, at).toISOString().slice(0, 10), ...month })),
    basis: { days, ...seen, free, debt, hiredShare },
  }
}

type Around = { counted: readonly Happened[]; now: Date; referralsPerSlot: number; slotExpiryMonths: number }

/**
 * The free slots of today by the months until they expire. The operator knows how many each company has and not when each
 * was granted; the youngest are taken to be free, made on the days on which the company's referrals reached the rate.
 */
function monthsLeft(
  balances: Awaited<ReturnType<typeof networkBalances>>,
  { counted, now, referralsPerSlot, slotExpiryMonths }: Around,
): number[] {
  const left: number[] = Array.from({ length: slotExpiryMonths + 1 }, () => 0)
  for (const { employerId, slots } of balances) {
    const granted = counted
      .filter((one) => one.employerId === employerId)
      .flatMap(({ day, count }) => Array.from({ length: count }, () => day))
      .filter((_, at) => (at + 1) % referralsPerSlot === 0)
    for (let slot = 0; slot < slots.available; slot += 1) {
      const day = granted.at(-1 - slot)
      const made = day === undefined ? now : new Date(`${day}T00:00:00Z`)
      const months = (addMonths(made, slotExpiryMonths).getTime() - now.getTime()) / (dayMs * 30.44)
      const index = Math.min(slotExpiryMonths, Math.max(0, Math.floor(months)))
      left[index] = (left[index] ?? 0) + 1
    }
  }
  return left
}
