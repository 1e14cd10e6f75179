import type { MemberWork } from '../../../kernel/work.ts'

export async function insertRecall(
  { tx, memberId, now }: MemberWork,
  { shareId, dueAt }: { shareId: string; dueAt: Date },
): Promise<void> {
  await tx
    .insertInto('relay_recall')
    .values({ member_id: memberId, id: shareId, kind: 'RECALL', state: 'READY', due_at: dueAt, asked_at: now })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .execute()
}

/** The recipient has taken it up; also after it was escalated. */
export async function acknowledgeRecall({ tx, memberId, now }: MemberWork, shareId: string): Promise<void> {
  await tx
    .updateTable('relay_recall')
    .set({ state: 'ACKNOWLEDGED', acknowledged_at: now, lease_until: null })
    .where('member_id', '=', memberId)
    .where('id', '=', shareId)
    .where('acknowledged_at', 'is', null)
    .execute()
}

/** Leaves one alone that the recipient acknowledged in the meantime. */
export async function escalateRecall({ tx, memberId }: MemberWork, shareId: string): Promise<void> {
  await tx
    .updateTable('relay_recall')
    .set({ state: 'ESCALATED', lease_until: null })
    .where('member_id', '=', memberId)
    .where('id', '=', shareId)
    .where('state', '=', 'READY')
    .execute()
}

/** What the recipient's people answered; that the program took it up is no answer. */
export async function answerRecall(
  { tx, memberId }: MemberWork,
  { shareId, answer }: { shareId: string; answer: NonNullable<Recall['answer']> },
): Promise<void> {
  await tx
    .updateTable('relay_recall')
    .set({ answer })
    .where('member_id', '=', memberId)
    .where('id', '=', shareId)
    .execute()
}

export type Recall = { acknowledgedAt: Date | null; answer: 'DONE' | 'PARTIAL' | 'REFUSED' | null }

/** Which shares were asked back, when their recipient took it up, and what was answered. */
export async function recallsOf({ tx, memberId }: MemberWork): Promise<Map<string, Recall>> {
  const rows = await tx
    .selectFrom('relay_recall')
    .select(['id', 'acknowledged_at', 'answer'])
    .where('member_id', '=', memberId)
    .execute()
  return new Map(
    rows.map((row) => [row.id, { acknowledgedAt: row.acknowledged_at, answer: row.answer as Recall['answer'] }]),
  )
}
