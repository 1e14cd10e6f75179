import type { Proportion } from './proportion.ts'
import { rate } from './rate.ts'
import type { Rate } from './rate.ts'

export interface CategoryCount extends Proportion {
  readonly category: string
}

export interface ImpactRatio {
  readonly category: string
  readonly selectionRate: Rate
  /** Selection rate / highest selection rate; absent where a rate is not shown or the category is left out. */
  readonly impactRatio?: number
  /** Why no ratio is given. A category below `minimumShare` keeps its counts, as the rule asks. */
  readonly leftOut?: 'BELOW_MINIMUM' | 'BELOW_MINIMUM_SHARE' | 'NOBODY_SELECTED'
}

export interface ImpactReport {
  readonly ratios: readonly ImpactRatio[]
  /** People who volunteered nothing: never guessed, never in a ratio, always counted. */
  readonly unknown: Proportion
  /** The category whose rate the others are divided by. */
  readonly reference?: string
}

/**
 * Impact ratios by category on volunteered data.
 * Source: New York City Local Law 144 of 2021 and its rules, 6 RCNY § 5-300 "impact ratio" and § 5-301: selection rate
 * of a category divided by that of the most selected one; a category with less than 2 % of the data may be left out of
 * the ratios with its counts shown; the number of people in an unknown category is stated.
 */
export function impactRatios(input: {
  readonly categories: readonly CategoryCount[]
  readonly unknown: Proportion
  readonly minimumN: number
  readonly minimumShare?: number
}): ImpactReport {
  const { categories, unknown, minimumN, minimumShare = 0.02 } = input
  const total = categories.reduce((sum, category) => sum + category.trials, unknown.trials)
  const judged = categories.map((category) => ({
    category: category.category,
    selectionRate: rate({ ...category, minimumN }),
    leftOut: leftOut({ trials: category.trials, total, minimumN, minimumShare }),
  }))
  let highest = { category: '', value: 0 }
  for (const { category, selectionRate, leftOut: why } of judged) {
    if (!why && !selectionRate.suppressed && selectionRate.value > highest.value) {
      highest = { category, value: selectionRate.value }
    }
  }
  const ratios = judged.map(({ category, selectionRate, leftOut: why }): ImpactRatio => {
    if (why) return { category, selectionRate, leftOut: why }
    if (highest.value === 0 || selectionRate.suppressed) return { category, selectionRate, leftOut: 'NOBODY_SELECTED' }
    return { category, selectionRate, impactRatio: selectionRate.value / highest.value }
  })
  return { ratios, unknown, ...(highest.category ? { reference: highest.category } : {}) }
}

function leftOut(input: { trials: number; total: number; minimumN: number; minimumShare: number }) {
  if (input.trials === 0 || input.trials < input.minimumN) return 'BELOW_MINIMUM' as const
  return input.trials < input.minimumShare * input.total ? ('BELOW_MINIMUM_SHARE' as const) : undefined
}
