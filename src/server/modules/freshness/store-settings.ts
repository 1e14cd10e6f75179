import type { Work } from '../../kernel/work.ts'

export type Settings = {
  onSince: Date | null
  mode: 'BY_HAND' | 'EVERY_DAY'
  dailyLimit: number
  restDays: number
}

export async function findSettings({ tx, companyId }: Work): Promise<Settings | undefined> {
  const row = await tx
    .selectFrom('freshness_settings')
    .select(['on_since', 'mode', 'daily_limit', 'rest_days'])
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return (
    row && {
      onSince: row.on_since,
      mode: row.mode as Settings['mode'],
      dailyLimit: row.daily_limit,
      restDays: row.rest_days,
    }
  )
}

export async function putSettings({ tx, companyId, now, actor }: Work, settings: Settings): Promise<void> {
  const values = {
    on_since: settings.onSince,
    mode: settings.mode,
    daily_limit: settings.dailyLimit,
    rest_days: settings.restDays,
    changed_by: `${actor.kind}:${actor.id}`,
    changed_at: now,
  }
  await tx
    .insertInto('freshness_settings')
    .values({ company_id: companyId, ...values })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet(values))
    .execute()
}
