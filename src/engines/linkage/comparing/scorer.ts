import { comparersOf, type Comparers } from './comparers.ts'
import { chanceOf } from '../reading/columns.ts'
import { comparisonsOf } from './comparisons.ts'
import type { Dataset } from '../reading/dataset.ts'
import { dependencesOf } from '../training/dependence.ts'
import { levelsOfKind, nameLevel } from './levels.ts'
import type { LinkageModel } from '../training/model.ts'
import { rarerBits } from '../training/rarity.ts'

/**
 * How one pair compares: per comparison the level met (0: no value) and the chance of it in bits (log2, so below 0), 0
 * where the level alone tells it.
 */
export type Look = { levels: Uint8Array; chances: Float32Array }

/**
 * The one definition of what a pair weighs. `look` compares two records; `total` adds up what was seen, in bits,
 * beginning with the prior. Fellegi and Sunter, "A Theory for Record Linkage", 1969, with weights log2(m / u); where a
 * level is `frequent`, u is the chance of that very value (Winkler, "Frequency-Based Matching", 1989).
 */
export type Scorer = {
  ids: readonly string[]
  prior: number
  look: (one: number, other: number) => Look
  /** The weights of a look, in the order of `ids`; the array is reused by the next call. */
  weigh: (look: Look) => Float64Array
  total: (look: Look) => number
  /** The weight of a pair. */
  score: (one: number, other: number) => number
}

/** What a comparison decides when a value is held by a whole file, or by two records alone. */
export const mostBits = 24

/** Compares the records of a dataset, whatever the model. */
export function lookerOf(
  dataset: Dataset,
  { names, columns: comparers }: Comparers = comparersOf(dataset),
): (one: number, other: number) => Look {
  const offset = dataset.names ? 2 : 0
  const count = offset + dataset.columns.length
  const look: Look = { levels: new Uint8Array(count), chances: new Float32Array(count) }
  const { columns } = dataset
  const chances = columns.map((column) => chanceOf(column, dataset.size))
  return (one, other) => {
    if (names) {
      const meeting = names(one, other)
      look.levels[0] = meeting.family
      look.levels[1] = meeting.given
      look.chances[0] = meeting.familyChance
      look.chances[1] = meeting.givenChance
    }
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at]!
      const [left, right] = [column.codes[one]!, column.codes[other]!]
      look.chances[offset + at] = 0
      if (left < 0 || right < 0) look.levels[offset + at] = 0
      else if (left === right) {
        look.levels[offset + at] = 1
        look.chances[offset + at] = chances[at]!(left)
      } else {
        const level = comparers[at]!(left, right)
        look.levels[offset + at] = level
        // One name at two domains: what stands before the @ is that name again.
        const ofNames = column.ofNames
        if (ofNames && level < mailDiffers && (ofNames[left] === 1 || ofNames[right] === 1) && bearOneName(look))
          look.levels[offset + at] = 0
      }
    }
    return look
  }
}

const mailDiffers = levelsOfKind.mail.length

const bearOneName = ({ levels }: Look): boolean =>
  levels[0]! > 0 && levels[0]! < nameLevel.different && levels[1]! > 0 && levels[1]! < nameLevel.different

/** The log odds, in bits, that two records taken at random match. */
export function priorOf(model: LinkageModel, size: number): number {
  const pairs = Math.max((size * (size - 1)) / 2, 1)
  const odds = Math.min((model.pairsPerRecord * size) / pairs, 0.5)
  return Math.log2(odds / (1 - odds))
}

/** Adds up what was seen, by a model. */
export type Weigher = Pick<Scorer, 'ids' | 'prior' | 'weigh' | 'total'>

export function weigherOf(dataset: Dataset, model: LinkageModel): Weigher {
  const ids = comparisonsOf(dataset).map(({ id }) => id)
  const comparisons = ids.map((id) => {
    const found = model.comparisons.find((one) => one.id === id)
    const levels = found?.levels ?? []
    return {
      m: Float64Array.from([1, ...levels.map(({ m }) => Math.log2(m))]),
      weight: Float64Array.from([0, ...levels.map(({ m, u }) => Math.log2(m / u))]),
      frequent: Uint8Array.from([0, ...levels.map(({ frequent }) => (frequent ? 1 : 0))]),
      rarer: Float64Array.from(found?.rarer ?? []),
    }
  })
  const logSize = Math.log2(dataset.size)
  const prior = priorOf(model, dataset.size)
  const weights = new Float64Array(ids.length)
  const dampen = dependencesOf(ids, model, { size: dataset.size, prior })
  const weigh = (seen: Look): Float64Array => {
    for (let at = 0; at < comparisons.length; at++) {
      const { m, weight, frequent, rarer } = comparisons[at]!
      const level = seen.levels[at]!
      const chance = seen.chances[at]!
      const own =
        frequent[level] === 1 && chance < 0 ? m[level]! - chance + rarerBits(rarer, chance, logSize) : weight[level]!
      weights[at] = own < mostBits ? own : mostBits
    }
    dampen(seen.levels, weights, seen.chances)
    return weights
  }
  const total = (seen: Look): number => {
    weigh(seen)
    let sum = prior
    for (let at = 0; at < weights.length; at++) sum += weights[at]!
    return sum
  }
  return { ids, prior, weigh, total }
}

export function scorerOf(dataset: Dataset, model: LinkageModel, comparers?: Comparers): Scorer {
  const look = lookerOf(dataset, comparers)
  const weigher = weigherOf(dataset, model)
  return { ...weigher, look, score: (one, other) => weigher.total(look(one, other)) }
}

/** The probability that a weight in bits stands for. */
export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight)
