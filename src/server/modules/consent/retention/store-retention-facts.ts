import { sql } from 'kysely'
import type { RetentionFact, Subject } from '../../../kernel/module.ts'
import type { Work } from '../../../kernel/work.ts'
import { heldAmong } from '../erasures/store-holds.ts'
import { ofPeople } from '../requests/store-requests.ts'

/** What keeps people by the records of this module: a hold, a request that is open, a consent to stay in the pool. */
export async function keptByConsent(work: Work, subjects: readonly Subject[]): Promise<RetentionFact[]> {
  const held = await heldAmong(work, subjects)
  return [
    ...[...held].map((personId): RetentionFact => ({ personId, kind: 'KEEPS', reason: 'HELD', until: null })),
    ...(await openRequests(work, subjects)),
    ...(await poolConsents(work, subjects)),
  ]
}

const personOfRecord = (subjects: readonly Subject[]): Map<string, string> =>
  new Map(subjects.flatMap(({ personId, sourceRecordIds }) => sourceRecordIds.map((id) => [id, personId] as const)))

/** Somebody who asked something of their data is answered before the data goes. */
async function openRequests({ tx, companyId }: Work, subjects: readonly Subject[]): Promise<RetentionFact[]> {
  const owner = personOfRecord(subjects)
  const { rows } = await sql<{ person_id: string | null; source_record_id: string | null }>`
    select person_id, source_record_id from consent_request
    where company_id = ${companyId} and state = 'OPEN'
      and ${ofPeople(
        subjects.map(({ personId }) => personId),
        [...owner.keys()],
      )}`.execute(tx)
  return rows.flatMap(({ person_id: asked, source_record_id: record }): RetentionFact[] => {
    const personId = record === null ? asked : owner.get(record)
    return personId === null || personId === undefined
      ? []
      : [{ personId, kind: 'KEEPS', reason: 'OPEN_REQUEST', until: null }]
  })
}

/** Of all records of a person the latest decision counts, as `consents` says it. */
async function poolConsents({ tx, companyId, now }: Work, subjects: readonly Subject[]): Promise<RetentionFact[]> {
  const owner = personOfRecord(subjects)
  const { rows } = await sql<{ source_record_id: string; decision: string; at: Date; until: Date | null }>`
    select s.source_record_id, s.decision, s.occurred_at as at, e.expires_at as until
    from consent_state as s
    join consent_event as e on e.company_id = ${companyId} and e.id = s.event_id
    where s.company_id = ${companyId} and s.purpose = 'POOL' and s.recipient = ${companyId}
      and s.source_record_id = any (${[...owner.keys()]}::uuid[])
    order by s.occurred_at, e.id`.execute(tx)
  const latest = new Map(rows.map((row) => [owner.get(row.source_record_id)!, row]))
  return [...latest].flatMap(([personId, { decision, until }]): RetentionFact[] =>
    decision === 'GIVEN' && (until === null || until > now)
      ? [{ personId, kind: 'KEEPS', reason: 'CONSENT', until }]
      : [],
  )
}
