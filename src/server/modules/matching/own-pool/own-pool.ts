import type { Match, Matches } from '../../../../contract/matching.ts'
import type { Stage } from '../../../../contract/selection/selection-terms.ts'
import { ageOn, dayIn } from '../../../../engines/japanese/index.ts'
import {
  DEFAULT_WEIGHTS,
  facetCounts,
  matchCandidate,
  surveyOf,
  topOf,
  type Match as Found,
  type Opening as Asked,
} from '../../../../engines/matching/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { opening } from '../../selection/index.ts'
import { askedBy } from '../asked.ts'
import { knownOf, type Known } from './known.ts'
import { exclusionWords, facetWords, inputsHash, nearMissWords, rowOf, type Paged, type Shown } from '../list.ts'
import { poolOf, type CompanyPool } from './pools.ts'
import * as store from '../store.ts'
import { prefectureCodes, regionWords } from '../terms.ts'
import { stageWords } from '../words.ts'

export type OwnQuery = Paged & { region?: string | undefined; stage?: Stage | undefined; ranked: boolean }
export type OwnPool = Shown & {
  setAside: Matches['setAside']
  inputsHash: string
  asked: Asked
  weights: typeof DEFAULT_WEIGHTS
}

/**
 * The company's own people who fit an opening: everyone whom it knows and who is neither in process nor employed here.
 * The read model finds them; who stands on the page is read and explained from the tables. Where ranking is off, the same
 * people stand in the order in which they were last heard of.
 */
export async function ownPool(work: Work, openingId: string, query: OwnQuery): Promise<OwnPool> {
  const own = await company(work)
  const asked = askedBy(await opening(work, openingId), own, await store.leftAlone(work))
  const model = await poolOf(work)
  const { region, stage, ranked, page, limit } = query
  const question = { asOf: work.now, ageOf: ageOf(model, dayIn(work.now, own.timeZone)), only: { region, stage } }
  const survey = surveyOf(model.pool, asked, question)
  const counts = facetCounts(model.pool, asked, { names: ['region', 'stage'], ageOf: question.ageOf })
  const best = topOf(model.pool, asked, { ...question, limit: page * limit, order: ranked ? 'SCORE' : 'NEWEST' })
  const rankOf = new Map<number, number>()
  for (const [at, { score }] of best.entries()) if (!rankOf.has(score)) rankOf.set(score, at + 1)
  const shownIds = best.slice((page - 1) * limit)
  const explained = await explain(
    work,
    asked,
    shownIds.map(({ id }) => id),
  )
  const setAside = [...model.setAside.values()]
  return {
    considered: model.prints.size - setAside.length,
    setAside: {
      inProcess: setAside.filter((standing) => standing === 'IN_PROCESS').length,
      hired: setAside.filter((standing) => standing === 'HIRED').length,
      stopped: setAside.filter((standing) => standing === 'STOPPED').length,
    },
    excluded: exclusionWords(survey.excluded),
    nearMisses: nearMissWords(survey.nearMisses),
    facets: [
      facetWords('region', counts['region'] ?? [], { of: survey.fitting, words: regionWords }),
      facetWords('stage', counts['stage'] ?? [], { of: survey.fitting, words: stageWords }),
    ],
    total: survey.narrowed,
    people: survey.narrowed,
    known: survey.known,
    items: shownIds.flatMap(({ id, score }) => {
      const one = explained.get(id)
      if (!one) return []
      const rank = ranked ? (rankOf.get(score) ?? null) : null
      return { ...rowOf(one.found, rank), person: shown(one.known, openingId), anonymous: null }
    }),
    asked,
    inputsHash: inputsHash([asked, model.prints.size, model.print]),
    weights: DEFAULT_WEIGHTS,
  }
}

/** Asked only under the recorded exception, in the filter alone; `today` is the day in the company's own zone. */
export function ageOf({ born }: CompanyPool, today: string): (id: string) => number | undefined {
  return (id) => {
    const date = born.get(id)
    return date === undefined ? undefined : (ageOn(date, today) ?? undefined)
  }
}

/** The people of a page as the tables have them, with the reasons of their points. Age is left to the filter. */
async function explain(work: Work, asked: Asked, ids: readonly string[]) {
  const known = await knownOf(work, await store.readPooled(work, ids))
  const { ageException: _, ...conditions } = asked
  return new Map(
    known.flatMap((one): [string, { known: Known; found: Found }][] => {
      const [found] = matchCandidate(one.candidate, [conditions], { asOf: work.now }).matches
      return found ? [[one.candidate.id, { known: one, found }]] : []
    }),
  )
}

function shown({ pooled, stated, past }: Known, openingId: string): Match['person'] {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const last = past[0]
  return {
    id: pooled.personId,
    name: pooled.name,
    employer: text(stated.employer),
    title: text(stated.title),
    prefecture: prefectureCodes(text(stated.prefecture) ?? '').length > 0 ? text(stated.prefecture) : null,
    skills: Array.isArray(stated.skills) ? stated.skills.filter((skill) => typeof skill === 'string').slice(0, 12) : [],
    updatedAt: pooled.observedAt.toISOString(),
    lastApplication: last
      ? {
          openingId: last.openingId,
          openingTitle: last.openingTitle,
          stage: last.stage,
          state: last.state,
          appliedAt: last.appliedAt.toISOString(),
          endedAt: last.endedAt?.toISOString() ?? null,
        }
      : null,
    appliedToThis: past.some((one) => one.openingId === openingId),
  }
}
