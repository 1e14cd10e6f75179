import { DisputeTold, type DisputeKind, type DisputeState } from '../../../contract/disputes/disputes.ts'
import type { MemberWork, Work } from '../../kernel/work.ts'

/** A side's copy of a dispute: what it said, and what the operator told last. */
export type Copy = {
  id: string
  kind: DisputeKind
  subjectId: string
  state: DisputeState
  told: DisputeTold
  version: number
  openedAt: Date
}
type Row = Omit<Copy, 'kind' | 'state' | 'told' | 'version'> & {
  kind: string
  state: string
  told: unknown
  version: string | number | bigint
}

const copyOf = (row: Row): Copy => ({
  ...row,
  kind: row.kind as DisputeKind,
  state: row.state as DisputeState,
  told: DisputeTold.parse(row.told),
  version: Number(row.version),
})

const columns = ['id', 'kind', 'state', 'told', 'version', 'opened_at as openedAt'] as const

/** What the operator's word replaces in a copy. */
const wordOf = ({ state, told, version }: Copy) => ({ state, told: JSON.stringify(told), version })

const valuesOf = (copy: Copy) => ({ id: copy.id, kind: copy.kind, opened_at: copy.openedAt, ...wordOf(copy) })

type Change = { told: DisputeTold; state?: DisputeState }
const changed = ({ told, state }: Change) => ({ told: JSON.stringify(told), ...(state && { state }) })

const ofCompany = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('disputes_case')
    .select([...columns, 'subject_id as subjectId'])
    .where('company_id', '=', companyId)

export async function listCopies(
  work: Work,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Copy[]> {
  const query = ofCompany(work).orderBy('id', 'desc').limit(limit)
  return (await (before ? query.where('id', '<', before) : query).execute()).map(copyOf)
}

/** The company's copy, held until the Work ends. */
export async function lockCopy(work: Work, id: string): Promise<Copy | undefined> {
  const row = await ofCompany(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && copyOf(row)
}

export async function insertCopy({ tx, companyId }: Work, copy: Copy): Promise<void> {
  await tx
    .insertInto('disputes_case')
    .values({ company_id: companyId, subject_id: copy.subjectId, ...valuesOf(copy) })
    .execute()
}

/** Keeps what is told of a case; an older word than is kept changes nothing. */
export async function putCopy({ tx, companyId }: Work, copy: Copy): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('disputes_case')
    .values({ company_id: companyId, subject_id: copy.subjectId, ...valuesOf(copy) })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'id'])
        .doUpdateSet(wordOf(copy))
        .where('disputes_case.version', '<', copy.version),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function changeCopy({ tx, companyId }: Work, id: string, change: Change): Promise<void> {
  await tx
    .updateTable('disputes_case')
    .set(changed(change))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Copies about these introductions and letters, marked so that nothing that was said is kept in them any more. */
export async function markBlank({ tx, companyId }: Work, subjectIds: readonly string[]): Promise<Copy[]> {
  if (subjectIds.length === 0) return []
  const rows = await tx
    .updateTable('disputes_case')
    .set({ is_blank: true })
    .where('company_id', '=', companyId)
    .where('subject_id', 'in', [...subjectIds])
    .returning([...columns, 'subject_id as subjectId'])
    .execute()
  return rows.map(copyOf)
}

export async function isBlank({ tx, companyId }: Work, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('disputes_case')
    .select('is_blank')
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.is_blank ?? false
}

const ofMember = ({ tx, memberId }: MemberWork) =>
  tx
    .selectFrom('disputes_member_case')
    .select([...columns, 'introduction_id as subjectId'])
    .where('member_id', '=', memberId)

/** The member's copies, newest first. */
export async function memberCopies(work: MemberWork): Promise<Copy[]> {
  return (await ofMember(work).orderBy('opened_at', 'desc').orderBy('id').execute()).map(copyOf)
}

export async function lockMemberCopy(work: MemberWork, id: string): Promise<Copy | undefined> {
  const row = await ofMember(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && copyOf(row)
}

/** Keeps what is told of a case; an older word than is kept changes nothing. */
export async function putMemberCopy({ tx, memberId }: MemberWork, copy: Copy): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('disputes_member_case')
    .values({ member_id: memberId, introduction_id: copy.subjectId, ...valuesOf(copy) })
    .onConflict((conflict) =>
      conflict
        .columns(['member_id', 'id'])
        .doUpdateSet(wordOf(copy))
        .where('disputes_member_case.version', '<', copy.version),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function changeMemberCopy({ tx, memberId }: MemberWork, id: string, change: Change): Promise<void> {
  await tx
    .updateTable('disputes_member_case')
    .set(changed(change))
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .execute()
}

export async function deleteMemberCopies({ tx, memberId }: MemberWork): Promise<void> {
  await tx.deleteFrom('disputes_member_case').where('member_id', '=', memberId).execute()
}
