import type { Selectable } from 'kysely'
import type { MessagesReply } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

export type Inbound = { id: string; mailId: string; returnPath: string; raw: Uint8Array }

export async function insertInbound({ tx, companyId, now }: Work, inbound: Inbound): Promise<void> {
  await tx
    .insertInto('messages_inbound')
    .values({
      company_id: companyId,
      id: inbound.id,
      kind: 'MAIL',
      state: 'READY',
      due_at: now,
      mail_id: inbound.mailId,
      return_path: inbound.returnPath,
      raw: Buffer.from(inbound.raw),
      recorded_at: now,
    })
    .execute()
}

export async function findInbound({ tx, companyId }: Work, id: string): Promise<Inbound | undefined> {
  const row = await tx
    .selectFrom('messages_inbound')
    .select(['id', 'mail_id', 'return_path', 'raw'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .executeTakeFirst()
  return row?.raw ? { id: row.id, mailId: row.mail_id, returnPath: row.return_path, raw: row.raw } : undefined
}

export async function finishInbound(
  { tx, companyId }: Work,
  { id, outcome }: { id: string; outcome: string },
): Promise<void> {
  await tx
    .updateTable('messages_inbound')
    .set({ state: 'DONE', lease_until: null, outcome })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Lets go of what was read long enough ago, and answers how many. */
export async function disposeRaw({ tx, companyId }: Work, { before }: { before: Date }): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('messages_inbound')
    .set({ raw: null })
    .where('company_id', '=', companyId)
    .where('state', '=', 'DONE')
    .where('raw', 'is not', null)
    .where('recorded_at', '<', before)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function eraseInbound({ tx, companyId }: Work, mailIds: readonly string[]): Promise<void> {
  if (mailIds.length === 0) return
  await tx
    .updateTable('messages_inbound')
    .set({ raw: null, return_path: '', state: 'DONE' })
    .where('company_id', '=', companyId)
    .where('mail_id', 'in', [...mailIds])
    .execute()
  await tx
    .updateTable('messages_reply')
    .set({ from_address: null, subject: null, body: null })
    .where('company_id', '=', companyId)
    .where('mail_id', 'in', [...mailIds])
    .execute()
}

export type Reply = {
  id: string
  mailId: string
  personId: string | null
  recordId: string | null
  messageId: string
  fromAddress: string | null
  subject: string | null
  body: string | null
  attachments: number
}

export type KeptReply = Reply & { receivedAt: Date }

const fromRow = (row: Selectable<MessagesReply>): KeptReply => ({
  id: row.id,
  mailId: row.mail_id,
  personId: row.person_id,
  recordId: row.source_record_id,
  messageId: row.message_id,
  fromAddress: row.from_address,
  subject: row.subject,
  body: row.body,
  attachments: row.attachments,
  receivedAt: row.received_at,
})

/** Keeps a reply once; answers whether it is the first of its Message-ID. */
export async function insertReply({ tx, companyId, now }: Work, reply: Reply): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('messages_reply')
    .values({
      company_id: companyId,
      id: reply.id,
      mail_id: reply.mailId,
      person_id: reply.personId,
      source_record_id: reply.recordId,
      message_id: reply.messageId,
      from_address: reply.fromAddress,
      subject: reply.subject,
      body: reply.body,
      attachments: reply.attachments,
      received_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'mail_id', 'message_id']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function repliesTo({ tx, companyId }: Work, mailIds: readonly string[]): Promise<KeptReply[]> {
  if (mailIds.length === 0) return []
  const rows = await tx
    .selectFrom('messages_reply')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('mail_id', 'in', [...mailIds])
    .orderBy('received_at')
    .execute()
  return rows.map(fromRow)
}

export async function insertUnsubscribe(
  { tx, companyId, now }: Work,
  said: { id: string; mailId: string; how: 'ONE_CLICK' | 'PAGE' | 'REPLY' | 'STAFF' },
): Promise<void> {
  await tx
    .insertInto('messages_unsubscribe')
    .values({ company_id: companyId, id: said.id, mail_id: said.mailId, how: said.how, occurred_at: now })
    .execute()
}

/** Replies that nobody has dealt with, the oldest first. */
export async function openReplies(
  { tx, companyId }: Work,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<KeptReply[]> {
  let query = tx
    .selectFrom('messages_reply')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('handled_at', 'is', null)
    .orderBy('id')
    .limit(limit)
  if (after) query = query.where('id', '>', after)
  return (await query.execute()).map(fromRow)
}

export async function countOpenReplies({ tx, companyId }: Work): Promise<{ count: number; oldestAt: Date | null }> {
  const row = await tx
    .selectFrom('messages_reply')
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.min('received_at').as('oldestAt')])
    .where('company_id', '=', companyId)
    .where('handled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), oldestAt: row.oldestAt }
}

/** Marks a reply as dealt with; answers whether there is such a reply. The first who says so stays on record. */
export async function handleReply({ tx, companyId, now, actor }: Work, id: string): Promise<boolean> {
  await tx
    .updateTable('messages_reply')
    .set({ handled_at: now, handled_by: `${actor.kind}:${actor.id}` })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('handled_at', 'is', null)
    .execute()
  const row = await tx
    .selectFrom('messages_reply')
    .select('id')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
