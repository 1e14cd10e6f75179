import type { CompanySize } from '../../../../contract/accounts/company-groups.ts'
import { readNow } from '../../../kernel/clock.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Work } from '../../../kernel/work.ts'
import type { AgeException, CompanyChange, NewCompany, OperatingMode } from './company.ts'
import type { CompanyKind } from '../sign-in/store-sign-in.ts'

export type Company = {
  id: string
  kind: CompanyKind
  name: string
  nameEn: string | null
  corporateNumber: string | null
  address: string | null
  representative: string | null
  contactMail: string | null
  timeZone: string
  locale: 'ja' | 'en'
  operatingMode: OperatingMode
  licenceNumber: string | null
  groupName: string | null
  groupNumber: string | null
  ageException: AgeException | null
  ageExceptionBy: string | null
  ageExceptionAt: Date | null
  industry: string | null
  industryChangedAt: Date | null
  employees: CompanySize | null
  settings: CompanySettings
}

export type CompanySettings = { requireTwoFactor?: boolean } & Record<string, unknown>

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
      representative: company.representative ?? null,
      contact_mail: company.contactMail ?? null,
      operating_mode: company.operatingMode ?? 'IN_HOUSE',
      licence_number: company.licenceNumber ?? null,
      group_name: company.groupName ?? null,
      group_number: company.groupNumber ?? null,
      industry: company.industry ?? null,
      employees: company.employees ?? null,
      ...(company.timeZone && { time_zone: company.timeZone }),
      ...(company.locale && { locale: company.locale }),
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
    representative: row.representative,
    contactMail: row.contact_mail,
    timeZone: row.time_zone,
    locale: row.locale as Company['locale'],
    operatingMode: row.operating_mode as OperatingMode,
    licenceNumber: row.licence_number,
    groupName: row.group_name,
    groupNumber: row.group_number,
    ageException: row.age_exception as AgeException | null,
    ageExceptionBy: row.age_exception_by,
    ageExceptionAt: row.age_exception_at,
    industry: row.industry,
    industryChangedAt: row.industry_changed_at,
    employees: row.employees as CompanySize | null,
    settings: row.settings as CompanySettings,
  }
}

/** Holds the company's row to the end of the Work, so that two changes of its settings follow one another. */
export async function lockCompany({ tx, companyId }: Work): Promise<void> {
  await tx.selectFrom('accounts_company').select('company_id').where('company_id', '=', companyId).forUpdate().execute()
}

/** Lets nobody change the company until the Work ends, and others hold it likewise. */
export async function holdCompany({ tx, companyId }: Work): Promise<void> {
  await tx.selectFrom('accounts_company').select('company_id').where('company_id', '=', companyId).forShare().execute()
}

const columns = {
  name: 'name',
  nameEn: 'name_en',
  corporateNumber: 'corporate_number',
  address: 'address',
  representative: 'representative',
  contactMail: 'contact_mail',
  timeZone: 'time_zone',
  locale: 'locale',
  operatingMode: 'operating_mode',
  licenceNumber: 'licence_number',
  groupName: 'group_name',
  groupNumber: 'group_number',
  industry: 'industry',
  employees: 'employees',
} as const

/** Writes the fields that are given and leaves the others. */
export async function updateCompany({ tx, companyId }: Work, change: CompanyChange, settings: CompanySettings) {
  const given = Object.entries(columns).filter(([field]) => change[field as keyof CompanyChange] !== undefined)
  const set = Object.fromEntries(given.map(([field, column]) => [column, change[field as keyof CompanyChange]]))
  await tx
    .updateTable('accounts_company')
    .set({ ...set, settings: JSON.stringify(settings) })
    .where('company_id', '=', companyId)
    .execute()
}

/** From this moment on the line of business stays for a while. */
export async function noteIndustryChange({ tx, companyId, now }: Work): Promise<void> {
  await tx
    .updateTable('accounts_company')
    .set({ industry_changed_at: now })
    .where('company_id', '=', companyId)
    .execute()
}

export async function updateAgeException(
  { tx, companyId, now }: Work,
  exception: AgeException | null,
  by: string | null,
): Promise<void> {
  await tx
    .updateTable('accounts_company')
    .set({ age_exception: exception, age_exception_by: by, age_exception_at: exception ? now : null })
    .where('company_id', '=', companyId)
    .execute()
}

type Parts = Pick<Installation, 'databases'>

export async function insertIntoDirectory(
  { databases, clock }: Parts & Pick<Installation, 'clock'>,
  { companyId, kind, name }: { companyId: string; kind: CompanyKind; name: string },
): Promise<void> {
  await databases.app
    .insertInto('accounts_directory')
    .values({ company_id: companyId, kind, name, recorded_at: await readNow(databases.app, { clock }) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Keeps the listed name as the company calls itself. */
export async function renameInDirectory({ tx, companyId }: Work, name: string): Promise<void> {
  await tx.updateTable('accounts_directory').set({ name }).where('company_id', '=', companyId).execute()
}

/** What the company that runs the network calls itself, while there is one. */
export async function operatorName({ tx }: Pick<Work, 'tx'>): Promise<string | undefined> {
  const row = await tx.selectFrom('accounts_directory').select('name').where('kind', '=', 'OPERATOR').executeTakeFirst()
  return row?.name
}

export async function directory({ databases }: Parts): Promise<{ companyId: string; kind: CompanyKind }[]> {
  const rows = await databases.app
    .selectFrom('accounts_directory')
    .select(['company_id', 'kind'])
    .orderBy('company_id')
    .execute()
  return rows.map((row) => ({ companyId: row.company_id, kind: row.kind as CompanyKind }))
}

export async function isDemonstration({ databases }: Parts): Promise<boolean> {
  const row = await databases.app.selectFrom('kernel_installation').select('demonstration').executeTakeFirst()
  return row?.demonstration ?? false
}
