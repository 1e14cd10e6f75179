import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'

export type Answer = { cell: string; digest: string; members: readonly string[] }

/** Holds the company's guard until the Work ends. */
export async function holdGuard({ tx, companyId }: Work): Promise<void> {
  await tx
    .insertInto('insights_guard')
    .values({ company_id: companyId, questions: 1 })
    .onConflict((conflict) =>
      conflict.columns(['company_id']).doUpdateSet((e) => ({ questions: e('insights_guard.questions', '+', 1) })),
    )
    .execute()
}

export async function answersOf(
  { tx, companyId }: Work,
  { statistic, cells }: { statistic: string; cells: readonly string[] },
): Promise<(Answer & { at: Date })[]> {
  if (cells.length === 0) return []
  return tx
    .selectFrom('insights_answer')
    .select(['cell', 'digest', 'members', 'answered_at as at'])
    .where('company_id', '=', companyId)
    .where('statistic', '=', statistic)
    .where('cell', 'in', cells)
    .orderBy('answered_at')
    .execute()
}

/** Remembers what was told; the same again changes nothing. */
export async function keepAnswers(
  { tx, companyId, now }: Work,
  { statistic, told }: { statistic: string; told: readonly Answer[] },
): Promise<void> {
  if (told.length === 0) return
  await tx
    .insertInto('insights_answer')
    .values(
      told.map(({ cell, digest, members }) => ({
        company_id: companyId,
        id: newId(),
        statistic,
        cell,
        digest,
        members: [...members],
        answered_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['company_id', 'statistic', 'cell', 'digest']).doNothing())
    .execute()
}

/** Forgets answers too old to be subtracted from anything anybody still holds. */
export async function forgetAnswers({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('insights_answer')
    .where('company_id', '=', companyId)
    .where('answered_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
