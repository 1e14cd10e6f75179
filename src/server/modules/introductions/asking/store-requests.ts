import { z } from 'zod'
import {
  IntroductionStep,
  type EndedBecause,
  type IntroductionProgress,
  type IntroductionState,
} from '../../../../contract/introductions/introductions.ts'
import type { Match } from '../../../../contract/matching.ts'
import { StatedPromises, type StatedPromise } from '../../../../contract/introductions/promises.ts'
import type { Work } from '../../../kernel/work.ts'
import { Job } from './job.ts'

export type ShownFacts = NonNullable<Match['anonymous']>['facts']

export type Request = {
  id: string
  openingId: string
  ref: string
  shown: ShownFacts
  job: Job
  message: string
  promises: StatedPromise[]
  state: IntroductionState
  progress: IntroductionProgress | null
  steps: IntroductionStep[]
  askedBy: string
  askedAt: Date
  answerBy: Date
  cancelAskedAt: Date | null
  endedAt: Date | null
  endedBecause: EndedBecause | null
  sourceRecordId: string | null
  applicationId: string | null
  isPersonGone: boolean
  version: number
  changedAt: Date
}

const requests = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('introductions_request')
    .select([
      'id',
      'opening_id as openingId',
      'ref',
      'shown',
      'job',
      'message',
      'promises',
      'state',
      'progress',
      'steps',
      'asked_by as askedBy',
      'asked_at as askedAt',
      'answer_by as answerBy',
      'cancel_asked_at as cancelAskedAt',
      'ended_at as endedAt',
      'ended_because as endedBecause',
      'source_record_id as sourceRecordId',
      'application_id as applicationId',
      'is_person_gone as isPersonGone',
      'version',
      'changed_at as changedAt',
    ])
    .where('company_id', '=', companyId)

type Row = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>
const typed = (row: Row): Request => ({
  ...row,
  shown: row.shown as ShownFacts,
  job: Job.parse(row.job),
  promises: StatedPromises.parse(row.promises),
  state: row.state as IntroductionState,
  progress: row.progress as IntroductionProgress | null,
  steps: z.array(IntroductionStep).parse(row.steps),
  endedBecause: row.endedBecause as EndedBecause | null,
  version: Number(row.version),
})

export async function findRequest(work: Work, id: string): Promise<Request | undefined> {
  const row = await requests(work).where('id', '=', id).executeTakeFirst()
  return row && typed(row)
}

