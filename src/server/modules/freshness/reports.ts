import { sql } from 'kysely'
import type { Finding } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'

/** Every answer is to a claim that is held: an erasure takes both. */
export async function verifyAnswers({ tx, companyId }: Work): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select 'freshness.answer-is-to-a-claim' as rule, 'freshness_answer ' || a.claim_id as where, a.answer as saw
    from freshness_answer as a
    left join people_claim as c on c.company_id = ${companyId} and c.id = a.claim_id
    where a.company_id = ${companyId} and c.id is null limit 100`.execute(tx)
  return rows
}
