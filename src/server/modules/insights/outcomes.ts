import { rate, type Rate } from '../../../engines/statistics/index.ts'
import type { Work } from '../../kernel/work.ts'
import { activityByPerson } from '../relay/index.ts'
import { companyRules } from '../accounts/index.ts'
import { minimumNOf } from './passage.ts'
import { countReturned, rejectedPeople } from './pool-reports.ts'

/**
 * What became of the people this company rejected. Those hired here later are known anyway; those placed elsewhere are
 * told by their own consent, and only as a number: withheld where fewer than k are on either side of it.
 */
export async function outcomes(work: Work) {
  const { could, did } = await countReturned(work, 'hired')
  const rejected = await rejectedPeople(work)
  const known = (await activityByPerson(work)).filter(({ personId }) => rejected.has(personId))
  const minimumN = await minimumNOf(work)
  const k = (await companyRules(work)).kAnonymity
  const placed = known.filter(({ isPlaced }) => isPlaced).length
  return {
    rejected: could,
    hiredHere: rate({ successes: did, trials: could, minimumN }),
    placedElsewhere: withheldBelowK({ successes: placed, trials: known.length, minimumN, k }),
    k,
  }
}

type Placed = { successes: number; trials: number; minimumN: number; k: number }

function withheldBelowK({ successes, trials, minimumN, k }: Placed): Rate {
  const isTold = successes >= k && trials - successes >= k
  return rate({ successes, trials, minimumN: isTold ? minimumN : trials + 1 })
}
