import { sql } from 'kysely'
import type { Work } from '../../kernel/work.ts'

/** What the module keeps of these records: rows that were refused, hashes of rows, bodies of deliveries. */
export async function eraseRecords({ tx, companyId }: Work, sourceRecordIds: readonly string[]): Promise<void> {
  const ids = sql<string>`any (${sourceRecordIds as string[]}::uuid[])`
  await tx.deleteFrom('intake_import_row').where('company_id', '=', companyId).where('record_id', '=', ids).execute()
  await tx
    .deleteFrom('intake_known_row')
    .where('company_id', '=', companyId)
    .where('source_record_id', '=', ids)
    .execute()
  await tx
    .updateTable('intake_delivery')
    .set({ body: null })
    .where('company_id', '=', companyId)
    .where('source_record_id', '=', ids)
    .execute()
}

/** From which imports and connections the records came. */
export async function importedFrom({ tx, companyId }: Work, sourceRecordIds: readonly string[]) {
  const rows = await tx
    .selectFrom('intake_known_row as k')
    .innerJoin('intake_import as i', (join) =>
      join.onRef('i.id', '=', 'k.import_id').on('i.company_id', '=', companyId),
    )
    .select(['k.source_record_id as sourceRecordId', 'i.label', 'k.recorded_at as importedAt'])
    .where('k.company_id', '=', companyId)
    .where('k.source_record_id', '=', sql<string>`any (${sourceRecordIds as string[]}::uuid[])`)
    .execute()
  return rows
}

/** Drops the files and rows of imports that were begun before and never ran. */
export async function dropUploads({ tx, companyId }: Work, before: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update intake_import set phase = 'CANCELLED', has_file = false, samples = '[]'
    where company_id = ${companyId} and has_file and phase in ('UPLOADED', 'CHECKED', 'REFUSED', 'CANCELLED') and recorded_at < ${before}
    returning id`.execute(tx)
  const ids = rows.map(({ id }) => id)
  for (const table of ['intake_upload', 'intake_import_row'] as const) {
    await tx
      .deleteFrom(table)
      .where('company_id', '=', companyId)
      .where('import_id', '=', sql<string>`any (${ids}::uuid[])`)
      .execute()
  }
  return ids.length
}

export async function dropRefusedRows({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from intake_import_row r using intake_import i
    where r.company_id = ${companyId} and i.company_id = ${companyId} and i.id = r.import_id and i.finished_at < ${before}`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0n)
}

/** Drops the bodies of deliveries past their keeping; one that waits stays in its queue with its reason, and says that it is gone. */
export async function dropBodies({ tx, companyId }: Work, before: { used: Date; unused: Date }): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('intake_delivery')
    .set({ body: null })
    .where('company_id', '=', companyId)
    .where('body', 'is not', null)
    .where((e) =>
      e.or([
        e.and([e('state', 'in', ['DONE', 'UNUSED']), e('settled_at', '<', before.used)]),
        e.and([e('state', 'in', ['WAITING', 'DEAD']), e('received_at', '<', before.unused)]),
      ]),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Imports that say they are done and whose outcomes do not add up to their rows. */
export async function uncountedRows({ tx, companyId }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from intake_import where company_id = ${companyId} and phase = 'DONE'
      and (created + changed + unchanged + refused <> rows_total or rows_done <> rows_total)`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Deliveries that were answered and lost: settled without a time, or dead without a reason. */
export async function unsettledDeliveries({ tx, companyId }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from intake_delivery where company_id = ${companyId}
      and ((state in ('DONE', 'UNUSED', 'WAITING') and settled_at is null) or (state = 'UNUSED' and reason is null))`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** The persons that these records belong to today, of those that are known. */
export async function personsOf({ tx, companyId }: Work, recordIds: readonly string[]): Promise<Map<string, string>> {
  if (recordIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people_record_person')
    .select(['source_record_id as recordId', 'person_id as personId'])
    .where('company_id', '=', companyId)
    .where('source_record_id', '=', sql<string>`any (${recordIds as string[]}::uuid[])`)
    .execute()
  return new Map(rows.flatMap(({ recordId, personId }) => (recordId && personId ? [[recordId, personId]] : [])))
}

export type WaitingIntake = {
  /** Deliveries that could not be used, or that wait for a human. */
  deliveries: { count: number; oldestAt: Date | null }
  /** Files that were checked and not imported. */
  unfinished: number
  /** Files imported since, of which rows were refused, and those refused whole. */
  withErrors: { files: number; rows: number }
}

/** What of the intake waits for a human; refused rows are asked for 14 days. */
export async function waitingIntake({ tx, companyId, now }: Work): Promise<WaitingIntake> {
  const since = new Date(now.getTime() - 14 * 86_400_000)
  const delivered = await sql<{ count: number; oldest: Date | null }>`
    select count(*)::integer as count, min(received_at) as oldest from intake_delivery
    where company_id = ${companyId} and state in ('WAITING', 'DEAD')`.execute(tx)
  const files = await sql<{ unfinished: number; files: number; rows: number }>`
    select count(*) filter (where phase = 'CHECKED')::integer as unfinished,
      count(*) filter (where phase = 'REFUSED' or (phase = 'DONE' and refused > 0))::integer as files,
      coalesce(sum(refused) filter (where phase = 'DONE'), 0)::integer as rows
    from intake_import where company_id = ${companyId} and recorded_at >= ${since}`.execute(tx)
  return {
    deliveries: { count: delivered.rows[0]?.count ?? 0, oldestAt: delivered.rows[0]?.oldest ?? null },
    unfinished: files.rows[0]?.unfinished ?? 0,
    withErrors: { files: files.rows[0]?.files ?? 0, rows: files.rows[0]?.rows ?? 0 },
  }
}
