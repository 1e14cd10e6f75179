import type { Interval, Proportion } from './proportion.ts'
import { wilsonInterval } from './wilson.ts'
import type { WilsonOptions } from './wilson.ts'

export interface ShownRate extends Proportion {
  readonly suppressed: false
  readonly value: number
  readonly interval: Interval
}

export interface SuppressedRate {
  readonly suppressed: true
  /** `NO_TRIALS`: nothing happened; `BELOW_MINIMUM`: too few to say anything honest. */
  readonly reason: 'NO_TRIALS' | 'BELOW_MINIMUM'
  readonly trials: number
  readonly minimumN: number
}

export type Rate = ShownRate | SuppressedRate

/**
 * A rate with its Wilson interval, or the reason why it is not shown. The successes of a suppressed rate are not part
 * of the answer, so no caller can print them by mistake.
 */
export function rate(input: Proportion & { readonly minimumN: number } & WilsonOptions): Rate {
  const { successes, trials, minimumN } = input
  const interval = wilsonInterval({ successes, trials }, input)
  if (trials === 0) return { suppressed: true, reason: 'NO_TRIALS', trials, minimumN }
  if (trials < minimumN) return { suppressed: true, reason: 'BELOW_MINIMUM', trials, minimumN }
  return { suppressed: false, successes, trials, value: successes / trials, interval }
}

/** "Low" or "high" only when the whole interval lies on one side of the reference; otherwise nothing can be said. */
export function comparedWith(shown: ShownRate, reference: number): 'LOW' | 'HIGH' | 'UNCLEAR' {
  if (shown.interval.high < reference) return 'LOW'
  if (shown.interval.low > reference) return 'HIGH'
  return 'UNCLEAR'
}
