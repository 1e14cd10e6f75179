import type { MemberWork } from '../../../kernel/work.ts'

export type Passkey = {
  id: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: string[]
  name: string
  recordedAt: Date
  usedAt: Date | null
}

const columns = [
  'id',
  'credential_id as credentialId',
  'public_key as publicKey',
  'counter',
  'transports',
  'name',
  'recorded_at as recordedAt',
  'used_at as usedAt',
] as const

/** The member's passkeys, the oldest first. */
export async function passkeys({ tx, memberId }: MemberWork): Promise<Passkey[]> {
  const rows = await tx
    .selectFrom('portal_passkey')
    .select(columns)
    .where('member_id', '=', memberId)
    .orderBy('id')
    .execute()
  return rows.map(passkey)
}

/** A passkey by the browser's name for it, held until the Work ends: two answers at once are counted one after the other. */
export async function lockPasskey({ tx, memberId }: MemberWork, credentialId: string): Promise<Passkey | undefined> {
  const row = await tx
    .selectFrom('portal_passkey')
    .select(columns)
    .where('member_id', '=', memberId)
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()
  return row && passkey(row)
}

const passkey = <R extends { counter: unknown; transports: unknown }>(row: R) => ({
  ...row,
  counter: Number(row.counter),
  transports: row.transports as string[],
})

/** Whether it was kept: a passkey is kept once. */
export async function insertPasskey(
  { tx, memberId, now }: MemberWork,
  added: Omit<Passkey, 'recordedAt' | 'usedAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('portal_passkey')
    .values({
      member_id: memberId,
      id: added.id,
      credential_id: added.credentialId,
      public_key: added.publicKey,
      counter: added.counter,
      transports: JSON.stringify(added.transports),
      name: added.name,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'credential_id']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

export async function countUse(
  { tx, memberId, now }: MemberWork,
  { id, counter }: { id: string; counter: number },
): Promise<void> {
  await tx
    .updateTable('portal_passkey')
    .set({ counter, used_at: now })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .execute()
}

/** Removes a passkey; answers its name, nothing where there was none. */
export async function deletePasskey({ tx, memberId }: MemberWork, id: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('portal_passkey')
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** Everything that is kept of a member's passkeys. */
export async function deletePasskeys({ tx, memberId }: MemberWork): Promise<void> {
  await tx.deleteFrom('portal_passkey').where('member_id', '=', memberId).execute()
  await tx.deleteFrom('portal_passkey_answer').where('member_id', '=', memberId).execute()
}

/** Whether a challenge is answered for the first time. */
export async function insertAnswer({ tx, memberId, now }: MemberWork, challengeHash: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('portal_passkey_answer')
    .values({ member_id: memberId, challenge_hash: challengeHash, answered_at: now })
    .onConflict((conflict) => conflict.columns(['member_id', 'challenge_hash']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

export async function forgetAnswers({ tx, memberId }: MemberWork, before: Date): Promise<void> {
  await tx
    .deleteFrom('portal_passkey_answer')
    .where('member_id', '=', memberId)
    .where('answered_at', '<', before)
    .execute()
}
