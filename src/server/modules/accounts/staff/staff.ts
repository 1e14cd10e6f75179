import { operatorRoles, type Role } from '../../../../contract/accounts/permissions.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../companies/company.ts'
import { lastOwner, notYourself, ownersOnly, roleElsewhere, staffOnly } from '../errors.ts'
import { send } from '../sign-in/errands.ts'
import { acted } from '../events.ts'
import * as store from './store-staff.ts'

export type { Staff } from './store-staff.ts'

/** Everyone who works here, suspended people included, oldest first. */
export const staff = (work: Work): Promise<store.Staff[]> => store.listStaff(work)

/** One member of staff, removed ones included: what they did keeps their name. */
export const staffMember = (work: Work, id: string): Promise<store.Staff | undefined> => store.findStaff(work, id)

export async function existing(work: Work, id: string): Promise<store.Staff> {
  const found = await store.findStaff(work, id)
  if (!found || found.state === 'REMOVED') throw notFound({ what: 'staff' })
  return found
}

/** The role of whoever acts; a key and the program itself rank as no one. */
async function actingRole(work: Work): Promise<Role> {
  if (work.actor.kind !== 'staff') throw staffOnly({})
  return (await existing(work, work.actor.id)).role
}

/** Only owners decide about owners, so that an admin cannot take a company over (`accounts.owners-only`). */
export async function refuseAboveOwnRank(work: Work, roles: readonly Role[]): Promise<void> {
  if (roles.includes('owner') && (await actingRole(work)) !== 'owner') throw ownersOnly({})
}

/** The operator selects nobody: it has neither recruiters nor interviewers (`accounts.role-elsewhere`). */
export async function refuseRoleElsewhere(work: Work, role: Role): Promise<void> {
  if (!operatorRoles.includes(role) && (await company(work)).kind === 'OPERATOR') throw roleElsewhere({ role })
}

async function keepAnOwner(work: Work, leaving: store.Staff): Promise<void> {
  if (leaving.role !== 'owner' || leaving.state !== 'ACTIVE') return
  const owners = await store.lockOwners(work)
  if (owners.every((id) => id === leaving.id)) throw lastOwner({})
}

/** Gives another role. The last owner keeps theirs (`accounts.last-owner`). */
export async function changeRole(work: Work, { id, role }: { id: string; role: Role }): Promise<store.Staff> {
  const before = await existing(work, id)
  await refuseAboveOwnRank(work, [before.role, role])
  if (before.role === role) return before
  await refuseRoleElsewhere(work, role)
  if (role !== 'owner') await keepAnOwner(work, before)
  await store.updateStaff(work, id, { role })
  await acted(work, {
    action: 'staff.role-changed',
    subject: { kind: 'staff', id },
    detail: { from: before.role, to: role },
  })
  return { ...before, role }
}

type Standing = 'ACTIVE' | 'SUSPENDED' | 'REMOVED'

/**
 * Suspends, lets in again, or removes somebody. From the commit on they are refused here, and their sessions end.
 * Nobody does it to themselves, and the last owner stays.
 */
export async function changeStanding(work: Work, { id, state }: { id: string; state: Standing }): Promise<store.Staff> {
  const before = await existing(work, id)
  if (work.actor.id === id) throw notYourself({})
  await refuseAboveOwnRank(work, [before.role])
  if (before.state === state) return before
  if (state !== 'ACTIVE') await keepAnOwner(work, before)
  await store.updateStaff(work, id, { state })
  if (state !== 'ACTIVE') await send(work, { kind: 'SIGN_OUT', signInId: before.signInId })
  await acted(work, { action: `staff.${state.toLowerCase() as Lowercase<Standing>}`, subject: { kind: 'staff', id } })
  return { ...before, state }
}
