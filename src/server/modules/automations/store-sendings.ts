import { sql } from 'kysely'
import type { EventKind, Sending } from '../../../contract/webhooks.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'

export type StoredSending = {
  id: string
  endpointId: string
  eventId: string
  kind: EventKind
  state: Sending['state']
  tries: number
  lastStatus: number | null
  lastError: string | null
  lastTriedAt: Date | null
  dueAt: Date
  recordedAt: Date
  data: Record<string, unknown>
  occurredAt: Date
}

/** Keeps an event; false where it was kept before. */
export async function insertEvent(
  { tx, companyId, now }: Work,
  { id, kind, data }: { id: string; kind: EventKind; data: object },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('automations_message')
    .values({ company_id: companyId, id, kind, data: JSON.stringify(data), recorded_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** One sending of an event, due at once; held where the endpoint is paused. */
export async function insertSending(
  { tx, companyId, now }: Work,
  { eventId, endpointId, kind, isHeld }: { eventId: string; endpointId: string; kind: EventKind; isHeld: boolean },
): Promise<void> {
  await tx
    .insertInto('automations_sending')
    .values({
      company_id: companyId,
      id: newId(),
      kind,
      state: isHeld ? 'HELD' : 'READY',
      due_at: now,
      endpoint_id: endpointId,
      event_id: eventId,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Removes what was told of how somebody's search goes on, with every sending of it that waits or could be repeated. */
export async function forgetActivity({ tx, companyId }: Work, sourceRecordId: string): Promise<void> {
  await tx
    .deleteFrom('automations_message')
    .where('company_id', '=', companyId)
    .where('kind', '=', 'activity.changed' satisfies EventKind)
    .where(sql<boolean>`data ->> 'sourceRecordId' = ${sourceRecordId} and data ->> 'activity' is not null`)
    .execute()
}

const sendings = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('automations_sending as sending')
    .innerJoin('automations_message as event', (join) =>
      join.onRef('event.id', '=', 'sending.event_id').on('event.company_id', '=', companyId),
    )
    .select([
      'sending.id',
      'sending.endpoint_id as endpointId',
      'sending.event_id as eventId',
      'sending.kind',
      'sending.state',
      'sending.tries',
      'sending.last_status as lastStatus',
      'sending.last_error as lastError',
      'sending.last_tried_at as lastTriedAt',
      'sending.due_at as dueAt',
      'sending.recorded_at as recordedAt',
      'event.data',
      'event.recorded_at as occurredAt',
    ])
    .where('sending.company_id', '=', companyId)

export async function findSending(work: Work, id: string): Promise<StoredSending | undefined> {
  return (await sendings(work).where('sending.id', '=', id).executeTakeFirst()) as StoredSending | undefined
}

/** Newest first, those after the cursor. */
export async function listSendings(
  work: Work,
  {
    endpointId,
    states,
    after,
    limit,
  }: {
    endpointId: string
    states: readonly Sending['state'][]
    after: string | undefined
    limit: number
  },
): Promise<StoredSending[]> {
  const rows = await sendings(work)
    .where('sending.endpoint_id', '=', endpointId)
    .where('sending.state', 'in', states)
    .$if(after !== undefined, (query) => query.where('sending.id', '<', after!))
    .orderBy('sending.id', 'desc')
    .limit(limit)
    .execute()
  return rows as StoredSending[]
}

export type Settled = {
  state: Sending['state']
  tries: number
  dueAt: Date
  lastStatus: number | null
  lastError: string | null
}

/** Writes how a try ended and gives the lease back, if it is still waiting for one. */
export async function settleSending({ tx, companyId, now }: Work, id: string, settled: Settled): Promise<void> {
  await tx
    .updateTable('automations_sending')
    .set({
      state: settled.state,
      tries: settled.tries,
      attempts: 0,
      due_at: settled.dueAt,
      last_status: settled.lastStatus,
      last_error: settled.lastError,
      last_tried_at: now,
      lease_until: null,
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .execute()
}

/** Puts a sending off without counting a try. */
export async function putOff({ tx, companyId }: Work, id: string, until: Date): Promise<void> {
  await tx
    .updateTable('automations_sending')
    .set({ due_at: until, attempts: 0, lease_until: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .execute()
}

export async function holdSending({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .updateTable('automations_sending')
    .set({ state: 'HELD', attempts: 0, lease_until: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .execute()
}

export async function releaseHeld({ tx, companyId, now }: Work, endpointId: string): Promise<void> {
  await tx
    .updateTable('automations_sending')
    .set({ state: 'READY', due_at: now })
    .where('company_id', '=', companyId)
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'HELD')
    .execute()
}

export async function dropUnsent({ tx, companyId }: Work, endpointId: string): Promise<void> {
  await tx
    .deleteFrom('automations_sending')
    .where('company_id', '=', companyId)
    .where('endpoint_id', '=', endpointId)
    .where('state', 'in', ['READY', 'HELD'])
    .execute()
}

/** Makes what ended due again from the first try on: one sending, or an endpoint's since a time. Says how many. */
export async function restart(
  { tx, companyId, now }: Work,
  {
    id,
    endpointId,
    since,
    states,
  }: {
    id?: string
    endpointId?: string
    since?: Date
    states: readonly Sending['state'][]
  },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('automations_sending')
    .set({ state: 'READY', due_at: now, tries: 0, attempts: 0, lease_until: null })
    .where('company_id', '=', companyId)
    .where('state', 'in', states)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .$if(endpointId !== undefined, (query) => query.where('endpoint_id', '=', endpointId!))
    .$if(since !== undefined, (query) => query.where('recorded_at', '>=', since!))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** By endpoint: how many wait and how many were given up. */
export async function countSendings({ tx, companyId }: Work): Promise<Map<string, { waiting: number; dead: number }>> {
  const { rows } = await sql<{ endpointId: string; waiting: string; dead: string }>`
    select endpoint_id as "endpointId", count(*) filter (where state in ('READY', 'HELD')) as waiting,
           count(*) filter (where state = 'DEAD') as dead
    from automations_sending where company_id = ${companyId} and state <> 'DONE' group by endpoint_id`.execute(tx)
  return new Map(
    rows.map(({ endpointId, waiting, dead }) => [endpointId, { waiting: Number(waiting), dead: Number(dead) }]),
  )
}

/** Forgets events recorded before the time, with their sendings, unless one is still to be sent. */
export async function forgetEvents({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from automations_message as event
    where event.company_id = ${companyId} and event.recorded_at < ${before}
      and not exists (select from automations_sending as sending
        where sending.company_id = ${companyId} and sending.event_id = event.id and sending.state in ('READY', 'HELD'))
  `.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Ids of sendings that are due although their endpoint was removed. */
export async function sendingsToNobody({ tx, companyId }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select sending.id from automations_sending as sending
    join automations_endpoint as endpoint
      on endpoint.company_id = ${companyId} and endpoint.id = sending.endpoint_id
    where sending.company_id = ${companyId} and endpoint.state = 'REMOVED' and sending.state in ('READY', 'HELD')
    limit 100`.execute(tx)
  return rows.map(({ id }) => id)
}
