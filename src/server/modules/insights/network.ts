import { instantAt, localTime } from '../../../engines/japanese/index.ts'
import type { NetworkOverview } from '../../../contract/network.ts'
import type { Work } from '../../kernel/work.ts'
import { company, knownCompanies } from '../accounts/index.ts'
import { countStandings } from '../introductions/index.ts'
import { networkIndex } from '../matching/index.ts'
import { countNetworkMembers, countNetworkReferrals, registrationDays } from '../relay/index.ts'

const dayMs = 86_400_000
const shownDays = 30

/** The network in counts, from the operator's own realm: what companies and members announced, never their rows. */
export async function networkOverview(work: Work): Promise<NetworkOverview> {
  const { timeZone: zone } = await company(work)
  const known = await knownCompanies(work)
  const members = await countNetworkMembers(work)
  const { releasedAt, ...profiles } = await networkIndex(work)
  const since = instantAt(localTime(new Date(work.now.getTime() - (shownDays - 1) * dayMs), zone).day, 0, zone)
  const byMode: NetworkOverview['companies']['byMode'] = {}
  for (const { operatingMode } of known) byMode[operatingMode] = (byMode[operatingMode] ?? 0) + 1
  return {
    companies: { all: known.length, byMode },
    members: { active: members.ACTIVE, withdrawn: members.WITHDRAWN, erased: members.ERASED },
    profiles: { ...profiles, releasedAt: releasedAt?.toISOString() ?? null },
    referrals: await countNetworkReferrals(work),
    introductions: await countStandings(work),
    days: await registrationDays(work, { since, zone }),
  }
}
