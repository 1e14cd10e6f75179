import type { MemberWork } from '../../../kernel/work.ts'

export type MemberLink = { askId: string; expiresAt: Date; revokedAt: Date | null }

/** Keeps the link of an introduction once; one that was stopped stays so. */
export async function keepLink(
  { tx, memberId, now }: MemberWork,
  { askId, secretHash, expiresAt }: { askId: string; secretHash: string; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('introductions_link')
    .values({ member_id: memberId, ask_id: askId, secret_hash: secretHash, expires_at: expiresAt, recorded_at: now })
    .onConflict((conflict) => conflict.columns(['member_id', 'ask_id']).doNothing())
    .execute()
}

export function findLink({ tx, memberId }: MemberWork, secretHash: string): Promise<MemberLink | undefined> {
  return tx
    .selectFrom('introductions_link')
    .select(['ask_id as askId', 'expires_at as expiresAt', 'revoked_at as revokedAt'])
    .where('member_id', '=', memberId)
    .where('secret_hash', '=', secretHash)
    .executeTakeFirst()
}

export async function revokeLinks({ tx, memberId, now }: MemberWork): Promise<void> {
  await tx
    .updateTable('introductions_link')
    .set({ revoked_at: now })
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .execute()
}
