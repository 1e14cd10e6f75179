import type { Installation } from '../../../kernel/installation.ts'
import { job, nothing } from '../../../kernel/jobs.ts'
import { inCompany, systemActor, type Actor, type Work } from '../../../kernel/work.ts'
import { forEachCompany } from '../../accounts/index.ts'
import { countAgain } from '../comparing/counting.ts'
import { holdWeighing, keepWeighed } from '../comparing/store-counts.ts'
import * as store from '../store.ts'
import { explain } from './explain.ts'

/** So many pairs are weighed in one Work: whoever decides one of them meanwhile hardly waits. */
const perBatch = 50

/**
 * Weighs the next pairs that wait by how common values were last counted to be; true while there are more. Stopping between
 * two calls loses nothing.
 */
export async function weighNext(work: Work): Promise<boolean> {
  const after = await holdWeighing(work)
  if (after === null) return false
  const pairs = await store.waitingAfter(work, after, perBatch)
  const evidence = await explain(work, pairs)
  await store.weigh(
    work,
    new Map(evidence.flatMap((one, at) => (one ? [[pairs[at]!.id, one.probability] as const] : []))),
  )
  const isMore = pairs.length === perBatch
  await keepWeighed(work, isMore ? pairs.at(-1)!.id : null)
  return isMore
}

/**
 * Counts how common values are, where the company has grown, and weighs the pairs that wait by it: the queue, what is
 * accepted in bulk and the waterfall go by one probability.
 */
export async function countAndWeigh(
  installation: Installation,
  opening: { companyId: string; actor: Actor },
): Promise<void> {
  await inCompany(installation, opening, countAgain)
  for (let isMore = true; isMore;) isMore = await inCompany(installation, opening, weighNext)
}

export const countTerms = job({
  name: 'linkage.count',
  payload: nothing,
  schedule: '*/15 * * * *',
  run: (installation) =>
    forEachCompany(installation, systemActor('linkage.count'), (opening) => countAndWeigh(installation, opening)),
})
