import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultLinkageRules } from '../src/contract/linkage/linkage-terms.ts'
import { permissions, permissionsOf, roles, type Permission, type Role } from '../src/contract/accounts/permissions.ts'
import type { Route } from '../src/contract/route.ts'
import { createApp, wiring } from '../src/server/app.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../src/server/kernel/testing.ts'
import { makeKey } from '../src/server/modules/accounts/staff/keys.ts'
import { aCompany, signedIn, type TestCompany } from '../src/server/modules/accounts/testing.ts'
import { aSample, everyRoute } from './contract.ts'

type Site = 'console' | 'operator'
type Headers = Record<string, string>
type Answer = { status: number; code: string; permission?: string }

/** What a route takes beyond the shape of its body. */
const given: Record<string, object> = {
  setNetworkIndustry: { industry: 'J', reason: '定款の目的による' },
  keepCost: { month: '2026-04' },
  confirmTwoFactor: { code: '000000' },
  verifyTwoFactor: { code: '000000' },
  openEndpoint: { url: 'https://ats.example/tasuki' },
  declareSubsidiary: { corporateNumber: '1234567890123' },
  tryLinkageRules: { rules: defaultLinkageRules },
  changeLinkageRules: { rules: defaultLinkageRules },
  switchImpactAudit: {
    isOn: true,
    jurisdiction: 'US_OTHER',
    ground: 'a law that asks for an audit of impact ratios',
    reviewedBy: 'somebody',
  },
  makeImpactReport: { from: '2020-01-01', until: '2020-01-31', excludesBelowTwoPercent: false },
}
/** Paths that carry files or raw bytes instead of JSON of the contract, and what they ask for. */
const rawPaths: Record<string, Permission> = {
  'GET /api/v1/people/export.csv': 'people:read',
  'GET /api/v1/insights/export.csv': 'insights:read',
  'GET /api/v1/imports/:id/refused.csv': 'intake:import',
  'POST /api/v1/imports': 'intake:import',
  'POST /api/v1/people/:id/files': 'people:write',
  'GET /api/v1/consent/processing/register.csv': 'consent:read',
  'GET /api/v1/consent/processing/register.pdf': 'consent:read',
  'GET /api/v1/files/:id/content': 'people:read',
  'GET /api/v1/credits/statement.csv': 'credits:read',
  'GET /api/v1/credits/statement.pdf': 'credits:read',
  'GET /api/v1/relay/letters/:id/evidence.pdf': 'relay:read',
  'POST /api/v1/relay/links.csv': 'relay:send',
  'GET /api/v1/relay/letters.csv': 'relay:read',
  'GET /api/v1/relay/referrals.csv': 'relay:read',
  'GET /api/v1/relay/untold.csv': 'relay:read',
  'GET /api/v1/network/impact/reports/:id/table.csv': 'network:read',
  'GET /api/v1/consent/breaches/:id/report.pdf': 'audit:read',
  'GET /api/v1/consent/breaches/:id/people.csv': 'audit:read',
  'GET /api/v1/consent/retention/runs/:id/people.csv': 'consent:read',
  'GET /api/v1/consent/retention/runs/:id/report.pdf': 'consent:read',
}
/** What those take that have a body in JSON. */
const rawBodies: Record<string, object> = {
  'POST /api/v1/relay/links.csv': { applications: [{ applicationId: '0198c0de-0000-7000-8000-000000000000' }] },
}
/** These end the sign-in that the walk goes on with. */
const unwalked = new Set(['signOut', 'endOtherSessions'])

let installation: TestInstallation
let app: FastifyInstance
let routes: Route[]
let hosts: Record<Site | 'portal', string>

beforeAll(async () => {
  installation = await testInstallation({ ...wiring, emptyDatabase: 'roles' })
  const { consoleUrl, operatorUrl, portalUrl } = installation.config
  const hostOf = (url: string) => new URL(url).host
  hosts = { console: hostOf(consoleUrl), operator: hostOf(operatorUrl), portal: hostOf(portalUrl) }
  app = await createApp(installation)
  await app.ready()
  routes = (await everyRoute()).filter(({ id }) => !unwalked.has(id))
})
afterAll(() => app.close())

