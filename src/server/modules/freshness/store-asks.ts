import { sql } from 'kysely'
import type { AskHindrance, askAnswers, askStates } from '../../../contract/pool/freshness.ts'
import type { PersonField } from '../../../contract/people/person-fields.ts'
import type { Work } from '../../kernel/work.ts'

export type Ask = {
  id: string
  kind: 'REFRESH' | 'POOL'
  sourceRecordId: string
  fields: PersonField[]
  state: (typeof askStates)[number]
  answer: (typeof askAnswers)[number] | null
  hindrance: AskHindrance | null
  plannedAt: Date
  sentAt: Date | null
  endedAt: Date | null
}

const columns = [
  'id',
  'kind',
  'source_record_id as sourceRecordId',
  'fields',
  'state',
  'answer',
  'reason as hindrance',
  'planned_at as plannedAt',
  'sent_at as sentAt',
  'ended_at as endedAt',
] as const

/** False when the person is being asked already, or the id was used before. */
export async function insertAsk(
  { tx, companyId, now, actor }: Work,
  ask: Pick<Ask, 'id' | 'kind' | 'sourceRecordId' | 'fields'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('freshness_ask')
    .values({
      company_id: companyId,
      id: ask.id,
      kind: ask.kind,
      source_record_id: ask.sourceRecordId,
      fields: ask.fields,
      state: 'PLANNED',
      planned_by: `${actor.kind}:${actor.id}`,
      planned_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function lockAsk({ tx, companyId }: Work, id: string): Promise<Ask | undefined> {
  const row = await tx
    .selectFrom('freshness_ask')
    .select(columns)
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row as Ask | undefined
}

export async function markSent({ tx, companyId }: Work, { id, sentAt }: { id: string; sentAt: Date }): Promise<void> {
  await tx
    .updateTable('freshness_ask')
    .set({ state: 'SENT', sent_at: sentAt })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'PLANNED')
    .execute()
}

export async function endAsk(
  { tx, companyId, now }: Work,
  end: { id: string; state: 'ANSWERED' | 'REFUSED'; answer?: Ask['answer']; hindrance?: AskHindrance },
): Promise<void> {
  await tx
    .updateTable('freshness_ask')
    .set({ state: end.state, answer: end.answer ?? null, reason: end.hindrance ?? null, ended_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', end.id)
    .execute()
}

/** Nobody answered until then; answers how many. */
export async function lapseAsks({ tx, companyId, now }: Work, sentBefore: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('freshness_ask')
    .set({ state: 'LAPSED', ended_at: now })
    .where('company_id', '=', companyId)
    .where('state', '=', 'SENT')
    .where('sent_at', '<', sentBefore)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Every question about these records, the latest first. */
export async function asksOf({ tx, companyId }: Work, sourceRecordIds: readonly string[]): Promise<Ask[]> {
  if (sourceRecordIds.length === 0) return []
  const rows = await tx
    .selectFrom('freshness_ask')
    .select(columns)
    .where('company_id', '=', companyId)
    .where('source_record_id', '=', sql<string>`any (${[...sourceRecordIds]}::uuid[])`)
    .orderBy('planned_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as Ask[]
}

export type AsksFilter = {
  before: string | undefined
  limit: number
  only?: { states: readonly Ask['state'][]; answers?: readonly Ask['answer'][]; since: Date } | undefined
}

export async function listAsks({ tx, companyId }: Work, { before, limit, only }: AsksFilter): Promise<Ask[]> {
  const rows = await tx
    .selectFrom('freshness_ask')
    .select(columns)
    .where('company_id', '=', companyId)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(planned_at, id) < (select b.planned_at, b.id from freshness_ask as b where b.company_id = ${companyId} and b.id = ${before ?? ''}::uuid)`,
      ),
    )
    .$if(only !== undefined, (query) =>
      query.where('state', 'in', [...(only?.states ?? [])]).where('planned_at', '>=', only?.since ?? new Date(0)),
    )
    .$if(only?.answers !== undefined, (query) => query.where('answer', 'in', [...(only?.answers ?? [])]))
    .orderBy('planned_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows as Ask[]
}

export type AskCounts = { state: Ask['state']; answer: Ask['answer']; count: number }

export async function countAsks({ tx, companyId }: Work, since: Date): Promise<AskCounts[]> {
  const rows = await tx
    .selectFrom('freshness_ask')
    .select((e) => ['state', 'answer', e.fn.countAll<string>().as('count')])
    .where('company_id', '=', companyId)
    .where('planned_at', '>=', since)
    .groupBy(['state', 'answer'])
    .execute()
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) })) as AskCounts[]
}

/** Questions to update planned since then, however they ended: what the day's limit is counted by. */
export async function countPlanned({ tx, companyId }: Work, since: Date): Promise<number> {
  const row = await tx
    .selectFrom('freshness_ask')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('company_id', '=', companyId)
    .where('kind', '=', 'REFRESH')
    .where('planned_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export async function deleteAsks({ tx, companyId }: Work, sourceRecordIds: readonly string[]): Promise<void> {
  if (sourceRecordIds.length === 0) return
  await tx
    .deleteFrom('freshness_ask')
    .where('company_id', '=', companyId)
    .where('source_record_id', 'in', [...sourceRecordIds])
    .execute()
}

/** Old questions are forgotten; a refusal to be asked again is kept as long as the person. */
export async function forgetAsks({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('freshness_ask')
    .where('company_id', '=', companyId)
    .where('planned_at', '<', before)
    .where('state', 'in', ['LAPSED', 'REFUSED', 'ANSWERED'])
    .where((e) => e.or([e('answer', 'is', null), e('answer', '<>', 'NOT_INTERESTED')]))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
