import type { DataRequest } from '../../../contract/consent.ts'
import type { Work } from '../../kernel/work.ts'

export type Held = Omit<DataRequest, 'openedAt' | 'dueAt' | 'answeredAt'> & {
  sourceRecordId: string | null
  openedAt: Date
  dueAt: Date
  answeredAt: Date | null
  version: number
}

type New = Pick<Held, 'id' | 'kind' | 'via' | 'personId' | 'sourceRecordId' | 'said' | 'openedAt' | 'dueAt'>

export async function insertRequest({ tx, companyId }: Work, opened: New): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_request')
    .values({
      company_id: companyId,
      id: opened.id,
      kind: opened.kind,
      via: opened.via,
      person_id: opened.personId,
      source_record_id: opened.sourceRecordId,
      said: opened.said,
      state: 'OPEN',
      opened_at: opened.openedAt,
      due_at: opened.dueAt,
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

const selectRequests = ({ tx, companyId }: Work) =>
  tx.selectFrom('consent_request').selectAll().where('company_id', '=', companyId)

type Row = Awaited<ReturnType<ReturnType<typeof selectRequests>['executeTakeFirstOrThrow']>>

const heldOf = (row: Row): Held => ({
  id: row.id,
  kind: row.kind as Held['kind'],
  via: row.via as Held['via'],
  personId: row.person_id,
  sourceRecordId: row.source_record_id,
  said: row.said,
  state: row.state as Held['state'],
  openedAt: row.opened_at,
  dueAt: row.due_at,
  answer: row.answer,
  answeredBy: row.answered_by,
  answeredAt: row.answered_at,
  version: row.version,
})

export async function findRequest(work: Work, id: string): Promise<Held | undefined> {
  const row = await selectRequests(work).where('id', '=', id).executeTakeFirst()
  return row && heldOf(row)
}

type Page = { state?: Held['state'] | undefined; after: string | undefined; limit: number }

/** Ids grow with the time of opening, and every request has the same fourteen days: their order is that of the due day. */
export async function listRequests(work: Work, { state, after, limit }: Page): Promise<Held[]> {
  let query = selectRequests(work).orderBy('id').limit(limit)
  if (state) query = query.where('state', '=', state)
  if (after) query = query.where('id', '>', after)
  return (await query.execute()).map(heldOf)
}

export async function requestsOf(work: Work, personId: string, sourceRecordIds: readonly string[]): Promise<Held[]> {
  const rows = await selectRequests(work)
    .where((e) =>
      e.or([
        e('person_id', '=', personId),
        ...(sourceRecordIds.length > 0 ? [e('source_record_id', 'in', [...sourceRecordIds])] : []),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map(heldOf)
}

type Answer = { id: string; state: 'ANSWERED' | 'DECLINED'; answer: string }

/** The first answer counts: false when the request is not open. */
export async function closeRequest(
  { tx, companyId, actor, now }: Work,
  { id, state, answer }: Answer,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consent_request')
    .set((e) => ({ state, answer, answered_by: actor.id, answered_at: now, version: e('version', '+', 1) }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'OPEN')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Blanks what was written, and keeps that there was a request and when it was answered. */
export async function blankRequests(
  { tx, companyId }: Work,
  personId: string,
  sourceRecordIds: readonly string[],
): Promise<void> {
  await tx
    .updateTable('consent_request')
    .set((e) => ({ said: '', answer: e.case().when('answer', 'is', null).then(null).else('').end() }))
    .where('company_id', '=', companyId)
    .where((e) =>
      e.or([
        e('person_id', '=', personId),
        ...(sourceRecordIds.length > 0 ? [e('source_record_id', 'in', [...sourceRecordIds])] : []),
      ]),
    )
    .execute()
}

/** Requests that wait for an answer, those past their day, and the day that comes first. */
export async function countOpenRequests({
  tx,
  companyId,
  now,
}: Work): Promise<{ count: number; overdue: number; nextAt: Date | null }> {
  const row = await tx
    .selectFrom('consent_request')
    .select((e) => [
      e.fn.countAll<number>().as('count'),
      e.fn.countAll<number>().filterWhere('due_at', '<', now).as('overdue'),
      e.fn.min('due_at').as('nextAt'),
    ])
    .where('company_id', '=', companyId)
    .where('state', '=', 'OPEN')
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), overdue: Number(row.overdue), nextAt: row.nextAt }
}
