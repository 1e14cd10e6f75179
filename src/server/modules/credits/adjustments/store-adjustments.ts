import type { Selectable } from 'kysely'
import type { DB } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

/** A correction of a company's ledger. Every function here runs in the operator's realm. */
export type Adjustment = {
  id: string
  employerId: string
  unit: 'slots' | 'referrals'
  /** Given when positive, taken when negative. */
  amount: number
  reason: string
  state: 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'APPLIED' | 'FAILED'
  proposedBy: string
  proposedAt: Date
  expiresAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  refused: string | null
  settledAt: Date | null
}

const adjustmentOf = (row: Selectable<DB['credits_adjustment']>): Adjustment => ({
  id: row.id,
  employerId: row.employer_id,
  unit: row.unit as Adjustment['unit'],
  amount: row.amount,
  reason: row.reason,
  state: row.state as Adjustment['state'],
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  expiresAt: row.expires_at,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  refused: row.refused,
  settledAt: row.settled_at,
})

export async function addAdjustment({ tx, companyId }: Work, adjustment: Adjustment): Promise<void> {
  await tx
    .insertInto('credits_adjustment')
    .values({
      company_id: companyId,
      id: adjustment.id,
      employer_id: adjustment.employerId,
      unit: adjustment.unit,
      amount: adjustment.amount,
      reason: adjustment.reason,
      state: adjustment.state,
      proposed_by: adjustment.proposedBy,
      proposed_at: adjustment.proposedAt,
      expires_at: adjustment.expiresAt,
    })
    .execute()
}

/** Keeps what was decided of a proposal, or how its ledger answered. */
export async function settleAdjustment({ tx, companyId }: Work, adjustment: Adjustment): Promise<void> {
  await tx
    .updateTable('credits_adjustment')
    .set({
      state: adjustment.state,
      decided_by: adjustment.decidedBy,
      decided_at: adjustment.decidedAt,
      refused: adjustment.refused,
      settled_at: adjustment.settledAt,
    })
    .where('company_id', '=', companyId)
    .where('id', '=', adjustment.id)
    .execute()
}

export async function lockAdjustment({ tx, companyId }: Work, id: string): Promise<Adjustment | undefined> {
  const row = await tx
    .selectFrom('credits_adjustment')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && adjustmentOf(row)
}

/** How a correction stands; nothing where none was proposed under this id. */
export async function adjustmentState(
  { tx, companyId, now }: Work,
  id: string,
): Promise<Adjustment['state'] | 'EXPIRED' | null> {
  const row = await tx
    .selectFrom('credits_adjustment')
    .select(['state', 'expires_at'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return row.state === 'PROPOSED' && row.expires_at <= now ? 'EXPIRED' : (row.state as Adjustment['state'])
}

export type AdjustmentPage = {
  employerId?: string | undefined
  isOpen: boolean
  before?: string | undefined
  limit: number
}

/** The adjustments after the one whose id is `before`, newest first; ids grow with time. */
export async function adjustments(
  { tx, companyId, now }: Work,
  { employerId, isOpen, before, limit }: AdjustmentPage,
): Promise<Adjustment[]> {
  let query = tx.selectFrom('credits_adjustment').selectAll().where('company_id', '=', companyId)
  if (employerId !== undefined) query = query.where('employer_id', '=', employerId)
  if (isOpen) query = query.where('state', '=', 'PROPOSED').where('expires_at', '>', now)
  if (before !== undefined) query = query.where('id', '<', before)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(adjustmentOf)
}
