import { overlaps } from '../conditions.ts'
import type { AgeOf } from '../eligibility.ts'
import type { Opening } from '../opening.ts'
import { isStep, relaxationsAmong, type Choices } from '../relaxations.ts'
import type { ConditionId, Reason } from '../verdict.ts'
import { filtersOf } from './filter.ts'
import { knownFilters } from './known.ts'
import type { Pool } from './pool.ts'
import { countOf, countWithin, paintPart, type SlotSet } from './slot-set.ts'
import { facetFilters, type PoolQuestion } from './top.ts'

export interface PoolSurvey {
  /** How many fit, and how many of them are left once narrowed by `only`. */
  readonly fitting: number
  readonly narrowed: number
  /** How many of the narrowed are known to meet every condition; of the others something is to be verified. */
  readonly known: number
  /** How many fail each condition; who fails several counts under each. */
  readonly excluded: readonly { readonly condition: ConditionId; readonly count: number }[]
  /** Most gained first. */
  readonly nearMisses: readonly NearMissCount[]
}

export interface NearMissCount {
  readonly condition: ConditionId
  readonly relaxation: Reason
  readonly gained: number
}

/** What an opening's conditions do to a pool as a whole. */
export function surveyOf(
  pool: Pool,
  opening: Opening,
  { ageOf, only }: Pick<PoolQuestion, 'ageOf' | 'only'>,
): PoolSurvey {
  const { fitting, excluded, alone } = verdictsOf(pool, opening, ageOf)
  const narrowed = fitting.slice()
  for (const { apply } of facetFilters(pool, only)) apply(narrowed, 0)
  const known = narrowed.slice()
  for (const { apply } of knownFilters(pool, opening, ageOf)) apply(known, 0)
  const nearMisses = [...alone].flatMap(([condition, failing]) => nearMissesOf(pool, opening, { condition, failing }))
  return {
    fitting: countOf(fitting),
    narrowed: countOf(narrowed),
    known: countOf(known),
    excluded: excluded.toSorted((a, b) => b.count - a.count),
    nearMisses: nearMisses.toSorted((a, b) => b.gained - a.gained),
  }
}

/** Who of a pool fits an opening: how many, how many are known to, and whether one of them does. */
export function fittingOf(
  pool: Pool,
  opening: Opening,
  { ageOf }: Pick<PoolQuestion, 'ageOf'>,
): { count: number; known: number; has: (id: string) => boolean } {
  const fitting = pool.live.slice(0, (pool.slots + 31) >>> 5)
  for (const { apply } of filtersOf(pool, opening, { ageOf })) apply(fitting, 0)
  const known = fitting.slice()
  for (const { apply } of knownFilters(pool, opening, ageOf)) apply(known, 0)
  return {
    count: countOf(fitting),
    known: countOf(known),
    has: (id) => {
      const slot = pool.slotOf.get(id)
      return slot !== undefined && (fitting[slot >>> 5]! & (1 << (slot & 31))) !== 0
    },
  }
}

/** So many words are filtered at once: enough that a filter starts seldom, few enough to stay in the processor's nearest memory. */
const COUNTED_WORDS = 512

/** How many of those who fit stand under each value of a facet, most first. */
export function facetCounts(
  pool: Pool,
  opening: Opening,
  { names, ageOf }: { names: readonly string[]; ageOf?: AgeOf },
): Record<string, { value: string; count: number }[]> {
  const filters = filtersOf(pool, opening, { ageOf })
  const facets = names.map((name) => pool.facets.get(name))
  const counts = facets.map((facet) => new Uint32Array(facet?.values.texts.length ?? 1))
  const words = new Uint32Array(COUNTED_WORDS)
  const slots = new Uint32Array(COUNTED_WORDS << 5)
  for (let from = 0; from << 5 < pool.slots; from += COUNTED_WORDS) {
    for (let at = 0; at < COUNTED_WORDS; at += 1) words[at] = pool.live[from + at] ?? 0
    for (const { apply } of filters) apply(words, from)
    const found = listOf(words, from << 5, slots)
    facets.forEach((facet, name) => {
      if (facet) countValues(slots, found, { column: facet.column, counts: counts[name]! })
    })
  }
  return Object.fromEntries(
    names.map((name, at) => {
      const texts = facets[at]?.values.texts ?? []
      const values = texts.flatMap((value, number) => {
        const count = counts[at]![number]!
        return value === '' || count === 0 ? [] : [{ value, count }]
      })
      return [name, values.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))]
    }),
  )
}

