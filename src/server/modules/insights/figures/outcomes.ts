import { rate } from '../../../../engines/statistics/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { activityByPerson } from '../../relay/index.ts'
import { companyRules } from '../../accounts/index.ts'
import { frozen } from './answers.ts'
import { limitFor, limitRate } from './limits.ts'
import { minimumNOf } from './passage.ts'
import { countReturned, rejectedPeople } from './pool-reports.ts'

/**
 * What became of the people this company rejected. Those hired here later are known anyway; those placed elsewhere are
 * told by their own consent, and only as a number: withheld where fewer than k are on either side of it, and told anew
 * only when k people or more changed sides, so that no two answers tell about one person.
 */
export async function outcomes(work: Work) {
  const limit = await limitFor(work)
  const { could, did } = await countReturned(work, 'hired')
  const rejected = await rejectedPeople(work)
  const known = (await activityByPerson(work)).filter(({ personId }) => rejected.has(personId))
  const minimumN = await minimumNOf(work)
  const k = (await companyRules(work)).kAnonymity
  const idsOf = (isPlaced: boolean) => known.filter((one) => one.isPlaced === isPlaced).map(({ personId }) => personId)
  const told = await frozen(work, { statistic: 'placed-elsewhere', parts: [idsOf(true), idsOf(false)], k })
  const [placed = 0, others = 0] = told?.sizes ?? []
  return {
    rejected: could,
    hiredHere: limitRate(rate({ successes: did, trials: could, minimumN }), limit),
    placedElsewhere: rate({ successes: placed, trials: placed + others, minimumN: Math.max(minimumN, 1) }),
    placedAsOf: told?.at.toISOString() ?? null,
    k,
  }
}
