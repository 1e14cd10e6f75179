import type { FittingOpenings, OpeningNews } from '../../../../contract/matching.ts'
import { DEFAULT_WEIGHTS, fittingOf, matchCandidate } from '../../../../engines/matching/index.ts'
import { ageOn, dayIn } from '../../../../engines/japanese/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { person } from '../../people/index.ts'
import { openings } from '../../selection/index.ts'
import { askedBy, weightsVersion } from '../asked.ts'
import { knownOf } from './known.ts'
import { ageOf } from './own-pool.ts'
import { poolOf } from './pools.ts'
import * as store from '../store.ts'
import { explained, unexplained } from '../words.ts'

/** More open openings than this are not looked at for one list; the latest are. */
const mostOpenings = 100

/**
 * For each open opening, how many of the own pool fit, and how many of them came or changed since somebody last looked:
 * all of them for an opening that nobody has looked at yet. Nothing is kept of a person for it.
 */
export async function openingNews(work: Work): Promise<OpeningNews[]> {
  const open = (await openings(work, ['OPEN'])).slice(0, mostOpenings)
  if (open.length === 0) return []
  const own = await company(work)
  const leftAlone = await store.leftAlone(work)
  const model = await poolOf(work)
  const looked = await store.lastLooked(
    work,
    open.map(({ id }) => id),
  )
  const today = dayIn(work.now, own.timeZone)
  return open.map((opening) => {
    const asked = askedBy(opening, own, leftAlone)
    const { count, known, has } = fittingOf(model.pool, asked, { ageOf: ageOf(model, today) })
    const lookedAt = looked.get(opening.id)
    let fresh = count
    if (lookedAt) {
      fresh = 0
      for (const [id, changedAt] of model.changed) if (changedAt > lookedAt.getTime() && has(id)) fresh += 1
    }
    return {
      openingId: opening.id,
      title: opening.title,
      people: count,
      known,
      fresh,
      lookedAt: lookedAt?.toISOString() ?? null,
    }
  })
}

/**
 * The open openings that one person of the own pool fits, the best first; by title where ranking is off. Nobody is looked
 * for who is in process or employed here, or asked that their data is used no more.
 */
export async function openingsFor(work: Work, personId: string): Promise<FittingOpenings> {
  const { id } = await person(work, personId)
  const ranked = !(await store.isRankingOff(work))
  const [known] = await knownOf(work, await store.readPooled(work, [id]))
  const standing = known?.standing ?? null
  const all = (await openings(work, ['OPEN'])).slice(0, mostOpenings)
  const none = { considered: all.length, standing, ranked, weightsVersion: weightsVersion(DEFAULT_WEIGHTS), items: [] }
  if (!known || standing !== null) return none
  const own = await company(work)
  const leftAlone = await store.leftAlone(work)
  const today = dayIn(work.now, own.timeZone)
  const { birthDate } = known.stated
  const { matches } = matchCandidate(
    known.candidate,
    all.map((opening) => askedBy(opening, own, leftAlone)),
    {
      asOf: work.now,
      ageOf: () => (typeof birthDate === 'string' ? (ageOn(birthDate, today) ?? undefined) : undefined),
    },
  )
  const titles = new Map(all.map(({ id: openingId, title }) => [openingId, title]))
  const title = (openingId: string) => titles.get(openingId) ?? ''
  const listed = ranked
    ? matches
    : matches.toSorted((a, b) => title(a.openingId).localeCompare(title(b.openingId), 'ja'))
  await record(work, {
    action: 'matching.openings-listed',
    subject: { kind: 'person', id },
    detail: { ranked, weights: none.weightsVersion, openings: listed.map(({ openingId }) => openingId) },
  })
  return {
    ...none,
    items: listed.map((found) => ({
      openingId: found.openingId,
      title: title(found.openingId),
      applied: known.past.some(({ openingId }) => openingId === found.openingId),
      ...(ranked ? explained(found) : unexplained(found)),
    })),
  }
}
