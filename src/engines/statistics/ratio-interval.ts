import { normalQuantile } from './normal-quantile.ts'
import { assertProportion, DEFAULT_CONFIDENCE } from './proportion.ts'
import type { Interval, Proportion } from './proportion.ts'

/**
 * Confidence interval for the ratio of two independent proportions, first / second, by inverting the score test; it
 * holds with counts of zero too. The upper end is infinite where the second may be none.
 * Source: Koopman, "Confidence intervals for the ratio of two binomial proportions", Biometrics 40 (1984), in the form
 * of Miettinen & Nurminen, "Comparative analysis of two rates", Statistics in Medicine 4 (1985).
 */
export function ratioInterval(input: {
  readonly first: Proportion
  readonly second: Proportion
  readonly confidence?: number
}): Interval {
  const { first, second, confidence = DEFAULT_CONFIDENCE } = input
  assertProportion(first)
  assertProportion(second)
  if (first.trials === 0 || second.trials === 0) return { low: 0, high: Number.POSITIVE_INFINITY }
  const limit = normalQuantile(1 - (1 - confidence) / 2) ** 2
  const fits = (ratio: number) => scoreStatistic({ first, second, ratio }) <= limit
  const estimate = first.successes / first.trials / (second.successes / second.trials)
  // No other ratio fits better; with nothing on either side every ratio does.
  if (Number.isNaN(estimate)) return { low: 0, high: Number.POSITIVE_INFINITY }
  const low = first.successes === 0 ? 0 : edge({ inside: estimate, outside: 0, fits })
  const high = second.successes === 0 ? Number.POSITIVE_INFINITY : edge({ inside: estimate, outside: largest, fits })
  return { low: Number.isFinite(estimate) ? low : edge({ inside: largest, outside: 0, fits }), high }
}

/** Beyond any ratio of counts that fit into memory. */
const largest = 1e9

/** The last ratio that fits on the way from one inside to one outside, by halving their distance (as logarithms). */
function edge({ inside, outside, fits }: { inside: number; outside: number; fits: (ratio: number) => boolean }) {
  let near = Math.log(Math.max(inside, 1 / largest))
  let far = Math.log(Math.max(outside, 1 / largest))
  for (let step = 0; step < 100; step += 1) {
    const middle = (near + far) / 2
    if (fits(Math.exp(middle))) near = middle
    else far = middle
  }
  return Math.exp(near)
}

/** Chi-squared of the difference first − ratio × second, with the proportions most likely under that ratio. */
function scoreStatistic({ first, second, ratio }: { first: Proportion; second: Proportion; ratio: number }): number {
  const [n1, n2] = [first.trials, second.trials]
  const a = ratio * (n1 + n2)
  const b = ratio * n1 + first.successes + n2 + ratio * second.successes
  const c = first.successes + second.successes
  const likely2 = Math.min(1, (b - Math.sqrt(Math.max(0, b * b - 4 * a * c))) / (2 * a))
  const likely1 = Math.min(1, ratio * likely2)
  const variance = (likely1 * (1 - likely1)) / n1 + (ratio * ratio * likely2 * (1 - likely2)) / n2
  const difference = first.successes / n1 - (ratio * second.successes) / n2
  if (difference === 0) return 0
  return variance <= 0 ? Number.POSITIVE_INFINITY : difference ** 2 / ((variance * (n1 + n2)) / (n1 + n2 - 1))
}
