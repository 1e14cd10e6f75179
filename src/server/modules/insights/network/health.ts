import type { NetworkHealth } from '../../../../contract/network/network-health.ts'
import { medianWithInterval } from '../../../../engines/statistics/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { networkCompanies } from '../../accounts/index.ts'
import { introductionMonths, introductionsByEmployer } from '../../introductions/index.ts'
import { networkK } from '../../matching/index.ts'
import { referralMonths, referralsByEmployer } from '../../relay/index.ts'
import { byGroup, minimum, wholeNetwork, type Exchange } from './fairness.ts'
import { limitHealth, limitMonths } from './health-limits.ts'

const shownMonths = 12

/** The months up to this one, oldest first, as `2026-03`. */
function monthsUntil(now: Date): string[] {
  return Array.from({ length: shownMonths }, (_, index) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (shownMonths - 1) + index, 1))
      .toISOString()
      .slice(0, 7),
  )
}

/**
 * Whether the network works and is fair, from what companies and members announced to the operator's realm: counts of
 * companies and times, never a person. Small groups are counted and not judged (`minimum`), and what would tell about
 * fewer than `networkK` people is withheld (`limitHealth`).
 */
export async function networkHealth(work: Work): Promise<NetworkHealth> {
  const [referrals, introductions] = [await referralsByEmployer(work), await introductionsByEmployer(work)]
  const companies = (await networkCompanies(work)).map((one) => ({
    ...one,
    exchange: {
      given: referrals.get(one.id)?.counted ?? 0,
      refused: referrals.get(one.id)?.refused ?? 0,
      received: introductions.get(one.id)?.accepted ?? 0,
      unanswered: introductions.get(one.id)?.unanswered ?? 0,
    } satisfies Exchange,
  }))
  const whole = wholeNetwork(companies.map(({ exchange }) => exchange))
  const groups = (keyOf: (one: (typeof companies)[number]) => string | null) =>
    byGroup(
      companies.map((one) => ({ key: keyOf(one), exchange: one.exchange })),
      whole,
    )
  const all = {
    size: groups(({ employees }) => employees),
    industry: groups(({ industry, industrySet }) => industrySet?.industry ?? industry),
    region: groups(({ region }) => region),
    mode: groups(({ operatingMode }) => operatingMode),
  }
  return { minimum, k: networkK, ...limitHealth(whole, all, networkK), months: await months(work) }
}

async function months(work: Work): Promise<NetworkHealth['months']> {
  const shown = monthsUntil(work.now)
  const since = new Date(`${shown[0] ?? ''}-01T00:00:00Z`)
  const [referrals, introductions] = [await referralMonths(work, since), await introductionMonths(work, since)]
  const found = shown.map((month) => {
    const { registrations = 0, counted = 0 } = referrals.get(month) ?? {}
    const { asked = 0, hours = [] } = introductions.get(month) ?? {}
    return { month, registrations, counted, asked, accepted: hours.length, hours }
  })
  const told = (key: 'registrations' | 'counted' | 'asked' | 'accepted') =>
    limitMonths(
      found.map((month) => month[key]),
      networkK,
    )
  const [registrations, counted, asked, accepted] = [
    told('registrations'),
    told('counted'),
    told('asked'),
    told('accepted'),
  ]
  return found.map(({ month, hours }, at) => ({
    month,
    registrations: registrations[at] ?? null,
    counted: counted[at] ?? null,
    asked: asked[at] ?? null,
    accepted: accepted[at] ?? null,
    medianHours: accepted[at] === null ? null : (medianWithInterval(hours)?.median ?? null),
  }))
}
