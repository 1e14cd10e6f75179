import { codesComparer, nameCodes } from './compare-names.ts'
import type { Dataset } from './dataset.ts'
import { differingBits, householdBits } from './dependence.ts'
import { nameLevel } from './levels.ts'
import { comparisonsOf, type LinkageModel } from './model.ts'
import { bestLevelOf } from './refine-values.ts'
import { nameWidth, readName, rowsOf, type Rows } from './rows.ts'
import { chancesOf, mostBits, priorOf } from './scorer.ts'

/**
 * A weight that the score of a pair cannot exceed. `begin` takes the one record, `bound` any others. What the bound
 * rules out, the scorer would have ruled out; a bound below `least` may be coarser, for it is not followed to its end.
 */
export type Pruner = { begin: (record: number) => void; bound: (other: number) => number }

/** Weights by level, as the scorer has them: the chance of a value counts where the level is `frequent`. */
type Table = { m: Float64Array; weights: Float64Array; frequent: Uint8Array; best: Float64Array }

function tablesOf(dataset: Dataset, model: LinkageModel): Table[] {
  return comparisonsOf(dataset).map(({ id, kind }) => {
    const { levels = [], follows = [] } = model.comparisons.find((one) => one.id === id) ?? {}
    const weights = Float64Array.from([0, ...levels.map(({ m, u }) => Math.min(Math.log2(m / u), mostBits))])
    // A difference that follows from another one weighs less.
    for (const { neither } of follows)
      weights[levels.length] = Math.max(weights[levels.length]!, differingBits(neither))
    const best = weights.slice()
    // What meets at a level or at any worse one weighs at most so much; no level is no evidence.
    for (let level = best.length - 2; level > 0; level--) best[level] = Math.max(best[level]!, best[level + 1]!)
    // A mail that is only the name again counts as no evidence.
    if (kind === 'mail') for (let level = 2; level < levels.length; level++) best[level] = Math.max(best[level]!, 0)
    return {
      m: Float64Array.from([0, ...levels.map(({ m }) => Math.log2(m))]),
      weights,
      frequent: Uint8Array.from([0, ...levels.map(({ frequent }) => (frequent ? 1 : 0))]),
      best,
    }
  })
}

const bitsAt = ({ m, weights, frequent }: Table, level: number, chance: number): number =>
  frequent[level] === 1 && chance < 0 ? Math.min(m[level]! - chance, mostBits) : (weights[level] ?? 0)

const mostOf = (table: Table, rarest: number): number =>
  Math.max(0, ...Array.from(table.weights, (_, level) => (level === 0 ? 0 : bitsAt(table, level, rarest))))

/**
 * Equal values weigh what they weigh; different ones at most as much as the best level that cheap signatures leave open.
 * Dependences only take away from what agrees, and the rule for households takes away all that its members share.
 */
export function prunerOf(
  dataset: Dataset,
  model: LinkageModel,
  least = -Infinity,
  rows: Rows = rowsOf(dataset),
): Pruner {
  const { values, width } = rows
  const prior = priorOf(model, dataset.size)
  const tables = tablesOf(dataset, model)
  const offset = dataset.names ? 2 : 0
  const count = dataset.columns.length
  const equalBits = dataset.columns.map((column, at) =>
    chancesOf(column, dataset.size).map((chance) => bitsAt(tables[offset + at]!, 1, chance)),
  )
  const refine = dataset.columns.map(bestLevelOf)
  const bests = tables.slice(offset).map(({ best }) => best)
  const unlike = Float64Array.from(bests, (best) => best[2] ?? 0)
  const order = Array.from(dataset.columns.keys()).toSorted(
    (one, other) => costOf(dataset, one) - costOf(dataset, other),
  )
  const names = dataset.names ? codesComparer(dataset.names, dataset.size) : null
  const [ownName, otherName] = [nameCodes(), nameCodes()]
  const [family, given] = tables
  const rarest = Math.log2(0.5 / Math.max(dataset.size, 1))
  const birth = dataset.columns.findIndex(({ id }) => id === 'birthDate')
  const own = new Int32Array(width)
  const equal = new Float64Array(count)
  const identified = dataset.columns.some(({ id }) => id.startsWith('identifier'))
  const shared = prior + householdBits
  const nameMost = names ? mostOf(family!, rarest) + mostOf(given!, rarest) : 0
  const begin = (one: number): void => {
    readName(rows, one, ownName)
    for (let at = 0; at < width; at++) own[at] = values[one * width + at]!
    for (let at = 0; at < count; at++) {
      const code = own[nameWidth + at]!
      equal[at] = code < 0 ? 0 : equalBits[at]![code]!
    }
  }
  const bound = (other: number): number => {
    const from = other * width
    let sum = prior
    for (let at = 0; at < count; at++) {
      const [left, right] = [own[nameWidth + at]!, values[from + nameWidth + at]!]
      if (left >= 0 && right >= 0) sum += left === right ? equal[at]! : unlike[at]!
    }
    if (sum + nameMost < least) return sum + nameMost
    if (names) {
      const meeting = names(ownName, readName(rows, other, otherName))
      sum += bitsAt(family!, meeting.family, meeting.familyChance) + bitsAt(given!, meeting.given, meeting.givenChance)
      if (meeting.given === nameLevel.different && !identified && sum > shared) {
        // One of a household, unless the birth dates agree.
        const [left, right] = birth < 0 ? [-1, -1] : [own[nameWidth + birth]!, values[from + nameWidth + birth]!]
        if (left < 0 || right < 0 || (left !== right && refine[birth]!(left, right) > 2)) return shared
      }
    }
    for (let nth = 0; nth < count; nth++) {
      if (sum < least) return sum
      const at = order[nth]!
      const [left, right] = [own[nameWidth + at]!, values[from + nameWidth + at]!]
      if (left >= 0 && right >= 0 && left !== right) sum += bests[at]![refine[at]!(left, right)]! - unlike[at]!
    }
    return sum
  }
  return { begin, bound }
}

/** Digits are told apart in a few steps, and rule out the most; long texts come last. */
function costOf({ columns }: Dataset, at: number): number {
  const costs = { category: 0, number: 1, middle: 1, date: 2, phone: 3, code: 4, words: 5, mail: 6 }
  return costs[columns[at]!.kind]
}

/** The bound of one pair by itself. */
export function boundOf(
  dataset: Dataset,
  model: LinkageModel,
  least = -Infinity,
): (one: number, other: number) => number {
  const { begin, bound } = prunerOf(dataset, model, least)
  return (one, other) => {
    begin(one)
    return bound(other)
  }
}
