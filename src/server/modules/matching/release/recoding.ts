import { column, UNSTATED, type Column as GateColumn, type Gate } from '../../../../engines/anonymity/index.ts'
import { canonicalSkill, skillCategory } from '../../../../engines/matching/index.ts'
import type { AnonymousFacts, Column } from './release.ts'
import { occupationFamily, regionNameOf } from '../terms.ts'

/** People in every class across the network (docs/rules.md; the rule of public releases, El Emam). */
export const networkK = 11

/** A class that shows salaries shows two at least, or each of its people would be known by theirs. */
const networkL = 2

type Places = { same: string | null; regions: readonly string[] }
type Salary = readonly [from: number, until: number] | typeof UNSTATED | null
type Skills = { skills: readonly string[]; categories: readonly string[] }
type Facts = AnonymousFacts

/** What can be said of a group in each column: null where nothing is, `UNSTATED` where everyone in it left it open. */
const columns: { [C in Column]: GateColumn<Facts> } = {
  occupation: column<Facts, string | null>(
    { name: 'occupation', worth: 5 },
    {
      of: ({ occupation }) => occupation ?? UNSTATED,
      join: (one, other) => {
        if (one === other || one === null || other === null) return one === other ? one : null
        if (one === UNSTATED || other === UNSTATED) return null
        return familyOf(one) === familyOf(other) ? familyOf(one) : null
      },
      loss: (value) => (value === null ? 1 : value.startsWith('family:') ? 0.5 : 0),
      say: (value) => value,
    },
  ),
  // Two regions at most: a person is left out of a search only where neither could fit.
  places: column<Facts, Places>(
    { name: 'places', worth: 3 },
    {
      of: ({ places }) => ({
        same: places.length === 47 ? '全国' : joined(places),
        regions: places.length === 47 ? [] : distinct(places.map(regionNameOf)),
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
  ),
  remote: column<Facts, string | null>(
    { name: 'remote', worth: 1 },
    {
      of: ({ remote }) => remote ?? UNSTATED,
      join: (one, other) => (one === other ? one : null),
      loss: (value) => (value === null ? 1 : 0),
      say: (value) => value,
    },
  ),
  // Steps of half a million yen; a range of more than four million says nothing any more.
  salary: column<Facts, Salary>(
    { name: 'salary', worth: 2, isSensitive: true, isBanded: true },
    {
      of: ({ salaryMin }) => {
        if (salaryMin === null) return UNSTATED
        const from = Math.floor(salaryMin / 500_000) * 500_000
        return [from, from + 500_000]
      },
      join: (one, other) => {
        if (one === UNSTATED && other === UNSTATED) return UNSTATED
        if (!Array.isArray(one) || !Array.isArray(other)) return null
        const [from, until] = [Math.min(one[0], other[0]), Math.max(one[1], other[1])]
        return until - from > 4_000_000 ? null : [from, until]
      },
      loss: (value) => (value === null ? 1 : value === UNSTATED ? 0 : (value[1] - value[0]) / 8_000_000),
      say: (value) =>
        Array.isArray(value) ? `${value[0] / 10_000}-${value[1] / 10_000}万円` : (value as string | null),
    },
  ),
  start: column<Facts, string | null>(
    { name: 'start', worth: 1, isBanded: true },
    {
      of: ({ startFrom }) => (startFrom === null ? UNSTATED : quarter(startFrom)),
      join: (one, other) => {
        if (one === other) return one
        if (one === null || other === null || one === UNSTATED || other === UNSTATED) return null
        return one.slice(0, 4) === other.slice(0, 4) ? one.slice(0, 4) : null
      },
      loss: (value) => (value === null ? 1 : value.length === 4 ? 0.5 : 0),
      say: (value) => value,
    },
  ),
  terms: column<Facts, readonly string[] | null>(
    { name: 'terms', worth: 1 },
    {
      of: ({ terms }) => distinct(terms),
      join: (one, other) => {
        if (one === null || other === null || (one.length === 0) !== (other.length === 0)) return null
        const all = distinct([...one, ...other])
        return all.length > 3 ? null : all
      },
      loss: (value) => (value === null ? 1 : Math.max(0, value.length - 1) * 0.3),
      say: (value) => (value === null ? null : joined(value)),
    },
  ),
  // What everyone in the group can do; each may well be able to do more.
  skills: column<Facts, Skills>(
    { name: 'skills', worth: 5 },
    {
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
  ),
}

/** How the people of the network are described together: every word of it is true of everyone in the group. */
export const networkGate: Gate<Facts> = { columns: Object.values(columns), k: networkK, l: networkL }

const familyOf = (occupation: string) => (occupation.startsWith('family:') ? occupation : occupationFamily(occupation))
const distinct = (values: readonly string[]) => [...new Set(values)].toSorted()
const joined = (values: readonly string[]) => distinct(values).join(',') || UNSTATED
const quarter = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
