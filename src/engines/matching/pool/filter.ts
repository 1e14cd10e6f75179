import { ageExceptionRefusal } from '../age-exception.ts'
import type { AgeOf } from '../eligibility.ts'
import type { LanguageLevel, Opening } from '../opening.ts'
import { overlaps } from '../conditions.ts'
import type { ConditionId } from '../verdict.ts'
import type { Pool } from './pool.ts'
import { dateNumber } from './put.ts'
import { paintPart, type SlotSet } from './slot-set.ts'

/** Clears from `words`, which begins with the pool's word `from`, the bits of those who fail the condition. */
export interface Filter {
  readonly condition: ConditionId
  readonly apply: (words: Uint32Array, from: number) => void
}

type Compile = (pool: Pool, opening: Opening, ageOf: AgeOf | undefined) => Filter | undefined

const COMPILE: Readonly<Record<ConditionId, Compile>> = {
  BLOCK_LIST: (pool, { corporateNumbers }) => without('BLOCK_LIST', setsOf(pool, 'blocks', corporateNumbers)),
  EMPLOYER: (pool, { employersLeftAlone = [] }) => without('EMPLOYER', setsOf(pool, 'employer', employersLeftAlone)),
  WORK_PERMIT: (pool, { workPermitRequired }) =>
    workPermitRequired ? without('WORK_PERMIT', setsOf(pool, 'permit', ['NONE'])) : undefined,
  PLACE: placeFilter,
  OCCUPATION: (pool, { occupations }) =>
    occupations.length === 0
      ? undefined
      : among(pool, 'OCCUPATION', 'occupation', (wished) => occupations.some((asked) => overlaps(asked, wished))),
  EMPLOYMENT_TYPE: (pool, { employmentTypes }) =>
    employmentTypes.length === 0
      ? undefined
      : among(pool, 'EMPLOYMENT_TYPE', 'type', (wished) => employmentTypes.includes(wished)),
  LANGUAGE: languageFilter,
  SALARY: salaryFilter,
  START: startFilter,
  AGE: ageFilter,
}

/** The hard conditions of an opening over a pool: the same verdicts as `conditions.ts`, for many people at once. */
export function filtersOf(
  pool: Pool,
  opening: Opening,
  { ageOf, only }: { ageOf?: AgeOf | undefined; only?: ConditionId } = {},
): Filter[] {
  const conditions = only === undefined ? (Object.keys(COMPILE) as ConditionId[]) : [only]
  return conditions.map((condition) => COMPILE[condition](pool, opening, ageOf)).filter((one) => one !== undefined)
}

/** Everyone in any of the named sets of a kind. */
export const setsOf = ({ sets }: Pool, kind: string, values: Iterable<string>): SlotSet[] =>
  [...new Set(values)].flatMap((value) => sets.get(kind)?.get(value) ?? [])

export function without(condition: ConditionId, failing: readonly SlotSet[]): Filter | undefined {
  if (failing.length === 0) return undefined
  const part = partOf(failing)
  return {
    condition,
    apply: (words, from) => {
      const found = part(words.length, from)
      for (let at = 0; at < words.length; at += 1) words[at]! &= ~found[at]!
    },
  }
}

/** The union of sets, over as many words as are asked for. The answer is overwritten by the next question. */
function partOf(sets: readonly SlotSet[]): (length: number, from: number) => Uint32Array {
  let found = new Uint32Array(0)
  return (length, from) => {
    if (found.length === length) found.fill(0)
    else found = new Uint32Array(length)
    for (const set of sets) paintPart(set, found, from)
    return found
  }
}

function among(pool: Pool, condition: ConditionId, kind: 'occupation' | 'type', isMeant: (value: string) => boolean) {
  const meant = [...(pool.sets.get(kind)?.keys() ?? [])].filter(isMeant)
  return within(condition, [...setsOf(pool, 'open', [kind]), ...setsOf(pool, kind, meant)])
}

