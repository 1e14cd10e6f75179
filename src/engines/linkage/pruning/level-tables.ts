import { comparisonsOf } from '../comparing/comparisons.ts'
import type { Dataset } from '../reading/dataset.ts'
import { bitsBeside } from '../training/follows.ts'
import type { LinkageModel } from '../training/model.ts'
import { rarerBits } from '../training/rarity.ts'
import { mostBits } from '../comparing/scorer.ts'

/** Weights by level, as the scorer has them: the chance of a value counts where the level is `frequent`. */
export type LevelTable = {
  m: Float64Array
  weights: Float64Array
  frequent: Uint8Array
  /** The most that a level weighs where it follows from another comparison that differs; -Infinity where it never does. */
  excused: Float64Array
  best: Float64Array
  rarer: Float64Array
  logSize: number
}

export function tablesOf(dataset: Dataset, model: LinkageModel): LevelTable[] {
  return comparisonsOf(dataset).map(({ id, kind }) => {
    const { levels = [], follows = [], rarer = [] } = model.comparisons.find((one) => one.id === id) ?? {}
    const weights = Float64Array.from([0, ...levels.map(({ m, u }) => Math.min(Math.log2(m / u), mostBits))])
    // A difference that follows from another one weighs less.
    const excused = new Float64Array(weights.length).fill(-Infinity)
    for (const one of follows)
      for (const [at, bits] of bitsBeside({ levels }, one).entries()) {
        const level = at % weights.length
        if (level > 1 && bits > excused[level]!) excused[level] = Math.min(bits, 0)
      }
    for (const [level, bits] of excused.entries()) weights[level] = Math.max(weights[level]!, bits)
    const best = weights.slice()
    // What meets at a level or at any worse one weighs at most so much; no level is no evidence.
    for (let level = best.length - 2; level > 0; level--) best[level] = Math.max(best[level]!, best[level + 1]!)
    // A mail that is only the name again counts as no evidence.
    if (kind === 'mail') for (let level = 2; level < levels.length; level++) best[level] = Math.max(best[level]!, 0)
    return {
      m: Float64Array.from([0, ...levels.map(({ m }) => Math.log2(m))]),
      weights,
      frequent: Uint8Array.from([0, ...levels.map(({ frequent }) => (frequent ? 1 : 0))]),
      excused,
      best,
      rarer: Float64Array.from(rarer),
      logSize: Math.log2(dataset.size),
    }
  })
}

export function bitsAt(table: LevelTable, level: number, chance: number): number {
  const { m, weights, frequent, excused, rarer, logSize } = table
  if (frequent[level] !== 1 || chance >= 0) return weights[level] ?? 0
  return Math.max(Math.min(m[level]! - chance + rarerBits(rarer, chance, logSize), mostBits), excused[level]!)
}

/**
 * Bits as whole numbers, for loops over very many pairs: V8 keeps those in registers where it would set up an object for
 * each fraction that a function answers. Rounded up, so that sums of them are no less than sums of the bits.
 */
export const wholeBits = (bits: number): number => Math.ceil(bits * wholesPerBit)
export const wholesPerBit = 4096
