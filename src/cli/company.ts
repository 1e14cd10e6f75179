import { z } from 'zod'
import { refusal } from '../server/kernel/errors.ts'
import type { Installation } from '../server/kernel/installation.ts'
import { inCompany, systemActor, type Actor } from '../server/kernel/work.ts'

const companyUnknown = refusal<{ companies: string[] }>('cli.company-unknown', 422)

/** The company that was named, or the only one there is; refused with the list of them otherwise (`cli.company-unknown`). */
export async function chosenCompany(installation: Installation, given: string | undefined): Promise<string> {
  const { company, companyIds, operatorId } = await import('../server/modules/accounts/index.ts')
  const operator = await operatorId(installation)
  const companies = (await companyIds(installation)).filter((id) => id !== operator)
  const [only] = companies
  if (given === undefined && companies.length === 1 && only) return only
  if (given !== undefined && z.uuid().safeParse(given).success && companies.includes(given)) return given
  const named = companies.map(async (companyId) => {
    const { name } = await inCompany(installation, { companyId, actor: systemActor('cli') }, company)
    return `${companyId} (${name})`
  })
  throw companyUnknown({ companies: await Promise.all(named) })
}

/** Whoever works at the terminal acts for the company's first owner. */
export async function ownerOf(installation: Installation, companyId: string): Promise<Actor> {
  const { staff } = await import('../server/modules/accounts/index.ts')
  const everyone = await inCompany(installation, { companyId, actor: systemActor('cli') }, staff)
  const owner = everyone.find(({ role, state }) => role === 'owner' && state === 'ACTIVE')
  if (!owner) throw new Error(`company ${companyId} has no owner`)
  return { kind: 'staff', id: owner.id, permissions: new Set() }
}
