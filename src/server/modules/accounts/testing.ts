import { permissionsOf, type Role } from '../../../contract/accounts/permissions.ts'
import type { NetworkStanding } from '../../../contract/network/network-companies.ts'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { inCompany, type Actor, type Work } from '../../kernel/work.ts'
import { addStaff, openCompany, type NewCompany } from './companies/company.ts'
import { claimSignIn } from './sign-in/credentials.ts'
import { signInOf, type StaffSite } from './sign-in/sign-in.ts'
import { register } from './sign-in/set-up.ts'
import { applyWord } from './companies/standing.ts'

export const testPassword = 'a password for tests only'

export type TestCompany = {
  installation: TestInstallation
  companyId: string
  staffId: string
  actor: Actor
  /** Runs in one Work of the company, as its member of staff. */
  work: <T>(run: (work: Work) => Promise<T>) => Promise<T>
  /** The same company seen by another role. */
  as: (role: Role) => Actor
}

type Made = Partial<NewCompany> & {
  role?: Role
  installation?: TestInstallation
  standing?: NetworkStanding | 'UNTOLD'
}

const named = { name: 'さくら商事株式会社', operatingMode: 'PLACEMENT', licenceNumber: '13-ユ-000000' } as const

/** A company of the test's own, verified in the network, with one member of staff (an admin unless said otherwise). */
export async function aCompany({
  role = 'admin',
  installation,
  standing = 'VERIFIED',
  ...company
}: Made = {}): Promise<TestCompany> {
  const running = installation ?? (await testInstallation())
  const companyId = newId()
  const staffId = newId()
  const as = (given: Role): Actor => ({ kind: 'staff', id: staffId, permissions: new Set(permissionsOf[given]) })
  const actor = as(role)
  const work: TestCompany['work'] = (run) => inCompany(running, { companyId, actor }, run)
  await work(async (opened) => {
    await openCompany(opened, { ...named, ...company })
    await addStaff(opened, {
      id: staffId,
      signInId: `test:${staffId}`,
      name: '採用 花子',
      email: `${staffId}@sakura.example`,
      role,
    })
    if (standing !== 'UNTOLD')
      await applyWord(opened, { standing, reason: null, isStopped: false, terms: {}, asOf: new Date(0) })
  })
  await register(running, { companyId, kind: company.kind ?? 'EMPLOYER', name: company.name ?? 'さくら商事株式会社' })
  return { installation: running, companyId, staffId, actor, work, as }
}

/** The operator says how a company stands from now on. */
export const stands = ({ work }: TestCompany, standing: NetworkStanding): Promise<unknown> =>
  work((opened) => applyWord(opened, { standing, reason: null, isStopped: false, terms: {}, asOf: opened.now }))

export type TestStaff = { staffId: string; signInId: string; email: string; headers: Record<string, string> }

/**
 * One more member of staff, really signed in: `headers` are those of a browser, with the session's cookie and the
 * company chosen, for `app.inject`.
 */
export async function signedIn(
  { installation, companyId, work }: TestCompany,
  { role = 'admin', site = 'console' }: { role?: Role; site?: StaffSite } = {},
): Promise<TestStaff> {
  const staffId = newId()
  const email = `${staffId}@sakura.example`
  const name = '面接 太郎'
  const signInId = await claimSignIn(installation, { name, email, password: testPassword })
  await work((opened) => addStaff(opened, { id: staffId, signInId, name, email, role }))
  await register(installation, { companyId, kind: site === 'operator' ? 'OPERATOR' : 'EMPLOYER', name, signInId })
  const { headers } = await signInOf(installation, site).api.signInEmail({
    body: { email, password: testPassword },
    headers: new Headers(),
    returnHeaders: true,
  })
  const { consoleUrl, operatorUrl } = installation.config
  const host = new URL(site === 'operator' ? operatorUrl : consoleUrl).host
  return {
    staffId,
    signInId,
    email,
    headers: { host, 'tasuki-company': companyId, cookie: cookiesOf(headers.getSetCookie()) },
  }
}

/** What a browser would send back after these `Set-Cookie` headers. */
export function cookiesOf(set: readonly string[], before = ''): string {
  const kept = new Map(before.split('; ').filter(Boolean).map(pair))
  for (const line of set) {
    const [name, value] = pair(line.split(';')[0] ?? '')
    if (/max-age=0/i.test(line)) kept.delete(name)
    else kept.set(name, value)
  }
  return [...kept].map(([name, value]) => `${name}=${value}`).join('; ')
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}

type Sent = { method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; url: string; body?: object }
type Injectable = {
  inject: (sent: {
    method: string
    url: string
    headers: Record<string, string>
    payload?: object
  }) => Promise<{ statusCode: number; headers: Record<string, unknown>; json: () => unknown }>
}

/** A browser of the test: it keeps its cookies between requests and says where they come from. */
export function aBrowser(app: Injectable, { headers = {} }: { headers?: Record<string, string> } = {}) {
  const { cookie = '', ...fixed } = headers
  let cookies = cookie
  return {
    cookies: () => cookies,
    send: async ({ method = 'POST', url, body }: Sent, more: Record<string, string> = {}) => {
      const answer = await app.inject({
        method,
        url: `/api/v1${url}`,
        headers: { host: 'console.localhost:8080', ...fixed, ...(cookies && { cookie: cookies }), ...more },
        ...(body && { payload: body }),
      })
      const set = ([] as string[]).concat((answer.headers['set-cookie'] as string | string[] | undefined) ?? [])
      cookies = cookiesOf(set, cookies)
      const json = answer.json() as Record<string, never> & { code?: string; state?: string }
      return { status: answer.statusCode, json, set }
    },
  }
}
