import type { Recommendation, Stage } from '../../../../contract/selection/selection-terms.ts'
import { findForbidden, maskForbidden } from '../../../../engines/forbidden/index.ts'
import { violated } from '../../../kernel/errors.ts'
import type { Work } from '../../../kernel/work.ts'
import { evaluationRecorded } from '../announcements.ts'
import { application } from '../applications.ts'
import {
  evaluatedAlready,
  forbiddenNote,
  interviewCancelled,
  interviewNotBegun,
  interviewNotFound,
  notYourInterview,
  unreadableGrade,
} from '../errors.ts'
import { readGrade } from './grades.ts'
import * as store from './store-interviews.ts'
import type { Evaluation } from './store-interviews.ts'

export type NewEvaluation = {
  id: string
  applicationId: string
  /** The interview it is of, and the member of staff who gives it; neither for an evaluation that was imported. */
  interviewId?: string
  staffId?: string
  evaluator: string
  stage?: Stage
  /** In whatever scale it was given; `outOf` for numbers. */
  grade: string
  outOf?: number
  criteria?: Record<string, string>
  comment?: string
  /** The evaluation it corrects. */
  corrects?: string
  /** The source's own key, by which a repeated delivery is known. */
  remoteKey?: string
  occurredAt: Date
}

/**
 * Keeps an evaluation; idempotent by `id`, and by `remoteKey` within its application. One per interviewer and
 * interview: a second is refused (`selection.evaluated-already`) unless it corrects the one before. A grade of no known
 * scale is refused (`selection.unreadable-grade`).
 */
export async function recordEvaluation(work: Work, given: NewEvaluation): Promise<{ evaluationId: string }> {
  const { stage, sourceRecordId } = await application(work, given.applicationId)
  const recommendation = readGrade(given.grade, given.outOf)
  if (!recommendation) throw unreadableGrade({ grade: given.grade.slice(0, 40) })
  const comment = allowed(given)
  const kept: Parameters<typeof store.insertEvaluation>[1] = {
    id: given.id,
    applicationId: given.applicationId,
    interviewId: given.interviewId ?? null,
    staffId: given.staffId ?? null,
    evaluator: given.evaluator,
    stage: given.stage ?? stage,
    recommendation,
    grade: given.grade,
    criteria: given.criteria ?? {},
    comment,
    corrects: given.corrects ?? null,
    remoteKey: given.remoteKey ?? null,
    occurredAt: given.occurredAt,
  }
  try {
    if (!(await store.insertEvaluation(work, kept))) return { evaluationId: given.id }
  } catch (error) {
    const broken = violated(error)
    if (broken === 'selection_evaluation_once' || broken === 'selection_evaluation_corrected_once')
      throw evaluatedAlready({ interviewId: given.interviewId ?? '' })
    throw error
  }
  await work.announce(evaluationRecorded, {
    subjectId: given.id,
    version: 1,
    payload: { evaluationId: given.id, applicationId: given.applicationId, sourceRecordId },
  })
  return { evaluationId: given.id }
}

/** What staff type is refused with its word; what a system sends is masked. */
function allowed({ comment, staffId }: NewEvaluation): string | null {
  if (!comment) return null
  const found = findForbidden(comment)
  if (found && staffId) throw forbiddenNote({ field: 'comment', ...found })
  return maskForbidden(comment)
}

export type OwnEvaluation = {
  id: string
  interviewId: string
  recommendation: Recommendation
  criteria?: Record<string, string>
  comment?: string
  evaluator: string
}

/**
 * An interviewer's evaluation of an interview they hold; again, it corrects the one before. Anyone else's interview
 * is refused (`selection.not-your-interview`), and so is one that was cancelled (`selection.interview-cancelled`) or has not
 * begun (`selection.interview-not-begun`): an evaluation says what was seen in it. One without a time may be evaluated.
 */
export async function evaluateOwn(work: Work, given: OwnEvaluation): Promise<{ evaluationId: string }> {
  const { interviewId, recommendation, ...rest } = given
  const staffId = work.actor.id
  const found = await store.findInterview(work, interviewId)
  if (!found) throw interviewNotFound()
  const held = await store.interviewersOf(work, [interviewId])
  if (!held.some((one) => one.staffId === staffId)) throw notYourInterview({ interviewId })
  if (found.state === 'CANCELLED') throw interviewCancelled({ interviewId })
  if (found.startsAt !== null && found.startsAt > work.now)
    throw interviewNotBegun({ startsAt: found.startsAt.toISOString() })
  const [before] = standing(await store.evaluationsByStaff(work, staffId, [interviewId]))
  return recordEvaluation(work, {
    ...rest,
    applicationId: found.applicationId,
    interviewId,
    staffId,
    stage: found.stage,
    grade: recommendation,
    occurredAt: work.now,
    ...(before && before.id !== given.id && { corrects: before.id }),
  })
}

/** The evaluations that stand: those that no other corrects. */
export function standing(evaluations: readonly Evaluation[]): Evaluation[] {
  const corrected = new Set(evaluations.map(({ corrects }) => corrects).filter(Boolean))
  return evaluations.filter(({ id }) => !corrected.has(id))
}

/** The standing evaluations of some applications, oldest first. */
export const evaluationsOf = async (work: Work, applicationIds: readonly string[]): Promise<Evaluation[]> =>
  standing(await store.evaluationsOfApplications(work, applicationIds))
