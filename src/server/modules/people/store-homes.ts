import { sql } from 'kysely'
import type { PersonField, SourceKind } from '../../../contract/person-fields.ts'
import type { Work } from '../../kernel/work.ts'
import { comparedAs, type Stated } from './fields.ts'
import { winner, type Claim } from './winner.ts'

/** A record with the person it belongs to by itself (`homePersonId`) and through the merges in force. */
export type HomeRecord = {
  sourceRecordId: string
  homePersonId: string
  personId: string
  kind: SourceKind
  observedAt: Date
}

const anyOf = (ids: readonly string[]) => sql<string>`any (${ids as string[]}::uuid[])`

const homes = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('people_link as l')
    .innerJoin('people_source_record as r', (join) =>
      join.onRef('r.id', '=', 'l.source_record_id').on('r.company_id', '=', companyId),
    )
    .where('l.company_id', '=', companyId)
    .select([
      'l.source_record_id as sourceRecordId',
      'l.home_person_id as homePersonId',
      'l.person_id as personId',
      'r.kind',
      'r.observed_at as observedAt',
    ])
    .orderBy('r.observed_at')
    .orderBy('r.id')

type Row = Omit<HomeRecord, 'kind'> & { kind: string }
const typed = (row: Row): HomeRecord => ({ ...row, kind: row.kind as SourceKind })

/** These records and all that share a home with one of them, oldest observation first. */
export async function recordsAtHome(work: Work, recordIds: readonly string[]): Promise<HomeRecord[]> {
  if (recordIds.length === 0) return []
  const rows = await homes(work)
    .where('l.home_person_id', 'in', (e) =>
      e
        .selectFrom('people_link as own')
        .select('own.home_person_id')
        .where('own.company_id', '=', work.companyId)
        .where('own.source_record_id', '=', anyOf(recordIds)),
    )
    .execute()
  return rows.map(typed)
}

/** Every record of these persons, oldest observation first. */
export async function recordsWithHomes(work: Work, personIds: readonly string[]): Promise<HomeRecord[]> {
  if (personIds.length === 0) return []
  const rows = await homes(work).where('l.person_id', '=', anyOf(personIds)).execute()
  return rows.map(typed)
}

/** What each of these records states at its latest in the given fields. */
export async function statedBy(
  { tx, companyId }: Work,
  recordIds: readonly string[],
  fields: readonly PersonField[],
): Promise<Map<string, Stated>> {
  if (recordIds.length === 0) return new Map()
  // Record by record: a plan for all of them at once reads every claim where the tables have only just been filled.
  const { rows } = await sql<Claim & { field: PersonField }>`
    select c.id, c.source_record_id as "sourceRecordId", c.field, c.value, c.observed_at as "observedAt",
      c.recorded_at as "recordedAt", c.confidence, c.withdraws
    from unnest(${recordIds as string[]}::uuid[]) as given (id)
    cross join lateral (
      select * from people_claim one
      where one.company_id = ${companyId} and one.source_record_id = given.id and one.field = any (${fields as string[]}::text[])
      offset 0
    ) as c`.execute(tx)
  const stated = new Map<string, Stated>()
  for (const [recordId, ofRecord] of Map.groupBy(rows, (one) => one.sourceRecordId)) {
    const own: Stated = {}
    for (const [field, ofField] of Map.groupBy(ofRecord, (one) => one.field)) {
      const verdict = winner(ofField, (value) => comparedAs(field, value))
      if (verdict) own[field] = verdict.winner.value
    }
    stated.set(recordId, own)
  }
  return stated
}
