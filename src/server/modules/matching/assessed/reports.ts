import { sql } from 'kysely'
import type { Finding } from '../../../kernel/module.ts'
import type { Work } from '../../../kernel/work.ts'

/** Nothing is kept of who left the network, and the index stands in the operator's realm alone. */
export async function verify({ tx, companyId }: Work): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select 'matching.removed-means-gone' as rule, 'matching_profile ' || p.id as where, p.state as saw
    from matching_profile p
    where p.company_id = ${companyId} and p.state = 'REMOVED'
      and (p.facts is not null or p.published is not null or cardinality(p.not_to) > 0)
    union all
    select 'matching.index-is-the-operators', 'company ' || c.company_id, c.kind
    from accounts_company c
    where c.company_id = ${companyId} and c.kind <> 'OPERATOR'
      and exists (select 1 from matching_profile p where p.company_id = ${companyId})
    limit 100`.execute(tx)
  return rows
}
