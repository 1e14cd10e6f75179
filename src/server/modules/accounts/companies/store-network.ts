import type { Work } from '../../../kernel/work.ts'
import type { OperatingMode } from './company.ts'

/** A company as the operator knows it. Every function here runs in the operator's realm. */
export type KnownCompany = {
  id: string
  name: string
  corporateNumber: string | null
  operatingMode: OperatingMode
  licenceNumber: string | null
  /** The corporate number of the company at the head of its group. */
  groupNumber: string | null
  groupName: string | null
  industry: string | null
  employees: string | null
  region: string | null
  knownSince: Date
  asOf: Date
}

/** Keeps how a company stands; an older word than is kept changes nothing. */
export async function putKnownCompany({ tx, companyId }: Work, known: Omit<KnownCompany, 'knownSince'>): Promise<void> {
  await tx
    .insertInto('accounts_network_company')
    .values({
      company_id: companyId,
      employer_id: known.id,
      name: known.name,
      corporate_number: known.corporateNumber,
      operating_mode: known.operatingMode,
      licence_number: known.licenceNumber,
      group_number: known.groupNumber,
      group_name: known.groupName,
      industry: known.industry,
      employees: known.employees,
      region: known.region,
      known_since: known.asOf,
      as_of: known.asOf,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'employer_id'])
        .doUpdateSet((e) => ({
          name: e.ref('excluded.name'),
          corporate_number: e.ref('excluded.corporate_number'),
          operating_mode: e.ref('excluded.operating_mode'),
          licence_number: e.ref('excluded.licence_number'),
          group_number: e.ref('excluded.group_number'),
          group_name: e.ref('excluded.group_name'),
          industry: e.ref('excluded.industry'),
          employees: e.ref('excluded.employees'),
          region: e.ref('excluded.region'),
          as_of: e.ref('excluded.as_of'),
        }))
        .where((e) => e('accounts_network_company.as_of', '<', e.ref('excluded.as_of'))),
    )
    .execute()
}

const rows = ({ tx, companyId }: Work) =>
  tx.selectFrom('accounts_network_company').selectAll().where('company_id', '=', companyId)

const knownOf = (row: Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]): KnownCompany => ({
  id: row.employer_id,
  name: row.name,
  corporateNumber: row.corporate_number,
  operatingMode: row.operating_mode as OperatingMode,
  licenceNumber: row.licence_number,
  groupNumber: row.group_number,
  groupName: row.group_name,
  industry: row.industry,
  employees: row.employees,
  region: row.region,
  knownSince: row.known_since,
  asOf: row.as_of,
})

/** Every company the operator knows, by name. */
export async function knownCompanies(work: Work): Promise<KnownCompany[]> {
  return (await rows(work).orderBy('name').orderBy('employer_id').execute()).map(knownOf)
}

/** The names of the companies the operator knows, by their ids. */
export async function companyNames(work: Work): Promise<Map<string, string>> {
  return new Map((await knownCompanies(work)).map(({ id, name }) => [id, name]))
}

export async function findKnownCompany(work: Work, employerId: string): Promise<KnownCompany | undefined> {
  const row = await rows(work).where('employer_id', '=', employerId).executeTakeFirst()
  return row && knownOf(row)
}