/** The request, held until this Work ends: it is settled by one Work after the other. */
export async function lockRequest(work: Work, id: string): Promise<Request | undefined> {
  const row = await requests(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && typed(row)
}

export async function requestOfApplication(work: Work, applicationId: string): Promise<Request | undefined> {
  const row = await requests(work).where('application_id', '=', applicationId).forUpdate().executeTakeFirst()
  return row && typed(row)
}

export type Wanted = {
  state?: IntroductionState | undefined
  openingId?: string | undefined
  after?: { changedAt: Date; id: string } | undefined
  limit: number
}

export async function listRequests(work: Work, { state, openingId, after, limit }: Wanted): Promise<Request[]> {
  let query = requests(work).orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(limit)
  if (state) query = query.where('state', '=', state)
  if (openingId) query = query.where('opening_id', '=', openingId)
  if (after)
    query = query.where((e) =>
      e.or([
        e('changed_at', '<', after.changedAt),
        e.and([e('changed_at', '=', after.changedAt), e('id', '<', after.id)]),
      ]),
    )
  return (await query.execute()).map(typed)
}

/** The introductions whose person came with one of these records. */
export async function requestsOfRecords(work: Work, sourceRecordIds: readonly string[]): Promise<Request[]> {
  if (sourceRecordIds.length === 0) return []
  const rows = await requests(work).where('source_record_id', 'in', sourceRecordIds).execute()
  return rows.map(typed)
}

export type NewRequest = Pick<
  Request,
  'id' | 'openingId' | 'ref' | 'shown' | 'job' | 'message' | 'promises' | 'answerBy'
>

export async function insertRequest({ tx, companyId, now, actor }: Work, request: NewRequest): Promise<void> {
  await tx
    .insertInto('introductions_request')
    .values({
      company_id: companyId,
      id: request.id,
      opening_id: request.openingId,
      ref: request.ref,
      shown: JSON.stringify(request.shown),
      job: JSON.stringify(request.job),
      message: request.message,
      promises: JSON.stringify(request.promises),
      state: 'ASKED',
      asked_by: actor.id,
      asked_at: now,
      answer_by: request.answerBy,
      version: 1,
      changed_at: now,
    })
    .execute()
}

export type RequestChange = Partial<
  Pick<
    Request,
    | 'state'
    | 'progress'
    | 'steps'
    | 'answerBy'
    | 'cancelAskedAt'
    | 'endedAt'
    | 'endedBecause'
    | 'sourceRecordId'
    | 'applicationId'
  >
>

/** Changes a request that is held, and answers its version. */
export async function changeRequest({ tx, companyId, now }: Work, id: string, change: RequestChange): Promise<number> {
  const { state, progress, steps, answerBy, cancelAskedAt, endedAt, endedBecause, sourceRecordId, applicationId } =
    change
  const { version } = await tx
    .updateTable('introductions_request')
    .set((e) => ({
      ...(state && { state }),
      ...(progress !== undefined && { progress }),
      ...(steps && { steps: JSON.stringify(steps) }),
      ...(answerBy && { answer_by: answerBy }),
      ...(cancelAskedAt && { cancel_asked_at: cancelAskedAt }),
      ...(endedAt && { ended_at: endedAt }),
      ...(endedBecause && { ended_because: endedBecause }),
      ...(sourceRecordId && { source_record_id: sourceRecordId }),
      ...(applicationId && { application_id: applicationId }),
      version: e('version', '+', e.lit(1)),
      changed_at: now,
    }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return Number(version)
}

export type TalkLine = { id: string; introductionId: string; by: 'PERSON' | 'COMPANY'; text: string; at: Date }

/** Keeps what was said once under its id. */
export async function insertTalk({ tx, companyId }: Work, line: TalkLine): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('introductions_talk')
    .values({
      company_id: companyId,
      id: line.id,
      introduction_id: line.introductionId,
      said_by: line.by,
      text: line.text,
      said_at: line.at,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function talkOf({ tx, companyId }: Work, introductionIds: readonly string[]): Promise<TalkLine[]> {
  if (introductionIds.length === 0) return []
  const rows = await tx
    .selectFrom('introductions_talk')
    .select(['id', 'introduction_id', 'said_by', 'text', 'said_at'])
    .where('company_id', '=', companyId)
    .where('introduction_id', 'in', introductionIds)
    .orderBy('said_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    introductionId: row.introduction_id,
    by: row.said_by as TalkLine['by'],
    text: row.text,
    at: row.said_at,
  }))
}

export async function blankTalk({ tx, companyId }: Work, introductionIds: readonly string[]): Promise<void> {
  if (introductionIds.length === 0) return
  await tx
    .updateTable('introductions_talk')
    .set({ text: '' })
    .where('company_id', '=', companyId)
    .where('introduction_id', 'in', introductionIds)
    .where('said_by', '=', 'PERSON')
    .execute()
}

/** The person of a request that is held was erased from the relay. */
export async function markPersonGone({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .updateTable('introductions_request')
    .set({ is_person_gone: true })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** The ids of the requests that wait for an answer. */
export async function openRequests({ tx, companyId }: Work): Promise<string[]> {
  const rows = await tx
    .selectFrom('introductions_request')
    .select('id')
    .where('company_id', '=', companyId)
    .where('state', '=', 'ASKED')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
