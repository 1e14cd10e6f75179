import { sql } from 'kysely'
import type { Finding } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'

/** Answers stand in the audit only while it is on, and reports share no day. */
export async function verifyVolunteered({ tx, companyId }: Work): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select 'impact.no-answers-while-off' as rule, 'audit' as where, count(*) || ' answers' as saw
    from impact_volunteered v
    where v.company_id = ${companyId} and v.is_given and not coalesce((
      select s.is_on from impact_switch s where s.company_id = ${companyId} order by s.id desc limit 1), false)
    having count(*) > 0
    union all
    select 'impact.reports-share-no-day', 'report ' || a.id, 'shares days with ' || b.id
    from impact_report a join impact_report b on b.company_id = ${companyId} and b.id > a.id
      and b.from_day <= a.until_day and b.until_day >= a.from_day
    where a.company_id = ${companyId}
    limit 100`.execute(tx)
  return rows
}
