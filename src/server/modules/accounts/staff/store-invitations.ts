import type { Role } from '../../../../contract/accounts/permissions.ts'
import type { Work } from '../../../kernel/work.ts'

export type InvitationState = 'PENDING' | 'ACCEPTED' | 'REVOKED'
export type Invitation = {
  id: string
  email: string
  role: Role
  state: InvitationState
  invitedBy: string
  staffId: string
  expiresAt: Date
  recordedAt: Date
}

type Row = {
  id: string
  email: string
  role: string
  state: string
  invited_by: string
  staff_id: string
  expires_at: Date
  recorded_at: Date
}
const columns = ['id', 'email', 'role', 'state', 'invited_by', 'staff_id', 'expires_at', 'recorded_at'] as const
const invitationOf = (row: Row): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role as Role,
  state: row.state as InvitationState,
  invitedBy: row.invited_by,
  staffId: row.staff_id,
  expiresAt: row.expires_at,
  recordedAt: row.recorded_at,
})

type NewInvitation = Pick<Invitation, 'id' | 'email' | 'role' | 'invitedBy' | 'staffId' | 'expiresAt'> & {
  secretHash: string
}

/** False when this invitation was written before. */
export async function insertInvitation({ tx, companyId, now }: Work, invitation: NewInvitation): Promise<boolean> {
  const written = await tx
    .insertInto('accounts_invitation')
    .values({
      company_id: companyId,
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      secret_hash: invitation.secretHash,
      invited_by: invitation.invitedBy,
      staff_id: invitation.staffId,
      expires_at: invitation.expiresAt,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) === 1
}

export async function findInvitation({ tx, companyId }: Work, id: string): Promise<Invitation | undefined> {
  const row = await tx
    .selectFrom('accounts_invitation')
    .select(columns)
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && invitationOf(row)
}

export async function findInvitationBySecret({ tx, companyId }: Work, secretHash: string) {
  const row = await tx
    .selectFrom('accounts_invitation')
    .select(columns)
    .where('company_id', '=', companyId)
    .where('secret_hash', '=', secretHash)
    .forUpdate()
    .executeTakeFirst()
  return row && invitationOf(row)
}

/** Open and lapsed invitations, newest first. */
export async function listInvitations({ tx, companyId }: Work): Promise<Invitation[]> {
  const rows = await tx
    .selectFrom('accounts_invitation')
    .select(columns)
    .where('company_id', '=', companyId)
    .where('state', '=', 'PENDING')
    .orderBy('recorded_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(invitationOf)
}

export async function updateInvitation(
  { tx, companyId }: Work,
  id: string,
  change: { state?: InvitationState; secretHash?: string; expiresAt?: Date; staffId?: string },
): Promise<void> {
  await tx
    .updateTable('accounts_invitation')
    .set({
      ...(change.state && { state: change.state }),
      ...(change.secretHash && { secret_hash: change.secretHash }),
      ...(change.expiresAt && { expires_at: change.expiresAt }),
      ...(change.staffId && { staff_id: change.staffId }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
