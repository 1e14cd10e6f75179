import { permissionsOf, type Role } from '../../../src/contract/permissions.ts'
import { inCompany, type Actor } from '../../../src/server/kernel/work.ts'
import { addCompany, company, companyIds, setUp, staff } from '../../../src/server/modules/accounts/index.ts'
import type { TestCompany } from '../../../src/server/modules/accounts/testing.ts'
import type { World } from '../world.ts'
import type { Who } from './entrance.ts'

export type Founded = TestCompany & { name: string; owner: Who }

/**
 * An employer with its owner, by the use cases alone: for stories that begin later. The first one of a world brings
 * the operator with it. Takes what the modules' own makers take.
 */
export async function found(world: World, { name, owner }: { name: string; owner: Who }): Promise<Founded> {
  const company = { name, operatingMode: 'PLACEMENT', licenceNumber: '13-ユ-000000' } as const
  const makeOne = (await world.running.isEmpty()) ? setUp : addCompany
  const { companyId } = await makeOne(world.running.installation, { company, owner })
  return founded(world, { name, owner, companyId })
}

/** What the makers need to know of a company that was made in the browser. */
export async function theCompanyOf(world: World, { name, owner }: { name: string; owner: Who }): Promise<Founded> {
  const { installation } = world.running
  for (const companyId of await companyIds(installation)) {
    const read = await inCompany(installation, { companyId, actor: system }, company)
    if (read.kind === 'EMPLOYER' && read.name === name) return founded(world, { name, owner, companyId })
  }
  throw new Error(`there is no company ${name}`)
}

const system: Actor = { kind: 'system', id: 'journey', permissions: new Set(permissionsOf.owner) }

type Founding = { name: string; owner: Who; companyId: string }

async function founded(world: World, { name, owner, companyId }: Founding): Promise<Founded> {
  const { installation } = world.running
  const members = await inCompany(installation, { companyId, actor: system }, staff)
  const staffId = members.find(({ email }) => email === owner.email)?.id
  if (staffId === undefined) throw new Error(`${owner.email} does not work at ${name}`)
  const as = (role: Role): Actor => ({ kind: 'staff', id: staffId, permissions: new Set(permissionsOf[role]) })
  const actor = as('owner')
  return {
    name,
    owner,
    installation: installation as TestCompany['installation'],
    companyId,
    staffId,
    actor,
    as,
    work: (run) => inCompany(installation, { companyId, actor }, run),
  }
}
