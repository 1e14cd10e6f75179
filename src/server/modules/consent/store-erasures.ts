import type { MemberWork, Work } from '../../kernel/work.ts'

export type Erasure = {
  id: string
  personId: string
  sourceRecordIds: readonly string[]
  lookups: readonly string[]
  erasedAt: Date
}

/** False when this erasure is on record already. */
export async function insertErasure({ tx, companyId, now }: Work, erasure: Erasure): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_erasure')
    .values({
      company_id: companyId,
      id: erasure.id,
      kind: 'COPY_OUT',
      person_id: erasure.personId,
      source_record_ids: [...erasure.sourceRecordIds],
      lookups: [...erasure.lookups],
      erased_at: erasure.erasedAt,
      state: 'READY',
      due_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  if (erasure.lookups.length === 0) return true
  await tx
    .insertInto('consent_tombstone')
    .values(erasure.lookups.map((lookup) => ({ company_id: companyId, lookup, erasure_id: erasure.id })))
    .onConflict((conflict) => conflict.columns(['company_id', 'lookup']).doNothing())
    .execute()
  return true
}

export async function insertMemberErasure(
  { tx, memberId, now }: MemberWork,
  id: string,
  erasedAt: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_member_erasure')
    .values({ member_id: memberId, id, kind: 'COPY_OUT', erased_at: erasedAt, state: 'READY', due_at: now })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function knownLookups({ tx, companyId }: Work, lookups: readonly string[]): Promise<Set<string>> {
  if (lookups.length === 0) return new Set()
  const rows = await tx
    .selectFrom('consent_tombstone')
    .select('lookup')
    .where('company_id', '=', companyId)
    .where('lookup', 'in', [...lookups])
    .execute()
  return new Set(rows.map(({ lookup }) => lookup))
}

export async function findErasure({ tx, companyId }: Work, id: string): Promise<Erasure | undefined> {
  const row = await tx
    .selectFrom('consent_erasure')
    .select(['id', 'person_id', 'source_record_ids', 'lookups', 'erased_at'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      personId: row.person_id,
      sourceRecordIds: row.source_record_ids,
      lookups: row.lookups,
      erasedAt: row.erased_at,
    }
  )
}

export const findMemberErasure = ({ tx, memberId }: MemberWork, id: string) =>
  tx
    .selectFrom('consent_member_erasure')
    .select('erased_at')
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .executeTakeFirst()

export async function settleErasure({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .updateTable('consent_erasure')
    .set({ state: 'DONE', lease_until: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function settleMemberErasure({ tx, memberId }: MemberWork, id: string): Promise<void> {
  await tx
    .updateTable('consent_member_erasure')
    .set({ state: 'DONE', lease_until: null })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .execute()
}
