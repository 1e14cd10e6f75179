import { stages } from '../../../../contract/selection/selection-terms.ts'
import {
  stagePassages,
  type ApplicationHistory,
  type DateBasis,
  type StageEvent,
  type StagePassage,
} from '../../../../engines/statistics/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { companyRules } from '../../accounts/index.ts'
import { histories, type HistoryFilter, type HistoryRow } from '../reports.ts'

/** Below this many people a rate says more about chance than about the selection, so it is not shown. */
const leastForARate = 10

/** The least people behind a rate in this company: ten, or more where its own rule asks for more. */
export async function minimumNOf(work: Work): Promise<number> {
  return Math.max(leastForARate, (await companyRules(work)).kAnonymity)
}

/** The order of every selection; a stage that a company's own flow leaves out is never reached and not listed. */
export const flow: readonly string[] = stages.filter((stage) => stage !== 'JOIN_SCHEDULED' && stage !== 'JOINED')

/** One application as the statistics read it, and whose it is. */
export type Course = ApplicationHistory & { personId: string; openingId: string; channel: string; state: string }

/** The courses of the applications asked for. */
export async function readCourses(work: Work, filter: HistoryFilter): Promise<Course[]> {
  const courses: Course[] = []
  for await (const rows of histories(work, filter)) for (const course of coursesOf(rows)) courses.push(course)
  return courses
}

/** Folds rows (grouped by application) into courses. */
export function coursesOf(rows: readonly HistoryRow[]): Course[] {
  const courses: (Course & { events: StageEvent[] })[] = []
  for (const row of rows) {
    let course = courses.at(-1)
    if (course?.applicationId !== row.applicationId) {
      const { applicationId, personId, openingId, channel, appliedAt, state } = row
      course = {
        applicationId,
        personId,
        openingId,
        channel,
        appliedAt,
        state,
        events: [{ kind: 'ENTERED', stage: 'APPLIED', at: appliedAt }],
      }
      courses.push(course)
    }
    const event = eventOf(row)
    if (event) course.events.push(event)
  }
  return courses
}

/** What a transition says about a stage; a hold says nothing, and whoever reopens enters the stage again. */
function eventOf({ kind, stage, occurredAt, withdrawalTiming }: HistoryRow): StageEvent | undefined {
  if (kind === null || occurredAt === null) return undefined
  const at = occurredAt
  switch (kind) {
    case 'STAGE':
    case 'REOPEN':
      return { kind: 'ENTERED', stage, at }
    case 'REJECT':
      return { kind: 'REJECTED', stage, at }
    case 'WITHDRAW':
      return { kind: 'WITHDRAWN', stage, at, withdrawalTiming: timingOf(withdrawalTiming) }
    case 'OFFER':
      return { kind: 'ENTERED', stage: 'OFFER', at }
    case 'ACCEPT':
    case 'HIRE':
      return { kind: 'PASSED', stage: 'OFFER', at }
    case 'DECLINE':
      return { kind: 'WITHDRAWN', stage: 'OFFER', at, withdrawalTiming: 'AFTER_STEP' }
    case 'DUPLICATE':
      return { kind: 'CLOSED', stage, at }
    default:
      return undefined
  }
}

const timingOf = (timing: string | null): 'UNSCHEDULED' | 'BEFORE_STEP' | 'AFTER_STEP' =>
  timing === 'BEFORE_STEP' || timing === 'AFTER_STEP' ? timing : 'UNSCHEDULED'

export type PassageQuestion = { basis: DateBasis; from: Date; until: Date; asOf: Date; minimumN: number }

/** The rates by stage, of the stages that anybody reached. */
export function passages(
  courses: readonly Course[],
  { basis, from, until, asOf, minimumN }: PassageQuestion,
): StagePassage[] {
  return stagePassages(courses, { flow, basis, period: { from, until }, asOf, minimumN }).filter(
    ({ reached }) => reached > 0,
  )
}
