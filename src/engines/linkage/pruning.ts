import { nameComparer } from './compare-names.ts'
import type { Dataset } from './dataset.ts'
import { comparisonsOf, type LinkageModel } from './model.ts'
import { chancesOf, mostBits, priorOf } from './scorer.ts'

/**
 * A weight that the score of a pair cannot exceed, found without comparing the texts of its columns: what is equal
 * weighs what it weighs, what differs at most as much as the best level of differing values. Dependences only take away.
 * Most candidates fall by it; what it rules out, the scorer would have ruled out.
 */
export function boundOf(dataset: Dataset, model: LinkageModel): (one: number, other: number) => number {
  const prior = priorOf(model, dataset.size)
  const offset = dataset.names ? 2 : 0
  const tables = comparisonsOf(dataset).map(({ id }) => {
    const levels = model.comparisons.find((one) => one.id === id)?.levels ?? []
    return {
      m: [0, ...levels.map(({ m }) => Math.log2(m))],
      weights: [0, ...levels.map(({ m, u }) => Math.log2(m / u))],
      frequent: [false, ...levels.map(({ frequent }) => frequent)],
    }
  })
  const columns = dataset.columns.map((column, at) => {
    const { m, weights, frequent } = tables[offset + at]!
    const equal = chancesOf(column, dataset.size).map((bits) =>
      Math.min(frequent[1] ? m[1]! - bits : (weights[1] ?? 0), mostBits),
    )
    return { codes: column.codes, equal, unequal: Math.max(...weights.slice(2), -mostBits) }
  })
  const names = dataset.names ? nameComparer(dataset.names, dataset.size) : null
  const partBits = (table: (typeof tables)[number], level: number, chance: number): number =>
    Math.min(table.frequent[level] && chance < 0 ? table.m[level]! - chance : (table.weights[level] ?? 0), mostBits)
  const [family, given] = tables
  return (one, other) => {
    let sum = prior
    for (let at = 0; at < columns.length; at++) {
      const { codes, equal, unequal } = columns[at]!
      const [left, right] = [codes[one]!, codes[other]!]
      if (left < 0 || right < 0) continue
      sum += left === right ? equal[left]! : unequal
    }
    if (!names || !family || !given) return sum
    const meeting = names(one, other)
    return (
      sum + partBits(family, meeting.family, meeting.familyChance) + partBits(given, meeting.given, meeting.givenChance)
    )
  }
}
