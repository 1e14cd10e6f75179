import { sql } from 'kysely'
import { insertRows } from '../../kernel/database/insert-rows.ts'
import type { Work } from '../../kernel/work.ts'
import type { Identifier } from './profile/fields.ts'
import { profileRow, type Profile } from './profile/store-profile.ts'

type Known = { personId: string; isErased: boolean }

export async function findRecords({ tx, companyId }: Work, ids: readonly string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people_link as l')
    .innerJoin('people_person as p', (join) =>
      join.onRef('p.id', '=', 'l.person_id').on('p.company_id', '=', companyId),
    )
    .select(['l.source_record_id as id', 'l.person_id as personId', 'p.state'])
    .where('l.company_id', '=', companyId)
    .where('l.source_record_id', '=', sql<string>`any (${ids as string[]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, personId, state }) => [id, { personId, isErased: state === 'ERASED' }]))
}

export const profileColumns = {
  person_id: 'uuid',
  name: 'text',
  name_kana: 'text',
  sort_key: 'text',
  email: 'text',
  phone: 'text',
  employer: 'text',
  title: 'text',
  prefecture: 'text',
  fields: 'jsonb',
  record_count: 'integer',
  observed_at: 'timestamptz',
  changed_at: 'timestamptz',
} as const

/** Makes these the profiles of their persons. */
export async function putProfiles(work: Work, profiles: readonly Profile[]): Promise<void> {
  const said = Object.keys(profileColumns).map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`)
  await insertRows(
    work,
    {
      table: 'people_profile',
      columns: profileColumns,
      onConflict: sql`on conflict (company_id, person_id) do update set ${sql.join(said)}`,
    },
    profiles.map(profileRow),
  )
}

/** Adds what the persons' postings lack of these. */
export async function addPostings(work: Work, wanted: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const given = givenPostings(wanted)
  // In the order of the key: neighbouring entries meet on the same page.
  await sql`insert into people_search (company_id, token, person_id)
    select ${work.companyId}::uuid, token, person_id from (
      select token, person_id from ${given} except select token, person_id from people_search where ${heldBy(work, wanted)}
    ) as added
    order by token, person_id`.execute(work.tx)
}

const heldBy = ({ companyId }: Work, wanted: ReadonlyMap<string, unknown>) =>
  sql`company_id = ${companyId} and person_id = any (${[...wanted.keys()]}::uuid[])`

function givenPostings(wanted: ReadonlyMap<string, readonly string[]>) {
  const postings = [...wanted].flatMap(([personId, tokens]) => tokens.map((token) => ({ personId, token })))
  return sql`unnest(${postings.map(({ token }) => token)}::text[], ${postings.map(({ personId }) => personId)}::uuid[])
    as given (token, person_id)`
}

export type KeysOfRecord = { sourceRecordId: string; personId: string; keys: Identifier[] }

/** The exact keys of these records, and whose each record is; in the given order, records unknown left out. */
export async function keysOfRecords({ tx, companyId }: Work, ids: readonly string[]): Promise<KeysOfRecord[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('people_link as l')
    .leftJoin('people_identifier as i', (join) =>
      join.onRef('i.source_record_id', '=', 'l.source_record_id').on('i.company_id', '=', companyId),
    )
    .select(['l.source_record_id as id', 'l.person_id as personId', 'i.kind', 'i.key'])
    .where('l.company_id', '=', companyId)
    .where('l.source_record_id', '=', sql<string>`any (${ids as string[]}::uuid[])`)
    .orderBy('i.kind')
    .orderBy('i.key')
    .execute()
  const byRecord = Map.groupBy(rows, ({ id }) => id)
  return ids.flatMap((id) => {
    const own = byRecord.get(id)
    if (!own) return []
    const keys = own.flatMap(({ kind, key }) => (kind && key ? [{ kind: kind as Identifier['kind'], key }] : []))
    return [{ sourceRecordId: id, personId: own[0]!.personId, keys }]
  })
}

/** The persons with a record of each exact key, a row for each record; of each key at most `limit` records. */
export async function holdersOfKeys(
  { tx, companyId }: Work,
  keys: readonly Identifier[],
  limit: number,
): Promise<(Identifier & { personId: string })[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<Identifier & { personId: string }>`
    select given.kind, given.key, l.person_id as "personId"
    from unnest(${keys.map(({ kind }) => kind)}::text[], ${keys.map(({ key }) => key)}::text[]) as given (kind, key)
    cross join lateral (
      select i.source_record_id from people_identifier i
      where i.company_id = ${companyId} and i.kind = given.kind and i.key = given.key
      order by i.source_record_id limit ${limit}
    ) as holder
    join people_link l on l.company_id = ${companyId} and l.source_record_id = holder.source_record_id
    order by given.kind, given.key, holder.source_record_id`.execute(tx)
  return rows
}
