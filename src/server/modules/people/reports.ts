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
