import { criticalValue } from './normal-quantile.ts'
import { DEFAULT_CONFIDENCE, type Interval } from './proportion.ts'

/**
 * Interval of the mean of a Poisson count, such as hires in a period: how many there might as well have been.
 * Byar's approximation to the exact limits, within 1 % of them from 5 events on and close enough to show below.
 * Source: Breslow & Day, Statistical Methods in Cancer Research II (IARC 1987), §2.3.
 */
export function poissonInterval(count: number, confidence = DEFAULT_CONFIDENCE): Interval {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('a count is a whole number from 0 on')
  const z = criticalValue(confidence)
  const above = count + 1
  const low = count === 0 ? 0 : count * Math.max(0, 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3
  return { low, high: above * (1 - 1 / (9 * above) + z / (3 * Math.sqrt(above))) ** 3 }
}
