import { derivedKey, hmac, sameSecret } from '../../../kernel/crypto.ts'
import type { Context } from '../../../kernel/http/http.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { openCompany, type NewCompany } from '../companies/company.ts'
import { claimSignIn, mailKey, type Credentials } from './credentials.ts'
import { alreadySetUp, setUpCodeWrong } from '../errors.ts'
import { acted } from '../events.ts'
import { whileEmpty } from './store-set-up.ts'
import { insertIntoDirectory } from '../companies/store-company.ts'
import { rememberMembership } from './store-sign-in.ts'
import { putStaff } from '../staff/store-staff.ts'
import { throttle } from './throttle.ts'

export type SetUp = {
  company: NewCompany
  /** The operator's name; the company's own when it operates the network itself. */
  operator?: NewCompany
  owner: Credentials
}
export type MadeInstallation = { companyId: string; operatorId: string; signInId: string }

/**
 * Makes the first company, the operator company, and one person as owner of both. Only while there is no company
 * (`accounts.already-set-up`), and only one of many at once; what a crash left half-made is not listed and the
 * set-up can be run again.
 */
export async function setUp(
  installation: Installation,
  { company, operator, owner }: SetUp,
): Promise<MadeInstallation> {
  let made: MadeInstallation | undefined
  await whileEmpty(installation, async () => {
    const signInId = await claimSignIn(installation, owner)
    const companyId = await makeCompany(installation, { ...company, kind: 'EMPLOYER' }, { ...owner, signInId })
    const operatorId = await makeCompany(
      installation,
      { ...(operator ?? { name: company.name }), kind: 'OPERATOR' },
      { ...owner, signInId },
    )
    await register(installation, { companyId, kind: 'EMPLOYER', name: company.name, signInId })
    await register(installation, {
      companyId: operatorId,
      kind: 'OPERATOR',
      name: (operator ?? company).name,
      signInId,
    })
    made = { companyId, operatorId, signInId }
  })
  if (!made) throw alreadySetUp({})
  return made
}

/** One more employer with its owner, for the command line and the demonstration. */
export async function addCompany(
  installation: Installation,
  { company, owner }: Pick<SetUp, 'company' | 'owner'>,
): Promise<{ companyId: string; signInId: string }> {
  const signInId = await claimSignIn(installation, owner)
  const companyId = await makeCompany(installation, { ...company, kind: 'EMPLOYER' }, { ...owner, signInId })
  await register(installation, { companyId, kind: 'EMPLOYER', name: company.name, signInId })
  return { companyId, signInId }
}

type Owner = Pick<Credentials, 'name' | 'email'> & { signInId: string }

async function makeCompany(installation: Installation, company: NewCompany, owner: Owner): Promise<string> {
  const companyId = newId()
  await inCompany(installation, { companyId, actor: systemActor('accounts.set-up') }, async (work) => {
    await openCompany(work, company)
    const staffId = newId()
    const { name, email, signInId } = owner
    await putStaff(work, { id: staffId, signInId, name, email: mailKey(email), role: 'owner' })
    await acted(work, { action: 'company.opened', subject: { kind: 'company', id: companyId }, detail: { staffId } })
  })
  return companyId
}

type Registering = { companyId: string; kind: 'EMPLOYER' | 'OPERATOR'; name: string; signInId?: string }

/** Lists a company once its own realm is written, and remembers who to look for in it. */
export async function register(
  installation: Installation,
  { companyId, kind, name, signInId }: Registering,
): Promise<void> {
  await insertIntoDirectory(installation, { companyId, kind, name })
  if (signInId) await rememberMembership(installation, signInId, { companyId, kind })
}

/** The code that the server prints while there is no company: without it, the first visitor would own the place. */
export function setUpCode({ config }: Pick<Installation, 'config'>): string {
  const drawn = hmac(derivedKey(config.secret, 'accounts/set-up'), 'code').toString('hex').slice(0, 16)
  return drawn.replace(/(.{4})(?=.)/g, '$1-')
}

/**
 * Whether the request surely comes from the machine itself. In production it never counts: a proxy on the same
 * machine would make everybody local.
 */
function isLocal({ installation, ip, request }: Context): boolean {
  if (installation.config.production) return false
  if (request.headers['x-forwarded-for'] || request.headers.forwarded) return false
  return ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1'
}

/** Refuses a set-up from elsewhere without the printed code (`accounts.set-up-code-wrong`). */
export async function admitSetUp(context: Context, code: string | undefined): Promise<void> {
  const { installation, ip } = context
  await throttle(installation, { name: 'set-up', of: ip, times: 30, minutes: 15 })
  if (isLocal(context)) return
  if (!code || !sameSecret(code.trim().toLowerCase(), setUpCode(installation))) throw setUpCodeWrong({})
}
