import { bestOfKind, bitsOfEqual, type ColumnBound } from './column-bounds.ts'
import type { Panel } from './panel.ts'
import type { Steps } from './pruning-steps.ts'
import { keepEnough, type Settler } from './settling.ts'
import type { Candidates } from './sketch-steps.ts'

/**
 * Many small groups of records, one behind the other: the first record of a group is compared with the others of it. `owns`
 * has for each the place of its first, `count` is how many there are in all.
 */
export type Groups = { records: Int32Array; owns: Int32Array; count: number }

type Bounds = Pick<Steps, 'columns' | 'names'> & { panel: Panel; begun: number; enough: number; settle: Settler }

/**
 * Rules out records of small groups: in the place of these, it leaves the pairs that may weigh enough, a record in `records` and
 * the first of its group in `owns`, and answers how many they are. What the steps set up for each record is more than
 * what they take of a few candidates; so each column is gone through once for all groups, laid side by side.
 */
export function groupPruner({ columns, names, panel, begun, enough, settle }: Bounds): (groups: Groups) => number {
  let sums = new Int32Array(0)
  const candidates: Candidates = { places: new Int32Array(0), sums: new Int32Array(0), count: 0 }
  const take = (places: { from: number; end: number }, least: number): void => {
    candidates.count = 0
    for (let place = places.from; place < places.end; place++) {
      if (sums[place]! < least) continue
      candidates.places[candidates.count] = place
      candidates.sums[candidates.count++] = sums[place]!
    }
  }
  return (groups) => {
    const { records, owns, count } = groups
    if (count > sums.length) {
      sums = new Int32Array(count)
      candidates.places = new Int32Array(count)
      candidates.sums = new Int32Array(count)
    }
    panel.lay(records, count)
    sums.fill(begun, 0, count)
    for (const column of columns) addColumn(column, panel, groups, sums)
    let kept = 0
    for (let own = 0, end = 0; own < count; own = end) {
      end = own + 1
      while (end < count && owns[end] === own) end++
      take({ from: own + 1, end }, enough - (names?.begin(panel, own) ?? 0))
      if (candidates.count === 0) continue
      names?.add(panel, own, candidates)
      keepEnough(candidates, enough)
      const left = settle(own, candidates)
      // There are fewer pairs than records that were gone through: none that is still to come is written over.
      const record = records[own]!
      for (let nth = 0; nth < left; nth++) {
        owns[kept] = record
        records[kept++] = records[candidates.places[nth]!]!
      }
    }
    return kept
  }
}

/** Adds to each record what its value weighs at best beside that of the first of its group. */
function addColumn(column: ColumnBound, panel: Panel, { owns, count }: Groups, sums: Int32Array): void {
  const { kind, at, bits } = column
  const { values, room } = panel
  const codes = at * room
  for (let place = 0; place < count; place++) {
    const own = owns[place]!
    const [held, other] = [values[codes + own]!, values[codes + place]!]
    if (held < 0 || other < 0) continue
    sums[place]! +=
      held === other ? bitsOfEqual(column, held) : bits[bestOfKind(kind, panel, codes + own, codes + place)]!
  }
}
