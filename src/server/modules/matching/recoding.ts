import { regionOf, type Recoding } from '../../../engines/anonymity/index.ts'
import { canonicalSkill, skillCategory } from '../../../engines/matching/index.ts'
import type { AnonymousFacts, Column, Published } from './release.ts'
import { occupationFamily } from './terms.ts'

/** What can be said of a group in each column; null where nothing is. `不明`: everyone in it left it open. */
type Shape = {
  occupation: string | null
  places: { same: string | null; regions: readonly string[] }
  remote: string | null
  salary: readonly [from: number, until: number] | typeof unknown | null
  start: string | null
  terms: readonly string[] | null
  skills: { skills: readonly string[]; categories: readonly string[] }
}

type Coding<Value> = {
  of: (facts: AnonymousFacts) => Value
  join: (one: Value, other: Value) => Value
  /** From 0, nothing lost, to 1, nothing told. */
  loss: (value: Value) => number
  say: (value: Value) => string | null
}

export const unknown = '不明'

/** What each column is worth to whoever looks for people. */
const worth: Record<Column, number> = { occupation: 5, skills: 5, places: 3, salary: 2, remote: 1, start: 1, terms: 1 }

const codings: { [C in Column]: Coding<Shape[C]> } = {
  occupation: {
    of: ({ occupation }) => occupation ?? unknown,
    join: (one, other) => {
      if (one === other || one === null || other === null) return one === other ? one : null
      if (one === unknown || other === unknown) return null
      return familyOf(one) === familyOf(other) ? familyOf(one) : null
    },
    loss: (value) => (value === null ? 1 : value.startsWith('family:') ? 0.5 : 0),
    say: (value) => value,
  },
  // Two regions at most: a person is left out of a search only where neither could fit.
  places: {
    of: ({ places }) => ({
      same: places.length === 47 ? '全国' : joined(places),
      regions: places.length === 47 ? [] : distinct(places.map(regionOf)),
    }),
    join: (one, other) => {
      if (one.same !== null && one.same === other.same) return one
      const isOpen = one.regions.length === 0 || other.regions.length === 0
      const regions = distinct([...one.regions, ...other.regions])
      return { same: null, regions: isOpen || regions.length > 2 ? [] : regions }
    },
    loss: ({ same, regions }) => (same !== null ? 0 : regions.length === 0 ? 1 : regions.length * 0.35),
    say: ({ same, regions }) => same ?? (regions.length === 0 ? null : regions.join(',')),
  },
  remote: sameOrNothing(({ remote }) => remote ?? unknown),
  // Steps of half a million yen; a range of more than four million says nothing any more.
  salary: {
    of: ({ salaryMin }) => {
      if (salaryMin === null) return unknown
      const from = Math.floor(salaryMin / 500_000) * 500_000
      return [from, from + 500_000]
    },
    join: (one, other) => {
      if (one === unknown && other === unknown) return unknown
      if (!Array.isArray(one) || !Array.isArray(other)) return null
      const [from, until] = [Math.min(one[0], other[0]), Math.max(one[1], other[1])]
      return until - from > 4_000_000 ? null : [from, until]
    },
    loss: (value) => (value === null ? 1 : value === unknown ? 0 : (value[1] - value[0]) / 8_000_000),
    say: (value) => (Array.isArray(value) ? `${value[0] / 10_000}-${value[1] / 10_000}万円` : (value as string | null)),
  },
  start: {
    of: ({ startFrom }) => (startFrom === null ? unknown : quarter(startFrom)),
    join: (one, other) => {
      if (one === other) return one
      if (one === null || other === null || one === unknown || other === unknown) return null
      return one.slice(0, 4) === other.slice(0, 4) ? one.slice(0, 4) : null
    },
    loss: (value) => (value === null ? 1 : value.length === 4 ? 0.5 : 0),
    say: (value) => value,
  },
  terms: {
    of: ({ terms }) => distinct(terms),
    join: (one, other) => {
      if (one === null || other === null || (one.length === 0) !== (other.length === 0)) return null
      const all = distinct([...one, ...other])
      return all.length > 3 ? null : all
    },
    loss: (value) => (value === null ? 1 : Math.max(0, value.length - 1) * 0.3),
    say: (value) => (value === null ? null : joined(value)),
  },
  // What everyone in the group can do; each may well be able to do more.
  skills: {
    of: ({ skills }) => ({
      skills: distinct(skills.map(canonicalSkill)),
      categories: distinct(skills.flatMap((skill) => skillCategory(skill) ?? [])),
    }),
    join: (one, other) => ({
      skills: one.skills.filter((skill) => other.skills.includes(skill)),
      categories: one.categories.filter((category) => other.categories.includes(category)),
    }),
    loss: ({ skills, categories }) => [categories.length > 0 ? 0.85 : 1, 0.6, 0.35, 0.15][skills.length] ?? 0,
    say: ({ skills, categories }) =>
      skills.length > 0 ? skills.join(',') : categories.map((one) => `category:${one}`).join(',') || null,
  },
}

const columns = Object.keys(codings) as Column[]

const build = (value: <C extends Column>(column: C) => Shape[C]): Shape =>
  Object.fromEntries(columns.map((column) => [column, value(column)])) as Shape

const lossOf = <C extends Column>(column: C, shape: Shape): number =>
  worth[column] * codings[column].loss(shape[column])

/** How the people of the network are described together: every word of it is true of everyone in the group. */
export const recoding: Recoding<AnonymousFacts, Shape> = {
  of: (facts) => build((column) => codings[column].of(facts)),
  join: (one, other) => build((column) => codings[column].join(one[column], other[column])),
  loss: (shape) => columns.reduce((sum, column) => sum + lossOf(column, shape), 0),
}

const saidOf = <C extends Column>(column: C, shape: Shape): string | null => codings[column].say(shape[column])

/** What a group publishes: the columns of which something can be said; null where none says anything. */
export function publishedOf(shape: Shape): Published | null {
  const said = columns.flatMap((column) => {
    const value = saidOf(column, shape)
    return value === null ? [] : [[column, value] as const]
  })
  return said.some(([, value]) => value !== unknown) ? Object.fromEntries(said) : null
}

function sameOrNothing(of: (facts: AnonymousFacts) => string): Coding<string | null> {
  return {
    of,
    join: (one, other) => (one === other ? one : null),
    loss: (value) => (value === null ? 1 : 0),
    say: (value) => value,
  }
}

const familyOf = (occupation: string) => (occupation.startsWith('family:') ? occupation : occupationFamily(occupation))
const distinct = (values: readonly string[]) => [...new Set(values)].toSorted()
const joined = (values: readonly string[]) => distinct(values).join(',') || unknown
const quarter = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
