import type { HealthGroup, HealthRate } from '../../../../contract/network/network-health.ts'
import { poissonInterval, rate } from '../../../../engines/statistics/index.ts'
import type { CountedGroup } from './health-limits.ts'

/** What one company gave to the network and received from it. */
export type Exchange = {
  /** Referrals that counted. */
  given: number
  /** Referrals that were refused or taken back. */
  refused: number
  /** Introductions that persons said yes to. */
  received: number
  /** Requests that persons said no to, or let lapse. */
  unanswered: number
}

/**
 * Below these nothing is said of a group: of fewer than three companies it would be said of one of them, and of fewer
 * than twenty events an interval covers nearly everything.
 */
export const minimum = { companies: 3, referrals: 20, requests: 20 }

const nothing: Exchange = { given: 0, refused: 0, received: 0, unanswered: 0 }
const sum = (all: readonly Exchange[]): Exchange =>
  all.reduce(
    (total, one) => ({
      given: total.given + one.given,
      refused: total.refused + one.refused,
      received: total.received + one.received,
      unanswered: total.unanswered + one.unanswered,
    }),
    nothing,
  )

function share(successes: number, trials: number, minimumN: number): HealthRate {
  const found = rate({ successes, trials, minimumN })
  return found.suppressed
    ? { of: trials, value: null, interval: null }
    : { of: trials, value: found.value, interval: found.interval }
}

/** Received per ten given: a Poisson count over what was given, which is known and not itself a chance. */
function perTen({ given, received }: Exchange): HealthRate {
  if (given < minimum.referrals) return { of: given, value: null, interval: null }
  const tens = given / 10
  const { low, high } = poissonInterval(received)
  return { of: given, value: received / tens, interval: { low: low / tens, high: high / tens } }
}

function compared(own: HealthRate, whole: HealthRate): HealthGroup['stands'] {
  if (own.interval === null || whole.value === null) return null
  if (own.interval.high < whole.value) return 'LOW'
  return own.interval.low > whole.value ? 'HIGH' : 'UNCLEAR'
}

function described(key: string | null, all: readonly Exchange[], whole?: HealthRate): CountedGroup {
  const total = sum(all)
  const { given, refused, received, unanswered } = total
  const isFew = all.length < minimum.companies
  const none = (of: number): HealthRate => ({ of, value: null, interval: null })
  const own = isFew && whole ? none(given) : perTen(total)
  return {
    key,
    companies: all.length,
    given,
    received,
    perTen: own,
    accepted: isFew && whole ? none(received + unanswered) : share(received, received + unanswered, minimum.requests),
    counted: isFew && whole ? none(given + refused) : share(given, given + refused, minimum.referrals),
    stands: whole ? compared(own, whole) : null,
    exchange: total,
  }
}

/** The exchange of all companies together. */
export const wholeNetwork = (all: readonly Exchange[]): CountedGroup => described(null, all)

/**
 * The same by a group of companies, the largest group first, those that have not said it last. Which group gets less is
 * said only where two or more can be judged: a single one is compared with nothing but itself.
 */
export function byGroup(
  companies: readonly { key: string | null; exchange: Exchange }[],
  whole: HealthGroup,
): CountedGroup[] {
  const groups = new Map<string | null, Exchange[]>()
  for (const { key, exchange } of companies) groups.set(key, [...(groups.get(key) ?? []), exchange])
  const all = [...groups].map(([key, members]) => described(key, members, whole.perTen))
  const isCompared = all.filter(({ stands }) => stands !== null).length > 1
  return all
    .map((group) => (isCompared ? group : { ...group, stands: null }))
    .toSorted((a, b) => Number(a.key === null) - Number(b.key === null) || b.companies - a.companies)
}
