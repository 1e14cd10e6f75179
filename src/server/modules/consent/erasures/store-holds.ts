import { sql, type Selectable } from 'kysely'
import type { Subject } from '../../../kernel/module.ts'
import type { ConsentHold } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

export type Hold = {
  id: string
  personId: string
  reason: string
  placedBy: string
  placedAt: Date
  liftedBy: string | null
  liftedAt: Date | null
  liftedBecause: string
}

const holdOf = (row: Selectable<ConsentHold>): Hold => ({
  id: row.id,
  personId: row.person_id,
  reason: row.reason,
  placedBy: row.placed_by,
  placedAt: row.placed_at,
  liftedBy: row.lifted_by,
  liftedAt: row.lifted_at,
  liftedBecause: row.lifted_because,
})

export async function insertHold(
  { tx, companyId, actor, now }: Work,
  { id, reason, personId, sourceRecordIds }: Subject & { id: string; reason: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_hold')
    .values({
      company_id: companyId,
      id,
      person_id: personId,
      source_record_ids: [...sourceRecordIds],
      reason,
      placed_by: actor.id,
      placed_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

const holds = ({ tx, companyId }: Work) => tx.selectFrom('consent_hold').selectAll().where('company_id', '=', companyId)

export async function findHold(work: Work, id: string): Promise<Hold | undefined> {
  const row = await holds(work).where('id', '=', id).executeTakeFirst()
  return row && holdOf(row)
}

/** False when it was lifted before. */
export async function endHold(
  { tx, companyId, actor, now }: Work,
  { id, because }: { id: string; because: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('consent_hold')
    .set({ lifted_by: actor.id, lifted_at: now, lifted_because: because })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export type HoldsPage = {
  of?: Subject | undefined
  state?: 'OPEN' | 'LIFTED' | undefined
  before?: string | undefined
  limit: number
}

/** The newest first; `before` is the id that the page before ended with. */
export async function listHolds(work: Work, { of, state, before, limit }: HoldsPage): Promise<Hold[]> {
  let query = holds(work).orderBy('placed_at', 'desc').orderBy('id', 'desc').limit(limit)
  if (of) query = query.where(aboutAny([of]))
  if (state) query = query.where('lifted_at', state === 'OPEN' ? 'is' : 'is not', null)
  const last = before === undefined ? undefined : await findHold(work, before)
  if (last) query = query.where((e) => e(e.refTuple('placed_at', 'id'), '<', e.tuple(last.placedAt, last.id)))
  return (await query.execute()).map(holdOf)
}

const aboutAny = (subjects: readonly Subject[]) => sql<boolean>`(
  person_id = any (${subjects.map(({ personId }) => personId)}::uuid[])
  or source_record_ids && ${subjects.flatMap(({ sourceRecordIds }) => sourceRecordIds)}::uuid[])`

/** Those of these people of whom a hold is open. */
export async function heldAmong(work: Work, subjects: readonly Subject[]): Promise<Set<string>> {
  if (subjects.length === 0) return new Set()
  const rows = await work.tx
    .selectFrom('consent_hold')
    .select(['person_id', 'source_record_ids'])
    .where('company_id', '=', work.companyId)
    .where('lifted_at', 'is', null)
    .where(aboutAny(subjects))
    .execute()
  const held = new Set(rows.flatMap((row) => [row.person_id, ...row.source_record_ids]))
  return new Set(
    subjects
      .filter(({ personId, sourceRecordIds }) => [personId, ...sourceRecordIds].some((id) => held.has(id)))
      .map(({ personId }) => personId),
  )
}

/** The ids, of people and of records, that open holds name. */
export async function idsHeld({ tx, companyId }: Work): Promise<string[]> {
  const rows = await tx
    .selectFrom('consent_hold')
    .select(['person_id', 'source_record_ids'])
    .where('company_id', '=', companyId)
    .where('lifted_at', 'is', null)
    .execute()
  return [...new Set(rows.flatMap((row) => [row.person_id, ...row.source_record_ids]))]
}

/** Nobody is blanked from a hold before it is lifted; what was written goes with the person. */
export async function blankHolds({ tx, companyId }: Work, subject: Subject): Promise<void> {
  await tx
    .updateTable('consent_hold')
    .set({ reason: '', lifted_because: '' })
    .where('company_id', '=', companyId)
    .where(aboutAny([subject]))
    .execute()
}
