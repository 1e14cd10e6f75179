import type { Interval } from './proportion.ts'
import { ratioInterval } from './ratio-interval.ts'
import { wilsonInterval } from './wilson.ts'

/** A category with its counts; null where they may not be told. */
export interface CategoryCount {
  readonly category: string
  /** Whom the tool assessed. */
  readonly trials: number | null
  /** Who of them moved on, or scored above the median. */
  readonly successes: number | null
}

export type LeftOut = 'WITHHELD' | 'NOBODY' | 'BELOW_MINIMUM_SHARE' | 'NOBODY_SELECTED'
/** `BELOW` and `NOT_BELOW` only where the whole interval lies on that side of four fifths. */
export type FourFifths = 'BELOW' | 'NOT_BELOW' | 'UNCLEAR'

export interface ImpactRatio extends CategoryCount {
  /** Selection or scoring rate with its Wilson interval; null where the counts are withheld or nobody was assessed. */
  readonly rate: number | null
  readonly rateInterval: Interval | null
  /** Rate / highest rate; null where the category is left out. */
  readonly ratio: number | null
  /** Null for the reference, which is divided by itself. */
  readonly ratioInterval: Interval | null
  readonly fourFifths: FourFifths | null
  /** Why no ratio is given. A category below the minimum share keeps its counts and rate, as the rule asks. */
  readonly leftOut: LeftOut | null
}

export interface ImpactReport {
  readonly categories: readonly ImpactRatio[]
  /** The category with the highest rate of those that may be told and are not left out. */
  readonly reference: string | null
}

/** 29 CFR § 1607.4 D: a rate of less than four fifths of the highest is generally regarded as adverse impact. */
const fourFifths = 0.8

/**
 * Impact ratios of the categories of one kind (sex, race and ethnicity, or both together).
 * Source: New York City Local Law 144 of 2021 and its rules, 6 RCNY § 5-300 "impact ratio", "selection rate", "scoring
 * rate" and § 5-301: the rate of a category divided by the highest; a category with less than 2 % of the data
 * (`minimumShare`) may be left out of the ratios with its counts and rate shown. The intervals are not part of the rule:
 * without them a ratio of small counts would be taken for a finding. That the highest rate is itself picked by chance is
 * not corrected for, so an interval that just excludes four fifths is to be read with care.
 */
export function impactRatios(input: {
  readonly categories: readonly CategoryCount[]
  readonly minimumShare?: number
}): ImpactReport {
  const { categories, minimumShare = 0 } = input
  const total = categories.reduce((sum, { trials }) => sum + (trials ?? 0), 0)
  const judged = categories.map((one) => ({ ...one, ...rateOf(one), leftOut: leftOut(one, minimumShare * total) }))
  const reference = judged
    .filter(({ leftOut: why, rate }) => why === null && rate !== null && rate > 0)
    .toSorted((one, other) => other.rate! - one.rate!)[0]
  return {
    reference: reference?.category ?? null,
    categories: judged.map((one): ImpactRatio => {
      if (one.leftOut || !reference || one.rate === null)
        return { ...one, ...noRatio, leftOut: one.leftOut ?? 'NOBODY_SELECTED' }
      if (one.category === reference.category) return { ...one, ...noRatio, ratio: 1 }
      const interval = ratioInterval({ first: countsOf(one), second: countsOf(reference) })
      return {
        ...one,
        ratio: one.rate / reference.rate!,
        ratioInterval: interval,
        fourFifths: interval.high < fourFifths ? 'BELOW' : interval.low >= fourFifths ? 'NOT_BELOW' : 'UNCLEAR',
      }
    }),
  }
}

const noRatio = { ratio: null, ratioInterval: null, fourFifths: null }
const countsOf = ({ trials, successes }: CategoryCount) => ({ trials: trials ?? 0, successes: successes ?? 0 })

function rateOf(one: CategoryCount): Pick<ImpactRatio, 'rate' | 'rateInterval'> {
  if (one.trials === null || one.successes === null || one.trials === 0) return { rate: null, rateInterval: null }
  return { rate: one.successes / one.trials, rateInterval: wilsonInterval(countsOf(one)) }
}

function leftOut({ trials, successes }: CategoryCount, least: number): LeftOut | null {
  if (trials === null || successes === null) return 'WITHHELD'
  if (trials === 0) return 'NOBODY'
  return trials < least ? 'BELOW_MINIMUM_SHARE' : null
}

/**
 * Which scores lie above the median of them all: the scoring of 6 RCNY § 5-300. Of an even number the median is the mean
 * of the two in the middle; a score that equals it is not above.
 */
export function aboveMedian(scores: readonly number[]): boolean[] {
  const sorted = scores.toSorted((one, other) => one - other)
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return scores.map((score) => score > (low + high) / 2)
}
