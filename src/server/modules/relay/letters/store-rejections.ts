import { sql, type Selectable } from 'kysely'
import type { NoLetterReason, ToldHow } from '../../../../contract/relay/relay-terms.ts'
import type { Channel, Stage } from '../../../../contract/selection/selection-terms.ts'
import type { RelayRejection } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'
import { mayBeMeant } from './lists/store-search.ts'

export type Rejection = {
  applicationId: string
  sourceRecordId: string
  openingId: string
  scope: string
  stage: Stage
  channel: Channel
  live: boolean
  endedAt: Date
  toldHow: ToldHow | 'LETTER' | 'LETTER_UNKNOWN' | null
  toldAt: Date | null
  reason: NoLetterReason | null
}

const fromRow = (row: Selectable<RelayRejection>): Rejection => ({
  applicationId: row.application_id,
  sourceRecordId: row.source_record_id,
  openingId: row.opening_id,
  scope: row.scope,
  stage: row.stage as Stage,
  channel: row.channel as Channel,
  live: row.live,
  endedAt: row.ended_at,
  toldHow: row.told_how as Rejection['toldHow'],
  toldAt: row.told_at,
  reason: row.reason as NoLetterReason | null,
})

/** Keeps the rejection; what is known of whether the person was told stays. */
export async function putRejection(
  { tx, companyId, now }: Work,
  rejection: Omit<Rejection, 'toldHow' | 'toldAt' | 'reason'>,
): Promise<void> {
  const values = {
    source_record_id: rejection.sourceRecordId,
    opening_id: rejection.openingId,
    scope: rejection.scope,
    stage: rejection.stage,
    channel: rejection.channel,
    live: rejection.live,
    ended_at: rejection.endedAt,
  }
  await tx
    .insertInto('relay_rejection')
    .values({ company_id: companyId, application_id: rejection.applicationId, ...values, recorded_at: now })
    .onConflict((conflict) => conflict.columns(['company_id', 'application_id']).doUpdateSet(values))
    .execute()
}

export async function dropRejection({ tx, companyId }: Work, applicationId: string): Promise<void> {
  await tx
    .deleteFrom('relay_rejection')
    .where('company_id', '=', companyId)
    .where('application_id', '=', applicationId)
    .execute()
}

export async function findRejection({ tx, companyId }: Work, applicationId: string): Promise<Rejection | undefined> {
  const row = await tx
    .selectFrom('relay_rejection')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** When the person was told of a rejection, by letter or as staff recorded it; null until then. */
export const rejectionToldAt = async (work: Work, applicationId: string): Promise<Date | null> =>
  (await findRejection(work, applicationId))?.toldAt ?? null

const anyOf = (ids: readonly string[]) => sql<string>`any (${ids as string[]}::uuid[])`

/** Which of these applications are rejections. */
export async function areRejections({ tx, companyId }: Work, applicationIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('relay_rejection')
    .select('application_id')
    .where('company_id', '=', companyId)
    .where('application_id', '=', anyOf(applicationIds))
    .execute()
  return new Set(rows.map((row) => row.application_id))
}

/** Of which of these rejections the person was told. */
export async function toldOf({ tx, companyId }: Work, applicationIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('relay_rejection')
    .select('application_id')
    .where('company_id', '=', companyId)
    .where('application_id', '=', anyOf(applicationIds))
    .where('told_at', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.application_id))
}

export async function putReason(
  { tx, companyId }: Work,
  { applicationId, reason }: { applicationId: string; reason: NoLetterReason | null },
): Promise<void> {
  await tx
    .updateTable('relay_rejection')
    .set({ reason })
    .where('company_id', '=', companyId)
    .where('application_id', '=', applicationId)
    .execute()
}

/** Marks the person as told, or as not told after all. */
export async function putTold(
  { tx, companyId, actor }: Work,
  { applicationId, how, at }: { applicationId: string; how: Rejection['toldHow']; at: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('relay_rejection')
    .set({ told_how: how, told_at: at, told_by: at === null ? null : `${actor.kind}:${actor.id}` })
    .where('company_id', '=', companyId)
    .where('application_id', '=', applicationId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type RejectionFilter = {
  scope?: string | undefined
  openingId?: string | undefined
  untold?: true | undefined
  endedFrom?: Date | undefined
  endedUntil?: Date | undefined
  applicationIds?: readonly string[] | undefined
}

export const filtered = ({ tx, companyId }: Work, filter: RejectionFilter) => {
  let select = tx.selectFrom('relay_rejection').where('company_id', '=', companyId)
  if (filter.scope) select = select.where('scope', '=', filter.scope)
  if (filter.openingId) select = select.where('opening_id', '=', filter.openingId)
  if (filter.untold) select = select.where('told_at', 'is', null)
  if (filter.endedFrom) select = select.where('ended_at', '>=', filter.endedFrom)
  if (filter.endedUntil) select = select.where('ended_at', '<', filter.endedUntil)
  if (filter.applicationIds) select = select.where('application_id', 'in', [...filter.applicationIds])
  return select
}

export async function countRejections(work: Work, filter: RejectionFilter): Promise<number> {
  const { count } = await filtered(work, filter)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type UntoldFilter = RejectionFilter & { text?: string | undefined }

/** People who were rejected and never told, the longest waiting first. */
export async function untold(
  work: Work,
  { after, limit, text, ...filter }: UntoldFilter & { after?: { at: Date; id: string } | undefined; limit: number },
): Promise<Rejection[]> {
  let select = filtered(work, { ...filter, untold: true })
  if (text) select = select.where(mayBeMeant(work, text, sql`source_record_id`))
  if (after) select = select.where((e) => e(e.refTuple('ended_at', 'application_id'), '>', e.tuple(after.at, after.id)))
  const rows = await select.selectAll().orderBy('ended_at').orderBy('application_id').limit(limit).execute()
  return rows.map(fromRow)
}

export async function countUntold(work: Work, since: Date): Promise<{ all: number; overdue: number }> {
  const { tx, companyId } = work
  const row = await tx
    .selectFrom('relay_rejection')
    .select((e) => [
      e.fn.countAll<number>().as('all'),
      e.fn.countAll<number>().filterWhere('ended_at', '<', since).as('overdue'),
    ])
    .where('company_id', '=', companyId)
    .where('told_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), overdue: Number(row.overdue) }
}

/** Where rejections came from, with how many. */
export async function countByScope({ tx, companyId }: Work): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('relay_rejection')
    .select((e) => ['scope', e.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .groupBy('scope')
    .execute()
  return new Map(rows.map(({ scope, count }) => [scope, Number(count)]))
}
