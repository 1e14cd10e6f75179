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

/** Records behind `after`, in the order of their ids, of which nothing is kept; recorded before `before` where given. */
export async function recordsNotKept(
  { tx, companyId }: Work,
  { after, limit, before }: { after: string | null; limit: number; before?: Date },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select r.source_record_id as id from people_living_record r
    where r.company_id = ${companyId}
      and (${after}::uuid is null or r.source_record_id > ${after}::uuid)
      and (${before ?? null}::timestamptz is null or r.recorded_at < ${before ?? null}::timestamptz)
      and not exists (
        select from linkage_record k where k.company_id = ${companyId} and k.source_record_id = r.source_record_id
      )
    order by r.source_record_id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Those of these records that are not erased. */
export async function livingOf({ tx, companyId }: Work, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select source_record_id as id from people_living_record
    where company_id = ${companyId} and source_record_id = ${anyOf(ids)}`.execute(tx)
  return rows.map(({ id }) => id)
}

export type Posting = { key: number; sourceRecordId: string; personId: string }

/**
 * `found`: the records that hold each key, at most `limit`, with the persons they belong to.
 * Each key is looked up once, whatever the planner knows: of a company whose first file was only just read it has no
 * statistics, believes in one row, and would go through all of its keys, or all of its records, for every key. A key
 * between itself and itself, in the order of the primary key, leaves it that index alone; so does a lateral `offset 0`.
 */
const foundBy = (companyId: string, keys: readonly number[], limit: number) => sql`held as materialized (
      select wanted.key, holder.source_record_id
      from unnest(${keys as number[]}::bigint[]) as wanted (key)
      cross join lateral (
        select k.source_record_id from linkage_key k
        where k.company_id = ${companyId} and k.key >= wanted.key and k.key <= wanted.key
        order by k.key, k.source_record_id limit ${limit}
      ) as holder
    ), found as (
      select held.key, held.source_record_id, l.person_id
      from held
      cross join lateral (
        select one.person_id from people_record_person one
        where one.company_id = ${companyId} and one.source_record_id = held.source_record_id offset 0
      ) as l
    )`

/** The records that hold each of these keys, at most `limit` of each. */
export async function postingsOf({ tx, companyId }: Work, keys: readonly number[], limit: number): Promise<Posting[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<Posting>`with ${foundBy(companyId, keys, limit)}
    select key, source_record_id as "sourceRecordId", person_id as "personId" from found
    order by key, source_record_id`.execute(tx)
  return rows
}

type Keeping = {
  records: readonly KeptRecord[]
  /** Those that share a home with them, themselves included: what is kept of them is told. */
  homeIds: readonly string[]
  /** Of each key at most so many other holders are read. */
  limit: number
}

/**
 * Keeps records with their postings made exactly their keys, and tells what was kept before and which others hold one of
 * the keys, with the persons they belong to: in one statement, for whoever waits for it waits for each.
 */
export async function keepAndFind(
  { tx, companyId }: Work,
  { records, homeIds, limit }: Keeping,
): Promise<{ known: Map<string, KeptRecord>; postings: Posting[] }> {
  if (records.length === 0) return { known: new Map(), postings: [] }
  const ids = records.map(({ sourceRecordId }) => sourceRecordId)
  const keys = [...new Set(records.flatMap((record) => record.keys))]
  const { rows } = await sql<{ known: KeptRecord[] | null; postings: Posting[] | null }>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
        as given ("sourceRecordId" uuid, stated jsonb, keys jsonb, terms jsonb)
    ), known as materialized (
      select source_record_id as "sourceRecordId", stated, keys, terms from linkage_record
      where company_id = ${companyId} and source_record_id = ${anyOf(homeIds)}
    ), changed as materialized (
      select given.* from given left join known on known."sourceRecordId" = given."sourceRecordId"
      where (known.stated, known.keys, known.terms) is distinct from (given.stated, given.keys, given.terms)
    ), kept as (
      insert into linkage_record (company_id, source_record_id, stated, keys, terms)
      select ${companyId}::uuid, "sourceRecordId", stated, keys, terms from changed
      on conflict (company_id, source_record_id)
        do update set stated = excluded.stated, keys = excluded.keys, terms = excluded.terms
    ), dropped as (
      delete from linkage_key k
      where k.company_id = ${companyId} and k.source_record_id = ${anyOf(ids)}
        and exists (select from changed where "sourceRecordId" = k.source_record_id and not keys @> to_jsonb(k.key))
    ), posted as (
      -- In the order of the key: neighbouring entries meet on the same page.
      insert into linkage_key (company_id, key, source_record_id)
      select ${companyId}::uuid, key::bigint, "sourceRecordId"
      from changed cross join lateral jsonb_array_elements_text(changed.keys) as key
      order by key::bigint, "sourceRecordId"
      on conflict (company_id, key, source_record_id) do nothing
    ), ${foundBy(companyId, keys, limit + ids.length)}
    select (select jsonb_agg(known) from known) as known,
      (select jsonb_agg(jsonb_build_object('key', key, 'sourceRecordId', source_record_id, 'personId', person_id)
        order by key, source_record_id) from found where not source_record_id = ${anyOf(ids)}) as postings`.execute(tx)
  const { known, postings } = rows[0]!
  return {
    known: new Map((known ?? []).map((one) => [one.sourceRecordId, one])),
    postings: postings ?? [],
  }
}

/** Forgets what is compared of these records. */
export async function dropRecords({ tx, companyId }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of ['linkage_key', 'linkage_record'] as const)
    await tx.deleteFrom(table).where('company_id', '=', companyId).where('source_record_id', '=', anyOf(ids)).execute()
}
