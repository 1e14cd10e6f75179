import {
  dateHierarchy,
  generalise,
  regionOf,
  salaryHierarchy,
  SUPPRESSED,
  type AnonymityRules,
  type Cell,
  type Hierarchy,
  type SourceRow,
} from '../../../engines/anonymity/index.ts'
import { canonicalSkill, skillCategory } from '../../../engines/matching/index.ts'
import { occupationFamily } from './terms.ts'

/** What the member's side tells the index: wishes and skills, in codes, and nothing that says who it is. */
export type AnonymousFacts = {
  occupation: string | null
  /** Codes of prefectures. */
  places: string[]
  remote: string | null
  salaryMin: number | null
  startFrom: string | null
  terms: string[]
  skills: string[]
}

export const publishedColumns = ['occupation', 'places', 'remote', 'salary', 'start', 'terms', 'skills'] as const
export type Column = (typeof publishedColumns)[number]

/** One row as companies may see it. A suppressed value is left out; `不明` is a fact that the member left open. */
export type Published = Partial<Record<Column, string>>

/** People in every class across the network (product.md; the rule of public releases, El Emam). */
export const networkK = 11

const listed = (value: Cell): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : [])
const unknown = '不明'
const joined = (values: readonly string[]) => [...new Set(values)].toSorted().join(',') || unknown

const placesHierarchy: Hierarchy = {
  levels: [
    { name: 'prefectures', of: (value) => (listed(value).length === 47 ? '全国' : joined(listed(value))) },
    { name: 'regions', of: (value) => (listed(value).length === 47 ? '全国' : joined(listed(value).map(regionOf))) },
  ],
}

/** The skills as they are called everywhere, then their categories, then the first category. */
const skillsHierarchy: Hierarchy = {
  levels: [
    { name: 'skills', of: (value) => joined(listed(value).map(canonicalSkill)) },
    { name: 'categories', of: (value) => categories(value) },
    { name: 'category', of: (value) => categories(value).split(',')[0] ?? unknown },
  ],
}
const categories = (value: Cell) => {
  const found = listed(value).flatMap((skill) => skillCategory(skill) ?? [])
  return listed(value).length > 0 && found.length === 0
    ? 'category:other'
    : joined(found.map((one) => `category:${one}`))
}

const occupationHierarchy: Hierarchy = {
  levels: [
    { name: 'occupation', of: (value) => (value === null ? unknown : String(value)) },
    { name: 'family', of: (value) => (value === null ? unknown : occupationFamily(String(value))) },
  ],
}
const asIs: Hierarchy = { levels: [{ name: 'as-is', of: (value) => (value === null ? unknown : String(value)) }] }
const asList: Hierarchy = { levels: [{ name: 'as-is', of: (value) => joined(listed(value)) }] }

const hierarchies: Record<Column, Hierarchy> = {
  occupation: occupationHierarchy,
  places: placesHierarchy,
  remote: asIs,
  salary: salaryHierarchy,
  start: dateHierarchy,
  terms: asList,
  skills: skillsHierarchy,
}

/** What each column is worth to whoever looks for people; a coarse value of it is worth half. */
const worth: Record<Column, number> = { occupation: 5, skills: 5, places: 3, salary: 2, remote: 1, start: 1, terms: 1 }

/**
 * The columns of a release, from all to few. The more columns are told, the coarser each has to be; a small network
 * tells more by telling fewer.
 */
const offers: readonly (readonly Column[])[] = [
  publishedColumns,
  ['occupation', 'skills', 'places', 'salary'],
  ['occupation', 'skills', 'places'],
  ['occupation', 'places', 'salary'],
  ['occupation', 'places'],
  ['occupation', 'skills'],
  ['occupation'],
  ['places'],
]

function rulesFor(offered: readonly Column[]): AnonymityRules {
  const quasiIdentifiers = Object.fromEntries(offered.map((column) => [column, hierarchies[column]]))
  return { quasiIdentifiers, sensitive: [], k: networkK, l: 1 }
}

/**
 * What of each person may be shown, so that every combination stands for k people of the network; null where the gate
 * withholds the row, or where nothing of it is left to show. Of several choices of columns it takes the one that tells
 * most; only that one is ever published.
 */
export function release(people: readonly AnonymousFacts[]): (Published | null)[] {
  const source = people.map(({ salaryMin, startFrom, ...facts }) => ({ ...facts, salary: salaryMin, start: startFrom }))
  const releases = offers.map((offered) => releaseOf(source, rulesFor(offered)))
  const told = releases.map((shown) => shown.reduce((sum, row) => sum + worthOf(row), 0))
  return releases[told.indexOf(Math.max(...told))] ?? []
}

function releaseOf(source: readonly SourceRow[], rules: AnonymityRules): (Published | null)[] {
  const shown: (Published | null)[] = source.map(() => null)
  for (const { sourceIndex, values } of generalise(source, rules).rows) {
    const left = Object.entries(values).filter(([, value]) => value !== SUPPRESSED)
    shown[sourceIndex] = left.some(([, value]) => value !== unknown) ? Object.fromEntries(left) : null
  }
  return shown
}

function worthOf(row: Published | null): number {
  const told = Object.entries(row ?? {}).filter(([, value]) => value !== unknown)
  return told.reduce(
    (sum, [column, value]) => sum + worth[column as Column] / (/^(family|category):/.test(value) ? 2 : 1),
    0,
  )
}

/**
 * Which rows of a release still stand among k: people who left since may have made a class too small. Classes are
 * counted over the whole network, never over what one company is shown.
 */
export function stillAnonymous<Row extends { published: Published | null }>(network: readonly Row[]): Row[] {
  const rows = network.filter((row): row is Row & { published: Published } => row.published !== null)
  const keyOf = ({ published }: { published: Published }) =>
    JSON.stringify(publishedColumns.map((column) => published[column]))
  const classes = Map.groupBy(rows, keyOf)
  return [...classes.values()].filter((members) => members.length >= networkK).flat()
}
