import { sql, type RawBuilder } from 'kysely'
import { queryTokens } from '../../../../../engines/japanese/index.ts'
import type { Work } from '../../../../kernel/work.ts'

/** Whom a search for a name or an address may mean, as a condition on a source record: equality alone, which row security lets use its index. */
export function mayBeMeant({ companyId }: Work, text: string, record: RawBuilder<unknown>): RawBuilder<boolean> {
  const tokens = queryTokens(text)
  if (tokens.length === 0) return sql<boolean>`true`
  return sql<boolean>`${record} in (
    select p.source_record_id from people_record_person p
    where p.company_id = ${companyId} and p.person_id in (
      select person_id from people_posting where company_id = ${companyId} and token = any (${tokens}::text[])
      group by person_id having count(*) = ${tokens.length}
    ))`
}