export function within(condition: ConditionId, passing: readonly SlotSet[]): Filter {
  const part = partOf(passing)
  return {
    condition,
    apply: (words, from) => {
      const found = part(words.length, from)
      for (let at = 0; at < words.length; at += 1) words[at]! &= found[at]!
    },
  }
}

function placeFilter(pool: Pool, { prefectures, remoteAllowed }: Opening): Filter | undefined {
  if (prefectures.length === 0 && !remoteAllowed) return undefined
  const near = partOf(
    ['place', 'commute'].flatMap((kind) => setsOf(pool, kind, prefectures)).concat(setsOf(pool, 'open', ['place'])),
  )
  const [known, only, welcome] = (['KNOWN', 'ONLY', 'WELCOME'] as const).map((wish) =>
    partOf(setsOf(pool, 'remote', [wish])),
  )
  return {
    condition: 'PLACE',
    apply: (words, from) => {
      const found = near(words.length, from)
      const onlyRemote = only!(words.length, from)
      if (remoteAllowed) {
        const [wishes, welcomed] = [known!(words.length, from), welcome!(words.length, from)]
        for (let at = 0; at < words.length; at += 1)
          words[at]! &= found[at]! | ~wishes[at]! | onlyRemote[at]! | welcomed[at]!
      } else for (let at = 0; at < words.length; at += 1) words[at]! &= found[at]! & ~onlyRemote[at]!
    },
  }
}

export const LEVELS: readonly LanguageLevel[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE']

function languageFilter(pool: Pool, { languages }: Opening): Filter | undefined {
  const below = languages.flatMap(({ language, level }) =>
    level === undefined ? [] : LEVELS.slice(0, LEVELS.indexOf(level)).map((lower) => `${language} ${lower}`),
  )
  return without('LANGUAGE', setsOf(pool, 'language', below))
}

/** Clears the bits of those whom `fails` names, one by one. */
export const each = (condition: ConditionId, fails: (slot: number) => boolean): Filter => ({
  condition,
  apply: (words, from) => {
    for (let at = 0; at < words.length; at += 1) {
      let left = words[at]!
      while (left !== 0) {
        const bit = 31 - Math.clz32(left & -left)
        left &= left - 1
        if (fails(((from + at) << 5) | bit)) words[at]! &= ~(1 << bit)
      }
    }
  },
})

/** Clears the bits of those whose number in a column lies above the limit; all of a word at once, without a branch for each. */
function above(condition: ConditionId, column: Int32Array, limit: number): Filter {
  return {
    condition,
    apply: (words, from) => {
      for (let at = 0; at < words.length; at += 1) {
        if (words[at] === 0) continue
        const first = (from + at) << 5
        const until = Math.min(32, column.length - first)
        let failing = 0
        for (let bit = 0; bit < until; bit += 1) failing |= (column[first + bit]! > limit ? 1 : 0) << bit
        words[at]! &= ~failing
      }
    },
  }
}

function salaryFilter({ salary }: Pool, { salaryOffered }: Opening): Filter | undefined {
  if (salaryOffered === undefined) return undefined
  return above('SALARY', salary, salaryOffered.maximum)
}

function startFilter({ start }: Pool, { startBy }: Opening): Filter | undefined {
  if (startBy === undefined) return undefined
  return above('START', start, dateNumber(startBy))
}

function ageFilter({ ids }: Pool, { ageException }: Opening, ageOf: AgeOf | undefined): Filter | undefined {
  if (ageException === undefined) return undefined
  const refusal = ageExceptionRefusal(ageException)
  if (refusal) throw new RangeError(`an age exception that the law does not allow: ${refusal}`)
  const { minimumAge = 0, maximumAge = Number.POSITIVE_INFINITY } = ageException
  return each('AGE', (slot) => {
    const age = ageOf?.(ids[slot]!)
    return age !== undefined && (age < minimumAge || age > maximumAge)
  })
}
