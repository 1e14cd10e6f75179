import { sql } from 'kysely'
import type { Work } from '../../kernel/work.ts'

const ids = async (query: Promise<{ rows: { id: string }[] }>) => (await query).rows.map(({ id }) => id)

export const recordsWithoutLink = ({ tx, companyId }: Work): Promise<string[]> =>
  ids(
    sql<{ id: string }>`select r.id from people_source_record r
      left join people_link l on l.company_id = ${companyId} and l.source_record_id = r.id
      where r.company_id = ${companyId} and l.source_record_id is null limit 100`.execute(tx),
  )

export const linksAgainstMerges = ({ tx, companyId }: Work): Promise<string[]> =>
  ids(
    sql<{ id: string }>`select l.source_record_id as id from people_link l
      join people_person p on p.company_id = ${companyId} and p.id = l.home_person_id
      where l.company_id = ${companyId} and l.person_id <> coalesce(p.forwarded_to, p.id) limit 100`.execute(tx),
  )

export const profilesOfOthers = ({ tx, companyId }: Work): Promise<string[]> =>
  ids(
    sql<{ id: string }>`select f.person_id as id from people_profile f
      join people_person p on p.company_id = ${companyId} and p.id = f.person_id
      where f.company_id = ${companyId} and p.state <> 'ACTIVE' limit 100`.execute(tx),
  )

export const claimsOfErased = ({ tx, companyId }: Work): Promise<string[]> =>
  ids(
    sql<{ id: string }>`select c.id from people_claim c
      join people_source_record r on r.company_id = ${companyId} and r.id = c.source_record_id
      where c.company_id = ${companyId} and r.erased_at is not null limit 100`.execute(tx),
  )

/** The person behind each id that is a person's or a record's; a person who was merged is who they are today. */
export async function personsBehind({ tx, companyId }: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; person_id: string }>`
    select id::text as id, coalesce(forwarded_to, id)::text as person_id from people_person
    where company_id = ${companyId} and id = any (${ids as string[]}::uuid[])
    union all
    select source_record_id::text, person_id::text from people_link
    where company_id = ${companyId} and source_record_id = any (${ids as string[]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.person_id]))
}

/** The fields that are shown of any of these people. */
export async function fieldsHeld({ tx, companyId }: Work, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ field: string }>`
    select distinct jsonb_object_keys(fields) as field from people_profile
    where company_id = ${companyId} and person_id = any (${personIds as string[]}::uuid[]) order by 1`.execute(tx)
  return rows.map(({ field }) => field)
}
