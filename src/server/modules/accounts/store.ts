import type { Role } from '../../../contract/permissions.ts'
import type { Work } from '../../kernel/work.ts'
import type { NewCompany, NewStaff, OperatingMode } from './accounts.ts'

export type Company = {
  id: string
  kind: 'EMPLOYER' | 'OPERATOR'
  name: string
  nameEn: string | null
  corporateNumber: string | null
  address: string | null
  contactMail: string | null
  timeZone: string
  locale: 'ja' | 'en'
  operatingMode: OperatingMode
  licenceNumber: string | null
  ageException: string | null
  settings: Record<string, unknown>
}

export async function insertCompany({ tx, companyId, now }: Work, company: NewCompany): Promise<void> {
  await tx
    .insertInto('accounts_company')
    .values({
      company_id: companyId,
      kind: company.kind ?? 'EMPLOYER',
      name: company.name,
      name_en: company.nameEn ?? null,
      corporate_number: company.corporateNumber ?? null,
      address: company.address ?? null,
      contact_mail: company.contactMail ?? null,
      operating_mode: company.operatingMode ?? 'IN_HOUSE',
      licence_number: company.licenceNumber ?? null,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.column('company_id').doNothing())
    .execute()
}

export async function findCompany({ tx, companyId }: Work): Promise<Company | undefined> {
  const row = await tx.selectFrom('accounts_company').selectAll().where('company_id', '=', companyId).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.company_id,
    kind: row.kind as Company['kind'],
    name: row.name,
    nameEn: row.name_en,
    corporateNumber: row.corporate_number,
    address: row.address,
    contactMail: row.contact_mail,
    timeZone: row.time_zone,
    locale: row.locale as Company['locale'],
    operatingMode: row.operating_mode as OperatingMode,
    licenceNumber: row.licence_number,
    ageException: row.age_exception,
    settings: row.settings as Record<string, unknown>,
  }
}

export async function insertStaff({ tx, companyId, now }: Work, staff: NewStaff): Promise<void> {
  await tx
    .insertInto('accounts_staff')
    .values({
      company_id: companyId,
      id: staff.id,
      sign_in_id: staff.signInId,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      recorded_at: now,
    })
    .execute()
}

export type Staff = { id: string; name: string; email: string; role: Role; state: 'ACTIVE' | 'SUSPENDED' }

export async function findStaffBySignIn({ tx, companyId }: Work, signInId: string): Promise<Staff | undefined> {
  const row = await tx
    .selectFrom('accounts_staff')
    .select(['id', 'name', 'email', 'role', 'state'])
    .where('company_id', '=', companyId)
    .where('sign_in_id', '=', signInId)
    .executeTakeFirst()
  return row && { ...row, role: row.role as Role, state: row.state as Staff['state'] }
}

export async function findStaff({ tx, companyId }: Work, id: string): Promise<Staff | undefined> {
  const row = await tx
    .selectFrom('accounts_staff')
    .select(['id', 'name', 'email', 'role', 'state'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, role: row.role as Role, state: row.state as Staff['state'] }
}
