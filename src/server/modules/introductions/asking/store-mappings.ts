import type { Work } from '../../../kernel/work.ts'

/** Whom a request reaches. Every function here runs in the operator's realm. */
export type Mapping = { id: string; memberId: string; employerId: string }

/** False when the id already stands for another person or employer. */
export async function keepMapping(
  { tx, companyId, now }: Work,
  { id, memberId, employerId }: Mapping,
): Promise<boolean> {
  await tx
    .insertInto('introductions_mapping')
    .values({ company_id: companyId, id, member_id: memberId, employer_id: employerId, recorded_at: now })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
  const kept = await findMapping({ tx, companyId }, id)
  return kept?.memberId === memberId && kept.employerId === employerId
}

export async function findMapping(
  { tx, companyId }: Pick<Work, 'tx' | 'companyId'>,
  id: string,
): Promise<Mapping | undefined> {
  return tx
    .selectFrom('introductions_mapping')
    .select(['id', 'member_id as memberId', 'employer_id as employerId'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Those of these requests of which it is still known whom they reach. */
export async function mappingsTo({ tx, companyId }: Work, ids: readonly string[]): Promise<Mapping[]> {
  return tx
    .selectFrom('introductions_mapping')
    .select(['id', 'member_id as memberId', 'employer_id as employerId'])
    .where('company_id', '=', companyId)
    .where('id', 'in', [...ids])
    .execute()
}

/**
 * Forgets whom requests would have reached of which nothing came: refused before they were made, or
 * ended without a yes, both before a moment.
 */
export async function forgetMappings({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('introductions_mapping')
    .where('company_id', '=', companyId)
    .where('recorded_at', '<', before)
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('introductions_network as stands')
            .select('stands.id')
            .where('stands.company_id', '=', companyId)
            .whereRef('stands.id', '=', 'introductions_mapping.id')
            .where((end) =>
              end.or([
                end('stands.state', 'in', ['ASKED', 'ACCEPTED']),
                end('stands.ended_at', 'is', null),
                end('stands.ended_at', '>=', before),
              ]),
            ),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
