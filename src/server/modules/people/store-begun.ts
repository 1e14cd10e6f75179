import { sql } from 'kysely'
import { prepared } from '../../kernel/database/prepared.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import type { Begun } from './readings.ts'
import { profileRow, type Profile } from './profile/store-profile.ts'
import { profileColumns } from './store-bulk.ts'

/** Records, the persons they begin, whose they are, what they claim and the exact keys of it: of each one row or more. */
export async function insertBegun({ tx, companyId, now, actor }: Work, begun: readonly Begun[]): Promise<void> {
  if (begun.length === 0) return
  const by = `${actor.kind}:${actor.id}`
  const records = begun.map(({ source, recorded: { personId } }) => ({
    id: source.id,
    personId,
    eventId: newId(),
    kind: source.kind,
    connectionId: source.connectionId ?? null,
    remoteId: source.remoteId ?? null,
    label: source.label,
    observedAt: source.observedAt,
  }))
  const claims = begun.flatMap((one) =>
    one.claims.map(({ id, sourceRecordId, field, value, observedAt, confidence }) => {
      return { id, sourceRecordId, field, value, observedAt, confidence }
    }),
  )
  const keys = begun.flatMap(({ source, identifiers }) =>
    identifiers.map(({ kind, key }) => ({ kind, key, sourceRecordId: source.id })),
  )
  await sql`${prepared}with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (id uuid, "personId" uuid, "eventId" uuid,
        kind text, "connectionId" uuid, "remoteId" text, label text, "observedAt" timestamptz)
    ), begun as (
      insert into people_person (company_id, id, state, version, recorded_at)
      select ${companyId}::uuid, "personId", 'ACTIVE', 1, ${now}::timestamptz from given
    ), recorded as (
      insert into people_source_record (company_id, id, kind, connection_id, remote_id, label, observed_at, recorded_at)
      select ${companyId}::uuid, id, kind, "connectionId", "remoteId", label, "observedAt", ${now}::timestamptz from given
    ), linked as (
      insert into people_link (company_id, source_record_id, home_person_id, person_id, linked_at)
      select ${companyId}::uuid, id, "personId", "personId", ${now}::timestamptz from given
    ), told as (
      insert into people_link_event (company_id, id, source_record_id, to_person_id, reason, actor, recorded_at)
      select ${companyId}::uuid, "eventId", id, "personId", 'RECORDED', ${by}::text, ${now}::timestamptz from given
    ), claimed as (
      insert into people_claim
        (company_id, id, source_record_id, field, value, observed_at, recorded_at, confidence, actor)
      select ${companyId}::uuid, id, "sourceRecordId", field, value, "observedAt", ${now}::timestamptz, confidence, ${by}::text
      from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as said (id uuid, "sourceRecordId" uuid, field text,
        value jsonb, "observedAt" timestamptz, confidence real)
    )
    insert into people_identifier (company_id, kind, key, source_record_id)
    select ${companyId}::uuid, kind, key, "sourceRecordId"
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as found (kind text, key text, "sourceRecordId" uuid)`.execute(
    tx,
  )
}

/** The profile and the postings of a person who had none. */
export async function insertShown(
  { tx, companyId }: Work,
  { profile, tokens }: { profile: Profile; tokens: readonly string[] },
): Promise<void> {
  const names = Object.keys(profileColumns) as (keyof typeof profileColumns)[]
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const typed = sql.join(names.map((name) => sql`${sql.ref(name)} ${sql.raw(profileColumns[name])}`))
  await sql`${prepared}with shown as (
      insert into people_profile (company_id, ${columns})
      select ${companyId}::uuid, ${columns}
      from jsonb_to_recordset(${JSON.stringify([profileRow(profile)])}::jsonb) as given (${typed})
    )
    insert into people_search (company_id, token, person_id)
    select distinct ${companyId}::uuid, token, ${profile.personId}::uuid
    from unnest((select ${tokens as string[]}::text[])) as given (token)`.execute(tx)
}
