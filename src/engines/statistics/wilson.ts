import { criticalValue } from './normal-quantile.ts'
import { assertProportion, DEFAULT_CONFIDENCE } from './proportion.ts'
import type { Interval, Proportion } from './proportion.ts'

export interface WilsonOptions {
  readonly confidence?: number
  /** True keeps coverage at or above the nominal level for every true proportion, at the price of a wider interval. */
  readonly continuityCorrected?: boolean
}

/**
 * Wilson's score interval of a proportion; without trials it is [0, 1], since nothing is known.
 * Source: Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998),
 * methods 3 (score) and 4 (score with continuity correction).
 */
export function wilsonInterval(proportion: Proportion, options: WilsonOptions = {}): Interval {
  assertProportion(proportion)
  const { trials } = proportion
  if (trials === 0) return { low: 0, high: 1 }
  const z = criticalValue(options.confidence ?? DEFAULT_CONFIDENCE)
  return options.continuityCorrected ? corrected(proportion, z) : score(proportion, z)
}

function score({ successes, trials }: Proportion, z: number): Interval {
  const failures = trials - successes
  const centre = (successes + (z * z) / 2) / (trials + z * z)
  const half = (z / (trials + z * z)) * Math.sqrt((successes * failures) / trials + (z * z) / 4)
  // At the ends the formula gives exactly 0 or 1 but for rounding, which must not leave the observed value outside.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: failures === 0 ? 1 : Math.min(1, centre + half),
  }
}

function corrected({ successes, trials }: Proportion, z: number): Interval {
  const p = successes / trials
  const q = 1 - p
  const base = 2 * trials * p + z * z
  const divisor = 2 * (trials + z * z)
  const lowRoot = Math.sqrt(z * z - 2 - 1 / trials + 4 * p * (trials * q + 1))
  const highRoot = Math.sqrt(z * z + 2 - 1 / trials + 4 * p * (trials * q - 1))
  return {
    low: successes === 0 ? 0 : Math.max(0, (base - 1 - z * lowRoot) / divisor),
    high: successes === trials ? 1 : Math.min(1, (base + 1 + z * highRoot) / divisor),
  }
}
