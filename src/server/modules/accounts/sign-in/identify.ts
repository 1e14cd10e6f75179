import { permissionsOf, type Permission } from '../../../../contract/accounts/permissions.ts'
import { readToken, sha256 } from '../../../kernel/crypto.ts'
import { unauthenticated, type Context, type Identified, type Identify } from '../../../kernel/http/http.ts'
import { isId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { requiresTwoFactor } from '../companies/company.ts'
import { companyUnclear, notAMember, suspended, twoFactorRequired } from '../errors.ts'
import { keyPrefix } from '../staff/keys.ts'
import { requireSignedIn, staffSite, type SignedIn, type StaffSite } from './sign-in.ts'
import { findKeyBySecret, markKeyUsed } from '../staff/store-keys.ts'
import { membershipHints, type CompanyKind } from './store-sign-in.ts'
import { findStaff, findStanding, type Standing } from '../staff/store-staff.ts'

const actor = systemActor('accounts.identify')
const kindOf = (site: StaffSite): CompanyKind => (site === 'operator' ? 'OPERATOR' : 'EMPLOYER')

/** Who is calling a company's route: a signed-in member of staff, or an API key. */
export const identifyStaff: Identify = async (context) => {
  const { authorization } = context.request.headers
  if (context.site === 'portal') throw unauthenticated({})
  if (authorization?.startsWith('Bearer ')) return identifyKey(context, authorization.slice('Bearer '.length).trim())
  const person = await requireSignedIn(context)
  const site = staffSite(context)
  const companyId = await chosenCompany(context, person, site)
  const standing = await inCompany(context.installation, { companyId, actor, requestId: context.requestId }, (work) =>
    findStanding(work, person.signInId),
  )
  if (!standing || standing.state === 'REMOVED' || standing.company.kind !== kindOf(site)) throw notAMember({})
  if (standing.state === 'SUSPENDED') throw suspended({})
  return { companyId, ...grants(context.installation, standing, person.hasSecondFactor) }
}

/** The company that the request names, or the only one the person works in. */
async function chosenCompany({ installation, request }: Context, person: SignedIn, site: StaffSite) {
  const named = request.headers['tasuki-company']
  if (typeof named === 'string') {
    if (!isId(named)) throw companyUnclear({})
    return named
  }
  const hints = await membershipHints(installation, person.signInId)
  const here = hints.filter(({ kind }) => kind === kindOf(site))
  if (here.length === 0) throw notAMember({})
  const [only] = here
  if (!only || here.length > 1) throw companyUnclear({})
  return only.companyId
}

/** What the role allows here: nothing of the network outside the operator, little without a required second factor. */
export function grants(
  installation: Installation,
  { id, role, company }: Standing,
  hasSecondFactor: boolean,
): Pick<Identified, 'actor' | 'withheld'> & { permissions: Permission[]; needsSecondFactor: boolean } {
  const all = permissionsOf[role].filter((one) => company.kind === 'OPERATOR' || !one.startsWith('network:'))
  const needsSecondFactor =
    (role === 'owner' || role === 'admin') && !hasSecondFactor && requiresTwoFactor(installation, company.settings)
  const permissions = needsSecondFactor ? all.filter((one) => permissionsOf.recruiter.includes(one)) : all
  return {
    permissions,
    needsSecondFactor,
    actor: { kind: 'staff', id, permissions: new Set(permissions) },
    withheld: (permission) => (all.some((one) => one === permission) ? twoFactorRequired({}) : undefined),
  }
}

/** Last use is kept to the minute, so that a busy key does not write at each request. */
const useKeptMs = 60_000

async function identifyKey({ installation, requestId }: Context, text: string): Promise<Identified> {
  const token = text.startsWith(keyPrefix) ? readToken(text.slice(keyPrefix.length)) : undefined
  if (!token) throw unauthenticated({})
  const companyId = token.realmId
  const key = await inCompany(installation, { companyId, actor, requestId }, async (work) => {
    const found = await findKeyBySecret(work, sha256(token.secret))
    if (!found || found.revokedAt || found.expiresAt <= work.now) return undefined
    if (!found.lastUsedAt || work.now.getTime() - found.lastUsedAt.getTime() > useKeptMs)
      await markKeyUsed(work, found.id)
    return { ...found, maker: await findStaff(work, found.createdBy) }
  })
  // A key never outlives its maker's standing, nor reaches further than the maker may today (ASVS 5.0 8.3.2).
  if (key?.maker?.state !== 'ACTIVE') throw unauthenticated({})
  const may = new Set<Permission>(permissionsOf[key.maker.role])
  const permissions = key.permissions.filter((permission) => may.has(permission))
  return { companyId, actor: { kind: 'key', id: key.id, permissions: new Set(permissions) } }
}

/** The companies a person works in that this site is for, read from each company's own rows. */
export async function standings(installation: Installation, signInId: string, site: StaffSite): Promise<Standing[]> {
  const found: Standing[] = []
  for (const { companyId, kind } of await membershipHints(installation, signInId)) {
    if (kind !== kindOf(site)) continue
    const standing = await inCompany(installation, { companyId, actor }, (work) => findStanding(work, signInId))
    if (standing?.state === 'ACTIVE') found.push(standing)
  }
  return found
}
