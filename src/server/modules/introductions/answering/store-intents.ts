import type { MemberWork } from '../../../kernel/work.ts'

export type Clock = { id: string; kind: 'REMINDER' | 'LAPSE'; askId: string; state: string }

export async function planClock(
  { tx, memberId }: MemberWork,
  { id, kind, askId, dueAt }: { id: string; kind: Clock['kind']; askId: string; dueAt: Date },
): Promise<void> {
  await tx
    .insertInto('introductions_clock')
    .values({ member_id: memberId, id, kind, ask_id: askId, state: 'READY', due_at: dueAt, attempts: 0 })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .execute()
}

/** Brings a clock that has not struck forward; never back. */
export async function hastenClock(
  { tx, memberId }: MemberWork,
  { id, dueAt }: { id: string; dueAt: Date },
): Promise<void> {
  await tx
    .updateTable('introductions_clock')
    .set({ due_at: dueAt })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .where('due_at', '>', dueAt)
    .execute()
}

export async function findClock({ tx, memberId }: MemberWork, id: string): Promise<Clock | undefined> {
  const row = await tx
    .selectFrom('introductions_clock')
    .select(['id', 'kind', 'ask_id as askId', 'state'])
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as Clock['kind'] }
}

export async function settleClock({ tx, memberId }: MemberWork, id: string): Promise<void> {
  await tx
    .updateTable('introductions_clock')
    .set({ state: 'DONE', lease_until: null })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .execute()
}

export type MailKind = 'REQUEST' | 'REMINDER' | 'ANSWER' | 'DISPUTE' | 'PROMISE' | 'ENDED'
export type MemberMail = {
  id: string
  kind: MailKind
  askId: string
  state: string
  sendingSince: Date | null
  attempts: number
}

export async function planMail(
  { tx, memberId, now, installation }: MemberWork,
  { id, kind, askId }: { id: string; kind: MailKind; askId: string },
): Promise<void> {
  await tx
    .insertInto('introductions_mail')
    .values({ member_id: memberId, id, kind, ask_id: askId, state: 'READY', due_at: now, attempts: 0 })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .execute()
  installation.wake()
}

export async function lockMail({ tx, memberId }: MemberWork, id: string): Promise<MemberMail | undefined> {
  const row = await tx
    .selectFrom('introductions_mail')
    .select(['id', 'kind', 'ask_id as askId', 'state', 'sending_since as sendingSince', 'attempts'])
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as MailKind }
}

export async function markSending({ tx, memberId, now }: MemberWork, id: string): Promise<void> {
  await tx
    .updateTable('introductions_mail')
    .set({ sending_since: now })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .execute()
}

/** Mails about an introduction whose outcome nobody knew did arrive. */
export async function settleUnknownMails({ tx, memberId, now }: MemberWork, askId: string): Promise<void> {
  await tx
    .updateTable('introductions_mail')
    .set({ state: 'SENT', settled_at: now })
    .where('member_id', '=', memberId)
    .where('ask_id', '=', askId)
    .where('state', '=', 'UNKNOWN')
    .execute()
}

type Settled = { id: string; state: 'SENT' | 'REFUSED' | 'UNKNOWN' | 'CANCELLED'; error?: string }

export async function settleMail({ tx, memberId, now }: MemberWork, { id, state, error }: Settled): Promise<void> {
  await tx
    .updateTable('introductions_mail')
    .set({ state, lease_until: null, settled_at: now, last_error: error ?? null })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .execute()
}

export async function postponeMail(
  { tx, memberId }: MemberWork,
  { id, dueAt, error }: { id: string; dueAt: Date; error: string },
): Promise<void> {
  await tx
    .updateTable('introductions_mail')
    .set({ sending_since: null, due_at: dueAt, lease_until: null, last_error: error })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .execute()
}
