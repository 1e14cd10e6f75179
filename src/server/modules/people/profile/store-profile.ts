import { sql } from 'kysely'
import type { FieldValue, PersonField, SourceKind } from '../../../../contract/people/person-fields.ts'
import type { PersonWork, Work } from '../../../kernel/work.ts'

/** One shown field: the winning value, where it came from, and how many other values its sources state. */
export type ProfileField = {
  value: FieldValue
  source: { kind: SourceKind; label: string; recordId: string }
  observedAt: string
  confidence: number
  disagreeing: number
}
export type ProfileFields = Partial<Record<PersonField, ProfileField>>
export type Profile = {
  personId: string
  fields: ProfileFields
  recordCount: number
  /** The newest observation behind any shown field. */
  observedAt: Date
  changedAt: Date
}

export async function findProfiles(
  { tx, companyId }: Pick<Work, 'tx' | 'companyId'>,
  personIds: readonly string[],
): Promise<Profile[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('people_profile')
    .select(['person_id', 'fields', 'record_count', 'observed_at', 'changed_at'])
    .where('company_id', '=', companyId)
    .where('person_id', '=', sql<string>`any (${personIds as string[]}::uuid[])`)
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    fields: row.fields as ProfileFields,
    recordCount: row.record_count,
    observedAt: row.observed_at,
    changedAt: row.changed_at,
  }))
}

/** What one company holds about the person who asks, read as that person and nobody else. */
export const ownProfile = async (work: PersonWork): Promise<Profile | undefined> =>
  (await findProfiles(work, [work.personId]))[0]

/** The profile's row: its fields, and those of them that lists and indexes need as columns of their own. */
export function profileRow({ personId, fields, recordCount, observedAt, changedAt }: Profile) {
  const shown = (field: PersonField) => {
    const value = fields[field]?.value
    return typeof value === 'string' ? value : null
  }
  const name = shown('name') ?? shown('nameRomaji')
  return {
    person_id: personId,
    name,
    name_kana: shown('nameKana'),
    sort_key: shown('nameKana') ?? name ?? '',
    email: shown('email'),
    phone: shown('phone'),
    employer: shown('employer'),
    title: shown('title'),
    prefecture: shown('prefecture'),
    fields,
    record_count: recordCount,
    observed_at: observedAt,
    changed_at: changedAt,
  }
}

export async function putProfile({ tx, companyId }: Work, profile: Profile): Promise<void> {
  const row = profileRow(profile)
  await tx
    .insertInto('people_profile')
    .values({ company_id: companyId, ...row, fields: JSON.stringify(row.fields) })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'person_id']).doUpdateSet((e) => ({
        name: e.ref('excluded.name'),
        name_kana: e.ref('excluded.name_kana'),
        sort_key: e.ref('excluded.sort_key'),
        email: e.ref('excluded.email'),
        phone: e.ref('excluded.phone'),
        employer: e.ref('excluded.employer'),
        title: e.ref('excluded.title'),
        prefecture: e.ref('excluded.prefecture'),
        fields: e.ref('excluded.fields'),
        record_count: e.ref('excluded.record_count'),
        observed_at: e.ref('excluded.observed_at'),
        changed_at: e.ref('excluded.changed_at'),
      })),
    )
    .execute()
}

export async function dropProfile({ tx, companyId }: Work, personId: string): Promise<void> {
  await tx.deleteFrom('people_search').where('company_id', '=', companyId).where('person_id', '=', personId).execute()
  await tx.deleteFrom('people_profile').where('company_id', '=', companyId).where('person_id', '=', personId).execute()
}

/** Makes the person's postings exactly these. */
export async function putPostings({ tx, companyId }: Work, personId: string, tokens: readonly string[]): Promise<void> {
  const wanted = tokens as string[]
  await sql`delete from people_search where company_id = ${companyId} and person_id = ${personId}
    and not (token = any (${wanted}::text[]))`.execute(tx)
  await sql`insert into people_search (company_id, token, person_id)
    select ${companyId}, token, ${personId} from unnest(${wanted}::text[]) as given (token)
    on conflict (company_id, token, person_id) do nothing`.execute(tx)
}

export async function countPostings({ tx, companyId }: Work, personId: string): Promise<number> {
  const row = await tx
    .selectFrom('people_search')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  return row.count
}
