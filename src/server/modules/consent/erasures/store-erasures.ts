import { insertRows } from '../../../kernel/database/insert-rows.ts'
import type { MemberWork, Work } from '../../../kernel/work.ts'

/**
 * What an erasure leaves behind. TOMBSTONE: the addresses stay out, as the person asked. DISPOSAL: only what is older
 * than the erasure stays out, since its time was over and nobody asked to be forgotten for good.
 */
export type Marker = 'TOMBSTONE' | 'DISPOSAL'

export type Erasure = {
  id: string
  marker: Marker
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
      kind: erasure.marker,
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
  if (erasure.marker === 'DISPOSAL') await insertDisposal({ tx, companyId }, erasure)
  else await insertTombstones({ tx, companyId }, erasure)
  return true
}

type Place = Pick<Work, 'tx' | 'companyId'>

async function insertTombstones({ tx, companyId }: Place, erasure: Erasure): Promise<void> {
  if (erasure.lookups.length === 0) return
  await tx
    .insertInto('consent_tombstone')
    .values(erasure.lookups.map((lookup) => ({ company_id: companyId, lookup, erasure_id: erasure.id })))
    .onConflict((conflict) => conflict.columns(['company_id', 'lookup']).doNothing())
    .execute()
}

async function insertDisposal(place: Place, { id, lookups, sourceRecordIds, erasedAt }: Erasure): Promise<void> {
  const marks = [...lookups, ...sourceRecordIds]
  await insertRows(
    place,
    { table: 'consent_disposal', columns: { mark: 'text', erasure_id: 'uuid', disposed_at: 'timestamptz' } },
    marks.map((mark) => ({ mark, erasure_id: id, disposed_at: erasedAt })),
  )
}

/** When what stands behind each mark was last disposed of, and by which erasure. */
export async function disposals(
  { tx, companyId }: Work,
  marks: readonly string[],
): Promise<Map<string, { erasureId: string; at: Date }>> {
  if (marks.length === 0) return new Map()
  const rows = await tx
    .selectFrom('consent_disposal')
    .select(['mark', 'erasure_id', 'disposed_at'])
    .where('company_id', '=', companyId)
    .where('mark', 'in', [...marks])
    .orderBy('disposed_at')
    .execute()
  return new Map(rows.map((row) => [row.mark, { erasureId: row.erasure_id, at: row.disposed_at }]))
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
    .select(['id', 'kind', 'person_id', 'source_record_ids', 'lookups', 'erased_at'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      marker: row.kind === 'DISPOSAL' ? 'DISPOSAL' : 'TOMBSTONE',
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
