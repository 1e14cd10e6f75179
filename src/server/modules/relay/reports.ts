import { sql } from 'kysely'
import type { Work } from '../../kernel/work.ts'

/** Letters that left without the evidence they must have. */
export async function lettersWithoutMail({ tx, companyId }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from relay_letter where company_id = ${companyId} and state in ('QUEUED', 'SENT', 'UNKNOWN')
      and (mail_id is null or template_version is null or basis_id is null) limit 100`.execute(tx)
  return rows.map((row) => row.id)
}

/** Applications of which one end was told by two letters. */
export async function toldTwice({ tx, companyId }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select application_id as id from relay_letter where company_id = ${companyId} and state in ('SENT', 'UNKNOWN')
    group by application_id, ended_at having count(*) > 1 limit 100`.execute(tx)
  return rows.map((row) => row.id)
}
