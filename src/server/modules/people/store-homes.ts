import { sql } from 'kysely'
import type { PersonField, SourceKind } from '../../../contract/people/person-fields.ts'
import type { Work } from '../../kernel/work.ts'
import { comparedAs, type Stated } from './profile/fields.ts'
import { winner, type Claim } from './profile/winner.ts'

/** A record with the person it belongs to by itself (`homePersonId`) and through the merges in force. */
export type HomeRecord = {
  sourceRecordId: string
  homePersonId: string
  personId: string
  kind: SourceKind
  observedAt: Date
}

/** Every record of these persons, oldest observation first. */
export async function recordsWithHomes({ tx, companyId }: Work, personIds: readonly string[]): Promise<HomeRecord[]> {
  if (personIds.length === 0) return []
  // Person by person, for the same reason as below.
  const { rows } = await sql<HomeRecord>`
    select l.source_record_id as "sourceRecordId", l.home_person_id as "homePersonId", l.person_id as "personId",
      r.kind, r.observed_at as "observedAt"
    from unnest(${personIds as string[]}::uuid[]) as given (id)
    cross join lateral (
      select * from people_link one where one.company_id = ${companyId} and one.person_id = given.id offset 0
    ) as l
    cross join lateral (
      select * from people_source_record one where one.company_id = ${companyId} and one.id = l.source_record_id offset 0
    ) as r
    order by r.observed_at, r.id`.execute(tx)
  return rows
}

export type AtHome = { records: HomeRecord[]; stated: Map<string, Stated> }
type ClaimOf = Omit<Claim, 'kind' | 'sourceRecordId'> & { field: PersonField }
type AtHomeRow = HomeRecord & {
  claims: (Omit<ClaimOf, 'observedAt' | 'recordedAt'> & { observedAt: string; recordedAt: string })[] | null
}

/**
 * These records and all that share a home with one of them, oldest observation first, with what each states at its latest
 * in the given fields.
 */
export async function statedAtHome(
  { tx, companyId }: Work,
  recordIds: readonly string[],
  fields: readonly PersonField[],
): Promise<AtHome> {
  if (recordIds.length === 0) return { records: [], stated: new Map() }
  // Record by record: a plan for all of them at once reads whole tables where they have only just been filled.
  const { rows } = await sql<AtHomeRow>`
    select l.source_record_id as "sourceRecordId", l.home_person_id as "homePersonId", l.person_id as "personId",
      r.kind, r.observed_at as "observedAt", c.claims
    from (
      select distinct own.home_person_id from unnest(${recordIds as string[]}::uuid[]) as given (id)
      cross join lateral (
        select home_person_id from people_link where company_id = ${companyId} and source_record_id = given.id offset 0
      ) as own
    ) as home
    cross join lateral (
      select * from people_link one where one.company_id = ${companyId} and one.home_person_id = home.home_person_id offset 0
    ) as l
    cross join lateral (
      select * from people_source_record one where one.company_id = ${companyId} and one.id = l.source_record_id offset 0
    ) as r
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', one.id, 'field', one.field, 'value', one.value, 'withdraws', one.withdraws,
        'observedAt', one.observed_at, 'recordedAt', one.recorded_at, 'confidence', one.confidence)) as claims
      from people_claim one
      where one.company_id = ${companyId} and one.source_record_id = l.source_record_id
        and one.field = any (${fields as string[]}::text[])
    ) as c
    order by r.observed_at, r.id`.execute(tx)
  const stated = new Map(rows.map((row) => [row.sourceRecordId, statedIn(row)]))
  const records = rows.map(({ sourceRecordId, homePersonId, personId, kind, observedAt }) => {
    return { sourceRecordId, homePersonId, personId, kind, observedAt }
  })
  return { records, stated }
}

function statedIn({ sourceRecordId, kind, claims }: AtHomeRow): Stated {
  const own: Stated = {}
  const all = (claims ?? []).map(({ observedAt, recordedAt, ...one }) => ({
    ...one,
    kind,
    sourceRecordId,
    observedAt: new Date(observedAt),
    recordedAt: new Date(recordedAt),
  }))
  for (const [field, ofField] of Map.groupBy(all, (one) => one.field)) {
    const verdict = winner(ofField, (value) => comparedAs(field, value))
    if (verdict) own[field] = verdict.winner.value
  }
  return own
}
