import type { Role } from '../../../../contract/accounts/permissions.ts'
import type { Work } from '../../../kernel/work.ts'
import type { CompanyKind } from '../sign-in/store-sign-in.ts'
import type { CompanySettings } from '../companies/store-company.ts'
import type { NewStaff, OperatingMode } from '../companies/company.ts'

export type StaffState = 'ACTIVE' | 'SUSPENDED' | 'REMOVED'
export type Staff = {
  id: string
  signInId: string
  name: string
  email: string
  role: Role
  state: StaffState
  lastSignInAt: Date | null
  recordedAt: Date
}

/** Adds the row, or gives the same sign-in's row back its place after it was removed; returns the row's id. */
export async function putStaff({ tx, companyId, now }: Work, staff: NewStaff): Promise<string> {
  const row = await tx
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
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'sign_in_id'])
        .doUpdateSet((expression) => ({ state: 'ACTIVE', role: expression.ref('excluded.role') }))
        .where('accounts_staff.state', '=', 'REMOVED'),
    )
    .returning('id')
    .executeTakeFirst()
  if (row) return row.id
  const known = await findStaffBySignIn({ tx, companyId }, staff.signInId)
  if (!known) throw new Error('a staff row that conflicts cannot be found')
  return known.id
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

const staffColumns = ['id', 'sign_in_id', 'name', 'email', 'role', 'state', 'last_sign_in_at', 'recorded_at'] as const

type StaffRow = {
  id: string
  sign_in_id: string
  name: string
  email: string
  role: string
  state: string
  last_sign_in_at: Date | null
  recorded_at: Date
}

const staffOf = (row: StaffRow): Staff => ({
  id: row.id,
  signInId: row.sign_in_id,
  name: row.name,
  email: row.email,
  role: row.role as Role,
  state: row.state as StaffState,
  lastSignInAt: row.last_sign_in_at,
  recordedAt: row.recorded_at,
})

export async function findStaffBySignIn(
  { tx, companyId }: Pick<Work, 'tx' | 'companyId'>,
  signInId: string,
): Promise<Staff | undefined> {
  const row = await tx
    .selectFrom('accounts_staff')
    .select(staffColumns)
    .where('company_id', '=', companyId)
    .where('sign_in_id', '=', signInId)
    .executeTakeFirst()
  return row && staffOf(row)
}

export async function findStaff({ tx, companyId }: Work, id: string): Promise<Staff | undefined> {
  const row = await tx
    .selectFrom('accounts_staff')
    .select(staffColumns)
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && staffOf(row)
}

/** Everyone who works or worked here and was not removed, by name. */
export async function listStaff({ tx, companyId }: Work): Promise<Staff[]> {
  const rows = await tx
    .selectFrom('accounts_staff')
    .select(staffColumns)
    .where('company_id', '=', companyId)
    .where('state', '!=', 'REMOVED')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(staffOf)
}

/** The ids of the active owners, locked, so that two demotions at once cannot leave the company without one. */
export async function lockOwners({ tx, companyId }: Work): Promise<string[]> {
  const rows = await tx
    .selectFrom('accounts_staff')
    .select('id')
    .where('company_id', '=', companyId)
    .where('role', '=', 'owner')
    .where('state', '=', 'ACTIVE')
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}

export async function updateStaff(
  { tx, companyId }: Work,
  id: string,
  change: { role?: Role; state?: StaffState; name?: string; lastSignInAt?: Date },
): Promise<void> {
  await tx
    .updateTable('accounts_staff')
    .set({
      ...(change.role && { role: change.role }),
      ...(change.state && { state: change.state }),
      ...(change.name && { name: change.name }),
      ...(change.lastSignInAt && { last_sign_in_at: change.lastSignInAt }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** A staff row with what its company says about signing in: read at every request. */
export type Standing = Staff & {
  company: {
    id: string
    kind: CompanyKind
    name: string
    timeZone: string
    operatingMode: OperatingMode
    settings: CompanySettings
  }
}

export async function findStanding({ tx, companyId }: Work, signInId: string): Promise<Standing | undefined> {
  const row = await tx
    .selectFrom('accounts_staff as staff')
    .innerJoin('accounts_company as company', (join) =>
      join.onRef('company.company_id', '=', 'staff.company_id').on('company.company_id', '=', companyId),
    )
    .select([
      'staff.id',
      'staff.sign_in_id',
      'staff.name',
      'staff.email',
      'staff.role',
      'staff.state',
      'staff.last_sign_in_at',
      'staff.recorded_at',
      'company.kind',
      'company.name as company_name',
      'company.time_zone',
      'company.operating_mode',
      'company.settings',
    ])
    .where('staff.company_id', '=', companyId)
    .where('staff.sign_in_id', '=', signInId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...staffOf(row),
    company: {
      id: companyId,
      kind: row.kind as CompanyKind,
      name: row.company_name,
      timeZone: row.time_zone,
      operatingMode: row.operating_mode as OperatingMode,
      settings: row.settings as CompanySettings,
    },
  }
}
