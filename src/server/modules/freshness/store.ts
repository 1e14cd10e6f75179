import type { Work } from '../../kernel/work.ts'

export type Answer = { claimId: string; sourceRecordId: string; answer: 'ACCEPTED' | 'CORRECTED' | 'REFUSED' }

/** False when the claim was answered before: the first answer stands. */
export async function insertAnswer({ tx, companyId, now }: Work, answer: Answer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('freshness_answer')
    .values({
      company_id: companyId,
      claim_id: answer.claimId,
      source_record_id: answer.sourceRecordId,
      answer: answer.answer,
      answered_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'claim_id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function answersOf({ tx, companyId }: Work, sourceRecordIds: readonly string[]) {
  if (sourceRecordIds.length === 0) return []
  return tx
    .selectFrom('freshness_answer')
    .select(['claim_id as claimId', 'answer', 'answered_at as answeredAt'])
    .where('company_id', '=', companyId)
    .where('source_record_id', 'in', [...sourceRecordIds])
    .orderBy('answered_at')
    .execute()
}

export async function deleteAnswers({ tx, companyId }: Work, sourceRecordIds: readonly string[]): Promise<void> {
  if (sourceRecordIds.length === 0) return
  await tx
    .deleteFrom('freshness_answer')
    .where('company_id', '=', companyId)
    .where('source_record_id', 'in', [...sourceRecordIds])
    .execute()
}
