import { sql } from 'kysely'
import type { Consent, Purpose } from '../../../../contract/consent/consent.ts'
import type { Work } from '../../../kernel/work.ts'

/** A version of a company's privacy notice. */
export type NoticeRef = { companyId: string; id: string; version: number }

export type Decided = Omit<Consent, 'occurredAt' | 'expiresAt'> & {
  occurredAt: Date
  expiresAt: Date | null
  /** The privacy notice in force where it was decided; null where none was published. */
  notice: NoticeRef | null
}
export type CompanyDecided = Decided & { personId: string; sourceRecordId: string }

export type Place = { purpose: Purpose; recipient: string }

/** What a decision of a company's person and one of a member keep alike. */
export const eventRow = (decided: Decided, recordedAt: Date) => ({
  id: decided.eventId,
  purpose: decided.purpose,
  recipient: decided.recipient,
  decision: decided.decision,
  items: [...decided.items],
  text_hash: decided.textHash,
  how: decided.how,
  receipt_id: decided.receiptId,
  occurred_at: decided.occurredAt,
  expires_at: decided.expiresAt,
  recorded_at: recordedAt,
})

/** False when the event stands already, so that a repetition changes nothing. */
export async function insertEvent(
  { tx, companyId }: Work,
  decided: CompanyDecided,
  { recordedAt, noticeId }: { recordedAt: Date; noticeId: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_event')
    .values({
      company_id: companyId,
      person_id: decided.personId,
      source_record_id: decided.sourceRecordId,
      notice_id: noticeId,
      ...eventRow(decided, recordedAt),
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Moves what holds to this decision, unless a later one stands. Waits for a share that holds the row. */
export async function moveState({ tx, companyId }: Work, decided: CompanyDecided): Promise<void> {
  await tx
    .insertInto('consent_state')
    .values({
      company_id: companyId,
      source_record_id: decided.sourceRecordId,
      purpose: decided.purpose,
      recipient: decided.recipient,
      decision: decided.decision,
      event_id: decided.eventId,
      occurred_at: decided.occurredAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'source_record_id', 'purpose', 'recipient'])
        .doUpdateSet((e) => ({
          decision: e.ref('excluded.decision'),
          event_id: e.ref('excluded.event_id'),
          occurred_at: e.ref('excluded.occurred_at'),
        }))
        .where((e) => e('consent_state.occurred_at', '<=', e.ref('excluded.occurred_at'))),
    )
    .execute()
}

type EventRow = {
  id: string
  purpose: string
  recipient: string
  decision: string
  items: string[]
  text_hash: string
  how: string
  receipt_id: string
  occurred_at: Date
  expires_at: Date | null
  notice_company_id: string | null
  notice_id: string | null
  notice_version: number | null
}

const noticeOf = ({
  notice_company_id: companyId,
  notice_id: id,
  notice_version: version,
}: EventRow): NoticeRef | null =>
  companyId === null || id === null || version === null ? null : { companyId, id, version }

export const decidedOf = (row: EventRow): Decided => ({
  eventId: row.id,
  purpose: row.purpose as Purpose,
  recipient: row.recipient,
  decision: row.decision as Decided['decision'],
  items: row.items,
  textHash: row.text_hash,
  how: row.how as Decided['how'],
  receiptId: row.receipt_id,
  occurredAt: row.occurred_at,
  expiresAt: row.expires_at,
  notice: noticeOf(row),
})

export const eventColumns = [
  'e.id',
  'e.purpose',
  'e.recipient',
  'e.decision',
  'e.items',
  'e.text_hash',
  'e.how',
  'e.receipt_id',
  'e.occurred_at',
  'e.expires_at',
  'e.notice_id',
] as const

/** In the company's realm the notice is its own, and its version stands with it. */
const ofCompany = ['n.company_id as notice_company_id', 'n.version as notice_version'] as const

/** Yeses of one purpose that end before `until` or ended since `since`, one for each record they hang on. */
export async function endingStates(
  { tx, companyId }: Work,
  { purpose, since, until }: { purpose: Place['purpose']; since: Date; until: Date },
): Promise<{ sourceRecordId: string; expiresAt: Date }[]> {
  const rows = await tx
    .selectFrom('consent_state as s')
    .innerJoin('consent_event as e', (join) => join.onRef('e.id', '=', 's.event_id').on('e.company_id', '=', companyId))
    .select(['s.source_record_id as sourceRecordId', 'e.expires_at as expiresAt'])
    .where('s.company_id', '=', companyId)
    .where('s.purpose', '=', purpose)
    .where('s.decision', '=', 'GIVEN')
    .where('e.expires_at', '>', since)
    .where('e.expires_at', '<=', until)
    .orderBy('e.expires_at')
    .limit(5000)
    .execute()
  return rows.map(({ sourceRecordId, expiresAt }) => ({ sourceRecordId, expiresAt: expiresAt! }))
}

/** What holds for these records, oldest decision first. */
export async function states({ tx, companyId }: Work, sourceRecordIds: readonly string[]): Promise<Decided[]> {
  if (sourceRecordIds.length === 0) return []
  const rows = await tx
    .selectFrom('consent_state as s')
    .innerJoin('consent_event as e', (join) => join.onRef('e.id', '=', 's.event_id').on('e.company_id', '=', companyId))
    .leftJoin('consent_privacy_notice as n', (join) =>
      join.onRef('n.id', '=', 'e.notice_id').on('n.company_id', '=', companyId),
    )
    .select([...eventColumns, ...ofCompany])
    .where('s.company_id', '=', companyId)
    .where('s.source_record_id', 'in', [...sourceRecordIds])
    .orderBy('e.occurred_at')
    .orderBy('e.id')
    .execute()
  return rows.map(decidedOf)
}

export async function lockStates(
  { tx, companyId }: Work,
  sourceRecordIds: readonly string[],
  { purpose, recipient }: Place,
): Promise<void> {
  if (sourceRecordIds.length === 0) return
  await tx
    .selectFrom('consent_state')
    .select('event_id')
    .where('company_id', '=', companyId)
    .where('source_record_id', 'in', [...sourceRecordIds])
    .where('purpose', '=', purpose)
    .where('recipient', '=', recipient)
    .orderBy('source_record_id')
    .forUpdate()
    .execute()
}

/**
 * The moment of a decision that is made now, with the person's consents held from then on: after whatever is decided
 * or shared already, also by a transaction that began later than this one.
 */
export async function momentOfDecision(
  work: Work,
  { personId, sourceRecordId }: { personId: string; sourceRecordId: string },
  place: Place,
): Promise<Date> {
  const { tx, companyId } = work
  await holdDecisions(work, `${companyId}/${personId}`)
  await lockStates(work, [sourceRecordId], place)
  const last = await tx
    .selectFrom('consent_event')
    .select((e) => e.fn.max('occurred_at').as('at'))
    .where('company_id', '=', companyId)
    .where('purpose', '=', place.purpose)
    .where('recipient', '=', place.recipient)
    .where((e) => e.or([e('source_record_id', '=', sourceRecordId), e('person_id', '=', personId)]))
    .executeTakeFirst()
  return momentAfter(work, last?.at ?? undefined)
}

/** Where nothing was decided before there is no row to hold, so first decisions wait on a lock of their own. */
export async function holdDecisions({ tx }: Pick<Work, 'tx'>, whose: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consent/${whose}`}, 0))`.execute(tx)
}

/** Now by the database's clock, and in any case after `last`. */
export async function momentAfter({ tx, installation }: Pick<Work, 'tx' | 'installation'>, last?: Date): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
  const [clock] = rows
  if (!clock) throw new Error('the database did not tell its time')
  const now = clock.now.getTime() + installation.clock.offsetMs()
  return new Date(last ? Math.max(now, last.getTime() + 1) : now)
}

/** Every decision ever made about these records, in order. */
export async function history({ tx, companyId }: Work, sourceRecordIds: readonly string[]): Promise<Decided[]> {
  if (sourceRecordIds.length === 0) return []
  const rows = await tx
    .selectFrom('consent_event as e')
    .leftJoin('consent_privacy_notice as n', (join) =>
      join.onRef('n.id', '=', 'e.notice_id').on('n.company_id', '=', companyId),
    )
    .select([...eventColumns, ...ofCompany])
    .where('e.company_id', '=', companyId)
    .where('e.source_record_id', 'in', [...sourceRecordIds])
    .orderBy('e.occurred_at')
    .orderBy('e.id')
    .execute()
  return rows.map(decidedOf)
}
