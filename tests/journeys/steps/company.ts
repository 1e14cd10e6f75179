import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '../../../src/server/kernel/errors.ts'
import { permissionsOf, type Role } from '../../../src/contract/accounts/permissions.ts'
import { inCompany, type Actor } from '../../../src/server/kernel/work.ts'
import {
  addCompany,
  company,
  companyIds,
  operatorId,
  recordPapers,
  setUp,
  staff,
  verifyCompany,
} from '../../../src/server/modules/accounts/index.ts'
import { isCorporateNumber } from '../../../src/server/modules/accounts/companies/papers.ts'
import type { TestCompany } from '../../../src/server/modules/accounts/testing.ts'
import type { World } from '../world.ts'
import type { Who } from './entrance.ts'

export type Founded = TestCompany & { name: string; owner: Who }

type Finding = { name: string; owner: Who; isVerified?: boolean }

/**
 * An employer with its owner, by the use cases alone: for stories that begin later. The first one of a world brings
 * the operator with it, and the operator has verified it unless said otherwise. Takes what the modules' own makers take.
 */
export async function found(world: World, { name, owner, isVerified = true }: Finding): Promise<Founded> {
  const company = {
    name,
    operatingMode: 'PLACEMENT',
    licenceNumber: '13-ユ-000000',
    corporateNumber: corporateNumberOf(name),
  } as const
  const makeOne = (await world.running.isEmpty()) ? setUp : addCompany
  const { companyId } = await makeOne(world.running.installation, { company, owner })
  await world.settle()
  if (isVerified) await verified(world, companyId)
  return founded(world, { name, owner, companyId })
}

/** One of its own for each name: companies of one number are of one group, which is shown none of the people it knows. */
function corporateNumberOf(name: string): string {
  const hash = Array.from(name).reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 999_999_999_989, 7)
  const digits = String(hash).padStart(12, '0')
  const number = Array.from({ length: 9 }, (_, at) => `${at + 1}${digits}`).find(isCorporateNumber)
  if (!number) throw new Error('no digit checks the others')
  return number
}

/** The operator has looked at the company's papers, so that its referrals count. */
async function verified(world: World, id: string): Promise<void> {
  const { installation } = world.running
  const companyId = await operatorId(installation)
  if (companyId === undefined) throw new Error('the first company brought no operator')
  const verify = () =>
    inCompany(installation, { companyId, actor: system }, async (work) => {
      await recordPapers(work, { id, agreementOn: '2020-01-06', licenceSeenOn: '2020-01-06' })
      await verifyCompany(work, id)
    })
  // The operator hears of the company by an announcement, which a worker may still hold, or try again after ten seconds.
  for (let tried = 0; ; tried += 1) {
    try {
      await verify()
      break
    } catch (error) {
      if (tried === 250 || !(error instanceof Refusal)) throw error
      await wait(100)
    }
  }
  await world.settle()
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
