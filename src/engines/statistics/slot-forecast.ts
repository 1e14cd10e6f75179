import { DEFAULT_CONFIDENCE } from './proportion.ts'
import { seededRandom, type Random } from './random-draws.ts'

/** So many events were seen in so many days. */
export interface Observed {
  readonly events: number
  readonly days: number
}

export interface ForecastQuestion {
  /** Referrals that came to count, and slots that were asked for. */
  readonly counted: Observed
  readonly asked: Observed
  /** Free slots of today by the whole months until they expire, and referrals already counted less those owed. */
  readonly freeByMonthsLeft: readonly number[]
  readonly remainder: number
  readonly referralsPerSlot: number
  readonly slotExpiryMonths: number
  readonly months: number
  readonly seed: number
  readonly paths?: number
  readonly confidence?: number
}

/** The middle of what may come, and the interval that holds it with the asked confidence. */
export interface Expected {
  readonly median: number
  readonly low: number
  readonly high: number
}

export interface ForecastMonth {
  /** Slots that companies ask for and have. */
  readonly asked: Expected
  readonly granted: Expected
  readonly expired: Expected
  /** Free slots at the month's end: what may still be asked for. */
  readonly owed: Expected
  /** Requests beyond the free slots of the whole network. */
  readonly unmet: Expected
}

const daysInMonth = 365.25 / 12
const measures = ['asked', 'granted', 'expired', 'owed', 'unmet'] as const
type Path = Record<(typeof measures)[number], number>[]

/**
 * How many slots will be asked for, month by month, from a network's own rates. Counted referrals and requests are
 * Poisson with an unknown rate; what is known of a rate after `events` in `days` is its posterior Gamma(events + ½, days)
 * under Jeffreys' prior, so a path draws its rates first and its counts then (the predictive distribution is negative
 * binomial). Each path keeps the slots as the ledger does: debts first, then slots at the rate; the slot that ends first is
 * asked for first; what nobody asks for in time expires. Quantiles of the paths are the interval. The network's slots are
 * taken together, so one company's need is met by another one's slot: `asked` is an upper and `unmet` a lower bound.
 * Source: Gelman et al., Bayesian Data Analysis, 3rd edition (2013), §2.6 and §2.8 (Poisson model, its predictive, Jeffreys).
 */
export function forecastSlots(question: ForecastQuestion): ForecastMonth[] {
  const { months, seed, paths = 2_000, confidence = DEFAULT_CONFIDENCE } = question
  const random = seededRandom(seed)
  const walked = Array.from({ length: paths }, () => walk(question, random))
  return Array.from({ length: months }, (_, month) => {
    const of = (measure: keyof Path[number]): Expected => {
      const sorted = walked.map((path) => path[month]?.[measure] ?? 0).toSorted((a, b) => a - b)
      const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
      return { median: at(0.5), low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) }
    }
    return {
      asked: of('asked'),
      granted: of('granted'),
      expired: of('expired'),
      owed: of('owed'),
      unmet: of('unmet'),
    }
  })
}

function walk(question: ForecastQuestion, random: Random): Path {
  const { counted, asked, referralsPerSlot, slotExpiryMonths, months } = question
  const countedPerMonth = rateOf(counted, random) * daysInMonth
  const askedPerMonth = rateOf(asked, random) * daysInMonth
  /** `free[n]`: slots that end after n more months. */
  const free = [...question.freeByMonthsLeft]
  let remainder = question.remainder
  const sum = () => free.reduce((total, slots) => total + (slots ?? 0), 0)
  return Array.from({ length: months }, () => {
    remainder += random.poisson(countedPerMonth)
    const granted = Math.max(0, Math.floor(remainder / referralsPerSlot))
    remainder -= granted * referralsPerSlot
    free[slotExpiryMonths] = (free[slotExpiryMonths] ?? 0) + granted
    const wanted = random.poisson(askedPerMonth)
    let open = wanted
    for (let left = 0; left < free.length && open > 0; left += 1) {
      const taken = Math.min(open, free[left] ?? 0)
      free[left] = (free[left] ?? 0) - taken
      open -= taken
    }
    const expired = free.shift() ?? 0
    return { asked: wanted - open, granted, expired, owed: sum(), unmet: open }
  })
}

/** One rate a day that fits what was seen. */
const rateOf = ({ events, days }: Observed, random: Random): number => random.gamma(events + 0.5) / days
