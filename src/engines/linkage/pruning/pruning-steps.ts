import type { ValueComparer } from '../comparing/compare-values.ts'
import type { Dataset } from '../reading/dataset.ts'
import { bestOfKind, bitsOfEqual, columnBound, type ColumnBound } from './column-bounds.ts'
import { codeOf } from './held.ts'
import { tablesOf, type LevelTable } from './level-tables.ts'
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
  /** What the texts themselves weigh less than their sketches leave open, of two places, at most 0; null where none are compared. */
  settle: ((own: number, place: number) => number) | null
}

const costs = { category: 3, number: 4, middle: 4, date: 6, phone: 5, code: 9, words: 16, mail: 20 } as const
const costOfNames = 20

/** Where the rows of the candidates are laid, and how near the names in them are. */
export type Laid = { panel: Panel; near: NearnessTable | null; comparers: readonly ValueComparer[] }

/** What the steps go by: one or two for each column, and the last for the names. `columns` bounds pairs by themselves. */
export type Steps = {
  steps: readonly Step[]
  columns: readonly ColumnBound[]
  names: NameBound | null
  tables: readonly LevelTable[]
}

export function stepsOf(dataset: Dataset, model: LinkageModel, { panel, near, comparers }: Laid): Steps {
  const { columns, names, size } = dataset
  const tables = tablesOf(dataset, model)
  const { places } = layoutOf(dataset)
  const bounds = columns.map((column, at) =>
    columnBound(column, { at: places[at]!, size, table: tables[at + (names ? 2 : 0)]! }),
  )
  const ofColumns = bounds.flatMap((bound, at) => columnSteps(bound, panel, comparers[at]!))
  const bound = names && near ? mostOfNames({ names, size, near, family: tables[0]!, given: tables[1]! }) : null
  return { steps: bound ? [...ofColumns, namesStep(bound, panel)] : ofColumns, columns: bounds, names: bound, tables }
}

function columnSteps(column: ColumnBound, panel: Panel, compare: ValueComparer): Step[] {
  const { kind, at } = column
  const add = addersOfKind[kind]
  const bits = column.bits.slice()
  const [best, worst] = [Math.max(bits[2]!, 0), bits.reduce((least, one) => Math.min(least, one), 0)]
  const beside = { own: 0, at, bits }
  const taker = takerOf(column, panel, compare)
  const step: Step = {
    cost: taker ? costs.category : costs[kind],
    most: 0,
    least: 0,
    begin: (own) => {
      beside.own = own
      const code = panel.values[at * panel.room + own]!
      const equal = code < 0 ? 0 : bitsOfEqual(column, code)
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
function takerOf({ kind, at, bits: best }: ColumnBound, panel: Panel, compare: ValueComparer): Step | null {
  const add = takersOfKind[kind]
  if (!add) return null
  const bits = best.map((one, level) => (level < 2 ? 0 : one - best[2]!))
  const worst = best.at(-1)!
  const beside = { own: 0, at, bits }
  const step: Step = {
    cost: costs[kind],
    most: 0,
    least: 0,
    begin: (own) => {
      beside.own = own
      step.least = panel.values[at * panel.room + own]! < 0 ? 0 : bits.at(-1)!
    },
    add: (candidates) => add(panel, beside, candidates),
    settle: (own, place) => {
      const { values, room } = panel
      const [held, other] = [values[at * room + own]!, values[at * room + place]!]
      if (held < 0 || other < 0 || held === other) return 0
      const told = best[bestOfKind(kind, panel, at * room + own, at * room + place)]!
      return told === worst ? 0 : best[compare(codeOf(held), codeOf(other))]! - told
    },
  }
  return step
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
