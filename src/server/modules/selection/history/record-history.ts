import { searchKey } from '../../../../engines/japanese/index.ts'
import { maskForbidden } from '../../../../engines/forbidden/index.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { applicationChanged, evaluationRecorded } from '../announcements.ts'
import { recordTransition, type NewApplication, type NewTransition } from '../applications.ts'
import { recordEvaluation, type NewEvaluation } from '../interviews/evaluations.ts'
import { fold, type Course } from './fold.ts'
import { readGrade } from '../interviews/grades.ts'
import { openOpening } from '../openings/openings.ts'
import { findOpeningByTitle } from '../openings/store-openings.ts'
import * as bulk from './store-bulk.ts'
import type { KeptTransition } from './store-transitions.ts'

/** One application of the past with everything its source says of it. */
export type History = {
  application: Omit<NewApplication, 'live'> & { openingTitle: string }
  transitions: readonly Omit<NewTransition, 'applicationId' | 'live'>[]
  evaluation: Omit<NewEvaluation, 'applicationId'> | null
}

/**
 * Keeps many applications of the past (`live` is false: none ever makes a letter), in about a dozen statements for those
 * that are not known; those that are take the way of one. Idempotent by the ids, which must differ from each other. An
 * evaluation whose grade is of no known scale is left out: ask `readGrade` before.
 */
export async function recordHistory(
  work: Work,
  histories: readonly History[],
): Promise<Map<string, { created: boolean; changed: boolean }>> {
  const known = await bulk.knownApplications(
    work,
    histories.map(({ application }) => application.id),
  )
  const answers = new Map<string, { created: boolean; changed: boolean }>()
  const fresh = histories.filter(({ application }) => !known.has(application.id))
  await openAll(work, fresh)
  for (const { application } of fresh) answers.set(application.id, { created: true, changed: true })
  for (const history of histories.filter(({ application }) => known.has(application.id)))
    answers.set(history.application.id, { created: false, changed: await goOn(work, history) })
  return answers
}

async function goOn(work: Work, { application, transitions, evaluation }: History): Promise<boolean> {
  let changed = false
  for (const transition of transitions) {
    const kept = await recordTransition(work, { ...transition, applicationId: application.id, live: false })
    changed ||= kept.changed
  }
  if (evaluation && readGrade(evaluation.grade, evaluation.outOf))
    await recordEvaluation(work, { ...evaluation, applicationId: application.id })
  return changed
}

type Opened = { history: History; openingId: string; transitions: KeptTransition[]; course: Course }

async function openAll(work: Work, histories: readonly History[]): Promise<void> {
  const openings = await openingsOf(work, histories)
  const opened = histories.map((history): Opened => {
    const transitions = history.transitions.map((one) => kept(work, one, history.application.id))
    return {
      history,
      openingId: openings.get(titleOf(history))!,
      transitions,
      course: fold(history.application.appliedAt, transitions),
    }
  })
  await bulk.insertApplications(
    work,
    opened.map(({ history, openingId, course }) => ({ ...history.application, openingId, course })),
  )
  await bulk.insertTransitions(
    work,
    opened.flatMap(({ transitions }) => transitions),
  )
  await work.announceAll(applicationChanged, opened.map(changeOf))
  await evaluateAll(work, opened)
}

async function evaluateAll(work: Work, opened: readonly Opened[]): Promise<void> {
  const evaluations = opened.flatMap(({ history: { application, evaluation }, course }) => {
    const recommendation = evaluation && readGrade(evaluation.grade, evaluation.outOf)
    if (!evaluation || !recommendation) return []
    const { id, sourceRecordId } = application
    const comment = evaluation.comment ? maskForbidden(evaluation.comment) : null
    return [
      {
        ...evaluation,
        applicationId: id,
        sourceRecordId,
        stage: evaluation.stage ?? course.stage,
        recommendation,
        comment,
      },
    ]
  })
  await bulk.insertEvaluations(work, evaluations)
  await work.announceAll(
    evaluationRecorded,
    evaluations.map(({ id, applicationId, sourceRecordId }) => ({
      subjectId: id,
      version: 1,
      payload: { evaluationId: id, applicationId, sourceRecordId },
    })),
  )
}

const titleOf = ({ application }: History) => application.openingTitle.trim().slice(0, 200) || '(求人名なし)'

/** The opening of each title; a title that no opening has begins one that is closed. */
async function openingsOf(work: Work, histories: readonly History[]): Promise<Map<string, string>> {
  const openings = new Map<string, string>()
  for (const title of new Set(histories.map(titleOf))) {
    const known = await findOpeningByTitle(work, searchKey(title))
    openings.set(title, (known ?? (await openOpening(work, { id: newId(), title, status: 'CLOSED' }))).id)
  }
  return openings
}

const kept = (work: Work, one: History['transitions'][number], applicationId: string): KeptTransition => ({
  id: one.id,
  applicationId,
  kind: one.kind,
  stage: one.stage ?? null,
  reason: one.reason ?? null,
  note: one.note ? maskForbidden(one.note) : null,
  withdrawalTiming: one.withdrawalTiming ?? null,
  live: false,
  occurredAt: one.occurredAt,
  sourceVersion: one.sourceVersion ?? null,
  actor: `${work.actor.kind}:${work.actor.id}`,
  recordedAt: work.now,
})

const changeOf = ({ history: { application }, openingId, course }: Opened) => ({
  subjectId: application.id,
  version: 1,
  payload: {
    applicationId: application.id,
    sourceRecordId: application.sourceRecordId,
    openingId,
    connectionId: application.connectionId ?? null,
    channel: application.channel,
    agency: application.agency ?? null,
    stage: course.stage,
    state: course.state,
    live: false,
    endedAt: course.endedAt?.toISOString() ?? null,
    reason: course.endReason,
  },
})