let calls = 0
async function send(method: Route['method'], url: string, headers: Headers, payload?: object): Promise<Answer> {
  calls += 1
  const answer = await app.inject({
    method,
    url,
    headers: { host: hosts.console, ...headers },
    ...(payload && { payload }),
    // Another caller each time: what is walked here is who may, not how often.
    remoteAddress: `10.1.${calls >> 8}.${calls & 255}`,
  })
  const isJson = String(answer.headers['content-type']).includes('json')
  const { code = '', detail } = isJson ? answer.json<{ code?: string; detail?: { permission?: string } }>() : {}
  const { permission } = detail ?? {}
  return { status: answer.statusCode, code, ...(permission && { permission }) }
}

/** Calls a route with what its contract takes; nothing has the ids that it names. */
async function call(route: Route, headers: Headers): Promise<Answer> {
  const { id, method, path, params, query, body } = route
  const sample = (schema: typeof params) => (schema ? (aSample(schema, newId()) as Record<string, string>) : {})
  const filled = sample(params)
  const asked = new URLSearchParams(sample(query)).toString()
  const url = `/api${path.replace(/:(\w+)/g, (_, name: string) => filled[name] ?? newId())}${asked && `?${asked}`}`
  const sent = body ? { ...(aSample(body, newId()) as object), ...given[id] } : undefined
  const answer = await send(method, url, headers, sent)
  expect(answer.status, `${method} ${url}`).toBeLessThan(500)
  expect(answer.code, `${method} ${url} is called as its contract says`).not.toBe('request.invalid')
  return answer
}

/** Whether the caller was let in: what a route then says of ids that nobody has is its own affair. */
const isLetIn = ({ code }: Answer) => !/^(auth\.|accounts\.(not-a-member|suspended|two-factor-required))/.test(code)

/** The routes whose answer to a caller is not what their declared permission says. */
async function otherwise(headers: Headers, may: (route: Route) => boolean, walked = routes): Promise<string[]> {
  const wrong: string[] = []
  for (const route of walked) {
    const answer = await call(route, headers)
    const isToldWhy = answer.code !== 'auth.forbidden' || answer.permission === route.permission
    if (isLetIn(answer) !== may(route) || !isToldWhy) wrong.push(`${route.id}: ${answer.status} ${answer.code}`)
  }
  return wrong
}

const signedInAs = new Map<string, Promise<Headers>>()

/** Who has this role in a company of the test's own. */
function staffOf(role: Role, site: Site = 'console'): Promise<Headers> {
  const signing = async () => (await signedIn(await aCompanyOf(site), { role, site })).headers
  const known = signedInAs.get(role + site) ?? signing()
  signedInAs.set(role + site, known)
  return known
}

const everybody = ({ permission }: Route) => permission === 'public'
const isOpen = (route: Route) => everybody(route) || route.permission === 'signed-in'
const aCompanyOf = (site: Site) => aCompany({ installation, kind: site === 'operator' ? 'OPERATOR' : 'EMPLOYER' })

async function aKey(company: TestCompany, scope: readonly Permission[]): Promise<Headers> {
  const actor = { ...company.actor, permissions: new Set<string>(permissions) }
  const key = { id: newId(), name: 'test', permissions: [...scope], validDays: 1 }
  const text = await company.work((work) => makeKey({ ...work, actor }, key))
  return { authorization: `Bearer ${text}` }
}

