import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'

/** Two mails to one person are counted one after the other. */
export async function lockBudget({ tx, companyId }: Work, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`budget/${companyId}/${personId}`}, 0))`.execute(tx)
}

/** When the person was written to since a moment, oldest first. */
export async function spentSince(
  { tx, companyId }: Work,
  { personId, since }: { personId: string; since: Date },
): Promise<Date[]> {
  const rows = await tx
    .selectFrom('messages_budget')
    .select('spent_at')
    .where('company_id', '=', companyId)
    .where('person_id', '=', personId)
    .where('spent_at', '>', since)
    .orderBy('spent_at')
    .execute()
  return rows.map((row) => row.spent_at)
}

export async function hasSpent({ tx, companyId }: Work, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('messages_budget')
    .select('id')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertSpent(
  { tx, companyId, now }: Work,
  { id, personId, kind }: { id: string; personId: string; kind: string },
): Promise<void> {
  await tx
    .insertInto('messages_budget')
    .values({ company_id: companyId, id, person_id: personId, kind, spent_at: now })
    .execute()
}

export async function deleteSpent({ tx, companyId }: Work, id: string): Promise<void> {
  await tx.deleteFrom('messages_budget').where('company_id', '=', companyId).where('id', '=', id).execute()
}
