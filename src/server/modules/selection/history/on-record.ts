import type { ApplicationState, Stage, TransitionKind } from '../../../../contract/selection/selection-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import { application } from '../applications.ts'
import { evaluationsOf } from '../interviews/evaluations.ts'
import { standings } from './fold.ts'
import { interviewsOfApplications, type InterviewState } from '../interviews/store-interviews.ts'
import { transitionsOf } from './store-transitions.ts'

/** What is on record of one application's selection, for rules that ask whether something took place. */
export type SelectionOnRecord = {
  state: ApplicationState
  endedAt: Date | null
  /** Everything said of its course, in the order in which it happened. */
  steps: { kind: TransitionKind; stage: Stage | null; at: Date }[]
  /** Where the application stood after each of them. */
  course: { stage: Stage; state: ApplicationState; at: Date }[]
  interviews: { stage: Stage; state: InterviewState; startsAt: Date | null; recordedAt: Date }[]
  evaluations: { stage: Stage; at: Date }[]
}

export async function selectionOnRecord(work: Work, applicationId: string): Promise<SelectionOnRecord> {
  const { state, endedAt, appliedAt } = await application(work, applicationId)
  const steps = await transitionsOf(work, [applicationId])
  const interviews = await interviewsOfApplications(work, [applicationId])
  const evaluations = await evaluationsOf(work, [applicationId])
  return {
    state,
    endedAt,
    steps: steps.map(({ kind, stage, occurredAt }) => ({ kind, stage, at: occurredAt })),
    course: standings(appliedAt, steps).map(({ stage, state: stood, at }) => ({ stage, state: stood, at })),
    interviews: interviews.map(({ stage, state: held, startsAt, recordedAt }) => ({
      stage,
      state: held,
      startsAt,
      recordedAt,
    })),
    evaluations: evaluations.map(({ stage, occurredAt }) => ({ stage, at: occurredAt })),
  }
}