describe('every route', () => {
  const may = (role: Role, permission: Route['permission']) => permissionsOf[role].some((one) => one === permission)
  const isOfNetwork = ({ permission }: Route) => permission.startsWith('network:')

  test.each(roles)('lets a member of staff who is %s do what it declares, and nothing else', async (role) => {
    const mayHere = (route: Route) => isOpen(route) || (may(role, route.permission) && !isOfNetwork(route))
    expect(await otherwise(await staffOf(role), mayHere)).toEqual([])
  })

  test.each(roles)('of the network lets the operator’s %s do what it declares, and nothing else', async (role) => {
    const ofNetwork = routes.filter(isOfNetwork)
    expect(ofNetwork.length).toBeGreaterThan(10)
    expect(
      await otherwise(await staffOf(role, 'operator'), ({ permission }) => may(role, permission), ofNetwork),
    ).toEqual([])
  })

  test('lets nobody in who is not signed in, nor with the cookie or the key of somewhere else', async () => {
    const headers = await staffOf('owner')
    const strangers: Headers[] = [
      {},
      { ...headers, host: hosts.operator },
      { authorization: `Bearer tsk_${headers['tasuki-company']}.${'a'.repeat(43)}` },
    ]
    for (const stranger of strangers) expect(await otherwise(stranger, everybody)).toEqual([])
  })

  test('lets staff of one company do nothing by naming another', async () => {
    const { companyId } = await aCompanyOf('console')
    const headers = { ...(await staffOf('owner')), 'tasuki-company': companyId }
    const oneOfEach = [...new Map(routes.map((route) => [route.permission, route])).values()]
    expect(await otherwise(headers, isOpen, oneOfEach)).toEqual([])
  })

  test('is on no host that belongs to persons, and on none that is unknown', async () => {
    const headers = await staffOf('owner')
    for (const route of routes) {
      expect((await call(route, { ...headers, host: hosts.portal })).status, route.id).toBe(404)
      expect((await call(route, { ...headers, host: 'console.elsewhere.example' })).status, route.id).toBe(421)
    }
  })

  test('lets a key do what its one scope says, and without that scope nothing, however many others it has', async () => {
    const companies = { console: await aCompanyOf('console'), operator: await aCompanyOf('operator') }
    const keyable = permissions.filter((permission) => permission !== 'staff:manage')
    const wrong: string[] = []
    for (const scope of keyable) {
      const company = companies[scope.startsWith('network:') ? 'operator' : 'console']
      const narrow = await aKey(company, [scope])
      const wide = await aKey(
        company,
        keyable.filter((one) => one !== scope),
      )
      for (const route of routes.filter(({ permission }) => permission === scope)) {
        if (!isLetIn(await call(route, narrow))) wrong.push(`${route.id} refused a key for ${scope}`)
        if (isLetIn(await call(route, wide))) wrong.push(`${route.id} took a key without ${scope}`)
      }
    }
    const beyond = routes.filter(({ permission }) => permission === 'staff:manage' || permission === 'signed-in')
    const widest = await aKey(companies.console, keyable)
    for (const route of beyond) if (isLetIn(await call(route, widest))) wrong.push(`${route.id} took a key`)
    expect(wrong).toEqual([])
  })
})

/** What the server answers, as `METHOD path`, read from its drawing of the tree of routes. */
function servedBy(server: FastifyInstance): string[] {
  const above: string[] = []
  return server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, stem = '', piece = '', methods = ''] = /^(.*?[├└]── )(\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
      const depth = stem.length / 4 - 1
      above.length = Math.max(depth, 0)
      above[depth] = piece === '(empty' ? '' : piece
      return methods === '' ? [] : methods.split(', ').map((method) => `${method} ${above.join('')}`)
    })
}

describe('every path of the API that is not in the contract', () => {
  test('is one that the table names, or proves by itself who calls', () => {
    const served = servedBy(app)
    const known = new Set([...Object.keys(rawPaths), ...routes.map(({ method, path }) => `${method} /api${path}`)])
    expect(served).toEqual(expect.arrayContaining([...known]))
    const others = served.filter((path) => / \/api\//.test(path) && !path.startsWith('HEAD ') && !known.has(path))
    expect(others.filter((path) => !/ \/api\/v1\/(hooks|session)\//.test(path))).toEqual([])
  })

  test.each(Object.entries(rawPaths))('%s asks for %s', async (path, permission) => {
    const [method = '', url = ''] = path.split(' ')
    const ask = async (headers: Headers) =>
      isLetIn(await send(method as Route['method'], url.replace(':id', newId()), headers, rawBodies[path]))
    expect(await ask({})).toBe(false)
    const site = permission.startsWith('network:') ? 'operator' : 'console'
    for (const role of roles)
      expect(await ask(await staffOf(role, site)), role).toBe(permissionsOf[role].includes(permission))
  })
})
