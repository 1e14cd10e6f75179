import type { ComparisonModel } from './model.ts'

/**
 * How often comparisons agree, and differ, together: over pairs that each count by a share. `both` at
 * [child * width + parent] sums pairs where both agree fully, `parents` those where the parent does and the child is
 * known; `neither` and `without` the same for full differences.
 */
export type Together = {
  both: Float64Array
  parents: Float64Array
  neither: Float64Array
  without: Float64Array
}

export const noneTogether = (width: number): Together => ({
  both: new Float64Array(width * width),
  parents: new Float64Array(width * width),
  neither: new Float64Array(width * width),
  without: new Float64Array(width * width),
})

/** Counts one pair. */
export function addTogether(sums: Together, levels: ArrayLike<number>, last: ArrayLike<number>, share: number): void {
  const width = last.length
  for (let on = 0; on < width; on++) {
    const agrees = levels[on] === 1
    if (!agrees && levels[on] !== last[on]) continue
    const [all, same] = agrees ? [sums.parents, sums.both] : [sums.without, sums.neither]
    for (let at = 0; at < width; at++) {
      if (at === on || levels[at] === 0) continue
      all[at * width + on]! += share
      if (levels[at] === (agrees ? 1 : last[at])) same[at * width + on]! += share
    }
  }
}

/** As many agreements, weighed, as tell how often another comparison follows. */
const fewest = 30

/** Where nearly all who agree are one person, the few others are mostly that person again, not recognised. */
const accidental = 0.15

/** A comparison follows another that makes its agreement so many times likelier, between different people. */
const worthTelling = 2.5

/** Which comparisons are never taken to follow: what the given name tells is told by `compare-names.ts`. */
const free = (id: string): boolean => id === 'given'

/**
 * What each comparison owes to another: people of one street share its postcode, and who moved has another of both. The
 * rarer agreement is the one that the other follows. Between different people it is counted on pairs taken at random, and
 * where those agree too seldom, on candidates. Together with it, evidence is counted once (a tree of dependences in the
 * manner of Chow and Liu, 1968, of one step).
 */
export function followsOf(
  comparisons: readonly ComparisonModel[],
  { random, others, matching }: { random: Together; others: Together; matching: Together },
): ComparisonModel[] {
  const width = comparisons.length
  return comparisons.map((comparison, at) => {
    if (free(comparison.id)) return comparison
    const [first, last] = [comparison.levels[0]!, comparison.levels.at(-1)!]
    const follows = comparisons.flatMap((parent, on) => {
      const rarer = parent.levels[0]!.u < first.u || (parent.levels[0]!.u === first.u && on < at)
      if (on === at || !rarer) return []
      const cell = at * width + on
      const counted = random.parents[cell]! >= fewest * 4 ? random : others
      const isCounted = counted.parents[cell]! >= Math.max(fewest, matching.parents[cell]! * accidental)
      const share = (same: Float64Array, all: Float64Array, usual: number) =>
        bounded((same[cell]! + 5 * usual) / (all[cell]! + 5))
      const both = {
        m: share(matching.both, matching.parents, first.m),
        u: share(counted.both, counted.parents, first.u),
      }
      if (!isCounted || both.u < first.u * worthTelling) return []
      const neither = { m: share(matching.neither, matching.without, last.m), u: last.u }
      return [{ on: parent.id, both, neither }]
    })
    return follows.length > 0 ? { ...comparison, follows } : withoutFollows(comparison)
  })
}

const withoutFollows = ({ id, kind, levels }: ComparisonModel): ComparisonModel => ({ id, kind, levels })

const bounded = (share: number): number => Math.min(0.999_999, Math.max(1e-7, share))
