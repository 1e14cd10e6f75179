import type { Stated } from '../../people/index.ts'
import type { Unit } from './units.ts'

/** Units as rows of one dataset: what each row states, and which are a unit's; `mainOf` is that of all it states. */
export type Rows = {
  all: readonly Stated[]
  rowsOf: (unit: Unit) => readonly number[]
  mainOf: (unit: Unit) => number
}

/** The rows of units, one after the other. */
export function rowsOfUnits(units: Iterable<Unit>): Rows {
  const first = new Map<string, number>()
  const all: Stated[] = []
  for (const unit of units) {
    first.set(unit.id, all.length)
    all.push(...unit.rows)
  }
  return {
    all,
    rowsOf: (unit) => unit.rows.map((_, nth) => first.get(unit.id)! + nth),
    mainOf: (unit) => first.get(unit.id)! + unit.rows.length - 1,
  }
}
