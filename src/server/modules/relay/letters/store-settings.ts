import type { Work } from '../../../kernel/work.ts'

export type RelaySettings = {
  delayBusinessDays: number
  undoMinutes: number
  reapplyCooldownMonths: number | null
  /** Who is named in letters and gets the answers; the company's contact address otherwise. */
  contactStaffId: string | null
  serviceName: string
  operatorName: string | null
  /** Whether people may take along, signed, which stage they reached. */
  issuesCertificates: boolean
}

const by = ({ actor }: Work) => `${actor.kind}:${actor.id}`

export async function findSettings({ tx, companyId }: Work): Promise<RelaySettings | undefined> {
  const row = await tx.selectFrom('relay_settings').selectAll().where('company_id', '=', companyId).executeTakeFirst()
  return (
    row && {
      delayBusinessDays: row.delay_business_days,
      undoMinutes: row.undo_minutes,
      reapplyCooldownMonths: row.reapply_cooldown_months,
      contactStaffId: row.contact_staff_id,
      serviceName: row.service_name,
      operatorName: row.operator_name,
      issuesCertificates: row.issues_certificates,
    }
  )
}

export async function putSettings(work: Work, settings: RelaySettings): Promise<void> {
  const values = {
    delay_business_days: settings.delayBusinessDays,
    undo_minutes: settings.undoMinutes,
    reapply_cooldown_months: settings.reapplyCooldownMonths,
    contact_staff_id: settings.contactStaffId,
    service_name: settings.serviceName,
    operator_name: settings.operatorName,
    issues_certificates: settings.issuesCertificates,
    changed_by: by(work),
    changed_at: work.now,
  }
  await work.tx
    .insertInto('relay_settings')
    .values({ company_id: work.companyId, ...values })
    .onConflict((conflict) => conflict.column('company_id').doUpdateSet(values))
    .execute()
}

export type Switch = { scope: string; onSince: Date | null; preflightId: string | null }

export async function putSwitch(work: Work, { scope, onSince, preflightId }: Switch): Promise<void> {
  const values = { on_since: onSince, preflight_id: preflightId, changed_by: by(work), changed_at: work.now }
  await work.tx
    .insertInto('relay_switch')
    .values({ company_id: work.companyId, scope, ...values })
    .onConflict((conflict) => conflict.columns(['company_id', 'scope']).doUpdateSet(values))
    .execute()
}

export async function listSwitches({ tx, companyId }: Work): Promise<Switch[]> {
  const rows = await tx
    .selectFrom('relay_switch')
    .select(['scope', 'on_since', 'preflight_id'])
    .where('company_id', '=', companyId)
    .orderBy('scope')
    .execute()
  return rows.map((row) => ({ scope: row.scope, onSince: row.on_since, preflightId: row.preflight_id }))
}
