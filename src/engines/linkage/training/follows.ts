import { sourceId } from '../reading/columns.ts'
import { boundedShare } from './shares.ts'
import type { ComparisonModel, Follows } from './model.ts'

/**
 * How often the levels of every two comparisons are met together, over pairs that each count by a share: `counts` at
 * [(starts[child] + level) * width + starts[parent] + level].
 */
export type Together = { starts: Int32Array; width: number; counts: Float64Array }

/** Nothing counted yet; `last` is the number of levels of each comparison, and level 0, no value, is counted nowhere. */
export function noneTogether(last: readonly number[]): Together {
  const starts = new Int32Array(last.length)
  let width = 0
  for (const [at, levels] of last.entries()) {
    starts[at] = width
    width += levels + 1
  }
  return { starts, width, counts: new Float64Array(width * width) }
}

/** Counts one pair. */
export function addTogether({ starts, width, counts }: Together, levels: ArrayLike<number>, share: number): void {
  for (let at = 0; at < starts.length; at++) {
    if (levels[at] === 0) continue
    const row = (starts[at]! + levels[at]!) * width
    for (let on = 0; on < starts.length; on++)
      if (on !== at && levels[on] !== 0) counts[row + starts[on]! + levels[on]!]! += share
  }
}

/** How often each level of `at` is met beside one level of `on`; first the sum, then level by level. */
function besides({ starts, width, counts }: Together, at: number, on: number, level: number, last: number): number[] {
  const column = starts[on]! + level
  const found = Array.from({ length: last }, (_, nth) => counts[(starts[at]! + nth + 1) * width + column]!)
  return [found.reduce((sum, count) => sum + count, 0), ...found]
}

/** As many agreements, weighed, as tell how often another comparison follows. */
const fewest = 30

/** Where nearly all who agree are one person, the few others are mostly that person again, not recognised. */
const accidental = 0.15

/** A comparison follows another that makes its agreement so many times likelier, between different people. */
const worthTelling = 1.6

/** What differs says that another thing differs anyway only where the two agree together so much more often. */
const worthExcusing = 2.5

/** Which comparisons are never taken to follow: what the given name tells is told by `compare-names.ts`. */
const free = (id: string): boolean => id === 'given' || id === sourceId

/** Who somebody is does not change with where they live: another name or birth is excused by nothing. */
const lasting = /^(?:family|birthDate|gender)$/

/** A share of few is drawn towards the usual one, as by so many more. */
const usualPairs = 5

type Counted = { random: Together; others: Together; matching: Together }

/**
 * What each comparison owes to another: people of one street share its postcode, and who moved has another of both. The
 * rarer agreement is the one that the other follows. Between different people it is counted on pairs taken at random, and
 * where those agree too seldom, on candidates; level by level, for who lives near shares what is near as well. Together
 * with it, evidence is counted once (a tree of dependences in the manner of Chow and Liu, 1968, of one step).
 */
export function followsOf(comparisons: readonly ComparisonModel[], counted: Counted): ComparisonModel[] {
  return comparisons.map((comparison, at) => {
    const { id, levels } = comparison
    if (free(id)) return comparison
    const first = levels[0]!
    const follows = comparisons.flatMap((parent, on): Follows[] => {
      const rarer = parent.levels[0]!.u < first.u || (parent.levels[0]!.u === first.u && on < at)
      if (on === at || !rarer) return []
      const beside = parent.levels.map((_, nth) => sharesBeside(levels, counted, { at, on, level: nth + 1 }))
      if (!beside[0] || beside[0][0]!.u < first.u * worthTelling) return []
      const excuses = !lasting.test(id) && beside[0][0]!.u >= first.u * worthExcusing
      return [
        {
          on: parent.id,
          beside: beside.map((shares, nth) => (excuses || nth < beside.length - 1 ? (shares ?? []) : [])),
        },
      ]
    })
    return follows.length > 0 ? { ...comparison, follows } : withoutFollows(comparison)
  })
}

const withoutFollows = ({ id, kind, levels, rarer }: ComparisonModel): ComparisonModel => ({
  id,
  kind,
  levels,
  ...(rarer && { rarer }),
})

/** The shares of each level beside one level of another comparison; null where too few were seen to tell. */
function sharesBeside(
  levels: ComparisonModel['levels'],
  { random, others, matching }: Counted,
  { at, on, level }: { at: number; on: number; level: number },
): Follows['beside'][number] | null {
  const same = besides(matching, at, on, level, levels.length)
  const byChance = besides(random, at, on, level, levels.length)
  const different = byChance[0]! >= fewest * 4 ? byChance : besides(others, at, on, level, levels.length)
  if (different[0]! < Math.max(fewest, same[0]! * accidental)) return null
  const share = (counts: readonly number[], nth: number, usual: number) =>
    boundedShare((counts[nth + 1]! + usualPairs * usual) / (counts[0]! + usualPairs))
  return levels.map(({ m, u }, nth) => ({ m: share(same, nth, m), u: share(different, nth, u) }))
}

/**
 * What the levels of a comparison weigh beside each level of the one it follows, in bits, at [level of that one *
 * (levels + 1) + level]; NaN where nothing is known. A worse level never weighs more than a better one of its ladder,
 * since a misspelling of what a household shares is no better evidence than what it misspells.
 */
export function bitsBeside({ levels }: Pick<ComparisonModel, 'levels'>, { beside }: Follows): Float64Array {
  const width = levels.length + 1
  const bits = new Float64Array(width * (beside.length + 1)).fill(Number.NaN)
  for (const [nth, shares] of beside.entries()) {
    let better = Infinity
    for (const [at, { m, u }] of shares.entries()) {
      const own = Math.log2(m / u)
      const told = levels[at]!.ladder ? Math.min(own, better) : own
      if (levels[at]!.ladder) better = Math.max(told, 0)
      bits[(nth + 1) * width + at + 1] = told
    }
  }
  return bits
}
