import { sql } from 'kysely'
import type { MemberWork } from '../../../kernel/work.ts'

/** Each member has one clock, under the member's own id. */
export async function setClock({ tx, memberId }: MemberWork, dueAt: Date | null, now: Date): Promise<void> {
  const row = {
    state: dueAt ? 'READY' : 'IDLE',
    due_at: dueAt ?? now,
    lease_until: null,
    attempts: 0,
    last_error: null,
  }
  await tx
    .insertInto('relay_clock')
    .values({ member_id: memberId, id: memberId, kind: 'MEMBER', ...row })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doUpdateSet(row))
    .execute()
}

export async function clockDue({ tx, memberId }: MemberWork): Promise<Date | undefined> {
  const found = await tx
    .selectFrom('relay_clock')
    .select('due_at')
    .where('member_id', '=', memberId)
    .where('id', '=', memberId)
    .where('state', '=', 'READY')
    .executeTakeFirst()
  return found?.due_at
}

export type ContactKind = 'INTRODUCTION' | 'RENEWAL' | 'REFRESH' | 'STAY'

export async function insertContact(
  { tx, memberId, now }: MemberWork,
  { id, kind }: { id: string; kind: ContactKind },
): Promise<void> {
  await tx
    .insertInto('relay_contact')
    .values({ member_id: memberId, id, kind, spent_at: now })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .execute()
}

export async function hasContact({ tx, memberId }: MemberWork, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('relay_contact')
    .select('id')
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteContact({ tx, memberId }: MemberWork, id: string): Promise<void> {
  await tx.deleteFrom('relay_contact').where('member_id', '=', memberId).where('id', '=', id).execute()
}

export async function deleteContactsBefore({ tx, memberId }: MemberWork, moment: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('relay_contact')
    .where('member_id', '=', memberId)
    .where('spent_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** When the member was reached since a moment, oldest first. */
export async function contactsSince({ tx, memberId }: MemberWork, since: Date): Promise<Date[]> {
  const rows = await tx
    .selectFrom('relay_contact')
    .select('spent_at')
    .where('member_id', '=', memberId)
    .where('spent_at', '>', since)
    .orderBy('spent_at')
    .execute()
  return rows.map((row) => row.spent_at)
}

export type Ending = { purpose: string; recipient: string; endsAt: string }
/** What ends soon, or that the registration itself does where the member does not answer. */
export type NoticeKind = 'RENEWAL' | 'STAY'
export type Notice = {
  id: string
  kind: NoticeKind
  about: Ending[]
  state: string
  sendingSince: Date | null
  attempts: number
}

export async function insertNotice(
  { tx, memberId, installation }: MemberWork,
  { id, kind, about, dueAt }: { id: string; kind: NoticeKind; about: readonly Ending[]; dueAt: Date },
): Promise<void> {
  await tx
    .insertInto('relay_notice')
    .values({
      member_id: memberId,
      id,
      kind,
      about: JSON.stringify(about),
      state: 'READY',
      due_at: dueAt,
      attempts: 0,
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .execute()
  installation.wake()
}

/** Everything that the member was asked about or is about to be. */
export async function endingsAsked({ tx, memberId }: MemberWork): Promise<Ending[]> {
  const rows = await tx
    .selectFrom('relay_notice')
    .select('about')
    .where('member_id', '=', memberId)
    .where('kind', '=', 'RENEWAL')
    .where('state', '<>', 'CANCELLED')
    .execute()
  return rows.flatMap(({ about }) => about as Ending[])
}

export async function lockNotice({ tx, memberId }: MemberWork, id: string): Promise<Notice | undefined> {
  const row = await tx
    .selectFrom('relay_notice')
    .select(['id', 'kind', 'about', 'state', 'sending_since as sendingSince', 'attempts'])
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as NoticeKind, about: row.about as Ending[] }
}

type Change = {
  state?: 'SENT' | 'REFUSED' | 'UNKNOWN' | 'CANCELLED'
  sendingSince?: Date | null
  dueAt?: Date
  error?: string | null
  about?: readonly Ending[]
  link?: { secretHash: string; until: Date }
}

/** Changes a notice that has not been settled. */
export async function changeNotice(
  { tx, memberId, now }: MemberWork,
  { id, state, sendingSince, dueAt, error, about, link }: Change & { id: string },
): Promise<void> {
  const isOver = state !== undefined || dueAt !== undefined
  await tx
    .updateTable('relay_notice')
    .set({
      ...(state && { state, settled_at: now }),
      ...(sendingSince !== undefined && { sending_since: sendingSince }),
      ...(dueAt && { due_at: dueAt }),
      ...(isOver && { lease_until: null }),
      ...(error !== undefined && { last_error: error }),
      ...(about && { about: JSON.stringify(about) }),
      ...(link && { secret_hash: link.secretHash, link_until: link.until }),
    })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .execute()
}

/** The notice of a link that still opens. */
export async function noticeOfLink(
  { tx, memberId, now }: MemberWork,
  secretHash: string,
): Promise<{ id: string; kind: NoticeKind } | undefined> {
  const row = await tx
    .selectFrom('relay_notice')
    .select(['id', 'kind'])
    .where('member_id', '=', memberId)
    .where('secret_hash', '=', secretHash)
    .where('link_until', '>', now)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, kind: row.kind as NoticeKind }
}

/** Whoever follows the link has the mail. */
export async function noticeArrived({ tx, memberId }: MemberWork, id: string): Promise<void> {
  await tx
    .updateTable('relay_notice')
    .set({ state: 'SENT' })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('state', '=', 'UNKNOWN')
    .execute()
}

/**
 * The member's last question whether to stay, and when it was settled; not one that was called off, nor one whose link
 * was stopped because the address was doubted.
 */
export async function lastQuestion({
  tx,
  memberId,
}: MemberWork): Promise<{ id: string; state: string; settledAt: Date | null; about: Ending[] } | undefined> {
  const row = await tx
    .selectFrom('relay_notice')
    .select(['id', 'state', 'settled_at as settledAt', 'about'])
    .where('member_id', '=', memberId)
    .where('kind', '=', 'STAY')
    .where('state', '<>', 'CANCELLED')
    .where('revoked_at', 'is', null)
    .orderBy('due_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, about: row.about as Ending[] }
}

export async function hasNotice({ tx, memberId }: MemberWork, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('relay_notice')
    .select('id')
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** A question that has not left is not asked; answers which. */
export async function cancelQuestions({ tx, memberId, now }: MemberWork): Promise<string[]> {
  const rows = await tx
    .updateTable('relay_notice')
    .set({ state: 'CANCELLED', settled_at: now, lease_until: null })
    .where('member_id', '=', memberId)
    .where('kind', '=', 'STAY')
    .where('state', '=', 'READY')
    .where('sending_since', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** No notice leaves any more, and no link of one opens. */
export async function stopNotices({ tx, memberId, now }: MemberWork): Promise<void> {
  await tx
    .updateTable('relay_notice')
    .set({ revoked_at: now, state: sql<string>`case when state = 'READY' then 'CANCELLED' else state end` })
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .execute()
}
