import { nameComparer } from './compare-names.ts'
import type { Dataset } from './dataset.ts'
import { comparisonsOf, type LinkageModel } from './model.ts'
import { chancesOf, mostBits, priorOf } from './scorer.ts'

/**
 * A weight that the score of a pair cannot exceed, found without comparing the texts of its columns: what is equal
 * weighs what it weighs, what differs at most as much as the best level of differing values. Dependences only take away.
 * Most candidates fall by it; what it rules out, the scorer would have ruled out. A bound below `least` may be coarser.
 */
export function boundOf(
  dataset: Dataset,
  model: LinkageModel,
  least = -Infinity,
): (one: number, other: number) => number {
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
  const rarest = Math.log2(0.5 / Math.max(dataset.size, 1))
  const bestOf = (table: (typeof tables)[number] | undefined, from: number): number =>
    Math.max(0, ...(table?.weights.map((_, level) => (level < from ? 0 : partBits(table, level, rarest))) ?? []))
  const most = new Map([family, given].map((table) => [table, { any: bestOf(table, 1), unlike: bestOf(table, 2) }]))
  const nameMost = (codes: Int32Array, table: (typeof tables)[number], one: number, other: number): number => {
    const best = most.get(table)!
    return codes[one] === codes[other] ? best.any : best.unlike
  }
  return (one, other) => {
    let sum = prior
    for (let at = 0; at < columns.length; at++) {
      const { codes, equal, unequal } = columns[at]!
      const [left, right] = [codes[one]!, codes[other]!]
      if (left < 0 || right < 0) continue
      sum += left === right ? equal[left]! : unequal
    }
    if (!names || !family || !given || !dataset.names) return sum
    // Names are compared only where they could still decide.
    const quick =
      sum + nameMost(dataset.names.family, family, one, other) + nameMost(dataset.names.given, given, one, other)
    if (quick < least) return quick
    const meeting = names(one, other)
    return (
      sum + partBits(family, meeting.family, meeting.familyChance) + partBits(given, meeting.given, meeting.givenChance)
    )
  }
}
