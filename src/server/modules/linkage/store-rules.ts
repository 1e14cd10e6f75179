import { defaultLinkageRules, LinkageRules } from '../../../contract/linkage/linkage-terms.ts'
import type { Work } from '../../kernel/work.ts'

export type RulesVersion = { version: number; rules: LinkageRules; decidedBy: string | null; recordedAt: Date | null }

const productsOwn: RulesVersion = { version: 0, rules: defaultLinkageRules, decidedBy: null, recordedAt: null }

/** The rules in force: the company's latest, or the product's as version 0. */
export async function rulesInForce({ tx, companyId }: Work): Promise<RulesVersion> {
  const row = await tx
    .selectFrom('linkage_rules')
    .select(['version', 'rules', 'decided_by as decidedBy', 'recorded_at as recordedAt'])
    .where('company_id', '=', companyId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return rulesOf(row ?? null)
}

export type RulesRow = Omit<RulesVersion, 'rules'> & { rules: unknown }

/** The rules of the company's latest version, as read; without one the product's. What cannot be read throws: others might join more. */
export const rulesOf = (row: RulesRow | null): RulesVersion => (row ? typed(row) : productsOwn)

const typed = (row: RulesRow): RulesVersion => ({
  ...row,
  rules: LinkageRules.parse(row.rules),
})

/** The versions of the rules, the latest first. */
export async function rulesVersions({ tx, companyId }: Work, limit: number): Promise<RulesVersion[]> {
  const rows = await tx
    .selectFrom('linkage_rules')
    .select(['version', 'rules', 'decided_by as decidedBy', 'recorded_at as recordedAt'])
    .where('company_id', '=', companyId)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map(typed)
}

export async function insertRules(
  { tx, companyId, now, actor }: Work,
  { version, rules }: { version: number; rules: LinkageRules },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('linkage_rules')
    .values({
      company_id: companyId,
      version,
      rules: JSON.stringify(rules),
      decided_by: `${actor.kind}:${actor.id}`,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
