import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'

export type DeliveryState = 'READY' | 'DONE' | 'UNUSED' | 'WAITING' | 'DEAD'
export type Delivery = {
  id: string
  kind: string
  state: DeliveryState
  attempts: number
  connectionId: string
  body: Buffer | null
  byteSize: number
  occurredAt: Date | null
  sourceRecordId: string | null
  reason: string | null
  receivedAt: Date
  settledAt: Date | null
}

const deliveries = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('intake_delivery')
    .select([
      'id',
      'kind',
      'state',
      'attempts',
      'connection_id as connectionId',
      'body',
      'byte_size as byteSize',
      'occurred_at as occurredAt',
      'source_record_id as sourceRecordId',
      'reason',
      'received_at as receivedAt',
      'settled_at as settledAt',
    ])
    .where('company_id', '=', companyId)

/** The delivery, held until the Work ends. */
export const holdDelivery = async (work: Work, id: string): Promise<Delivery | undefined> =>
  (await deliveries(work).where('id', '=', id).forUpdate().executeTakeFirst()) as Delivery | undefined

export type DeliveryFilter = {
  connectionId: string
  states?: readonly DeliveryState[] | undefined
  after?: string | undefined
  limit: number
}

export async function listDeliveries(work: Work, filter: DeliveryFilter): Promise<Delivery[]> {
  let query = deliveries(work).where('connection_id', '=', filter.connectionId)
  if (filter.states) query = query.where('state', 'in', filter.states)
  if (filter.after) query = query.where('id', '<', filter.after)
  return (await query.orderBy('id', 'desc').limit(filter.limit).execute()) as Delivery[]
}

export async function countWaiting({ tx, companyId }: Work): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('intake_delivery')
    .select((e) => ['connection_id as connectionId', e.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .where('state', 'in', ['WAITING', 'DEAD'])
    .groupBy('connection_id')
    .execute()
  return new Map(rows.map(({ connectionId, count }) => [connectionId, count]))
}

type NewDelivery = { id: string; connectionId: string; remoteKey: string; body: Buffer; bodySha256: string }

/** False when this delivery was kept before. */
export async function insertDelivery({ tx, companyId, now }: Work, arrived: NewDelivery): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('intake_delivery')
    .values({
      company_id: companyId,
      id: arrived.id,
      kind: 'delivery',
      state: 'READY',
      due_at: now,
      connection_id: arrived.connectionId,
      remote_key: arrived.remoteKey,
      body: arrived.body,
      body_sha256: arrived.bodySha256,
      byte_size: arrived.body.length,
      received_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'connection_id', 'remote_key']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

type Settled = {
  state: 'DONE' | 'UNUSED' | 'WAITING'
  kind?: string
  reason?: string | null
  occurredAt?: Date | null
  sourceRecordId?: string | null
  /** The record or application whose arrival makes it due again. */
  waitsFor?: string | null
}

export async function settleDelivery({ tx, companyId, now }: Work, id: string, settled: Settled): Promise<void> {
  await tx
    .updateTable('intake_delivery')
    .set({
      state: settled.state,
      lease_until: null,
      last_error: null,
      settled_at: now,
      reason: settled.reason ?? null,
      waits_for: settled.waitsFor ?? null,
      // What was said of someone who was erased is not kept.
      ...(settled.reason === 'PERSON_ERASED' && { body: null }),
      ...(settled.kind && { kind: settled.kind }),
      ...(settled.occurredAt && { occurred_at: settled.occurredAt }),
      ...(settled.sourceRecordId && { source_record_id: settled.sourceRecordId }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/**
 * Lets the deliveries that bring a record or an application and those that need it follow one another until their Works
 * end: otherwise one could begin to wait just after the other looked for who waits, and nothing would wake it.
 */
export async function holdAwaited({ tx, companyId }: Work, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`intake/${companyId}/${id}`}, 0))`.execute(tx)
}

/** Makes deliveries due again: one, or those that wait for a record or an application. */
export async function retryDeliveries(
  { tx, companyId, now }: Work,
  which: { id: string } | { waitsFor: string },
): Promise<void> {
  let query = tx
    .updateTable('intake_delivery')
    .set({ state: 'READY', due_at: now, lease_until: null, attempts: 0, settled_at: null, waits_for: null })
    .where('company_id', '=', companyId)
    .where('state', 'in', ['WAITING', 'DEAD'])
  if ('id' in which) query = query.where('id', '=', which.id)
  else query = query.where('waits_for', '=', which.waitsFor)
  await query.execute()
}
