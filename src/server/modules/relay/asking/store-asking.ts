import { sql, type Selectable } from 'kysely'
import type { Asking, NotAskedReason } from '../../../../contract/consent/asking.ts'
import { insertRows } from '../../../kernel/database/insert-rows.ts'
import type { RelayAsked, RelayAsking } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

export type KeptAsking = {
  id: string
  phase: Asking['phase']
  isStuck: boolean
  perDay: number
  leftToday: number
  dueAt: Date
  madeBy: string
  madeAt: Date
  approvedBy: string | null
  approvedAt: Date | null
  endedAt: Date | null
}

const askingOf = (row: Selectable<RelayAsking>): KeptAsking => ({
  id: row.id,
  phase: row.phase as Asking['phase'],
  isStuck: row.state === 'DEAD',
  perDay: row.per_day,
  leftToday: row.left_today,
  dueAt: row.due_at,
  madeBy: row.made_by,
  madeAt: row.made_at,
  approvedBy: row.approved_by,
  approvedAt: row.approved_at,
  endedAt: row.ended_at,
})

export async function insertAsking({ tx, companyId, actor, now }: Work, id: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('relay_asking')
    .values({
      company_id: companyId,
      id,
      kind: 'BASIS',
      phase: 'LISTED',
      state: 'IDLE',
      due_at: now,
      made_by: actor.id,
      made_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

const askings = ({ tx, companyId }: Work) =>
  tx.selectFrom('relay_asking').selectAll().where('company_id', '=', companyId)

export async function findAsking(work: Work, id: string, { lock = false } = {}): Promise<KeptAsking | undefined> {
  const query = askings(work).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && askingOf(row)
}

/** The campaign, held, while this try of it is the one that counts. */
export async function lockAskingTry(
  work: Work,
  { id, attempts }: { id: string; attempts: number },
): Promise<KeptAsking | undefined> {
  const row = await askings(work)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .where('attempts', '=', attempts)
    .forUpdate()
    .executeTakeFirst()
  return row && askingOf(row)
}

export async function listAskings(
  work: Work,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<KeptAsking[]> {
  let query = askings(work).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(limit)
  const last = before === undefined ? undefined : await findAsking(work, before)
  if (last) query = query.where((e) => e(e.refTuple('made_at', 'id'), '<', e.tuple(last.madeAt, last.id)))
  return (await query.execute()).map(askingOf)
}

type Change = { leftToday?: number; dueAt: Date | null; over?: 'DONE' }

/** There is work again from `dueAt` on, or none; failures of before are over. */
export async function changeAsking(
  { tx, companyId, now }: Work,
  id: string,
  { leftToday, dueAt, over }: Change,
): Promise<void> {
  await tx
    .updateTable('relay_asking')
    .set({
      state: dueAt === null ? 'IDLE' : 'READY',
      due_at: dueAt ?? now,
      lease_until: null,
      attempts: 0,
      last_error: null,
      ...(leftToday !== undefined && { left_today: leftToday }),
      ...(over && { phase: over, ended_at: now }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function spendToday({ tx, companyId }: Work, id: string, leftToday: number): Promise<void> {
  await tx
    .updateTable('relay_asking')
    .set({ left_today: leftToday })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function putApproval(
  { tx, companyId, actor, now }: Work,
  { id, perDay }: { id: string; perDay: number },
): Promise<void> {
  await tx
    .updateTable('relay_asking')
    .set({ phase: 'MAILING', per_day: perDay, left_today: perDay, approved_by: actor.id, approved_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function putStop({ tx, companyId, actor, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable('relay_asking')
    .set({ phase: 'STOPPED', stopped_by: actor.id, stopped_at: now, ended_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function insertAsked(
  work: Work,
  askingId: string,
  people: readonly { personId: string; reason: NotAskedReason | null }[],
): Promise<void> {
  await insertRows(
    work,
    { table: 'relay_asked', columns: { asking_id: 'uuid', person_id: 'uuid', reason: 'text' } },
    people.map(({ personId, reason }) => ({ asking_id: askingId, person_id: personId, reason })),
  )
}

const asked = ({ tx, companyId }: Work, askingId: string) =>
  tx.selectFrom('relay_asked').selectAll().where('company_id', '=', companyId).where('asking_id', '=', askingId)

export type Asked = {
  personId: string
  reason: NotAskedReason | null
  outcome: 'QUEUED' | NotAskedReason | null
  sentAt: Date | null
  answer: 'STAYS' | 'LEAVES' | null
  answeredAt: Date | null
}

const askedOf = (row: Selectable<RelayAsked>): Asked => ({
  personId: row.person_id,
  reason: row.reason as Asked['reason'],
  outcome: row.outcome as Asked['outcome'],
  sentAt: row.sent_at,
  answer: row.answer as Asked['answer'],
  answeredAt: row.answered_at,
})

export type AskedPage = {
  reason?: 'NONE' | NotAskedReason | undefined
  answer?: 'STAYS' | 'LEAVES' | 'NONE' | undefined
  after?: string | undefined
  limit: number
}

export async function listAsked(
  work: Work,
  askingId: string,
  { reason, answer, after, limit }: AskedPage,
): Promise<Asked[]> {
  let query = asked(work, askingId).orderBy('person_id').limit(limit)
  if (reason === 'NONE') query = query.where('reason', 'is', null)
  else if (reason) query = query.where((e) => e.or([e('reason', '=', reason), e('outcome', '=', reason)]))
  if (answer === 'NONE') query = query.where('sent_at', 'is not', null).where('answer', 'is', null)
  else if (answer) query = query.where('answer', '=', answer)
  if (after) query = query.where('person_id', '>', after)
  return (await query.execute()).map(askedOf)
}

/** Those that are still to be written to. */
export async function toAsk(work: Work, askingId: string, limit: number): Promise<string[]> {
  const rows = await asked(work, askingId)
    .where('reason', 'is', null)
    .where('outcome', 'is', null)
    .orderBy('person_id')
    .limit(limit)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

export async function putOutcome(
  { tx, companyId, now }: Work,
  { askingId, personId, ...put }: { askingId: string; personId: string; outcome: string; mailId: string | null },
): Promise<void> {
  await tx
    .updateTable('relay_asked')
    .set({ outcome: put.outcome, mail_id: put.mailId, queued_at: put.mailId === null ? null : now })
    .where('company_id', '=', companyId)
    .where('asking_id', '=', askingId)
    .where('person_id', '=', personId)
    .execute()
}

/** How the mail of a question ended; nothing for another mail. */
export async function putMailEnd(
  { tx, companyId }: Work,
  { mailId, sentAt, outcome }: { mailId: string; sentAt: Date | null; outcome: string },
): Promise<void> {
  await tx
    .updateTable('relay_asked')
    .set({ sent_at: sentAt, outcome })
    .where('company_id', '=', companyId)
    .where('mail_id', '=', mailId)
    .execute()
}

/** The answer to every question that was put to this person and not answered yet. */
export async function putAnswer(
  { tx, companyId, now }: Work,
  personId: string,
  answer: 'STAYS' | 'LEAVES',
): Promise<void> {
  await tx
    .updateTable('relay_asked')
    .set({ answer, answered_at: now })
    .where('company_id', '=', companyId)
    .where('person_id', '=', personId)
    .where('outcome', '=', 'QUEUED')
    .execute()
}

export type AskedCount = {
  askingId: string
  reason: Asked['reason']
  outcome: Asked['outcome']
  answer: Asked['answer']
  people: number
  sent: number
}

export async function countAsked({ tx, companyId }: Work, askingIds: readonly string[]): Promise<AskedCount[]> {
  const { rows } = await sql<AskedCount>`
    select asking_id as "askingId", reason, outcome, answer, count(*)::integer as people, count(sent_at)::integer as sent
    from relay_asked where company_id = ${companyId} and asking_id = any (${askingIds as string[]}::uuid[])
    group by asking_id, reason, outcome, answer`.execute(tx)
  return rows
}
