import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { aboveMedian } from '../../../../engines/statistics/index.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import type { listRanked } from '../announcements.ts'
import { isAssessing, placeKeyOf, subjectKeyOf, today } from './assessed.ts'
import { inNetwork, networkFor } from '../network/network.ts'
import { shownTo } from '../network/network-classes.ts'
import * as store from './store-assessed.ts'

/** So many people are put down in one transaction, and others are served in between. */
const peopleAtOnce = 2_000

export type RankedClass = { digest: string; count: number; score: number; isOnPage: boolean }
type Ranked = z.output<(typeof listRanked)['payload']>

/**
 * What the audit learns of a list. Scores are of one opening and compare with no other, so the median is that of the list's
 * people.
 */
export function outcomesOf(ranked: readonly RankedClass[]): Omit<Ranked, 'openingId'> {
  const above = aboveMedian(ranked.flatMap(({ score, count }) => Array.from({ length: count }, () => score)))
  const isAbove = new Set<RankedClass>()
  let first = 0
  for (const one of ranked) {
    if (above[first]) isAbove.add(one)
    first += one.count
  }
  const digests = (all: readonly RankedClass[]) => all.map(({ digest }) => digest)
  return {
    above: digests(ranked.filter((one) => isAbove.has(one))),
    notAbove: digests(ranked.filter((one) => !isAbove.has(one))),
    onPage: digests(ranked.filter(({ isOnPage }) => isOnPage)),
  }
}

/**
 * Puts down a list that was ranked: each person of its classes once for each opening, whether their score lay above the
 * median, and whether anybody saw them. Who left the network since is not put down. Again, it adds nothing.
 */
export async function noteList(
  installation: Installation,
  { realmId, payload }: { realmId: string; payload: Ranked },
): Promise<void> {
  const { openingId, above, notAbove, onPage } = payload
  const asking = { companyId: realmId, actor: systemActor('matching.assessed') }
  const found = await networkFor(installation, {
    companyId: realmId,
    company: await inCompany(installation, asking, company),
  })
  if (!found?.isAssessing) return
  const placeKey = placeKeyOf(installation, { companyId: realmId, openingId })
  const isShown = new Set(onPage)
  const isAbove = new Map([
    ...above.map((one) => [one, true] as const),
    ...notAbove.map((one) => [one, false] as const),
  ])
  const people = shownTo(found.network, found.asker, found.now).classes.flatMap(({ digest, ids }) => {
    const at = isAbove.get(digest)
    return at === undefined ? [] : ids().map((id) => ({ id, isAbove: at, isShown: isShown.has(digest) }))
  })
  for (let from = 0; from < people.length; from += peopleAtOnce) {
    const some = people
      .slice(from, from + peopleAtOnce)
      .map(({ id, ...one }) => ({ placeKey, subjectKey: subjectKeyOf(installation, id), ...one }))
    // Switched off meanwhile, it keeps nothing more.
    const isKept = await inNetwork(installation, async (work) => {
      if (!(await isAssessing(work))) return false
      await store.putAssessed(work, { day: await today(work), all: some })
      return true
    })
    if (!isKept) return
    await setImmediate()
  }
}
