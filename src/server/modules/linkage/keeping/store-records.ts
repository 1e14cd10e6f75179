import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'
import type { Stated } from '../../people/index.ts'

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
 * `found`: the records that hold each key, at most as many as its limit, none above `most`, with the persons they belong to.
 * Each key is looked up once, whatever the planner knows: of a company whose first file was only just read it has no
 * statistics, believes in one row, and would go through all of its keys, or all of its records, for every key. A key
 * between itself and itself, in the order of the primary key, leaves it that index alone; so does a lateral `offset 0`.
 * Behind a `select` the planner does not see how many keys there are: one plan serves every record. By `most`, which
 * stands in the text, it sees that few records are found: from a limit that is given it takes a tenth of the company for
 * each key, and makes room for them at every later step.
 */
export const foundBy = (
  companyId: string,
  { keys, limits, most }: { keys: readonly number[]; limits: readonly number[]; most: number },
) => sql`held as materialized (
      select wanted.key, wanted.most, holder.source_record_id
      from unnest((select ${keys as number[]}::bigint[]), (select ${limits as number[]}::integer[])) as wanted (key, most)
      cross join lateral (
        select source_record_id from (
          select k.source_record_id from linkage_key k
          where k.company_id = ${companyId} and k.key >= wanted.key and k.key <= wanted.key
          order by k.key, k.source_record_id limit ${sql.lit(most)}
        ) as few limit wanted.most
      ) as holder
    ), found as materialized (
      select held.key, held.most, held.source_record_id, l.person_id
      from held
      cross join lateral (
        select one.person_id from people_record_person one
        where one.company_id = ${companyId} and one.source_record_id = held.source_record_id offset 0
      ) as l
    )`

/** The records that hold each of these keys, at most `limit` of each. */
export async function postingsOf({ tx, companyId }: Work, keys: readonly number[], limit: number): Promise<Posting[]> {
  if (keys.length === 0) return []
  const limits = keys.map(() => limit)
  const { rows } = await sql<Posting>`with ${foundBy(companyId, { keys, limits, most: limit })}
    select key, source_record_id as "sourceRecordId", person_id as "personId" from found
    order by key, source_record_id`.execute(tx)
  return rows
}

/** Forgets what is compared of these records. */
export async function dropRecords({ tx, companyId }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of ['linkage_key', 'linkage_record'] as const)
    await tx.deleteFrom(table).where('company_id', '=', companyId).where('source_record_id', '=', anyOf(ids)).execute()
}
