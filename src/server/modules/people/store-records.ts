import { sql } from 'kysely'
import type { FieldValue, PersonField, SourceKind } from '../../../contract/people/person-fields.ts'
import type { Work } from '../../kernel/work.ts'
import type { Identifier } from './profile/fields.ts'
import type { Claim } from './profile/winner.ts'

export type SourceRecord = {
  id: string
  kind: SourceKind
  connectionId: string | null
  remoteId: string | null
  label: string
  observedAt: Date
  recordedAt: Date
  personId: string
}
export type NewRecord = Omit<SourceRecord, 'recordedAt' | 'personId'>
export type FieldClaim = Claim & { field: PersonField; label: string }
export type NewClaim = {
  id: string
  sourceRecordId: string
  field: PersonField
  value: FieldValue | null
  observedAt: Date
  confidence: number
  withdraws?: string
}

const records = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('people_source_record as r')
    .innerJoin('people_link as l', (join) =>
      join.onRef('l.source_record_id', '=', 'r.id').on('l.company_id', '=', companyId),
    )
    .where('r.company_id', '=', companyId)
    .select([
      'r.id',
      'r.kind',
      'r.connection_id as connectionId',
      'r.remote_id as remoteId',
      'r.label',
      'r.observed_at as observedAt',
      'r.recorded_at as recordedAt',
      'l.person_id as personId',
    ])

const typed = (row: Omit<SourceRecord, 'kind'> & { kind: string }): SourceRecord => ({
  ...row,
  kind: row.kind as SourceKind,
})

export async function findRecord(
  work: Work,
  { id, connectionId, remoteId }: Pick<NewRecord, 'id' | 'connectionId' | 'remoteId'>,
): Promise<SourceRecord | undefined> {
  const byId = await records(work).where('r.id', '=', id).executeTakeFirst()
  if (byId) return typed(byId)
  if (connectionId === null || remoteId === null) return undefined
  const byRemote = await records(work)
    .where('r.connection_id', '=', connectionId)
    .where('r.remote_id', '=', remoteId)
    .executeTakeFirst()
  return byRemote && typed(byRemote)
}

export async function recordsOfPerson(work: Work, personId: string): Promise<SourceRecord[]> {
  const rows = await records(work)
    .where('l.person_id', '=', personId)
    .orderBy('r.observed_at')
    .orderBy('r.id')
    .execute()
  return rows.map(typed)
}

export async function insertRecord({ tx, companyId, now }: Work, record: NewRecord): Promise<void> {
  await tx
    .insertInto('people_source_record')
    .values({
      company_id: companyId,
      id: record.id,
      kind: record.kind,
      connection_id: record.connectionId,
      remote_id: record.remoteId,
      label: record.label,
      observed_at: record.observedAt,
      recorded_at: now,
    })
    .execute()
}

export async function touchRecord({ tx, companyId }: Work, { id, observedAt }: { id: string; observedAt: Date }) {
  await tx
    .updateTable('people_source_record')
    .set({ observed_at: observedAt })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('observed_at', '<', observedAt)
    .execute()
}

export async function insertClaims({ tx, companyId, now, actor }: Work, claims: readonly NewClaim[]): Promise<void> {
  if (claims.length === 0) return
  await tx
    .insertInto('people_claim')
    .values(
      claims.map((claim) => ({
        company_id: companyId,
        id: claim.id,
        source_record_id: claim.sourceRecordId,
        field: claim.field,
        value: claim.value === null ? null : JSON.stringify(claim.value),
        observed_at: claim.observedAt,
        recorded_at: now,
        confidence: claim.confidence,
        withdraws: claim.withdraws ?? null,
        actor: `${actor.kind}:${actor.id}`,
      })),
    )
    .execute()
}

const claims = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('people_claim as c')
    .innerJoin('people_source_record as r', (join) =>
      join.onRef('r.id', '=', 'c.source_record_id').on('r.company_id', '=', companyId),
    )
    .where('c.company_id', '=', companyId)
    .select([
      'c.id',
      'c.source_record_id as sourceRecordId',
      'c.field',
      'c.value',
      'c.observed_at as observedAt',
      'c.recorded_at as recordedAt',
      'c.confidence',
      'c.withdraws',
      'r.kind',
      'r.label',
    ])

type ClaimRow = Omit<FieldClaim, 'field' | 'value' | 'kind'> & { field: string; value: unknown; kind: string }
const claim = (row: ClaimRow): FieldClaim => ({
  ...row,
  field: row.field as PersonField,
  kind: row.kind as SourceKind,
  value: row.value as FieldValue | null,
})

export async function claimsOfRecord(work: Work, sourceRecordId: string): Promise<FieldClaim[]> {
  const rows = await claims(work).where('c.source_record_id', '=', sourceRecordId).execute()
  return rows.map(claim)
}

/** Every claim of every record that belongs to the person, newest observation first. */
export async function claimsOfPerson(work: Work, personId: string, field?: PersonField): Promise<FieldClaim[]> {
  let query = claims(work)
    .innerJoin('people_link as l', (join) =>
      join.onRef('l.source_record_id', '=', 'c.source_record_id').on('l.company_id', '=', work.companyId),
    )
    .where('l.person_id', '=', personId)
  if (field) query = query.where('c.field', '=', field)
  const rows = await query.orderBy('c.observed_at', 'desc').orderBy('c.id', 'desc').execute()
  return rows.map(claim)
}

/** Replaces the keys of one record. */
export async function putIdentifiers(
  { tx, companyId }: Work,
  sourceRecordId: string,
  identifiers: readonly Identifier[],
): Promise<void> {
  await tx
    .deleteFrom('people_identifier')
    .where('company_id', '=', companyId)
    .where('source_record_id', '=', sourceRecordId)
    .execute()
  if (identifiers.length === 0) return
  await tx
    .insertInto('people_identifier')
    .values(identifiers.map((one) => ({ company_id: companyId, source_record_id: sourceRecordId, ...one })))
    .execute()
}

type Holder = { personId: string; sourceRecordId: string }

/** The records with an exact key and the persons they belong to, at most `limit`. */
export async function holdersOf({ tx, companyId }: Work, { kind, key }: Identifier, limit: number): Promise<Holder[]> {
  return tx
    .selectFrom('people_identifier as i')
    .innerJoin('people_link as l', (join) =>
      join.onRef('l.source_record_id', '=', 'i.source_record_id').on('l.company_id', '=', companyId),
    )
    .where('i.company_id', '=', companyId)
    .where('i.kind', '=', kind)
    .where('i.key', '=', key)
    .select(['l.person_id as personId', 'i.source_record_id as sourceRecordId'])
    .orderBy('i.source_record_id')
    .limit(limit)
    .execute()
}

/** Removes what a record says, its keys and its name; the row stays, so that counts do. */
export async function eraseRecords({ tx, companyId, now }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of ['people_claim', 'people_identifier'] as const) {
    await tx.deleteFrom(table).where('company_id', '=', companyId).where('source_record_id', 'in', ids).execute()
  }
  await tx
    .updateTable('people_source_record')
    .set({ erased_at: now, label: '', remote_id: sql<null>`null` })
    .where('company_id', '=', companyId)
    .where('id', 'in', ids)
    .execute()
}
