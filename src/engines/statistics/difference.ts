import type { Interval, Proportion } from './proportion.ts'
import { wilsonInterval } from './wilson.ts'

export interface Difference {
  /** first − second, between −1 and 1; not a number when one side has no trials. */
  readonly value: number
  readonly interval: Interval
  /** True when the interval excludes zero. */
  readonly distinct: boolean
}

/**
 * Difference of two independent proportions.
 * Source: Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine
 * 17 (1998), method 10 (hybrid of two Wilson score intervals, no continuity correction).
 */
export function differenceOfProportions(input: {
  readonly first: Proportion
  readonly second: Proportion
  readonly confidence?: number
}): Difference {
  const { first, second, ...options } = input
  const one = wilsonInterval(first, options)
  const two = wilsonInterval(second, options)
  if (first.trials === 0 || second.trials === 0) {
    return { value: Number.NaN, interval: { low: -1, high: 1 }, distinct: false }
  }
  const p = first.successes / first.trials
  const q = second.successes / second.trials
  const value = p - q
  const interval = {
    low: Math.max(-1, value - Math.hypot(p - one.low, two.high - q)),
    high: Math.min(1, value + Math.hypot(one.high - p, q - two.low)),
  }
  return { value, interval, distinct: interval.low > 0 || interval.high < 0 }
}
