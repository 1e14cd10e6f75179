import { sql } from 'kysely'
import type { ProcessingField } from '../../../../contract/consent/processing.ts'
import type { Work } from '../../../kernel/work.ts'

export type SaidEntry = {
  activity: string
  name: string | null
  content: Partial<Record<ProcessingField, string>>
  isRemoved: boolean
  recordedBy: string
  recordedAt: Date
}

/** What holds of each entry that the company said something about, those removed among them. */
export async function saidEntries({ tx, companyId }: Work): Promise<SaidEntry[]> {
  const { rows } = await sql<SaidEntry>`
    select distinct on (activity) activity, name, content, is_removed as "isRemoved", recorded_by as "recordedBy",
      recorded_at as "recordedAt"
    from consent_processing where company_id = ${companyId}
    order by activity, recorded_at desc, id desc`.execute(tx)
  return rows
}

export async function insertEntry(
  { tx, companyId, actor, now }: Work,
  entry: { id: string } & Pick<SaidEntry, 'activity' | 'name' | 'content' | 'isRemoved'>,
): Promise<void> {
  await tx
    .insertInto('consent_processing')
    .values({
      company_id: companyId,
      id: entry.id,
      activity: entry.activity,
      name: entry.name,
      content: JSON.stringify(entry.content),
      is_removed: entry.isRemoved,
      recorded_by: actor.id,
      recorded_at: now,
    })
    .execute()
}

/** The names of those who received something of the company's, from its records of provisions; the newest 200. */
export async function recipientNames({ tx, companyId }: Work): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select recipient ->> 'name' as name from consent_provision
    where company_id = ${companyId} and side = 'PROVIDER'
    group by recipient ->> 'name' order by max(provided_at) desc limit 200`.execute(tx)
  return rows.map(({ name }) => name)
}
