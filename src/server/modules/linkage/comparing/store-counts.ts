import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'

/** How common values are, as last counted; of those asked for. */
export async function countedHolders({ tx, companyId }: Work, terms: readonly number[]): Promise<Map<number, number>> {
  if (terms.length === 0) return new Map()
  const rows = await tx
    .selectFrom('linkage_term')
    .select(['term', 'holders'])
    .where('company_id', '=', companyId)
    .where('term', '=', sql<number>`any (${terms as number[]}::bigint[])`)
    .execute()
  return new Map(rows.map(({ term, holders }) => [term, holders]))
}

/** How many records had been kept when values were last counted. */
export async function countedRecords({ tx, companyId }: Work): Promise<number> {
  const row = await tx
    .selectFrom('linkage_count')
    .select('records')
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return row?.records ?? 0
}

export async function keptCount({ tx, companyId }: Work): Promise<number> {
  const row = await tx
    .selectFrom('linkage_record')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** No pair has an id before this one. */
const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * Makes the counts those of the records kept now; what one record alone holds is not written. From then on every pair that
 * waits is to be weighed again.
 */
export async function count({ tx, companyId, now }: Work, records: number): Promise<void> {
  await tx
    .insertInto('linkage_count')
    .values({ company_id: companyId, records, counted_at: now, weigh_after: beforeAll })
    .onConflict((conflict) =>
      conflict.column('company_id').doUpdateSet((e) => ({
        records: e.ref('excluded.records'),
        counted_at: e.ref('excluded.counted_at'),
        weigh_after: e.ref('excluded.weigh_after'),
      })),
    )
    .execute()
  await tx.deleteFrom('linkage_term').where('company_id', '=', companyId).execute()
  await sql`insert into linkage_term (company_id, term, holders)
    select ${companyId}::uuid, value::bigint, count(*)::integer
    from linkage_record r cross join lateral jsonb_array_elements_text(r.terms) as value
    where r.company_id = ${companyId} group by value having count(*) > 1`.execute(tx)
}

/**
 * Behind which pair, in the order of their ids, pairs are still to be weighed by the last count; null where none is. Held
 * until the Work ends, so that two who weigh do so one after the other.
 */
export async function holdWeighing({ tx, companyId }: Work): Promise<string | null> {
  const row = await tx
    .selectFrom('linkage_count')
    .select('weigh_after')
    .where('company_id', '=', companyId)
    .forUpdate()
    .executeTakeFirst()
  return row?.weigh_after ?? null
}

/** Keeps that pairs are weighed up to this one, or all of them. */
export async function keepWeighed({ tx, companyId }: Work, upTo: string | null): Promise<void> {
  await tx.updateTable('linkage_count').set({ weigh_after: upTo }).where('company_id', '=', companyId).execute()
}
