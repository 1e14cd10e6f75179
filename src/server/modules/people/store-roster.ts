import { sql } from 'kysely'
import type { RetentionFact, Subject } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'

/** Who stands in the pool, in the order of their ids, each with the records that are theirs today. */
export async function roster(
  { tx, companyId }: Work,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Subject[]> {
  const { rows } = await sql<{ person_id: string; records: string[] }>`
    select p.person_id, array_agg(l.source_record_id order by l.source_record_id) as records
    from (select person_id from people_profile where company_id = ${companyId} ${after === undefined ? sql`` : sql`and person_id > ${after}`}
          order by person_id limit ${limit}) as p
    join people_link as l on l.company_id = ${companyId} and l.person_id = p.person_id
    group by p.person_id order by p.person_id`.execute(tx)
  return rows.map((row) => ({ personId: row.person_id, sourceRecordIds: row.records }))
}

/**
 * When each person was last heard of. What staff wrote is not a word of the person or of a source, but where nothing
 * else is known of somebody it is when they came.
 */
export async function heardOf({ tx, companyId }: Work, subjects: readonly Subject[]): Promise<RetentionFact[]> {
  const { rows } = await sql<{ person_id: string; at: Date }>`
    select l.person_id, coalesce(max(r.observed_at) filter (where r.kind <> 'STAFF'), max(r.recorded_at)) as at
    from people_link as l
    join people_source_record as r on r.company_id = ${companyId} and r.id = l.source_record_id
    where l.company_id = ${companyId} and l.person_id = any (${subjects.map(({ personId }) => personId)}::uuid[])
    group by l.person_id`.execute(tx)
  return rows.map(({ person_id: personId, at }) => ({ personId, kind: 'HEARD', at }))
}

/**
 * Locks the person and their records: whoever is about to hang something on one of them, as an application, has
 * committed before and is seen, or waits until the Work ends.
 */
export async function holdSubject({ tx, companyId }: Work, personId: string): Promise<void> {
  await sql`select id from people_person where company_id = ${companyId} and id = ${personId} for update`.execute(tx)
  await sql`select r.id from people_source_record as r
    join people_link as l on l.company_id = ${companyId} and l.source_record_id = r.id
    where r.company_id = ${companyId} and l.person_id = ${personId}
    order by r.id for update of r`.execute(tx)
}
