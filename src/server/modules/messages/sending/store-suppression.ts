import type { Work } from '../../../kernel/work.ts'
import type { SuppressionReason } from '../kinds.ts'

type Suppression = { hash: string; reason: SuppressionReason }

const gravity: Record<SuppressionReason, number> = { COMPLAINT: 0, HARD_BOUNCE: 1, UNREACHABLE: 2, UNSUBSCRIBE: 3 }

/** What is known against these addresses, the gravest reason of each first. */
export async function reasonsFor({ tx, companyId }: Work, hashes: readonly string[]): Promise<Suppression[]> {
  if (hashes.length === 0) return []
  const rows = await tx
    .selectFrom('messages_suppression')
    .select(['address_hash', 'reason'])
    .where('company_id', '=', companyId)
    .where('address_hash', 'in', [...hashes])
    .execute()
  return rows
    .map((row) => ({ hash: row.address_hash, reason: row.reason as SuppressionReason }))
    .toSorted((left, right) => gravity[left.reason] - gravity[right.reason])
}

export async function insertSuppression(
  { tx, companyId, now }: Work,
  { hash, reason, mailId, requestId }: Suppression & { mailId: string | null; requestId: string | null },
): Promise<void> {
  await tx
    .insertInto('messages_suppression')
    .values({
      company_id: companyId,
      address_hash: hash,
      reason,
      mail_id: mailId,
      request_id: requestId,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'address_hash', 'reason']).doNothing())
    .execute()
}

export async function deleteSuppression({ tx, companyId }: Work, { hash, reason }: Suppression): Promise<void> {
  await tx
    .deleteFrom('messages_suppression')
    .where('company_id', '=', companyId)
    .where('address_hash', '=', hash)
    .where('reason', '=', reason)
    .execute()
}

export async function deleteSuppressionOf({ tx, companyId }: Work, requestId: string): Promise<void> {
  await tx
    .deleteFrom('messages_suppression')
    .where('company_id', '=', companyId)
    .where('request_id', '=', requestId)
    .execute()
}
