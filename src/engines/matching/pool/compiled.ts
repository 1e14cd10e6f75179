import type { Opening } from '../opening.ts'
import {
  DEFAULT_WEIGHTS,
  dayNumber,
  FRESHNESS_HALF_LIFE_DAYS,
  SIGNAL_HALF_LIFE_DAYS,
  weightsAsked,
  type PartId,
  type Weights,
} from '../score.ts'
import { canonicalSkill, relatedCategory } from '../codes/skills.ts'
import { WORK_CODES, workCloseness, workOf } from '../codes/work.ts'
import type { Pool } from './pool.ts'

export const PART_IDS = Object.keys(DEFAULT_WEIGHTS) as PartId[]

/** An opening in the numbers of one pool. The skills asked come first, the preferred ones after `required`. */
export interface Compiled {
  readonly required: number
  readonly asked: readonly { readonly term: number; readonly category: number; readonly years: number | undefined }[]
  /** The terms that are near the opening's work, with their share; undefined where the opening names no work. */
  readonly works: ReadonlyMap<number, number> | undefined
  readonly experienceYears: number
  /** Most points of each part for what is asked, in the order of `PART_IDS`. */
  readonly maximum: readonly number[]
  readonly today: number
  /** What of freshness and of a signal is left after so many days. */
  readonly fresh: (days: number) => number
  readonly signal: (days: number) => number
}

export function compiled(pool: Pool, opening: Opening, { asOf, weights }: { asOf: Date; weights: Weights }): Compiled {
  const most = weightsAsked(opening, weights)
  return {
    required: opening.requiredSkills.length,
    asked: [...opening.requiredSkills, ...opening.preferredSkills].map(({ skill, years }) => {
      const name = canonicalSkill(skill)
      return {
        term: pool.terms.ids.get(`skill ${name}`) ?? -1,
        category: pool.categories.ids.get(relatedCategory(name) ?? '') ?? 0,
        years,
      }
    }),
    works: opening.title === undefined ? undefined : worksOf(pool, opening.title),
    experienceYears: opening.experienceYears ?? 0,
    maximum: PART_IDS.map((part) => most[part]),
    today: dayNumber(asOf),
    fresh: fadingOf(FRESHNESS_HALF_LIFE_DAYS),
    signal: fadingOf(SIGNAL_HALF_LIFE_DAYS),
  }
}

function worksOf({ terms }: Pool, title: string): Map<number, number> {
  const asked = workOf(title)
  const found = new Map<number, number>()
  for (const work of new Set([...WORK_CODES, ...asked])) {
    const term = terms.ids.get(`work ${work}`)
    const share = Math.max(0, ...asked.map((one) => workCloseness(one, work)))
    if (term !== undefined && share > 0) found.set(term, share)
  }
  return found
}

/** 0.5 to the power of days over the half-life, remembered for each whole day. */
function fadingOf(halfLifeDays: number): (days: number) => number {
  const known = new Float64Array(4096)
  return (days) => {
    if (days >= known.length) return 0.5 ** (days / halfLifeDays)
    if (known[days] === 0) known[days] = 0.5 ** (days / halfLifeDays)
    return known[days]!
  }
}
