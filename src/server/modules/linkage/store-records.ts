import { sql } from 'kysely'
import type { Work } from '../../kernel/work.ts'
import type { Stated } from '../people/index.ts'

/** What linkage keeps of one record: what is compared, the keys it is found by, and the values that are counted. */
export type KeptRecord = { sourceRecordId: string; stated: Stated; keys: number[]; terms: number[] }

const anyOf = (ids: readonly string[]) => sql<string>`any (${ids as string[]}::uuid[])`

export async function keptRecords({ tx, companyId }: Work, ids: readonly string[]): Promise<Map<string, KeptRecord>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('linkage_record')
    .select(['source_record_id as sourceRecordId', 'stated', 'keys', 'terms'])
    .where('company_id', '=', companyId)
    .where('source_record_id', '=', anyOf(ids))
    .execute()
  return new Map(rows.map((row) => [row.sourceRecordId, row as KeptRecord]))
}

/** Keeps records and makes their postings exactly their keys; `known` is what was kept of them. */
export async function keepRecords(
  work: Work,
  records: readonly KeptRecord[],
  known: ReadonlyMap<string, KeptRecord>,
): Promise<void> {
  const { tx, companyId } = work
  const changed = records.filter((one) => !isSame(one, known.get(one.sourceRecordId)))
  if (changed.length === 0) return
  const before = changed.map(({ sourceRecordId }) => sourceRecordId).filter((id) => known.has(id))
  if (before.length > 0)
    await tx
      .deleteFrom('linkage_key')
      .where('company_id', '=', companyId)
      .where('source_record_id', '=', anyOf(before))
      .execute()
  const rows = changed.map(({ sourceRecordId, stated, keys, terms }) => ({ id: sourceRecordId, stated, keys, terms }))
  // In the order of the key: neighbouring entries meet on the same page.
  await sql`with kept as (
      insert into linkage_record (company_id, source_record_id, stated, keys, terms)
      select ${companyId}::uuid, id, stated, keys, terms
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, stated jsonb, keys jsonb, terms jsonb)
      on conflict (company_id, source_record_id)
        do update set stated = excluded.stated, keys = excluded.keys, terms = excluded.terms
      returning source_record_id, keys
    )
    insert into linkage_key (company_id, key, source_record_id)
    select ${companyId}::uuid, key::bigint, source_record_id
    from kept cross join lateral jsonb_array_elements_text(kept.keys) as key
    order by key, source_record_id`.execute(tx)
}

const isSame = (one: KeptRecord, other: KeptRecord | undefined): boolean =>
  other !== undefined &&
  JSON.stringify(one.keys) === JSON.stringify(other.keys) &&
  Object.keys(one.stated).length === Object.keys(other.stated).length &&
  Object.entries(one.stated).every(([field, value]) => other.stated[field as keyof Stated] === value)

export type Posting = { key: number; sourceRecordId: string; personId: string }

/**
 * The records found by each key with the persons they belong to; of each key at most `limit`.
 * Each key is looked up once, whatever the planner knows: of a company whose first file was only just read it has no
 * statistics, believes in one row, and would go through all of its keys for every key. A key between itself and itself,
 * in the order of the primary key, leaves it that index alone.
 */
export async function postingsOf({ tx, companyId }: Work, keys: readonly number[], limit: number): Promise<Posting[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<Posting>`
    with held as materialized (
      select given.key, holder.source_record_id
      from unnest(${keys as number[]}::bigint[]) as given (key)
      cross join lateral (
        select k.source_record_id from linkage_key k
        where k.company_id = ${companyId} and k.key >= given.key and k.key <= given.key
        order by k.key, k.source_record_id limit ${limit}
      ) as holder
    )
    select held.key, held.source_record_id as "sourceRecordId", l.person_id as "personId"
    from held
    join people_record_person l on l.company_id = ${companyId} and l.source_record_id = held.source_record_id
    order by held.key, held.source_record_id`.execute(tx)
  return rows
}

/** Forgets what is compared of these records. */
export async function dropRecords({ tx, companyId }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of ['linkage_key', 'linkage_record'] as const)
    await tx.deleteFrom(table).where('company_id', '=', companyId).where('source_record_id', '=', anyOf(ids)).execute()
}
