import type { Match, Matches, Words } from '../../../contract/matching.ts'
import type { Exclusion, Match as Found, NearMiss } from '../../../engines/matching/index.ts'
import { sha256 } from '../../kernel/crypto.ts'
import { conditionWords, explained, reasonWords, unexplained } from './words.ts'

/** What one list says beside its rows, the same for both pools. */
export type Shown = Pick<
  Matches,
  'considered' | 'excluded' | 'nearMisses' | 'facets' | 'people' | 'known' | 'total' | 'items'
>

export type Paged = { page: number; limit: number }

type Facet = Matches['facets'][number]

type FacetOf<Row> = {
  valueOf: (row: Row) => string | undefined
  /** How many people a row stands for. */
  countOf: (row: Row) => number
  words: (value: string) => Words
}

/** How many people stand under each value, most first, and of how many it is not known. */
export function facet<Row>(
  name: Facet['facet'],
  rows: readonly Row[],
  { valueOf, countOf, words }: FacetOf<Row>,
): Facet {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = valueOf(row)
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + countOf(row))
  }
  const of = rows.reduce((sum, row) => sum + countOf(row), 0)
  const all = [...counts].map(([value, count]) => ({ value, count }))
  return facetWords(name, all, { of, words })
}

/** The same where it is counted already, of so many people who fit. */
export function facetWords(
  name: Facet['facet'],
  counts: readonly { value: string; count: number }[],
  { of, words }: { of: number; words: (value: string) => Words },
): Facet {
  const values = counts
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, 50)
    .map(({ value, count }) => ({ value, count, ...words(value) }))
  const known = counts.reduce((sum, { count }) => sum + count, 0)
  return { facet: name, values, unknown: of - known }
}

/** Why people were left out, by the condition; who fails several counts under each. `countOf` says for how many an id stands. */
export function exclusions(excluded: readonly Exclusion[], countOf: (id: string) => number): Matches['excluded'] {
  const counts = new Map<string, number>()
  for (const { candidateId, failed } of excluded)
    for (const { condition } of failed) counts.set(condition, (counts.get(condition) ?? 0) + countOf(candidateId))
  return exclusionWords([...counts].map(([condition, count]) => ({ condition, count })))
}

export const exclusionWords = (counts: readonly { condition: string; count: number }[]): Matches['excluded'] =>
  counts
    .toSorted((a, b) => b.count - a.count)
    .map(({ condition, count }) => ({ condition, count, ...conditionWords(condition) }))

/** "2 more if remote is allowed", for the first ten. Below `least` a gain is not told: it would be about few people. */
export const nearMissWords = (
  nearMisses: readonly Pick<NearMiss, 'gained' | 'relaxation'>[],
  least = 1,
): Matches['nearMisses'] =>
  nearMisses
    .filter(({ gained }) => gained >= least)
    .slice(0, 10)
    .map(({ gained, relaxation }) => {
      const { ja, en } = reasonWords(relaxation)
      return { gained, ja, en }
    })

type Rows = { found: readonly Found[]; paged: Paged; ranked: boolean }

/** One page of the found, with their rank in the whole list where there is one; equal scores share a rank. */
export function pageOf(
  { found, paged: { page, limit }, ranked }: Rows,
  who: (found: Found) => Pick<Match, 'person' | 'anonymous'>,
): Match[] {
  const from = (page - 1) * limit
  const rankOf = new Map<number, number>()
  for (const [at, { score }] of found.entries()) if (!rankOf.has(score)) rankOf.set(score, at + 1)
  return found.slice(from, from + limit).map((one) => ({
    ...rowOf(one, ranked ? (rankOf.get(one.score) ?? null) : null),
    ...who(one),
  }))
}

/** One row of a list; without a rank, or where nothing that earns points was asked, it has neither score nor parts. */
export function rowOf(found: Found, rank: number | null): Omit<Match, 'person' | 'anonymous'> {
  const isScored = rank !== null && found.parts.some(({ maximum }) => maximum > 0)
  return isScored ? { rank, ...explained(found) } : { rank: null, ...unexplained(found) }
}

/** The fingerprint of everything a list was made from, so that the log can tell whether two lists had the same inputs. */
export const inputsHash = (inputs: unknown): string => sha256(JSON.stringify(inputs))
