import { sql } from 'kysely'
import type { ApplicationState, Channel, Stage, WithdrawalTiming } from '../../../contract/selection/selection-terms.ts'
import type { Work } from '../../kernel/work.ts'
import type { Course } from './history/fold.ts'

export type Application = Course & {
  id: string
  sourceRecordId: string
  personId: string
  openingId: string
  openingTitle: string
  channel: Channel
  channelLabel: string | null
  agency: string | null
  appliedAt: Date
  /** False for an application that was imported as history. */
  live: boolean
  connectionId: string | null
  remoteId: string | null
  /** The same person had applied before. */
  isReapplication: boolean
  version: number
  changedAt: Date
}

/** What every read of applications selects, of this company alone. */
export const applications = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('selection_application as a')
    .innerJoin('selection_opening as o', (join) =>
      join.onRef('o.id', '=', 'a.opening_id').on('o.company_id', '=', companyId),
    )
    .innerJoin('people_record_person as p', (join) =>
      join.onRef('p.source_record_id', '=', 'a.source_record_id').on('p.company_id', '=', companyId),
    )
    .where('a.company_id', '=', companyId)
    .select([
      'a.id',
      'a.source_record_id as sourceRecordId',
      'p.person_id as personId',
      'a.opening_id as openingId',
      'o.title as openingTitle',
      'a.channel',
      'a.channel_label as channelLabel',
      'a.agency',
      'a.applied_at as appliedAt',
      'a.live',
      'a.stage',
      'a.stage_since as stageSince',
      'a.state',
      'a.ended_at as endedAt',
      'a.end_reason as endReason',
      'a.end_live as endLive',
      'a.withdrawal_timing as withdrawalTiming',
      'a.connection_id as connectionId',
      'a.remote_id as remoteId',
      'a.version',
      'a.changed_at as changedAt',
    ])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('selection_listed as earlier')
            .select('earlier.id')
            .where('earlier.company_id', '=', companyId)
            .whereRef('earlier.person_id', '=', 'p.person_id')
            .whereRef('earlier.applied_at', '<', 'a.applied_at'),
        )
        .as('isReapplication'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof applications>['execute']>>[number]
export const typed = (row: Row): Application => ({
  ...row,
  personId: row.personId ?? '',
  isReapplication: Boolean(row.isReapplication),
  channel: row.channel as Channel,
  stage: row.stage as Stage,
  state: row.state as ApplicationState,
  withdrawalTiming: row.withdrawalTiming as WithdrawalTiming | null,
})

export async function findApplication(work: Work, id: string): Promise<Application | undefined> {
  const row = await applications(work).where('a.id', '=', id).executeTakeFirst()
  return row && typed(row)
}

export async function findApplications(work: Work, ids: readonly string[]): Promise<Application[]> {
  if (ids.length === 0) return []
  const rows = await applications(work)
    .where('a.id', '=', sql<string>`any (${ids as string[]}::uuid[])`)
    .execute()
  return rows.map(typed)
}

/** The applications of these persons that stand in one of the states. */
export async function applicationsInState(
  { tx, companyId }: Work,
  personIds: readonly string[],
  states: readonly ApplicationState[],
): Promise<{ id: string; personId: string }[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<{ id: string; personId: string }>`
    select a.id, p.person_id as "personId" from people_record_person p
    join selection_application a on a.company_id = ${companyId} and a.source_record_id = p.source_record_id
    where p.company_id = ${companyId} and p.person_id = any (${personIds as string[]}::uuid[])
      and a.state = any (${states as string[]}::text[])`.execute(tx)
  return rows
}

export async function findRemoteApplication(
  work: Work,
  { connectionId, remoteId }: { connectionId: string; remoteId: string },
): Promise<Application | undefined> {
  const row = await applications(work)
    .where('a.connection_id', '=', connectionId)
    .where('a.remote_id', '=', remoteId)
    .executeTakeFirst()
  return row && typed(row)
}

/** Newest application first. */
export async function applicationsOfPersons(work: Work, personIds: readonly string[]): Promise<Application[]> {
  if (personIds.length === 0) return []
  const rows = await applications(work)
    .where('p.person_id', '=', sql<string>`any (${personIds as string[]}::uuid[])`)
    .orderBy('a.applied_at', 'desc')
    .orderBy('a.id', 'desc')
    .execute()
  return rows.map(typed)
}

export type ApplicationFilter = {
  openingId?: string | undefined
  states?: readonly ApplicationState[] | undefined
  stage?: Stage | undefined
  channel?: Channel | undefined
  /** Keyset: what lies after this application in the order of the list. */
  after?: { changedAt: Date; id: string } | undefined
  limit: number
}

/** Applications by when they last changed, newest first. */
export async function listApplications(work: Work, filter: ApplicationFilter): Promise<Application[]> {
  const { after } = filter
  let query = applications(work)
  if (filter.openingId) query = query.where('a.opening_id', '=', filter.openingId)
  if (filter.states) query = query.where('a.state', 'in', filter.states)
  if (filter.stage) query = query.where('a.stage', '=', filter.stage)
  if (filter.channel) query = query.where('a.channel', '=', filter.channel)
  if (after) query = query.where((e) => e(e.refTuple('a.changed_at', 'a.id'), '<', e.tuple(after.changedAt, after.id)))
  const rows = await query.orderBy('a.changed_at', 'desc').orderBy('a.id', 'desc').limit(filter.limit).execute()
  return rows.map(typed)
}

export type NewApplication = Pick<
  Application,
  | 'id'
  | 'sourceRecordId'
  | 'openingId'
  | 'channel'
  | 'channelLabel'
  | 'agency'
  | 'appliedAt'
  | 'live'
  | 'connectionId'
  | 'remoteId'
>

export async function insertApplication(
  { tx, companyId, now }: Work,
  application: NewApplication,
  course: Course,
): Promise<void> {
  await tx
    .insertInto('selection_application')
    .values({
      company_id: companyId,
      id: application.id,
      source_record_id: application.sourceRecordId,
      opening_id: application.openingId,
      channel: application.channel,
      channel_label: application.channelLabel,
      agency: application.agency,
      applied_at: application.appliedAt,
      live: application.live,
      ...columns(course),
      connection_id: application.connectionId,
      remote_id: application.remoteId,
      recorded_at: now,
      changed_at: now,
    })
    .execute()
}

const columns = (course: Course) => ({
  stage: course.stage,
  stage_since: course.stageSince,
  state: course.state,
  ended_at: course.endedAt,
  end_reason: course.endReason,
  end_live: course.endLive,
  withdrawal_timing: course.withdrawalTiming,
})

/** Writes where the application stands and counts the change. */
export async function putCourse({ tx, companyId, now }: Work, id: string, course: Course): Promise<number> {
  const row = await tx
    .updateTable('selection_application')
    .set((e) => ({ ...columns(course), version: e('version', '+', 1), changed_at: now }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** Holds the application's row until the Work ends. */
export async function lockApplication({ tx, companyId }: Work, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('selection_application')
    .select('id')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}
