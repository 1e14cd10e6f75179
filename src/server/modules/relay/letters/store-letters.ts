import { sql, type Selectable } from 'kysely'
import type { RelayLetter } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

export type StoredState = 'READY' | 'QUEUED' | 'SENT' | 'FAILED' | 'UNKNOWN' | 'CANCELLED' | 'DEAD'

export type Letter = {
  id: string
  kind: 'AUTO' | 'CAMPAIGN' | 'LINK'
  state: StoredState
  dueAt: Date
  applicationId: string
  sourceRecordId: string
  endedAt: Date
  preflightId: string | null
  /** Why it was not sent, when it was not. */
  reason: string | null
  mailId: string | null
  linkId: string | null
  stage: string | null
  offer: string | null
  language: string | null
  templateVersion: number | null
  basisId: string | null
  trialId: string | null
  variant: 'A' | 'B' | null
  sentAt: Date | null
  version: number
  recordedAt: Date
  changedAt: Date
}

export const fromRow = (row: Selectable<RelayLetter>): Letter => ({
  id: row.id,
  kind: row.kind as Letter['kind'],
  state: row.state as StoredState,
  dueAt: row.due_at,
  applicationId: row.application_id,
  sourceRecordId: row.source_record_id,
  endedAt: row.ended_at,
  preflightId: row.preflight_id,
  reason: row.reason,
  mailId: row.mail_id,
  linkId: row.link_id,
  stage: row.stage,
  offer: row.offer,
  language: row.locale,
  templateVersion: row.template_version,
  basisId: row.basis_id,
  trialId: row.trial_id,
  variant: row.variant as Letter['variant'],
  sentAt: row.sent_at,
  version: row.version,
  recordedAt: row.recorded_at,
  changedAt: row.changed_at,
})

type NewLetter = Pick<Letter, 'id' | 'kind' | 'dueAt' | 'applicationId' | 'sourceRecordId' | 'endedAt' | 'preflightId'>

