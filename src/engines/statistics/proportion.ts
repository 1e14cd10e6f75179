/** A count of successes among trials; both whole numbers, 0 ≤ successes ≤ trials. */
export interface Proportion {
  readonly successes: number
  readonly trials: number
}

/** A closed interval on the scale of the value it belongs to (a proportion: 0 to 1). */
export interface Interval {
  readonly low: number
  readonly high: number
}

export const DEFAULT_CONFIDENCE = 0.95

/** Counts that cannot be counts are a bug of the caller, so this throws rather than answering. */
export function assertProportion({ successes, trials }: Proportion): void {
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(trials) || successes < 0 || successes > trials) {
    throw new RangeError(`not a proportion: ${successes} of ${trials}`)
  }
}
