import { sql, type Selectable } from 'kysely'
import type { LinkWriting as Shown } from '../../../../contract/relay/link-field.ts'
import { newId } from '../../../kernel/ids.ts'
import type { RelayLinkWriting } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

export type StoredState = 'READY' | 'DONE' | 'HELD' | 'REFUSED' | 'DEAD'
export type Writing = {
  id: string
  state: StoredState
  connectionId: string
  remoteId: string | null
  sourceRecordId: string
  applicationId: string
  letterId: string | null
  reason: string | null
  version: number
  writtenVersion: number
  tries: number
  dueAt: Date
  touchedAt: Date | null
  writtenAt: Date | null
  changedAt: Date
}

const fromRow = (row: Selectable<RelayLinkWriting>): Writing => ({
  id: row.id,
  state: row.state as StoredState,
  connectionId: row.connection_id,
  remoteId: row.remote_id,
  sourceRecordId: row.source_record_id,
  applicationId: row.application_id,
  letterId: row.letter_id,
  reason: row.reason,
  version: row.version,
  writtenVersion: row.written_version,
  tries: row.tries,
  dueAt: row.due_at,
  touchedAt: row.touched_at,
  writtenAt: row.written_at,
  changedAt: row.changed_at,
})

const writings = ({ tx, companyId }: Work) =>
  tx.selectFrom('relay_link_writing').selectAll().where('company_id', '=', companyId)

export async function findWriting(work: Work, id: string): Promise<Writing | undefined> {
  const row = await writings(work).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The writings of one application, or of some records. */
export async function writingsAbout(
  work: Work,
  { applicationId, sourceRecordIds }: { applicationId?: string; sourceRecordIds?: readonly string[] },
): Promise<Writing[]> {
  if (sourceRecordIds?.length === 0) return []
  const rows = await writings(work)
    .$if(applicationId !== undefined, (query) => query.where('application_id', '=', applicationId!))
    .$if(sourceRecordIds !== undefined, (query) => query.where('source_record_id', 'in', [...sourceRecordIds!]))
    .execute()
  return rows.map(fromRow)
}

type Wished = Pick<Writing, 'connectionId' | 'sourceRecordId' | 'applicationId' | 'letterId' | 'reason'> & {
  remoteId: string
}

/**
 * Has the candidate's field say the letter's link, due at once; or keeps why nobody's link is to be written, unless one
 * stands or may stand there. The same wish again changes nothing.
 */
export async function wishLink({ tx, companyId, now }: Work, wished: Wished): Promise<void> {
  const isRefused = wished.letterId === null
  const values = {
    state: isRefused ? 'REFUSED' : 'READY',
    due_at: now,
    remote_id: wished.remoteId,
    application_id: wished.applicationId,
    letter_id: wished.letterId,
    reason: wished.reason,
    changed_at: now,
  }
  await tx
    .insertInto('relay_link_writing')
    .values({
      company_id: companyId,
      id: newId(),
      kind: 'LINK',
      connection_id: wished.connectionId,
      source_record_id: wished.sourceRecordId,
      recorded_at: now,
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'connection_id', 'source_record_id']).doUpdateSet({
        ...values,
        version: sql<number>`relay_link_writing.version + 1`,
        tries: 0,
      }).where(sql<boolean>`relay_link_writing.letter_id is distinct from ${wished.letterId}::uuid
          and (${!isRefused} or relay_link_writing.touched_at is null)`),
    )
    .execute()
}

/**
 * Has fields say nothing any more, due at once. A lease stays: what is on its way is settled first, and seen to be old.
 */
export async function wishEmpty({ tx, companyId, now }: Work, ids: readonly string[], reason: string): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('relay_link_writing')
    .set({
      state: 'READY',
      due_at: now,
      letter_id: null,
      reason,
      version: sql<number>`version + 1`,
      tries: 0,
      changed_at: now,
    })
    .where('company_id', '=', companyId)
    .where('id', 'in', [...ids])
    .execute()
}

type Settled = {
  state: StoredState
  dueAt?: Date
  reason?: string | null
  tries?: number
  written?: { version: number; at: Date | null }
  isOver?: boolean
}

