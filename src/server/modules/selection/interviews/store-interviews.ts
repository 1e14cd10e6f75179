import type { Recommendation, Stage } from '../../../../contract/selection/selection-terms.ts'
import type { Work } from '../../../kernel/work.ts'

export type InterviewState = 'SCHEDULED' | 'DONE' | 'CANCELLED'
export type Interview = {
  id: string
  applicationId: string
  stage: Stage
  startsAt: Date | null
  endsAt: Date | null
  place: string | null
  state: InterviewState
  /** When it was first heard of. */
  recordedAt: Date
}
export type NewInterview = Omit<Interview, 'recordedAt'> & { connectionId: string | null; remoteId: string | null }

const interviews = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('selection_interview as i')
    .where('i.company_id', '=', companyId)
    .select([
      'i.id',
      'i.application_id as applicationId',
      'i.stage',
      'i.starts_at as startsAt',
      'i.ends_at as endsAt',
      'i.place',
      'i.state',
      'i.recorded_at as recordedAt',
    ])

const typed = (row: Omit<Interview, 'stage' | 'state'> & { stage: string; state: string }): Interview => ({
  ...row,
  stage: row.stage as Stage,
  state: row.state as InterviewState,
})

export async function findInterview(work: Work, id: string): Promise<Interview | undefined> {
  const row = await interviews(work).where('i.id', '=', id).executeTakeFirst()
  return row && typed(row)
}

export async function findRemoteInterview(
  work: Work,
  at: { connectionId: string; remoteId: string },
): Promise<Interview | undefined> {
  const row = await interviews(work)
    .where('i.connection_id', '=', at.connectionId)
    .where('i.remote_id', '=', at.remoteId)
    .executeTakeFirst()
  return row && typed(row)
}

export async function interviewsOfApplications(work: Work, applicationIds: readonly string[]): Promise<Interview[]> {
  if (applicationIds.length === 0) return []
  const rows = await interviews(work).where('i.application_id', 'in', applicationIds).orderBy('i.starts_at').execute()
  return rows.map(typed)
}

export async function interviewsOfStaff(work: Work, staffId: string): Promise<Interview[]> {
  const rows = await interviews(work)
    .innerJoin('selection_interviewer as s', (join) =>
      join.onRef('s.interview_id', '=', 'i.id').on('s.company_id', '=', work.companyId),
    )
    .where('s.staff_id', '=', staffId)
    .where('i.state', '<>', 'CANCELLED')
    .orderBy('i.starts_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(typed)
}

/** Keeps the interview as it stands now, and answers how often it was said. */
export async function putInterview({ tx, companyId, now }: Work, interview: NewInterview): Promise<number> {
  const { version } = await tx
    .insertInto('selection_interview')
    .values({
      company_id: companyId,
      id: interview.id,
      application_id: interview.applicationId,
      stage: interview.stage,
      starts_at: interview.startsAt,
      ends_at: interview.endsAt,
      place: interview.place,
      state: interview.state,
      connection_id: interview.connectionId,
      remote_id: interview.remoteId,
      recorded_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'id']).doUpdateSet((e) => ({
        stage: e.ref('excluded.stage'),
        starts_at: e.ref('excluded.starts_at'),
        ends_at: e.ref('excluded.ends_at'),
        place: e.ref('excluded.place'),
        state: e.ref('excluded.state'),
        version: e('selection_interview.version', '+', e.lit(1)),
      })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return Number(version)
}

/** Makes the interviewers of an interview exactly these. */
export async function putInterviewers(
  { tx, companyId, now }: Work,
  interviewId: string,
  staffIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('selection_interviewer')
    .where('company_id', '=', companyId)
    .where('interview_id', '=', interviewId)
    .execute()
  if (staffIds.length === 0) return
  await tx
    .insertInto('selection_interviewer')
    .values(
      staffIds.map((id) => ({ company_id: companyId, interview_id: interviewId, staff_id: id, recorded_at: now })),
    )
    .execute()
}

export async function interviewersOf(
  { tx, companyId }: Work,
  interviewIds: readonly string[],
): Promise<{ interviewId: string; staffId: string }[]> {
  if (interviewIds.length === 0) return []
  return tx
    .selectFrom('selection_interviewer')
    .select(['interview_id as interviewId', 'staff_id as staffId'])
    .where('company_id', '=', companyId)
    .where('interview_id', 'in', interviewIds)
    .execute()
}

export type Evaluation = {
  id: string
  applicationId: string
  interviewId: string | null
  staffId: string | null
  evaluator: string
  stage: Stage
  recommendation: Recommendation
  /** As it was given, in the scale it was given in. */
  grade: string
  criteria: Record<string, string>
  comment: string | null
  corrects: string | null
  occurredAt: Date
  recordedAt: Date
}

const evaluations = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('selection_evaluation')
    .where('company_id', '=', companyId)
    .select([
      'id',
      'application_id as applicationId',
      'interview_id as interviewId',
      'staff_id as staffId',
      'evaluator',
      'stage',
      'recommendation',
      'grade',
      'criteria',
      'comment',
      'corrects',
      'occurred_at as occurredAt',
      'recorded_at as recordedAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof evaluations>['execute']>>[number]
const evaluation = (row: Row): Evaluation => ({
  ...row,
  stage: row.stage as Stage,
  recommendation: row.recommendation as Recommendation,
  criteria: row.criteria as Record<string, string>,
})

/** Every evaluation ever recorded of these applications, those corrected since included, oldest first. */
export async function evaluationsOfApplications(work: Work, applicationIds: readonly string[]): Promise<Evaluation[]> {
  if (applicationIds.length === 0) return []
  const rows = await evaluations(work)
    .where('application_id', 'in', applicationIds)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(evaluation)
}

export async function evaluationsByStaff(
  work: Work,
  staffId: string,
  interviewIds: readonly string[],
): Promise<Evaluation[]> {
  if (interviewIds.length === 0) return []
  const rows = await evaluations(work)
    .where('staff_id', '=', staffId)
    .where('interview_id', 'in', interviewIds)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(evaluation)
}

/** False when an evaluation of this id, or of this key of its source, is already kept. */
export async function insertEvaluation(
  { tx, companyId, now }: Work,
  kept: Omit<Evaluation, 'recordedAt'> & { remoteKey: string | null },
): Promise<boolean> {
  const known = await tx
    .selectFrom('selection_evaluation')
    .select('id')
    .where('company_id', '=', companyId)
    .where((e) =>
      e.or([
        e('id', '=', kept.id),
        e.and([e('application_id', '=', kept.applicationId), e('remote_key', '=', kept.remoteKey)]),
      ]),
    )
    .executeTakeFirst()
  if (known) return false
  await tx
    .insertInto('selection_evaluation')
    .values({
      company_id: companyId,
      id: kept.id,
      application_id: kept.applicationId,
      interview_id: kept.interviewId,
      staff_id: kept.staffId,
      evaluator: kept.evaluator,
      stage: kept.stage,
      recommendation: kept.recommendation,
      grade: kept.grade,
      criteria: JSON.stringify(kept.criteria),
      comment: kept.comment,
      corrects: kept.corrects,
      remote_key: kept.remoteKey,
      occurred_at: kept.occurredAt,
      recorded_at: now,
    })
    .execute()
  return true
}
