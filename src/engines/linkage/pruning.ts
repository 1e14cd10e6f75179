import { nameComparer } from './compare-names.ts'
import type { Dataset } from './dataset.ts'
import { householdBits } from './dependence.ts'
import { beginWith, countEqual, enough, layOut, nothingLaid, type Laid } from './laid.ts'
import { bitsAt, tablesOf, type LevelTable } from './level-tables.ts'
import { nameLevel } from './levels.ts'
import type { LinkageModel } from './model.ts'
import { mostOfNames } from './name-bounds.ts'
import { layoutOf, nameWidth, rowsOf, type Layout, type Rows } from './rows.ts'
import { chanceOf, priorOf } from './scorer.ts'

/**
 * Rules out candidates. `lay` takes the records that are to be compared, `begin` the one that the others are compared
 * with, and `keep` leaves of the first `count` places among those laid out the ones that may weigh enough, in front and
 * in their order, and answers how many they are. What falls, the scorer would have ruled out.
 */
export type Pruner = {
  lay: (records: Int32Array, count: number) => void
  begin: (record: number) => void
  keep: (places: Int32Array, count: number) => number
}

/**
 * Each step goes through all candidates before the next begins, so that it is one short loop over neighbouring numbers:
 * first names and values count by whether they are equal, different ones as their best other level would; then the
 * sketches of the names and of each column take that back, cheapest first; and only what is left has its names compared. Dependences only
 * take away from what agrees, and the rule for households takes away all that its members share.
 */
export function prunerOf(dataset: Dataset, model: LinkageModel, least: number, rows: Rows = rowsOf(dataset)): Pruner {
  const { columns, size, names } = dataset
  const prior = priorOf(model, size)
  const tables = tablesOf(dataset, model)
  const columnTables = tables.slice(names ? 2 : 0)
  const chances = columns.map((column) => chanceOf(column, size))
  const layout = layoutOf(dataset)
  const steps = stepsOf(dataset, columnTables, layout)
  const nameBound = names ? mostOfNames(names, size, tables[0]!, tables[1]!) : null
  const named = names ? namesStep(dataset, layout, { family: tables[0]!, given: tables[1]!, prior }) : null
  const laid = nothingLaid(rows.width)
  const begin = (record: number): void => {
    beginWith(laid, rows, record)
    nameBound?.begin(record)
  }
  const keep = (places: Int32Array, count: number): number => {
    if (nameBound) nameBound.assume(laid, places, count, prior)
    else for (let nth = 0; nth < count; nth++) laid.sums[places[nth]!] = prior
    for (let at = 0; at < columns.length; at++) {
      const code = laid.own[nameWidth + at]!
      if (code < 0) continue
      const table = columnTables[at]!
      const weights = { at: nameWidth + at, equal: bitsAt(table, 1, chances[at]!(code)), unlike: table.best[2] ?? 0 }
      countEqual(laid, places, count, weights)
    }
    let left = nameBound ? nameBound.narrow(laid, places, count, least) : enough(laid, places, count, least)
    for (const { at, narrow } of steps) if (laid.own[nameWidth + at]! >= 0) left = narrow(laid, places, left, least)
    return named ? named(laid, places, left, least) : left
  }
  return { lay: (records, count) => layOut(laid, rows, records, count), begin, keep }
}

type Narrow = (laid: Laid, places: Int32Array, count: number, least: number) => number

/** One step for each column whose sketch tells more than that two values differ. */
function stepsOf(dataset: Dataset, tables: readonly LevelTable[], layout: Layout): { at: number; narrow: Narrow }[] {
  return Array.from(dataset.columns.keys())
    .filter((at) => layout.sketches[at]!.width > 0)
    .toSorted((one, other) => costOf(dataset, one) - costOf(dataset, other))
    .map((at) => ({ at, narrow: narrowing(layout, at, tables[at]!.best) }))
}

function narrowing({ sketches, places: sketchPlaces }: Layout, column: number, weights: Float64Array): Narrow {
  const { best } = sketches[column]!
  const [at, sketchAt, unlike] = [nameWidth + column, sketchPlaces[column]!, weights[2] ?? 0]
  return ({ values, sums, own, room }, places, count, least) => {
    const [code, codes, sketched] = [own[at]!, at * room, sketchAt * room]
    let kept = 0
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const other = values[codes + place]!
      if (other >= 0 && other !== code)
        sums[place]! += weights[best(own, sketchAt, values, sketched + place, room)]! - unlike
      if (sums[place]! >= least) places[kept++] = place
    }
    return kept
  }
}

type NamesWeighed = { family: LevelTable; given: LevelTable; prior: number }

/** Puts what the names weigh in the place of what was assumed of them. */
function namesStep(dataset: Dataset, layout: Layout, { family, given, prior }: NamesWeighed): Narrow {
  const { columns, size } = dataset
  const meet = nameComparer(dataset.names!, size)
  const birth = columns.findIndex(({ id }) => id === 'birthDate')
  const identified = columns.some(({ id }) => id.startsWith('identifier'))
  const shared = prior + householdBits
  const birthAgrees = ({ own, values, room }: Laid, place: number): boolean => {
    if (birth < 0) return false
    const [left, right] = [own[nameWidth + birth]!, values[(nameWidth + birth) * room + place]!]
    if (left < 0 || right < 0) return false
    const at = layout.places[birth]!
    return left === right || layout.sketches[birth]!.best(own, at, values, at * room + place, room) <= 2
  }
  return (laid, places, count, least) => {
    const { record, records, sums, names } = laid
    let kept = 0
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const meeting = meet(record, records[place]!)
      let sum = sums[place]! - names[place]!
      sum += bitsAt(family, meeting.family, meeting.familyChance) + bitsAt(given, meeting.given, meeting.givenChance)
      // One of a household, unless the birth dates agree.
      if (meeting.given === nameLevel.different && !identified && sum > shared && !birthAgrees(laid, place))
        sum = shared
      if (sum >= least) places[kept++] = place
    }
    return kept
  }
}

/** Digits are told apart in a few steps, and rule out the most; long texts come last. */
function costOf({ columns }: Dataset, at: number): number {
  const costs = { category: 0, number: 1, middle: 1, date: 2, phone: 3, code: 4, words: 5, mail: 6 }
  return costs[columns[at]!.kind]
}
