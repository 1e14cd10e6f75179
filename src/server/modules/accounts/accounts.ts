import type { Role } from '../../../contract/permissions.ts'
import { violated } from '../../kernel/errors.ts'
import type { Work } from '../../kernel/work.ts'
import { staffExists } from './errors.ts'
import * as store from './store.ts'

export type OperatingMode = 'IN_HOUSE' | 'GROUP' | 'INFO_PROVISION' | 'PLACEMENT'

/** Operating modes from the strictest to the most permissive; the stricter of two is in force. */
const strictness: readonly OperatingMode[] = ['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT']

/** The stricter of what the installation and the company may do (product.md, configuration). */
export function modeInForce(installation: OperatingMode, company: OperatingMode): OperatingMode {
  return strictness[Math.min(strictness.indexOf(installation), strictness.indexOf(company))] ?? 'IN_HOUSE'
}

export type NewCompany = {
  name: string
  kind?: 'EMPLOYER' | 'OPERATOR'
  nameEn?: string
  address?: string
  contactMail?: string
  corporateNumber?: string
  operatingMode?: OperatingMode
  licenceNumber?: string
}

/** Makes the company whose realm the Work is in. Repeating it changes nothing. */
export const openCompany = (work: Work, company: NewCompany): Promise<void> => store.insertCompany(work, company)

export type NewStaff = { id: string; signInId: string; name: string; email: string; role: Role }

/** Adds a member of staff; a second row for the same sign-in is refused (`accounts.staff-exists`). */
export async function addStaff(work: Work, staff: NewStaff): Promise<void> {
  try {
    await store.insertStaff(work, staff)
  } catch (error) {
    const broken = violated(error)
    if (broken === 'accounts_staff_once' || broken === 'accounts_staff_email') throw staffExists({})
    throw error
  }
}

/** The company the Work is in. Every company's realm has exactly one. */
export async function company(work: Work): Promise<store.Company> {
  const found = await store.findCompany(work)
  if (!found) throw new Error('the realm has no company')
  return found
}

/** What the law lets this company do here and now. */
export async function operatingMode(work: Work): Promise<OperatingMode> {
  const { operatingMode: own } = await company(work)
  return modeInForce(work.installation.config.OPERATING_MODE, own)
}

/** One member of staff by id, or nothing. */
export const staffMember = (work: Work, id: string): Promise<store.Staff | undefined> => store.findStaff(work, id)
