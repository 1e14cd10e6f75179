import type { NetworkHealth } from '../../../contract/network-health.ts'
import { medianWithInterval } from '../../../engines/statistics/index.ts'
import type { Work } from '../../kernel/work.ts'
import { networkCompanies } from '../accounts/index.ts'
import { introductionMonths, introductionsByEmployer } from '../introductions/index.ts'
import { referralMonths, referralsByEmployer } from '../relay/index.ts'
import { byGroup, minimum, wholeNetwork, type Exchange } from './fairness.ts'

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
 * companies and times, never a person. Small groups are counted and not judged (`minimum`).
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
  return {
    minimum,
    whole,
    groups: {
      size: groups(({ employees }) => employees),
      industry: groups(({ industry }) => industry),
      region: groups(({ region }) => region),
      mode: groups(({ operatingMode }) => operatingMode),
    },
    months: await months(work),
  }
}

async function months(work: Work): Promise<NetworkHealth['months']> {
  const shown = monthsUntil(work.now)
  const since = new Date(`${shown[0] ?? ''}-01T00:00:00Z`)
  const [referrals, introductions] = [await referralMonths(work, since), await introductionMonths(work, since)]
  return shown.map((month) => {
    const { registrations = 0, counted = 0 } = referrals.get(month) ?? {}
    const { asked = 0, hours = [] } = introductions.get(month) ?? {}
    const medianHours = medianWithInterval(hours)?.median ?? null
    return { month, registrations, counted, asked, accepted: hours.length, medianHours }
  })
}
