import type { Work } from '../../../kernel/work.ts'

/** What a person added to an objection. Every function here runs in the operator's realm. */
export type Objection = { promiseId: string; words: string; saidAt: Date; version: number }

/** Keeps the words; an older word than is kept changes nothing. */
export async function putObjection(
  { tx, companyId }: Work,
  { promiseId, words, saidAt, version }: Objection,
): Promise<void> {
  await tx
    .insertInto('introductions_network_objection')
    .values({ company_id: companyId, promise_id: promiseId, words, said_at: saidAt, version })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'promise_id'])
        .doUpdateSet((e) => ({
          words: e.ref('excluded.words'),
          said_at: e.ref('excluded.said_at'),
          version: e.ref('excluded.version'),
        }))
        .where((e) => e('introductions_network_objection.version', '<', e.ref('excluded.version'))),
    )
    .execute()
}

/** The words that stand to these promises; a promise without any has no entry. */
export async function objectionsTo(
  { tx, companyId }: Work,
  promiseIds: readonly string[],
): Promise<Map<string, string>> {
  if (promiseIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('introductions_network_objection')
    .select(['promise_id', 'words'])
    .where('company_id', '=', companyId)
    .where('promise_id', 'in', [...promiseIds])
    .where('words', '<>', '')
    .execute()
  return new Map(rows.map(({ promise_id, words }) => [promise_id, words]))
}

/** Blanks the words to what was decided before a moment, and answers how many there were. */
export async function forgetObjections({ tx, companyId }: Work, decidedBefore: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('introductions_network_objection')
    .set({ words: '' })
    .where('company_id', '=', companyId)
    .where('words', '<>', '')
    .where('promise_id', 'in', (e) =>
      e
        .selectFrom('introductions_network_promise')
        .select('id')
        .where('introductions_network_promise.company_id', '=', companyId)
        .where('found_at', '<', decidedBefore),
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