/** Schedules letters; answers the ids of those of whose application none was on its way. */
export async function insertLetters(
  { tx, companyId, now }: Work,
  scheduled: readonly NewLetter[],
): Promise<Set<string>> {
  if (scheduled.length === 0) return new Set()
  const given = scheduled.map((letter) => ({
    id: letter.id,
    kind: letter.kind,
    due_at: letter.dueAt,
    application_id: letter.applicationId,
    source_record_id: letter.sourceRecordId,
    ended_at: letter.endedAt,
    preflight_id: letter.preflightId,
  }))
  const { rows } = await sql<{ id: string }>`
    insert into relay_letter (company_id, id, kind, state, due_at, application_id, source_record_id, ended_at,
      preflight_id, recorded_at, changed_at)
    select ${companyId}::uuid, id, kind, 'READY', due_at, application_id, source_record_id, ended_at, preflight_id,
      ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, kind text, due_at timestamptz,
      application_id uuid, source_record_id uuid, ended_at timestamptz, preflight_id uuid)
    order by application_id
    on conflict do nothing returning id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

type HandedOut = Pick<
  Letter,
  'id' | 'applicationId' | 'sourceRecordId' | 'endedAt' | 'linkId' | 'stage' | 'offer' | 'language' | 'basisId'
>

/** Keeps a letter whose words another system sends: it counts as sent. False when this end has one already. */
export async function insertLinkLetter({ tx, companyId, now }: Work, letter: HandedOut): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('relay_letter')
    .values({
      company_id: companyId,
      id: letter.id,
      kind: 'LINK',
      state: 'SENT',
      due_at: now,
      application_id: letter.applicationId,
      source_record_id: letter.sourceRecordId,
      ended_at: letter.endedAt,
      link_id: letter.linkId,
      stage: letter.stage,
      offer: letter.offer,
      locale: letter.language,
      basis_id: letter.basisId,
      sent_at: now,
      recorded_at: now,
      changed_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The letter by which another system told this end of an application. */
export async function linkLetter(work: Work, applicationId: string, endedAt: Date): Promise<Letter | undefined> {
  const row = await letters(work)
    .where('kind', '=', 'LINK')
    .where('application_id', '=', applicationId)
    .where('ended_at', '=', endedAt)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function findLetter(work: Work, id: string): Promise<Letter | undefined> {
  const row = await letters(work).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The letters of a campaign whose mail waits to be sent, held. */
export async function queuedOf(work: Work, preflightId: string): Promise<Letter[]> {
  const rows = await letters(work)
    .where('preflight_id', '=', preflightId)
    .where('state', '=', 'QUEUED')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(fromRow)
}

export const letters = ({ tx, companyId }: Work) =>
  tx.selectFrom('relay_letter').selectAll().where('company_id', '=', companyId)

export async function lockLetter(work: Work, id: string): Promise<Letter | undefined> {
  const row = await letters(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** The letter of an application that can still be stopped. */
export async function openLetter(work: Work, applicationId: string): Promise<Letter | undefined> {
  const row = await letters(work)
    .where('application_id', '=', applicationId)
    .where('state', 'in', ['READY', 'QUEUED'])
    .forUpdate()
    .executeTakeFirst()
  return row && fromRow(row)
}

/** Of which of these applications a letter is on its way, told without holding it. */
export async function onTheirWay({ tx, companyId }: Work, applicationIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('relay_letter')
    .select('application_id')
    .where('company_id', '=', companyId)
    .where('application_id', '=', sql<string>`any (${applicationIds as string[]}::uuid[])`)
    .where('state', 'in', ['READY', 'QUEUED'])
    .execute()
  return new Set(rows.map((row) => row.application_id))
}

/** Takes back the letters of a campaign that are not in the mail's hands yet; answers them as they stand then. */
export async function cancelReady(
  { tx, companyId, now }: Work,
  preflightId: string,
  { reason, undoneBy }: { reason: string; undoneBy: string },
): Promise<Letter[]> {
  const rows = await tx
    .updateTable('relay_letter')
    .set((e) => ({
      state: 'CANCELLED',
      reason,
      undone_by: undoneBy,
      version: e('version', '+', 1),
      changed_at: now,
      lease_until: null,
    }))
    .where('company_id', '=', companyId)
    .where('preflight_id', '=', preflightId)
    .where('state', '=', 'READY')
    .returningAll()
    .execute()
  return rows.map(fromRow)
}

export async function letterOfMail(work: Work, mailId: string): Promise<Letter | undefined> {
  const row = await letters(work).where('mail_id', '=', mailId).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

export async function lettersOfRecords(work: Work, recordIds: readonly string[]): Promise<Letter[]> {
  if (recordIds.length === 0) return []
  const rows = await letters(work)
    .where('source_record_id', 'in', [...recordIds])
    .orderBy('id', 'desc')
    .execute()
  return rows.map(fromRow)
}

export async function countLetters({ tx, companyId }: Work): Promise<Partial<Record<StoredState, number>>> {
  const rows = await tx
    .selectFrom('relay_letter')
    .select((e) => ['state', e.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

type Change = {
  state?: StoredState
  dueAt?: Date
  reason?: string | null
  mailId?: string
  linkId?: string | null
  stage?: string
  offer?: string
  language?: string
  templateVersion?: number
  basisId?: string | null
  trialId?: string | null
  variant?: 'A' | 'B' | null
  sentAt?: Date | null
  undoneBy?: string
}

/** Changes a letter and answers its next version. */
export async function changeLetter({ tx, companyId, now }: Work, id: string, change: Change): Promise<number> {
  const { version } = await tx
    .updateTable('relay_letter')
    .set((e) => ({
      version: e('version', '+', 1),
      changed_at: now,
      lease_until: null,
      ...(change.state && { state: change.state }),
      ...(change.dueAt && { due_at: change.dueAt }),
      ...(change.reason !== undefined && { reason: change.reason }),
      ...(change.mailId && { mail_id: change.mailId }),
      ...(change.linkId !== undefined && { link_id: change.linkId }),
      ...(change.stage && { stage: change.stage }),
      ...(change.offer && { offer: change.offer }),
      ...(change.language && { locale: change.language }),
      ...(change.templateVersion !== undefined && { template_version: change.templateVersion }),
      ...(change.basisId !== undefined && { basis_id: change.basisId }),
      ...(change.trialId !== undefined && { trial_id: change.trialId }),
      ...(change.variant !== undefined && { variant: change.variant }),
      ...(change.sentAt !== undefined && { sent_at: change.sentAt }),
      ...(change.undoneBy && { undone_by: change.undoneBy }),
    }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** How many letters left since a moment. */
export async function sentLetters({ tx, companyId }: Work, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('relay_letter')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('state', '=', 'SENT')
    .where('sent_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}