/** Writes the slots of a block's bits into `slots`, and says how many. */
function listOf(words: Uint32Array, first: number, slots: Uint32Array): number {
  let count = 0
  for (let at = 0; at < words.length; at += 1) {
    let left = words[at]!
    while (left !== 0) {
      slots[count++] = first + ((at << 5) | (31 - Math.clz32(left & -left)))
      left &= left - 1
    }
  }
  return count
}

type Counting = { column: Uint16Array; counts: Uint32Array }

function countValues(slots: Uint32Array, until: number, { column, counts }: Counting): void {
  for (let at = 0; at < until; at += 1) counts[column[slots[at]!]!]! += 1
}

function verdictsOf(pool: Pool, opening: Opening, ageOf: AgeOf | undefined) {
  const used = pool.live.slice(0, (pool.slots + 31) >>> 5)
  const once = new Uint32Array(used.length)
  const twice = new Uint32Array(used.length)
  const failures = filtersOf(pool, opening, { ageOf }).map(({ condition, apply }) => {
    const passing = used.slice()
    apply(passing, 0)
    for (let at = 0; at < used.length; at += 1) {
      const failing = used[at]! & ~passing[at]!
      passing[at] = failing
      twice[at]! |= once[at]! & failing
      once[at]! |= failing
    }
    return { condition, failing: passing, count: countOf(passing) }
  })
  const alone = failures.map(
    ({ condition, failing }) => [condition, failing.map((word, at) => word & ~twice[at]!)] as const,
  )
  return {
    fitting: used.map((word, at) => word & ~once[at]!),
    excluded: failures.flatMap(({ condition, count }) => (count > 0 ? { condition, count } : [])),
    alone: new Map(alone.filter(([, words]) => words.some((word) => word !== 0))),
  }
}

/** Who would come in if exactly one condition were loosened by one step, among those who fail on it alone. */
function nearMissesOf(
  pool: Pool,
  opening: Opening,
  { condition, failing }: { condition: ConditionId; failing: Uint32Array },
): NearMissCount[] {
  const found: NearMissCount[] = []
  for (const { reason, opening: loosened } of relaxationsAmong(condition, opening, choicesOf(pool, failing))) {
    const gained = gainedBy(pool, loosened, { condition, reason, failing })
    const smaller = found.findLast(({ relaxation }) => relaxation.code === reason.code && isStep(reason))
    if (gained > 0 && smaller?.gained !== gained) found.push({ condition, relaxation: reason, gained })
  }
  return found
}

type Failing = { condition: ConditionId; reason: Reason; failing: Uint32Array }

/** A value that is added brings those who have it: nobody who fails has a value that was asked before. */
function gainedBy(pool: Pool, loosened: Opening, { condition, reason, failing }: Failing): number {
  const { occupation, prefecture, type } = reason.values
  if (reason.code === 'ADD_EMPLOYMENT_TYPE')
    return gainsOf(pool, failing, (kind, value) => kind === 'type' && value === type)
  if (reason.code === 'ADD_OCCUPATION')
    return gainsOf(pool, failing, (kind, value) => kind === 'occupation' && overlaps(String(occupation), value))
  if (reason.code === 'ADD_PREFECTURE') {
    const isThere = (kind: string, value: string) => (kind === 'place' || kind === 'commute') && value === prefecture
    return gainsOf(pool, failing, isThere, pool.sets.get('remote')?.get('ONLY'))
  }
  const gaining = failing.slice()
  for (const { apply } of filtersOf(pool, loosened, { only: condition })) apply(gaining, 0)
  return countOf(gaining)
}

/** How many of those who fail stand in a set that is meant, but for those who would fail all the same. */
function gainsOf(
  { sets }: Pool,
  failing: Uint32Array,
  isMeant: (kind: string, value: string) => boolean,
  except?: SlotSet,
): number {
  const meant = ['type', 'occupation', 'place', 'commute'].flatMap((kind) =>
    [...(sets.get(kind) ?? [])].flatMap(([value, set]) => (isMeant(kind, value) ? [set] : [])),
  )
  const [only] = meant
  if (meant.length === 1 && only && !except) return countWithin(only, failing)
  const gaining = new Uint32Array(failing.length)
  for (const set of meant) paintPart(set, gaining, 0)
  for (let at = 0; at < gaining.length; at += 1) gaining[at]! &= failing[at]!
  return countOf(gaining) - (except ? countWithin(except, gaining) : 0)
}

function choicesOf(pool: Pool, failing: Uint32Array): Choices {
  const values = (kind: string) => () =>
    [...(pool.sets.get(kind) ?? [])]
      .flatMap(([value, set]) => (countWithin(set, failing) > 0 ? [value] : []))
      .toSorted()
  return { prefectures: values('place'), occupations: values('occupation'), employmentTypes: values('type') }
}
