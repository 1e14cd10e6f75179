import { criticalValue } from './normal-quantile.ts'
import { DEFAULT_CONFIDENCE } from './proportion.ts'
import type { Interval } from './proportion.ts'
import { stageTotals, weightedSum } from './stage-strata.ts'
import type { StageTotals } from './stage-strata.ts'

export interface Evaluation {
  readonly interviewerId: string
  readonly stage: string
  /** A score on one scale for all, or 1 for passed and 0 for not. */
  readonly value: number
  /** Any label (a quarter, say) when the trend over time is wanted: results then stand per interviewer and period. */
  readonly period?: string
}

export interface TrendOptions {
  /** Evaluations an interviewer needs (over comparable stages) before anything is shown. */
  readonly minimumN: number
  /** Evaluations at a stage, both own and of the others, before that stage is compared. Default 3. */
  readonly minimumPerStage?: number
  readonly confidence?: number
}

export interface InterviewerTrend {
  readonly interviewerId: string
  readonly period?: string
  readonly evaluations: number
  /** Share of the company's stage mix (0 to 1) that the comparable stages cover. */
  readonly coverage: number
  readonly compared: ComparedTrend | { readonly suppressed: true; readonly reason: 'BELOW_MINIMUM' | 'NOT_COMPARABLE' }
}

export interface ComparedTrend {
  readonly suppressed: false
  readonly crude: number
  /** The interviewer's mean if everyone saw the company's stage mix. */
  readonly adjusted: number
  /** The mean of all others at the same stages under the same mix. */
  readonly others: number
  /** adjusted − others, with its interval; the interviewer differs only when the interval excludes zero. */
  readonly difference: number
  readonly interval: Interval
  readonly tendency: 'STRICTER' | 'MILDER' | 'UNCLEAR'
}

/**
 * Evaluation trend by interviewer, adjusted for stage mix by direct standardisation: stage means weighted by the
 * company-wide share of each stage. Stages that the interviewer or the others hardly evaluated are dropped from both
 * sides and the weights renormalised, so both sides always stand on the same stages.
 * The variance of each stage is pooled over all interviewers (an interviewer with one evaluation at a stage has none
 * of their own); the interval is normal. Source of the method: Fleiss, Statistical Methods for Rates and Proportions
 * (3rd ed.), ch. 19; Keiding & Clayton, "Standardization and control for confounding", Statistical Science 29 (2014).
 */
export function evaluationTrends(evaluations: readonly Evaluation[], options: TrendOptions): InterviewerTrend[] {
  const everyone = stageTotals(evaluations)
  const groups = Map.groupBy(evaluations, ({ interviewerId, period }) =>
    JSON.stringify([interviewerId, period ?? null]),
  )
  return [...groups.values()].map((own) => trendOf(own, everyone, evaluations.length, options))
}

function trendOf(
  own: readonly Evaluation[],
  everyone: StageTotals,
  total: number,
  options: TrendOptions,
): InterviewerTrend {
  const { interviewerId, period } = own[0]!
  const strata = comparableStrata(stageTotals(own), everyone, options.minimumPerStage ?? 3)
  const comparable = strata.reduce((sum, stratum) => sum + stratum.weight, 0)
  const compared = strata.reduce((sum, stratum) => sum + stratum.own.count, 0)
  const head = {
    interviewerId,
    ...(period === undefined ? {} : { period }),
    evaluations: own.length,
    coverage: comparable / total,
  }
  if (own.length < options.minimumN) return { ...head, compared: { suppressed: true, reason: 'BELOW_MINIMUM' } }
  if (compared < options.minimumN || strata.length === 0) {
    return { ...head, compared: { suppressed: true, reason: 'NOT_COMPARABLE' } }
  }
  const crude = own.reduce((sum, evaluation) => sum + evaluation.value, 0) / own.length
  const weights = strata.map((stratum) => ({ ...stratum, weight: stratum.weight / comparable }))
  return { ...head, compared: comparison(weights, crude, options.confidence ?? DEFAULT_CONFIDENCE) }
}

interface Stratum {
  readonly weight: number
  readonly own: { readonly count: number; readonly mean: number }
  readonly others: { readonly count: number; readonly mean: number }
  readonly variance: number
}

function comparableStrata(own: StageTotals, everyone: StageTotals, minimumPerStage: number): Stratum[] {
  return [...own].flatMap(([stage, mine]) => {
    const all = everyone.get(stage)!
    const others = all.count - mine.count
    if (mine.count < minimumPerStage || others < minimumPerStage) return []
    return [
      {
        weight: all.count,
        own: { count: mine.count, mean: mine.sum / mine.count },
        others: { count: others, mean: (all.sum - mine.sum) / others },
        variance: all.variance,
      },
    ]
  })
}

function comparison(strata: readonly Stratum[], crude: number, confidence: number): ComparedTrend {
  const adjusted = weightedSum(strata, (stratum) => stratum.weight * stratum.own.mean)
  const others = weightedSum(strata, (stratum) => stratum.weight * stratum.others.mean)
  const variance = weightedSum(
    strata,
    ({ weight, own, others: rest, variance: spread }) => weight ** 2 * spread * (1 / own.count + 1 / rest.count),
  )
  const difference = adjusted - others
  const half = criticalValue(confidence) * Math.sqrt(variance)
  const interval = { low: difference - half, high: difference + half }
  const tendency = interval.high < 0 ? 'STRICTER' : interval.low > 0 ? 'MILDER' : 'UNCLEAR'
  return { suppressed: false, crude, adjusted, others, difference, interval, tendency }
}
