import type { Interval } from './proportion.ts'
import { rate } from './rate.ts'
import type { Rate } from './rate.ts'
import { stageVisits } from './selection-history.ts'
import type { ApplicationHistory, StageResult, StageVisit } from './selection-history.ts'

/** Half-open: `from` belongs to the period, `until` does not. */
export interface Period {
  readonly from: Date
  readonly until: Date
}

/**
 * `APPLIED_COHORT`: everyone who applied in the period, with what became of them by `asOf`. Comparable between
 * periods, but a young cohort is still undecided.
 * `EVENT_DATE`: every result that came about in the period, whenever the person applied. Complete at once, but it
 * mixes cohorts. Those undecided when the period (or `asOf`) ends count as in process.
 */
export type DateBasis = 'APPLIED_COHORT' | 'EVENT_DATE'

export interface StagePassage {
  readonly stage: string
  readonly reached: number
  /** The applications behind every number. */
  readonly applications: Readonly<Record<StageResult, readonly string[]>>
  /** passed / (passed + rejected): the company's own decisions. */
  readonly passRate: Rate
  /** passed / all that ended here (passed, rejected, withdrawn, closed): the yield (歩留まり). */
  readonly yieldRate: Rate
  /** withdrawn before or after the step / all that ended here. */
  readonly withdrawalRate: Rate
  /** Share of those who reached the stage and are undecided: right-censored, in no rate above. */
  readonly censoredShare: number
  /** Where the pass rate will end if all the undecided fail (low) or all pass (high). */
  readonly passBounds: Interval
}

const RESULTS = ['PASSED', 'REJECTED', 'WITHDRAWN_BEFORE', 'WITHDRAWN_AFTER', 'CLOSED', 'IN_PROCESS'] as const

export interface PassageQuestion {
  /** The stages in the order of the flow. */
  readonly flow: readonly string[]
  readonly basis: DateBasis
  readonly period: Period
  /** The last moment that is looked at. */
  readonly asOf: Date
  readonly minimumN: number
}

/** Pass, yield and withdrawal rates by stage. Definitions: `stageVisits`, `DateBasis`, `StagePassage`. */
export function stagePassages(histories: readonly ApplicationHistory[], question: PassageQuestion): StagePassage[] {
  const { flow, basis, period, asOf } = question
  const horizon = basis === 'EVENT_DATE' ? new Date(Math.min(asOf.getTime(), period.until.getTime() - 1)) : asOf
  const found = new Map(flow.map((stage) => [stage, emptyResults()]))
  for (const history of histories) {
    if (basis === 'APPLIED_COHORT' && !within(history.appliedAt, period)) continue
    for (const [stage, visit] of stageVisits(history, flow, horizon)) {
      if (basis === 'EVENT_DATE' && !countsInPeriod(visit, period)) continue
      found.get(stage)?.[visit.result].push(history.applicationId)
    }
  }
  return [...found].map(([stage, applications]) => passageOf(stage, applications, question.minimumN))
}

type MutableResults = Record<StageResult, string[]>

function emptyResults(): MutableResults {
  return { PASSED: [], REJECTED: [], WITHDRAWN_BEFORE: [], WITHDRAWN_AFTER: [], CLOSED: [], IN_PROCESS: [] }
}

function within(at: Date, { from, until }: Period): boolean {
  return at >= from && at < until
}

function countsInPeriod(visit: StageVisit, period: Period): boolean {
  return visit.resultAt === undefined || within(visit.resultAt, period)
}

function passageOf(stage: string, applications: MutableResults, minimumN: number): StagePassage {
  const reached = RESULTS.reduce((sum, result) => sum + applications[result].length, 0)
  const passed = applications.PASSED.length
  const decided = passed + applications.REJECTED.length
  const inProcess = applications.IN_PROCESS.length
  const ended = reached - inProcess
  const withdrawn = applications.WITHDRAWN_BEFORE.length + applications.WITHDRAWN_AFTER.length
  const open = decided + inProcess
  return {
    stage,
    reached,
    applications,
    passRate: rate({ successes: passed, trials: decided, minimumN }),
    yieldRate: rate({ successes: passed, trials: ended, minimumN }),
    withdrawalRate: rate({ successes: withdrawn, trials: ended, minimumN }),
    censoredShare: reached === 0 ? 0 : inProcess / reached,
    passBounds: open === 0 ? { low: 0, high: 1 } : { low: passed / open, high: (passed + inProcess) / open },
  }
}
