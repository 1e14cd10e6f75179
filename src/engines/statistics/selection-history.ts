export type StageEventKind = 'ENTERED' | 'PASSED' | 'REJECTED' | 'WITHDRAWN' | 'CLOSED'

/** One transition of one application, as recorded. `CLOSED` is any other end (duplicate, opening closed). */
export interface StageEvent {
  readonly kind: StageEventKind
  readonly stage: string
  readonly at: Date
  /** Only with `WITHDRAWN`; unknown counts as before the step. */
  readonly withdrawalTiming?: 'UNSCHEDULED' | 'BEFORE_STEP' | 'AFTER_STEP'
}

export interface ApplicationHistory {
  readonly applicationId: string
  readonly appliedAt: Date
  readonly events: readonly StageEvent[]
}

export type StageResult = 'PASSED' | 'REJECTED' | 'WITHDRAWN_BEFORE' | 'WITHDRAWN_AFTER' | 'CLOSED' | 'IN_PROCESS'

/** What became of one application at one stage it reached. */
export interface StageVisit {
  readonly result: StageResult
  readonly enteredAt: Date
  /** When the result came about; for `IN_PROCESS` absent. */
  readonly resultAt?: Date
}

/**
 * Folds one application's events into its visit of each stage, looking no further than `asOf`.
 * - reached: entered it, or has a result there. A stage skipped (waived) is not reached.
 * - passed: recorded as passed, or a later stage of the flow was entered or decided afterwards.
 * - moved back: entering a stage again is a correction; what the later stages said no longer counts.
 * - on hold or silent: still in process, that is right-censored at `asOf`.
 * Stages outside `flow` are ignored. Events of one instant are read in flow order, entering first.
 */
export function stageVisits(
  history: ApplicationHistory,
  flow: readonly string[],
  asOf: Date,
): ReadonlyMap<string, StageVisit> {
  const position = new Map(flow.map((stage, index) => [stage, index]))
  const place = (stage: string): number => position.get(stage) ?? -1
  const seen = history.events
    .filter((event) => place(event.stage) >= 0 && event.at <= asOf)
    .toSorted(
      (a, b) =>
        a.at.getTime() - b.at.getTime() ||
        place(a.stage) - place(b.stage) ||
        Number(b.kind === 'ENTERED') - Number(a.kind === 'ENTERED'),
    )
  const visits = new Map<string, StageVisit>()
  for (const event of seen) {
    const here = place(event.stage)
    if (event.kind === 'ENTERED') {
      for (const stage of visits.keys()) if (place(stage) >= here) visits.delete(stage)
    }
    for (const [stage, visit] of visits) {
      if (place(stage) < here && visit.result === 'IN_PROCESS') {
        visits.set(stage, { ...visit, result: 'PASSED', resultAt: event.at })
      }
    }
    const enteredAt = visits.get(event.stage)?.enteredAt ?? event.at
    const result = resultOf(event)
    visits.set(event.stage, { result, enteredAt, ...(result === 'IN_PROCESS' ? {} : { resultAt: event.at }) })
  }
  return visits
}

function resultOf(event: StageEvent): StageResult {
  switch (event.kind) {
    case 'ENTERED':
      return 'IN_PROCESS'
    case 'WITHDRAWN':
      return event.withdrawalTiming === 'AFTER_STEP' ? 'WITHDRAWN_AFTER' : 'WITHDRAWN_BEFORE'
    case 'PASSED':
    case 'REJECTED':
    case 'CLOSED':
      return event.kind
  }
}
