import { job, nothing } from '../../../kernel/jobs.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { forEachCompany } from '../../accounts/index.ts'
import { countAgain } from '../comparing/counting.ts'
import * as store from '../store.ts'
import { mostPairs } from './bulk.ts'
import { explain } from './explain.ts'

/** So many pairs are explained before others have their turn. */
const atOnce = 50

/**
 * Counts how common values are, where the company has grown, and weighs the pairs that wait by it: the queue, what is
 * accepted in bulk and the waterfall go by one probability. Whether there was anything to count.
 */
export async function countAndWeigh(work: Work): Promise<boolean> {
  if (!(await countAgain(work))) return false
  const open = await store.queue(work, { limit: mostPairs })
  const scores = new Map<string, number>()
  for (let from = 0; from < open.length; from += atOnce) {
    const pairs = open.slice(from, from + atOnce)
    for (const [at, evidence] of (await explain(work, pairs)).entries())
      if (evidence) scores.set(pairs[at]!.id, evidence.probability)
  }
  // All at once in the end, so that nobody who decides a pair waits for the others to be weighed.
  await store.weigh(work, scores)
  return true
}

export const countTerms = job({
  name: 'linkage.count',
  payload: nothing,
  schedule: '*/15 * * * *',
  run: (installation) =>
    forEachCompany(installation, systemActor('linkage.count'), (opening) =>
      inCompany(installation, opening, countAndWeigh),
    ),
})
