import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Installation } from '../../kernel/installation.ts'
import type { MessagesMail } from '../../kernel/database/tables.ts'
import { ofHuman, type Human } from '../../kernel/database/of-human.ts'
import type { Work } from '../../kernel/work.ts'
import type { MailKind } from './kinds.ts'
import { withoutAddresses } from './links/tokens.ts'

export type MailState = 'READY' | 'SENDING' | 'SENT' | 'REFUSED' | 'UNKNOWN' | 'CANCELLED' | 'DEAD'

export type StoredMail = {
  id: string
  kind: MailKind
  state: MailState
  dueAt: Date
  tries: number
  firstTriedAt: Date | null
  lastError: string | null
  messageId: string
  recipient: string | null
  recipientHash: string
  personId: string | null
  recordId: string | null
  fromName: string
  content: string | null
  replyHash: string
  unsubscribeHash: string | null
  replyToStaff: string | null
  inWindow: boolean
  settledAt: Date | null
  recordedAt: Date
}

const fromRow = (row: Selectable<MessagesMail>): StoredMail => ({
  id: row.id,
  kind: row.kind as MailKind,
  state: row.state as MailState,
  dueAt: row.due_at,
  tries: row.tries,
  firstTriedAt: row.first_tried_at,
  lastError: row.last_error,
  messageId: row.message_id,
  recipient: row.recipient,
  recipientHash: row.recipient_hash,
  personId: row.person_id,
  recordId: row.source_record_id,
  fromName: row.from_name,
  content: row.content,
  replyHash: row.reply_hash,
  unsubscribeHash: row.unsubscribe_hash,
  replyToStaff: row.reply_to_staff,
  inWindow: row.in_window,
  settledAt: row.settled_at,
  recordedAt: row.recorded_at,
})

type Inserted = Omit<StoredMail, 'state' | 'tries' | 'firstTriedAt' | 'lastError' | 'settledAt' | 'recordedAt'>

export async function insertMail({ tx, companyId, now }: Work, mail: Inserted): Promise<void> {
  await tx
    .insertInto('messages_mail')
    .values({
      company_id: companyId,
      id: mail.id,
      kind: mail.kind,
      state: 'READY',
      due_at: mail.dueAt,
      message_id: mail.messageId,
      recipient: mail.recipient,
      recipient_hash: mail.recipientHash,
      person_id: mail.personId,
      source_record_id: mail.recordId,
      from_name: mail.fromName,
      content: mail.content,
      reply_hash: mail.replyHash,
      unsubscribe_hash: mail.unsubscribeHash,
      reply_to_staff: mail.replyToStaff,
      in_window: mail.inWindow,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
}

const mailOf = ({ tx, companyId }: Work) =>
  tx.selectFrom('messages_mail').selectAll().where('company_id', '=', companyId)

export async function findMail(work: Work, id: string): Promise<StoredMail | undefined> {
  const row = await mailOf(work).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

export async function lockMail(work: Work, id: string): Promise<StoredMail | undefined> {
  const row = await mailOf(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}

/** Which of these mails waits to be sent, held so that it goes on waiting; the first of them by id. */
export async function lockWaiting(work: Work, ids: readonly string[]): Promise<string | undefined> {
  if (ids.length === 0) return undefined
  const row = await mailOf(work)
    .where('id', 'in', [...ids])
    .where('state', '=', 'READY')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  return row?.id
}

export async function putContent(work: Work, id: string, content: string): Promise<void> {
  await change(work, id).set({ content }).execute()
}

export async function findByReply(work: Work, replyHash: string): Promise<StoredMail | undefined> {
  const row = await mailOf(work).where('reply_hash', '=', replyHash).executeTakeFirst()
  return row && fromRow(row)
}

export async function findByUnsubscribe(work: Work, hash: string): Promise<StoredMail | undefined> {
  const row = await mailOf(work).where('unsubscribe_hash', '=', hash).executeTakeFirst()
  return row && fromRow(row)
}

/** Mails of one human, the newest first. */
export async function mailsOf(work: Work, human: Human): Promise<StoredMail[]> {
  const rows = await mailOf(work)
    .where(ofHuman('messages_mail', human))
    .orderBy('recorded_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(fromRow)
}

export type MailFilter = { states?: readonly MailState[]; kind?: string; before?: string; limit: number }

export async function listMails(work: Work, { states, kind, before, limit }: MailFilter): Promise<StoredMail[]> {
  let select = mailOf(work)
  if (states) select = select.where('state', 'in', [...states])
  if (kind) select = select.where('kind', '=', kind)
  if (before) select = select.where('id', '<', before)
  return (await select.orderBy('id', 'desc').limit(limit).execute()).map(fromRow)
}

export async function countMails({ tx, companyId }: Work): Promise<Partial<Record<MailState, number>>> {
  const rows = await tx
    .selectFrom('messages_mail')
    .select((e) => ['state', e.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}

const change = ({ tx, companyId }: Work, id: string) =>
  tx.updateTable('messages_mail').where('company_id', '=', companyId).where('id', '=', id)

/** Puts a mail off; its lease ends with the decision. */
export async function postponeMail(work: Work, { id, dueAt, why }: { id: string; dueAt: Date; why: string | null }) {
  await change(work, id)
    .set({ state: 'READY', due_at: dueAt, lease_until: null, last_error: why === null ? null : withoutAddresses(why) })
    .execute()
}

/** Leases run on the database's unmoved clock, as those of the kernel do. */
const leaseEnd = sql<Date>`now() + interval '30 seconds'`

export async function markSending(work: Work, id: string): Promise<void> {
  await change(work, id)
    .set((e) => ({
      state: 'SENDING',
      tries: e('tries', '+', 1),
      first_tried_at: e.fn.coalesce('first_tried_at', e.val(work.now)),
      lease_until: leaseEnd,
    }))
    .execute()
}

export async function keepSending(work: Work, id: string): Promise<void> {
  await change(work, id).where('state', '=', 'SENDING').set({ lease_until: leaseEnd }).execute()
}

type Settled = { id: string; state: MailState; lastError: string | null; content: string | null }

export async function settleMail(work: Work, { id, state, lastError, content }: Settled): Promise<void> {
  await change(work, id)
    .set({
      state,
      last_error: lastError === null ? null : withoutAddresses(lastError),
      content,
      lease_until: null,
      settled_at: work.now,
    })
    .execute()
}

/** Blanks who a mail went to and what it said. */
export async function eraseMails({ tx, companyId }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('messages_mail')
    .set({ recipient: null, content: null, recipient_hash: '' })
    .where('company_id', '=', companyId)
    .where('id', 'in', [...ids])
    .execute()
}

/** Companies with a mail whose sender died while talking to the mail server, seen as the sweeper sees them. */
export async function companiesWithLost({ databases }: Installation): Promise<string[]> {
  const { rows } = await sql<{ company_id: string }>`
    select distinct company_id from messages_mail where state = 'SENDING' and lease_until <= now()`.execute(
    databases.dispatch,
  )
  return rows.map((row) => row.company_id)
}

export async function lostMails(work: Work): Promise<StoredMail[]> {
  const rows = await mailOf(work)
    .where('state', '=', 'SENDING')
    .where('lease_until', '<=', sql<Date>`now()`)
    .forUpdate()
    .execute()
  return rows.map(fromRow)
}
