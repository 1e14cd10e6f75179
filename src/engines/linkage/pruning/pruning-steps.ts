import { chanceOf, type Column, type ColumnKind } from '../reading/columns.ts'
import type { ValueComparer } from '../comparing/compare-values.ts'
import type { Dataset } from '../reading/dataset.ts'
import { codeOf, fewestOfClass, holderClass } from './held.ts'
import { bitsAt, tablesOf, wholeBits, type LevelTable } from './level-tables.ts'
import type { LinkageModel } from '../training/model.ts'
import { mostOfNames, type NameBound } from './name-bounds.ts'
import type { NearnessTable } from './name-sketches.ts'
import type { Panel } from './panel.ts'
import { layoutOf } from './rows.ts'
import { addersOfKind, takersOfKind, type Candidates } from './sketch-steps.ts'

/**
 * One thing that candidates are compared by. `begin` takes the record at hand, in place `own` of the panel; then `most` and
 * `least` are what it may weigh here beside any other, in whole bits, both 0 where it has nothing to compare. `add` adds to
 * each candidate what it weighs at best. `cost` is about how many nanoseconds that takes.
 */
export type Step = {
  cost: number
  most: number
  least: number
  begin: (own: number) => void
  add: (candidates: Candidates) => void
  /** What the texts themselves weigh less than their sketches leave open, for one candidate, at most 0; null where none are compared. */
  settle: ((place: number) => number) | null
}

const costs = { category: 3, number: 4, middle: 4, date: 6, phone: 5, code: 9, words: 16, mail: 20 } as const
const costOfNames = 20

/** Where the rows of the candidates are laid, and how near the names in them are. */
export type Laid = { panel: Panel; near: NearnessTable | null; comparers: readonly ValueComparer[] }

/** What the steps go by: one or two for each column, and the last for the names. */
export type Steps = { steps: readonly Step[]; names: NameBound | null; tables: readonly LevelTable[] }

export function stepsOf(dataset: Dataset, model: LinkageModel, { panel, near, comparers }: Laid): Steps {
  const { columns, names, size } = dataset
  const tables = tablesOf(dataset, model)
  const { places } = layoutOf(dataset)
  const ofColumns = columns.flatMap((column, at) =>
    columnSteps(column, {
      panel,
      at: places[at]!,
      size,
      table: tables[at + (names ? 2 : 0)]!,
      compare: comparers[at]!,
    }),
  )
  const bound = names && near ? mostOfNames({ names, size, near, family: tables[0]!, given: tables[1]! }) : null
  return { steps: bound ? [...ofColumns, namesStep(bound, panel)] : ofColumns, names: bound, tables }
}

type Placed = { panel: Panel; at: number; size: number; table: LevelTable; compare: ValueComparer }

function columnSteps(column: Column, placed: Placed): Step[] {
  const { panel, at, size, table } = placed
  const { kind } = column
  const equalTo = equalBits(column, size, table)
  const add = addersOfKind[kind]
  const bits = Int32Array.from(table.best, wholeBits)
  const [best, worst] = [Math.max(bits[2]!, 0), bits.reduce((least, one) => Math.min(least, one), 0)]
  const beside = { own: 0, at, bits }
  const taker = takerOf(kind, bits, placed)
  const step: Step = {
    cost: taker ? costs.category : costs[kind],
    most: 0,
    least: 0,
    begin: (own) => {
      beside.own = own
      const code = panel.values[at * panel.room + own]!
      const equal = code < 0 ? 0 : equalTo(code)
      bits[1] = equal
      step.most = code < 0 ? 0 : equal > best ? equal : best
      step.least = code < 0 ? 0 : equal < worst ? equal : worst
    },
    add: (candidates) => add(panel, beside, candidates),
    settle: null,
  }
  return taker ? [step, taker] : [step]
}

/** The step that takes what two texts that differ do not weigh, of what is left where they are not equal. */
function takerOf(kind: ColumnKind, best: Int32Array, { panel, at, compare }: Placed): Step | null {
  const add = takersOfKind[kind]
  if (!add) return null
  const bits = best.map((one, level) => (level < 2 ? 0 : one - best[2]!))
  const worst = bits.at(-1)!
  const beside = { own: 0, at, bits }
  const alone = { places: new Int32Array(1), sums: new Int32Array(1), count: 1 }
  const step: Step = {
    cost: costs[kind],
    most: 0,
    least: 0,
    begin: (own) => {
      beside.own = own
      step.least = panel.values[at * panel.room + own]! < 0 ? 0 : worst
    },
    add: (candidates) => add(panel, beside, candidates),
    settle: (place) => {
      const { values, room } = panel
      const [held, other] = [values[at * room + beside.own]!, values[at * room + place]!]
      if (held < 0 || other < 0 || held === other) return 0
      alone.places[0] = place
      alone.sums[0] = 0
      add(panel, beside, alone)
      const told = alone.sums[0]
      return told === worst ? 0 : bits[compare(codeOf(held), codeOf(other))]! - told
    },
  }
  return step
}

/** What equal values weigh: by how many hold them, since what more people hold weighs less; of dates, each by itself. */
function equalBits(column: Column, size: number, table: LevelTable): (held: number) => number {
  if (column.strangers) {
    const chance = chanceOf(column, size)
    const ofCodes = Int32Array.from(column.holders, (_, code) => wholeBits(bitsAt(table, 1, chance(code))))
    return (held) => ofCodes[codeOf(held)]!
  }
  const holders = Int32Array.from(fewestOfClass)
  const chance = chanceOf({ ...column, holders }, size)
  const ofClasses = holders.map((_, at) => wholeBits(bitsAt(table, 1, chance(at))))
  return (held) => ofClasses[holderClass(held)]!
}

function namesStep(names: NameBound, panel: Panel): Step {
  let record = 0
  const step: Step = {
    cost: costOfNames,
    most: 0,
    least: 0,
    begin: (own) => {
      record = own
      step.most = names.begin(panel, own)
      step.least = names.least
    },
    add: (candidates) => names.add(panel, record, candidates),
    settle: null,
  }
  return step
}
