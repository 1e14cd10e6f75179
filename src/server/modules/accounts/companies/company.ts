import { AuditReference } from '../../../../contract/audit-actions/index.ts'
import type { CompanySize } from '../../../../contract/accounts/company-groups.ts'
import type { Role } from '../../../../contract/accounts/permissions.ts'
import { localTime } from '../../../../engines/japanese/index.ts'
import { violated } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Work } from '../../../kernel/work.ts'
import {
  groupRequired,
  industryFixed,
  licenceRequired,
  modeAboveInstallation,
  numberWrong,
  staffExists,
  staffOnly,
} from '../errors.ts'
import { acted } from '../events.ts'
import { isCorporateNumber } from './papers.ts'
import { isCutOff, unverify } from './standing.ts'
import * as store from './store-company.ts'
import { findWord, holdWord } from './store-standing.ts'
import { insertStaff } from '../staff/store-staff.ts'

export type OperatingMode = 'IN_HOUSE' | 'GROUP' | 'INFO_PROVISION' | 'PLACEMENT'
/** The cases of 労働施策総合推進法施行規則 第1条の3第1項 in which an age may be asked for; 3 has イ to ニ. */
export type AgeException = '1' | '2' | '3-a' | '3-b' | '3-c' | '3-d'

/** Operating modes from the strictest to the most permissive; the stricter of two is in force. */
const strictness: readonly OperatingMode[] = ['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT']

/** The stricter of what the installation and the company may do (docs/rules.md). */
export function modeInForce(installation: OperatingMode, company: OperatingMode): OperatingMode {
  return strictness[Math.min(strictness.indexOf(installation), strictness.indexOf(company))] ?? 'IN_HOUSE'
}

export type NewCompany = {
  name: string
  kind?: 'EMPLOYER' | 'OPERATOR'
  nameEn?: string
  address?: string
  representative?: string
  contactMail?: string
  corporateNumber?: string
  operatingMode?: OperatingMode
  licenceNumber?: string
  groupName?: string
  groupNumber?: string
  industry?: string
  employees?: CompanySize
  timeZone?: string
  locale?: 'ja' | 'en'
}

/** Makes the company whose realm the Work is in. Repeating it changes nothing. */
export async function openCompany(work: Work, company: NewCompany): Promise<void> {
  if (company.operatingMode === 'PLACEMENT' && !company.licenceNumber) throw licenceRequired({})
  await store.insertCompany(work, company)
}

export type NewStaff = { id: string; signInId: string; name: string; email: string; role: Role }

