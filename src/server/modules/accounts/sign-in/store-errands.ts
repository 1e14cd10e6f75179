import type { Role } from '../../../../contract/accounts/permissions.ts'
import type { Work } from '../../../kernel/work.ts'

export type ErrandKind = 'INVITATION' | 'PASSWORD_RESET' | 'SECOND_FACTOR_RESET' | 'SIGN_OUT' | 'NOTICE'
export type Errand = {
  id: string
  kind: ErrandKind
  signInId: string | null
  recipient: string | null
  language: 'ja' | 'en'
  role: Role | null
  invitedByName: string | null
  sealed: string | null
  noticeId: string | null
}

export async function insertErrand({ tx, companyId, now }: Work, errand: Errand): Promise<void> {
  await tx
    .insertInto('accounts_errand')
    .values({
      company_id: companyId,
      id: errand.id,
      kind: errand.kind,
      sign_in_id: errand.signInId,
      recipient: errand.recipient,
      language: errand.language,
      role: errand.role,
      invited_by_name: errand.invitedByName,
      sealed: errand.sealed,
      notice_id: errand.noticeId,
      state: 'READY',
      due_at: now,
      recorded_at: now,
    })
    .execute()
}

export async function findReadyErrand({ tx, companyId }: Work, id: string): Promise<Errand | undefined> {
  const row = await tx
    .selectFrom('accounts_errand')
    .select(['id', 'kind', 'sign_in_id', 'recipient', 'language', 'role', 'invited_by_name', 'sealed', 'notice_id'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      kind: row.kind as ErrandKind,
      signInId: row.sign_in_id,
      recipient: row.recipient,
      language: row.language as Errand['language'],
      role: row.role as Role | null,
      invitedByName: row.invited_by_name,
      sealed: row.sealed,
      noticeId: row.notice_id,
    }
  )
}

/** Ends an errand and forgets its secret. */
export async function settleErrand(
  { tx, companyId }: Work,
  id: string,
  { state, lastError }: { state: 'DONE' | 'REFUSED' | 'UNKNOWN'; lastError?: string },
): Promise<void> {
  await tx
    .updateTable('accounts_errand')
    .set({ state, sealed: null, lease_until: null, last_error: lastError ?? null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function deleteSettledErrands({ tx, companyId }: Work, before: Date): Promise<number> {
  const deleted = await tx
    .deleteFrom('accounts_errand')
    .where('company_id', '=', companyId)
    .where('state', '!=', 'READY')
    .where('recorded_at', '<', before)
    .executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
