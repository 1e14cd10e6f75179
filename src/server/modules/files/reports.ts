import { sql } from 'kysely'
import type { Finding } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'
import { knownPrints } from './keys.ts'

/** Every file is whole, opens with a key at hand, and hangs on a record that was not erased. */
export async function verify({ tx, companyId, installation }: Work): Promise<Finding[]> {
  const prints = knownPrints(installation.config)
  const { rows } = await sql<Finding>`
    select 'files.whole' as rule, f.id::text as where,
      count(c.sequence) || ' of ' || f.chunk_count || ' pieces, ' || coalesce(sum(length(c.bytes)), 0) || ' bytes' as saw
    from files_file f left join files_chunk c on c.company_id = ${companyId} and c.file_id = f.id
    where f.company_id = ${companyId}
    group by f.company_id, f.id
    having count(c.sequence) <> f.chunk_count or coalesce(sum(length(c.bytes)), 0) <> f.byte_size + f.chunk_count * 28
    union all
    select 'files.key-at-hand', f.id::text, f.key_print from files_file f
    where f.company_id = ${companyId} and not (f.key_print = any (${prints}::text[]))
    union all
    select 'files.erased-means-gone', f.id::text, 'a file on an erased record' from files_file f
    join people_source_record r on r.company_id = ${companyId} and r.id = f.source_record_id
    where f.company_id = ${companyId} and r.erased_at is not null`.execute(tx)
  return rows
}

/** The sealed texts of everybody's files, for a search that found these persons. */
export type FoundText = { personId: string; id: string; keyPrint: string; keyWrapped: string; textSealed: string }

export async function textsOfPersons({ tx, companyId }: Work, personIds: readonly string[]): Promise<FoundText[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<FoundText>`
    select r.person_id as "personId", f.id, f.key_print as "keyPrint", f.key_wrapped as "keyWrapped",
      f.text_sealed as "textSealed"
    from people_record_person r
    join files_file f on f.company_id = ${companyId} and f.source_record_id = r.source_record_id
    where r.company_id = ${companyId} and r.person_id = any (${personIds as string[]}::uuid[]) and f.has_text`.execute(
    tx,
  )
  return rows
}

/** Whose these files are, of those that are known here. */
export async function personsBehind({ tx, companyId }: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; personId: string }>`
    select f.id, r.person_id as "personId" from files_file f
    join people_record_person r on r.company_id = ${companyId} and r.source_record_id = f.source_record_id
    where f.company_id = ${companyId} and f.id = any (${ids as string[]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, personId }) => [id, personId]))
}
