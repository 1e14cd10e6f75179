import type { Column } from './columns.ts'
import type { Dataset } from './dataset.ts'
import { bitsAt, tablesOf, wholeBits, type LevelTable } from './level-tables.ts'
import type { LinkageModel } from './model.ts'
import { mostOfNames, type NameBound } from './name-bounds.ts'
import { layoutOf, type Rows } from './rows.ts'
import { chanceOf } from './columns.ts'
import { priorOf } from './scorer.ts'
import { bestLevel, sketchKind, type SketchKind } from './sketches.ts'

/** As many levels as a table of a step has room for. */
const levelRoom = 8

/** Beside the kinds of sketches: the step of the names. */
const ofNames = 8

/**
 * What a pair of rows is compared by, step by step: a step for each column, and the last for the names. What the record at
 * hand has there and weighs is set by `beginWith`.
 */
export type Steps = Rows & {
  names: NameBound | null
  tables: readonly LevelTable[]
  /** What an equal value weighs by how many hold it, and how many hold each. */
  equalTo: readonly Int32Array[]
  holders: readonly Int32Array[]
  prior: number
  /** About what a step takes: digits are told apart in a few operations, long texts in many. */
  costs: readonly number[]
  kinds: Uint8Array
  places: Int32Array
  /** The value of the record at hand, what an equal one weighs, and the most that any does, in whole bits. */
  codes: Int32Array
  equal: Int32Array
  before: Int32Array
  /** What different values weigh at most, by the best level that their sketches leave. */
  different: Int32Array
}

const costs = { category: 2, number: 2, middle: 2, date: 3, phone: 3, code: 4, words: 7, mail: 6, name: 5 }

export function stepsOf(dataset: Dataset, model: LinkageModel, rows: Rows): Steps {
  const { columns, names, size } = dataset
  const tables = tablesOf(dataset, model)
  const ofColumns = tables.slice(names ? 2 : 0)
  const count = columns.length + (names ? 1 : 0)
  const different = new Int32Array(count * levelRoom)
  for (const [at, { best }] of ofColumns.entries()) different.set(best.map(wholeBits), at * levelRoom)
  return {
    ...rows,
    names:
      names && rows.near ? mostOfNames({ names, size, near: rows.near, family: tables[0]!, given: tables[1]! }) : null,
    tables,
    equalTo: columns.map((column, at) => equalByHolders(column, size, ofColumns[at]!)),
    holders: columns.map(({ holders, strangers }) => (strangers ? holders.map((_, code) => code) : holders)),
    prior: priorOf(model, size),
    costs: [...columns.map(({ kind }) => costs[kind]), ...(names ? [costs.name] : [])],
    kinds: Uint8Array.from([...columns.map(({ kind }) => sketchKind[kind]), ...(names ? [ofNames] : [])]),
    places: Int32Array.from(layoutOf(dataset).places),
    codes: new Int32Array(count),
    equal: new Int32Array(count),
    before: new Int32Array(count),
    different,
  }
}

const heldByMost = 1 << 16

/** A value that more people hold weighs less, and a date by itself; those that very many hold count as the last that there is room for. */
function equalByHolders(column: Column, size: number, table: LevelTable): Int32Array {
  if (column.strangers) {
    const chance = chanceOf(column, size)
    return Int32Array.from(column.holders, (_, code) => wholeBits(bitsAt(table, 1, chance(code))))
  }
  const most = column.holders.reduce((held, count) => Math.max(held, count), 0)
  const counts = Int32Array.from({ length: Math.min(most + 1, heldByMost) }, (_, count) => count)
  const chance = chanceOf({ ...column, holders: counts }, size)
  return counts.map((count) => wholeBits(bitsAt(table, 1, chance(count))))
}

/** Takes a record, and answers the most that it may weigh beside any other, in whole bits. */
export function beginWith(steps: Steps, record: number): number {
  const { names, values, width, places, codes, equal, before, different, equalTo, holders } = steps
  const own = record * width
  let sum = wholeBits(steps.prior)
  for (let at = 0; at < places.length; at++) {
    const code = values[own + places[at]!]!
    codes[at] = code
    equal[at] = code < 0 ? 0 : equalTo[at]![Math.min(holders[at]![code]!, equalTo[at]!.length - 1)]!
    before[at] = code < 0 ? 0 : Math.max(equal[at]!, different[at * levelRoom + 2]!, 0)
    sum += before[at]!
  }
  if (names) sum += before[places.length] = names.begin(values, own)
  return sum
}

/** By how much the row at `row` weighs less than the most that step `at` allows beside the record at hand, whose row is at `own`: at most 0. */
export function changeBy(steps: Steps, at: number, own: number, row: number): number {
  const { values, kinds, places } = steps
  const kind = kinds[at]!
  const before = steps.before[at]!
  if (kind === ofNames) return steps.names!.most(values, own, row) - before
  const there = row + places[at]!
  const other = values[there]!
  if (other < 0) return -before
  if (other === steps.codes[at]) return steps.equal[at]! - before
  const level = bestLevel(kind as SketchKind, values, own + places[at]! + 1, there + 1)
  return steps.different[at * levelRoom + level]! - before
}
