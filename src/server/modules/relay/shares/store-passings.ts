import type { Work } from '../../../kernel/work.ts'

export type PassedKind = 'CORRECTION' | 'STOP' | 'ERASURE'
export type ToPass = {
  id: string
  kind: PassedKind
  requestId: string
  shareId: string
  recipientId: string
  askedAt: Date
  escalatedAt: Date | null
}

/** Repeating an id changes nothing. */
export async function insertPassing(
  { tx, companyId, now }: Work,
  { id, kind, requestId, shareId, recipientId }: Omit<ToPass, 'askedAt' | 'escalatedAt'>,
): Promise<void> {
  await tx
    .insertInto('relay_passing')
    .values({
      company_id: companyId,
      id,
      kind,
      state: 'READY',
      due_at: now,
      request_id: requestId,
      share_id: shareId,
      recipient_id: recipientId,
      asked_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
}

export async function findPassing({ tx, companyId }: Work, id: string): Promise<ToPass | undefined> {
  const row = await tx
    .selectFrom('relay_passing')
    .select([
      'id',
      'kind',
      'request_id as requestId',
      'share_id as shareId',
      'recipient_id as recipientId',
      'asked_at as askedAt',
      'escalated_at as escalatedAt',
    ])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as PassedKind }
}

export async function settlePassing({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .updateTable('relay_passing')
    .set({ state: 'DONE', lease_until: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function markEscalated({ tx, companyId, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable('relay_passing')
    .set({ escalated_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('escalated_at', 'is', null)
    .execute()
}

export type Passed = { id: string; providerId: string; passingId: string; providerRequestId: string }

export async function insertPassed({ tx, companyId }: Work, passed: Passed): Promise<void> {
  await tx
    .insertInto('relay_passed')
    .values({
      company_id: companyId,
      id: passed.id,
      provider_id: passed.providerId,
      passing_id: passed.passingId,
      provider_request_id: passed.providerRequestId,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
}

export async function findPassed({ tx, companyId }: Work, id: string): Promise<Passed | undefined> {
  return tx
    .selectFrom('relay_passed')
    .select(['id', 'provider_id as providerId', 'passing_id as passingId', 'provider_request_id as providerRequestId'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
}