/** Adds a member of staff; a second row for the same sign-in is refused (`accounts.staff-exists`). */
export async function addStaff(work: Work, staff: NewStaff): Promise<void> {
  try {
    await insertStaff(work, staff)
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
  // Who is cut off from the network goes on with the own pool alone.
  if (await isCutOff(work)) return 'IN_HOUSE'
  const { operatingMode: own } = await company(work)
  return modeInForce(work.installation.config.OPERATING_MODE, own)
}

/**
 * Holds what the mode in force is read from until the Work ends: whatever changes it commits afterwards, and so finds
 * what was done under it.
 */
export async function holdMode(work: Work): Promise<void> {
  await store.holdCompany(work)
  await holdWord(work)
}

export type CompanyChange = {
  name?: string | undefined
  nameEn?: string | null | undefined
  corporateNumber?: string | null | undefined
  address?: string | null | undefined
  representative?: string | null | undefined
  contactMail?: string | null | undefined
  timeZone?: string | undefined
  locale?: 'ja' | 'en' | undefined
  operatingMode?: OperatingMode | undefined
  licenceNumber?: string | null | undefined
  groupName?: string | null | undefined
  groupNumber?: string | null | undefined
  industry?: string | null | undefined
  employees?: CompanySize | null | undefined
  requireTwoFactor?: boolean | undefined
}

/**
 * Refuses a mode without what the law asks to be on record: a licence number for placement
 * (`accounts.licence-required`); for a group its name, the number of the company at its head and the company's own
 * (`accounts.group-required`).
 */
function requireOnRecord(mode: OperatingMode, on: Recorded): void {
  if (mode === 'PLACEMENT' && !on.licenceNumber) throw licenceRequired({})
  if (mode === 'GROUP' && !(on.groupName && on.groupNumber && on.corporateNumber)) throw groupRequired({})
}

type Recorded = Pick<store.Company, 'licenceNumber' | 'groupName' | 'groupNumber' | 'corporateNumber'>

/** What the operator looked at when it verified a company: who it is, by name, number, licence and group. */
const identity = ['name', 'corporateNumber', 'licenceNumber', 'groupNumber', 'groupName'] as const
export type Identity = Pick<store.Company, (typeof identity)[number]>

export const isSameIdentity = (one: Identity, other: Identity): boolean => identityChanges(one, other).length === 0

/** Which parts of what the operator verified are others. */
export const identityChanges = (one: Identity, other: Identity) =>
  identity.filter((field) => one[field] !== other[field])

/** Refuses a corporate number that is none by its check digit (`accounts.number-wrong`); one on record stays. */
function requireNumbers(before: store.Company, change: CompanyChange): void {
  for (const field of ['corporateNumber', 'groupNumber'] as const) {
    const number = change[field]
    if (number && number !== before[field] && !isCorporateNumber(number)) throw numberWrong({})
  }
}

/**
 * Whether the line of business that people hide by changes. In the network that is once in twelve months
 * (`accounts.industry-fixed`): whoever tried out one after the other would read off who hides from which. What is first
 * said before the operator verified the company does not count.
 */
async function changesIndustry(
  work: Work,
  { industry, industryChangedAt }: store.Company,
  change: CompanyChange,
): Promise<boolean> {
  if (change.industry === undefined || change.industry === industry) return false
  const word = await findWord(work)
  if (!word || (industry === null && word.standing === 'UNVERIFIED')) return false
  const from = industryChangedAt && new Date(industryChangedAt)
  from?.setUTCFullYear(from.getUTCFullYear() + 1)
  if (from && from > work.now) throw industryFixed({ from: localTime(from, (await company(work)).timeZone).day })
  return true
}

/**
 * Changes the given settings. A mode needs what `requireOnRecord` asks, and is never chosen looser than the
 * installation's (`accounts.mode-above-installation`). Who changes its identity is not verified until the operator has
 * looked again; open requests stay as they are, and nobody is introduced meanwhile.
 */
export async function changeCompany(work: Work, change: CompanyChange): Promise<store.Company> {
  await store.lockCompany(work)
  const before = await company(work)
  const mode = change.operatingMode ?? before.operatingMode
  const stays = <K extends keyof Recorded>(key: K) => (change[key] === undefined ? before[key] : change[key])
  requireOnRecord(mode, {
    licenceNumber: stays('licenceNumber'),
    groupName: stays('groupName'),
    groupNumber: stays('groupNumber'),
    corporateNumber: stays('corporateNumber'),
  })
  const { OPERATING_MODE: most } = work.installation.config
  if (mode !== before.operatingMode && modeInForce(most, mode) !== mode) throw modeAboveInstallation({ most })
  requireNumbers(before, change)
  const industryChanges = await changesIndustry(work, before, change)
  const { requireTwoFactor } = change
  await store.updateCompany(work, change, {
    ...before.settings,
    ...(requireTwoFactor !== undefined && { requireTwoFactor }),
  })
  if (industryChanges) await store.noteIndustryChange(work)
  if (change.name !== undefined) await store.renameInDirectory(work, change.name)
  const after = await company(work)
  if (!isSameIdentity(before, after)) await unverify(work)
  await acted(work, {
    action: 'company.changed',
    subject: { kind: 'company', id: work.companyId },
    detail: { fields: Object.keys(change).toSorted(), operatingMode: mode, operatingModeBefore: before.operatingMode },
  })
  return after
}

/** Somebody’s own words, which may be one word that looks like a code. */
const saidInWords = new Set(['networkSwitchedBecause'])

/** Keeps further settings of the company beside those it has; each belongs to the module that reads it. */
export async function keepSettings(work: Work, settings: Record<string, string | number | boolean>): Promise<void> {
  await store.lockCompany(work)
  const before = await company(work)
  await store.updateCompany(work, {}, { ...before.settings, ...settings })
  const codes = Object.entries(settings).filter(
    ([name, value]) => typeof value !== 'string' || (!saidInWords.has(name) && AuditReference.safeParse(value).success),
  )
  await acted(work, {
    action: 'company.changed',
    subject: { kind: 'company', id: work.companyId },
    // What is said in words is kept with the company alone: the log outlives everybody's erasure.
    detail: { fields: Object.keys(settings).toSorted(), ...Object.fromEntries(codes) },
  })
}

/**
 * Records which exception lets this company ask for an age, or takes the record back. Until one is recorded, no
 * filter by age exists (労働施策総合推進法 9条). A person of staff answers for it, never a key.
 */
export async function recordAgeException(work: Work, exception: AgeException | null): Promise<store.Company> {
  if (work.actor.kind !== 'staff') throw staffOnly({})
  await store.updateAgeException(work, exception, exception ? work.actor.id : null)
  await acted(work, {
    action: exception ? 'company.age-exception-recorded' : 'company.age-exception-withdrawn',
    subject: { kind: 'company', id: work.companyId },
    detail: exception ? { exception } : {},
  })
  return company(work)
}

/**
 * Whether owners and admins need a second factor: always in production; elsewhere, where a demonstration has to be
 * tried without a telephone, when the company asks for it.
 */
export const requiresTwoFactor = ({ config }: Pick<Installation, 'config'>, settings: store.CompanySettings): boolean =>
  config.production || settings.requireTwoFactor === true

/** Every company of the installation, for jobs that go company by company. */
export async function companyIds(installation: Pick<Installation, 'databases'>): Promise<string[]> {
  return (await store.directory(installation)).map(({ companyId }) => companyId)
}

/** The company that operates the network; nothing before the set-up. */
export async function operatorId(installation: Pick<Installation, 'databases'>): Promise<string | undefined> {
  return (await store.directory(installation)).find(({ kind }) => kind === 'OPERATOR')?.companyId
}
