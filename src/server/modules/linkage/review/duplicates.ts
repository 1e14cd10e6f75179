import type { Work } from '../../../kernel/work.ts'
import { eachOnce, groupsOf } from './groups.ts'
import * as store from '../store.ts'
import type { Candidate } from '../store.ts'
import { ranked, type Ranked } from './worth.ts'

/** As many open pairs as are ranked by what they are worth, the likeliest of all. */
export const mostRanked = 2_000

export type Queued = Ranked & {
  /** Everybody whom open pairs connect with the two, themselves included. */
  group: readonly string[]
}
export type Duplicates = { candidates: Queued[]; open: number }

/** Pairs of persons that may be one, those first that are worth most to decide (`worth.ts`), and how many there are. */
export async function duplicates(
  work: Work,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Duplicates> {
  const likeliest = await ranked(work, eachOnce(await store.queue(work, { limit: mostRanked })))
  const groups = groupsOf(likeliest)
  return {
    candidates: likeliest
      .slice(offset, offset + limit)
      .map((one) => ({ ...one, group: groups.get(one.onePersonId) ?? [one.onePersonId, one.otherPersonId] })),
    open: await store.countOpen(work),
  }
}

/** Pairs that were linked by themselves, or that humans decided, the last first. */
export const settledPairs = (
  work: Work,
  { show, ...page }: { show: 'JOINED' | 'DECIDED'; limit: number; offset?: number },
): Promise<Candidate[]> => store.settled(work, show === 'JOINED' ? ['JOINED'] : ['SAME', 'NOT_SAME'], page)