/** Writes how a try ended, unless the field is to say something else since: then that is due at once. */
export async function settleWriting(
  work: Work,
  { id, version }: Pick<Writing, 'id' | 'version'>,
  { state, dueAt, reason, tries, written, isOver }: Settled,
): Promise<void> {
  const { tx, companyId, now } = work
  const free = { attempts: 0, lease_until: null, changed_at: now }
  const said = written && {
    written_version: written.version,
    written_at: written.at,
    ...(written.at === null && { touched_at: null }),
  }
  const update = tx.updateTable('relay_link_writing').where('company_id', '=', companyId).where('id', '=', id)
  const { numUpdatedRows } = await update
    .set({
      ...free,
      ...said,
      state,
      due_at: dueAt ?? now,
      ...(tries !== undefined && { tries }),
      ...(reason !== undefined && { reason }),
      ...(isOver && { remote_id: null }),
    })
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) return
  await update.set({ ...free, ...said, state: 'READY', due_at: now }).execute()
}

/** A link is about to be written: from now on the field may say something, whatever is heard of it. */
export async function touch({ tx, companyId, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable('relay_link_writing')
    .set({ touched_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Puts a writing off without counting a try. */
export async function putOff({ tx, companyId }: Work, id: string, until: Date): Promise<void> {
  await tx
    .updateTable('relay_link_writing')
    .set({ due_at: until, attempts: 0, lease_until: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .execute()
}

/** Makes writings due again from their first try: one, or all of a connection that wait or were given up. */
export async function release(
  { tx, companyId, now }: Work,
  { connectionId, id, states }: { connectionId?: string; id?: string; states: readonly StoredState[] },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('relay_link_writing')
    .set({ state: 'READY', due_at: now, tries: 0, changed_at: now })
    .where('company_id', '=', companyId)
    .where('state', 'in', states)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .$if(connectionId !== undefined, (query) => query.where('connection_id', '=', connectionId!))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** What a writing is called on its page: where it stands as a human sees it. */
const shownState = sql<Shown['state']>`case
  when state = 'REFUSED' then 'REFUSED'
  when state = 'DEAD' then 'FAILED'
  when state = 'HELD' then 'HELD'
  when version > written_version and state = 'READY' then 'WAITING'
  when written_at is not null then 'WRITTEN'
  else 'EMPTIED' end`

export async function countWritings(
  { tx, companyId }: Work,
  connectionId: string,
): Promise<Map<Shown['state'], number>> {
  const rows = await tx
    .selectFrom('relay_link_writing')
    .select([shownState.as('state'), (e) => e.fn.countAll<string>().as('count')])
    .where('company_id', '=', companyId)
    .where('connection_id', '=', connectionId)
    .groupBy(shownState)
    .execute()
  return new Map(rows.map(({ state, count }) => [state, Number(count)]))
}

/** Whether a link stands in a field of the connection, or may: it was about to be written, and not seen to be gone. */
export async function mayStand({ tx, companyId }: Work, connectionId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('relay_link_writing')
    .select('id')
    .where('company_id', '=', companyId)
    .where('connection_id', '=', connectionId)
    .where('touched_at', 'is not', null)
    .where('remote_id', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

type Listed = Writing & { shown: Shown['state'] }

/** Those of a connection, the newest first; after the cursor. */
export async function listWritings(
  { tx, companyId }: Work,
  {
    connectionId,
    only,
    after,
    limit,
  }: { connectionId: string; only: Shown['state'] | undefined; after: string | undefined; limit: number },
): Promise<Listed[]> {
  const rows = await tx
    .selectFrom('relay_link_writing')
    .selectAll()
    .select(shownState.as('shown'))
    .where('company_id', '=', companyId)
    .where('connection_id', '=', connectionId)
    .$if(only !== undefined, (query) => query.where(shownState, '=', only!))
    .$if(after !== undefined, (query) => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...fromRow(row), shown: row.shown }))
}

/** Candidate numbers of people whose field could not be emptied in time: they go nevertheless. */
export async function forgetRemoteIds({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('relay_link_writing')
    .set({ remote_id: null, state: 'DONE' })
    .where('company_id', '=', companyId)
    .where('reason', '=', 'ERASED')
    .where('remote_id', 'is not', null)
    .where('changed_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
