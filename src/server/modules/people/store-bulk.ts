import { sql } from 'kysely'
import { insertRows } from '../../kernel/insert-rows.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import type { Identifier } from './fields.ts'
import type { Source } from './records.ts'
import { profileRow, type ProfileFields } from './store-profile.ts'
import type { FieldClaim } from './store-records.ts'

type Known = { personId: string; isErased: boolean }

export async function findRecords({ tx, companyId }: Work, ids: readonly string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people_link as l')
    .innerJoin('people_person as p', (join) =>
      join.onRef('p.id', '=', 'l.person_id').on('p.company_id', '=', companyId),
    )
    .select(['l.source_record_id as id', 'l.person_id as personId', 'p.state'])
    .where('l.company_id', '=', companyId)
    .where('l.source_record_id', '=', sql<string>`any (${ids as string[]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, personId, state }) => [id, { personId, isErased: state === 'ERASED' }]))
}

/** Persons whose profile is written with them: their first version. */
export async function insertPersons(work: Work, ids: readonly string[]): Promise<void> {
  await insertRows(
    work,
    { table: 'people_person', columns: { id: 'uuid', state: 'text', version: 'bigint', recorded_at: 'timestamptz' } },
    ids.map((id) => ({ id, state: 'ACTIVE', version: 1, recorded_at: work.now })),
  )
}

export async function insertRecords(
  work: Work,
  opened: readonly { source: Source; personId: string }[],
): Promise<void> {
  const { now, actor } = work
  await insertRows(
    work,
    {
      table: 'people_source_record',
      columns: {
        id: 'uuid',
        kind: 'text',
        connection_id: 'uuid',
        remote_id: 'text',
        label: 'text',
        observed_at: 'timestamptz',
        recorded_at: 'timestamptz',
      },
    },
    opened.map(({ source }) => ({
      id: source.id,
      kind: source.kind,
      connection_id: source.connectionId ?? null,
      remote_id: source.remoteId ?? null,
      label: source.label,
      observed_at: source.observedAt,
      recorded_at: now,
    })),
  )
  await insertRows(
    work,
    {
      table: 'people_link',
      columns: { source_record_id: 'uuid', home_person_id: 'uuid', person_id: 'uuid', linked_at: 'timestamptz' },
    },
    opened.map(({ source, personId }) => ({
      source_record_id: source.id,
      home_person_id: personId,
      person_id: personId,
      linked_at: now,
    })),
  )
  await insertRows(
    work,
    {
      table: 'people_link_event',
      columns: {
        id: 'uuid',
        source_record_id: 'uuid',
        to_person_id: 'uuid',
        reason: 'text',
        actor: 'text',
        recorded_at: 'timestamptz',
      },
    },
    opened.map(({ source, personId }) => ({
      id: newId(),
      source_record_id: source.id,
      to_person_id: personId,
      reason: 'RECORDED',
      actor: `${actor.kind}:${actor.id}`,
      recorded_at: now,
    })),
  )
}

export async function insertClaims(work: Work, claims: readonly FieldClaim[]): Promise<void> {
  await insertRows(
    work,
    {
      table: 'people_claim',
      columns: {
        id: 'uuid',
        source_record_id: 'uuid',
        field: 'text',
        value: 'jsonb',
        observed_at: 'timestamptz',
        recorded_at: 'timestamptz',
        confidence: 'real',
        actor: 'text',
      },
    },
    claims.map(({ id, sourceRecordId, field, value, observedAt, recordedAt, confidence }) => ({
      id,
      source_record_id: sourceRecordId,
      field,
      value,
      observed_at: observedAt,
      recorded_at: recordedAt,
      confidence,
      actor: `${work.actor.kind}:${work.actor.id}`,
    })),
  )
}

export async function insertIdentifiers(
  work: Work,
  keys: readonly (Identifier & { sourceRecordId: string })[],
): Promise<void> {
  await insertRows(
    work,
    { table: 'people_identifier', columns: { kind: 'text', key: 'text', source_record_id: 'uuid' } },
    keys.map(({ kind, key, sourceRecordId }) => ({ kind, key, source_record_id: sourceRecordId })),
  )
}

export async function insertProfiles(
  work: Work,
  profiles: readonly { personId: string; fields: ProfileFields; observedAt: Date }[],
): Promise<void> {
  await insertRows(
    work,
    {
      table: 'people_profile',
      columns: {
        person_id: 'uuid',
        name: 'text',
        name_kana: 'text',
        sort_key: 'text',
        email: 'text',
        phone: 'text',
        employer: 'text',
        title: 'text',
        prefecture: 'text',
        fields: 'jsonb',
        record_count: 'integer',
        observed_at: 'timestamptz',
        changed_at: 'timestamptz',
      },
    },
    profiles.map((profile) => profileRow({ ...profile, recordCount: 1, changedAt: work.now })),
  )
}

/** Each posting once. */
export async function insertPostings(
  work: Work,
  postings: readonly { personId: string; token: string }[],
): Promise<void> {
  const persons = postings.map(({ personId }) => personId)
  const tokens = postings.map(({ token }) => token)
  await sql`insert into people_search (company_id, token, person_id)
    select ${work.companyId}::uuid, token, person_id from unnest(${tokens}::text[], ${persons}::uuid[]) as given (token, person_id)
    order by token, person_id`.execute(work.tx)
}

/** An exact key, with the person of each record that holds it; a person of two such records stands there twice. */
export type HeldKey = Identifier & { personIds: string[] }

/** The exact keys of a record, each with those who hold it, counted no further than `most`. */
export async function heldKeys({ tx, companyId }: Work, sourceRecordId: string, most: number): Promise<HeldKey[]> {
  const { rows } = await sql<HeldKey>`
    select i.kind, i.key, array_agg(held.person_id) as "personIds"
    from people_identifier i
    cross join lateral (
      select l.person_id from people_identifier o
      join people_link l on l.company_id = ${companyId} and l.source_record_id = o.source_record_id
      where o.company_id = ${companyId} and o.kind = i.kind and o.key = i.key limit ${most}
    ) as held
    where i.company_id = ${companyId} and i.source_record_id = ${sourceRecordId}
    group by i.kind, i.key`.execute(tx)
  return rows
}

/** A record, and another person with a record of the same exact keys. */
export type Sharing = { sourceRecordId: string; personId: string; otherId: string; kinds: Identifier['kind'][] }

/** Who else has an exact key of these records, with the kinds of key; everyone but the record's own person. */
export async function keySharers({ tx, companyId }: Work, ids: readonly string[]): Promise<Sharing[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Sharing>`
    select i.source_record_id as "sourceRecordId", own.person_id as "personId", others.person_id as "otherId",
      array_agg(distinct i.kind) as kinds
    from people_identifier i
    join people_link own on own.company_id = ${companyId} and own.source_record_id = i.source_record_id
    join people_identifier o on o.company_id = ${companyId} and o.kind = i.kind and o.key = i.key
    join people_link others on others.company_id = ${companyId} and others.source_record_id = o.source_record_id
      and others.person_id <> own.person_id
    where i.company_id = ${companyId} and i.source_record_id = any (${ids as string[]}::uuid[])
    group by 1, 2, 3`.execute(tx)
  return rows
}
