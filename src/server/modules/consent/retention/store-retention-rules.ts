import type { RetentionTerms } from '../../../../contract/retention/retention.ts'
import type { Work } from '../../../kernel/work.ts'

export type KeptRule = RetentionTerms & { class: string; version: number; changedBy: string; changedAt: Date }

export async function listRules({ tx, companyId }: Work): Promise<KeptRule[]> {
  const rows = await tx.selectFrom('consent_retention_rule').selectAll().where('company_id', '=', companyId).execute()
  return rows.map((row) => ({
    class: row.class,
    months: row.months,
    startsAt: row.starts_at as RetentionTerms['startsAt'],
    isOn: row.is_on,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }))
}

/** False when another version stands than the one that was read. */
export async function putRule(
  { tx, companyId, actor, now }: Work,
  rule: RetentionTerms & { class: string; version: number },
): Promise<boolean> {
  const changed = {
    months: rule.months,
    starts_at: rule.startsAt,
    is_on: rule.isOn,
    version: rule.version + 1,
    changed_by: actor.id,
    changed_at: now,
  }
  if (rule.version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('consent_retention_rule')
      .values({ company_id: companyId, class: rule.class, ...changed })
      .onConflict((conflict) => conflict.columns(['company_id', 'class']).doNothing())
      .executeTakeFirstOrThrow()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const { numUpdatedRows } = await tx
    .updateTable('consent_retention_rule')
    .set(changed)
    .where('company_id', '=', companyId)
    .where('class', '=', rule.class)
    .where('version', '=', rule.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
