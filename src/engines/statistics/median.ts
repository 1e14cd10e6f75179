import type { Interval } from './proportion.ts'
import { DEFAULT_CONFIDENCE } from './proportion.ts'

export interface MedianEstimate {
  readonly median: number
  readonly count: number
  /** Absent when even the full range would not reach the confidence asked for (fewer than 6 values at 95 %). */
  readonly interval?: Interval & { readonly coverage: number }
}

/**
 * Median with the distribution-free interval between two order statistics: the narrowest symmetric pair whose
 * binomial(n, ½) coverage reaches the confidence. The true coverage stands beside it.
 * Source: Conover, Practical Nonparametric Statistics (3rd ed.), §3.2; Hahn & Meeker, Statistical Intervals, §5.2.
 */
export function medianWithInterval(values: readonly number[], confidence = DEFAULT_CONFIDENCE): MedianEstimate | null {
  if (values.some((value) => !Number.isFinite(value))) throw new RangeError('a median needs finite numbers')
  const sorted = values.toSorted((a, b) => a - b)
  const count = sorted.length
  const upper = sorted[Math.floor(count / 2)]
  const lower = sorted[Math.floor((count - 1) / 2)]
  if (upper === undefined || lower === undefined) return null
  const median = lower + (upper - lower) / 2
  const found = orderStatistics(count, confidence)
  const low = found && sorted[found.skipped]
  const high = found && sorted[count - 1 - found.skipped]
  if (!found || low === undefined || high === undefined) return { median, count }
  return { median, count, interval: { low, high, coverage: found.coverage } }
}

/** How many values may be left out at each end: coverage = 1 − 2·P(B ≤ skipped) with B binomial(count, ½). */
function orderStatistics(count: number, confidence: number): { skipped: number; coverage: number } | undefined {
  let found: { skipped: number; coverage: number } | undefined
  let logTerm = -count * Math.LN2
  let cumulative = 0
  for (let skipped = 0; skipped < count / 2; skipped += 1) {
    cumulative += Math.exp(logTerm)
    const coverage = 1 - 2 * cumulative
    if (coverage < confidence) break
    found = { skipped, coverage }
    logTerm += Math.log((count - skipped) / (skipped + 1))
  }
  return found
}
