import { sql, type Selectable } from 'kysely'
import type { NoLetterReason } from '../../../../contract/relay/relay-terms.ts'
import type { RelayPreflight } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

export type Preflight = {
  id: string
  kind: 'SWITCH_ON' | 'CAMPAIGN'
  scope: string | null
  filter: Record<string, unknown>
  state: 'JUDGING' | 'OPEN' | 'APPROVED' | 'DISCARDED' | 'STOPPED'
  madeBy: string
  madeAt: Date
  finishedAt: Date | null
  fingerprint: string | null
  approvedBy: string | null
  approvedAt: Date | null
}

const by = ({ actor }: Work) => `${actor.kind}:${actor.id}`

const fromRow = (row: Selectable<RelayPreflight>): Preflight => ({
  id: row.id,
  kind: row.kind as Preflight['kind'],
  scope: row.scope,
  filter: row.filter as Record<string, unknown>,
  state: row.state as Preflight['state'],
  madeBy: row.made_by,
  madeAt: row.made_at,
  finishedAt: row.finished_at,
  fingerprint: row.fingerprint,
  approvedBy: row.approved_by,
  approvedAt: row.approved_at,
})

/** Keeps what was asked for; false when the id is taken. */
export async function insertPreflight(
  work: Work,
  made: Pick<Preflight, 'id' | 'kind' | 'scope' | 'filter'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await work.tx
    .insertInto('relay_preflight')
    .values({
      company_id: work.companyId,
      id: made.id,
      kind: made.kind,
      scope: made.scope,
      filter: JSON.stringify(made.filter),
      state: 'JUDGING',
      made_by: by(work),
      made_at: work.now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

const preflights = ({ tx, companyId }: Work, id: string) =>
  tx.selectFrom('relay_preflight').selectAll().where('company_id', '=', companyId).where('id', '=', id)

export async function findPreflight(work: Work, id: string): Promise<Preflight | undefined> {
  const row = await preflights(work, id).executeTakeFirst()
  return row && fromRow(row)
}

export async function lockPreflight(work: Work, id: string): Promise<Preflight | undefined> {
  const row = await preflights(work, id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** Everybody is judged: what is shown from here on stays as it is. */
export async function finishPreflight(
  { tx, companyId, now }: Work,
  { id, fingerprint }: { id: string; fingerprint: string },
): Promise<void> {
  await tx
    .updateTable('relay_preflight')
    .set({ state: 'OPEN', finished_at: now, fingerprint })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function closePreflight(
  work: Work,
  { id, state }: { id: string; state: 'APPROVED' | 'DISCARDED' },
): Promise<void> {
  await work.tx
    .updateTable('relay_preflight')
    .set({ state, approved_by: by(work), approved_at: work.now })
    .where('company_id', '=', work.companyId)
    .where('id', '=', id)
    .execute()
}

/** An approved campaign goes no further; the approval stays on record. */
export async function stopPreflight(work: Work, id: string): Promise<void> {
  await work.tx
    .updateTable('relay_preflight')
    .set({ state: 'STOPPED', stopped_by: by(work), stopped_at: work.now })
    .where('company_id', '=', work.companyId)
    .where('id', '=', id)
    .execute()
}

export type RunKind = 'JUDGING' | 'SCHEDULING'
type Run = { id: string; kind: RunKind; preflightId: string; state: 'READY' | 'DONE' | 'DEAD' }

export async function insertRun({ tx, companyId, now }: Work, run: Omit<Run, 'state'>): Promise<void> {
  await tx
    .insertInto('relay_preflight_run')
    .values({
      company_id: companyId,
      id: run.id,
      kind: run.kind,
      state: 'READY',
      due_at: now,
      preflight_id: run.preflightId,
      recorded_at: now,
    })
    .execute()
}

export async function runsOf({ tx, companyId }: Work, preflightId: string): Promise<Run[]> {
  const rows = await tx
    .selectFrom('relay_preflight_run')
    .select(['id', 'kind', 'state', 'preflight_id'])
    .where('company_id', '=', companyId)
    .where('preflight_id', '=', preflightId)
    .orderBy('recorded_at')
    .orderBy('kind')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as RunKind,
    state: row.state as Run['state'],
    preflightId: row.preflight_id,
  }))
}

/** The run, held, while this try of it is the one that counts: nobody has taken it over and it is not done. */
export async function lockRun(
  { tx, companyId }: Work,
  { id, attempts }: { id: string; attempts: number },
): Promise<Pick<Run, 'kind' | 'preflightId'> | undefined> {
  const row = await tx
    .selectFrom('relay_preflight_run')
    .select(['kind', 'preflight_id'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .where('attempts', '=', attempts)
    .forUpdate()
    .executeTakeFirst()
  return row && { kind: row.kind as RunKind, preflightId: row.preflight_id }
}

/** A run that has got on is done, or due again at once, behind whatever else waits; its failures of before are over. */
export async function settleRun(
  { tx, companyId, now }: Work,
  { id, state }: { id: string; state: 'READY' | 'DONE' },
): Promise<void> {
  await tx
    .updateTable('relay_preflight_run')
    .set({ state, due_at: now, lease_until: null, attempts: 0, last_error: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** A run that was given up is due again from where it stopped; false where none was. */
export async function reviveRun({ tx, companyId, now }: Work, preflightId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('relay_preflight_run')
    .set({ state: 'READY', due_at: now, lease_until: null, attempts: 0, last_error: null })
    .where('company_id', '=', companyId)
    .where('preflight_id', '=', preflightId)
    .where('state', '=', 'DEAD')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type Counted = { judged: boolean; reason: NoLetterReason | null; outcome: string | null; people: number }

/** How many people a pre-flight has of each kind. */
export async function countRows({ tx, companyId }: Work, preflightId: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select judged, reason, outcome, count(*)::integer as people from relay_preflight_row
    where company_id = ${companyId} and preflight_id = ${preflightId}
    group by judged, reason, outcome`.execute(tx)
  return rows
}
