import { beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '../src/contract/route.ts'
import type { Session } from '../src/contract/accounts/session.ts'
import { createApp, wiring } from '../src/server/app.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { testInstallation } from '../src/server/kernel/testing.ts'
import { aBrowser, aCompany, signedIn, type TestCompany } from '../src/server/modules/accounts/testing.ts'
import { applyWord } from '../src/server/modules/accounts/companies/standing.ts'
import { pages } from '../src/server/modules/portal/pages.ts'
import { visitorsOf } from '../src/server/modules/portal/testing.ts'
import { anOpening } from '../src/server/modules/selection/testing.ts'
import { everyRoute } from './contract.ts'

const modes = ['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT'] as const
type Mode = (typeof modes)[number]
type Probe = { query?: string; body?: (company: { openingId: string }) => object }

/**
 * What needs a looser mode than in-house: the route, how it is called, and where it is allowed. Everything else works
 * in every mode: it is about a company's own people, staff and settings, or brings what was begun to its end.
 */
const dependent: Record<string, { allowed: readonly Mode[]; probe: Probe }> = {
  // Passing on who asked to be passed on is provision of information; ranking them is placement.
  listMatches: { allowed: ['INFO_PROVISION', 'PLACEMENT'], probe: { query: '?pool=RELAY' } },
  requestIntroduction: {
    allowed: ['PLACEMENT'],
    probe: {
      body: ({ openingId }) => ({
        id: newId(),
        openingId,
        ref: 'nobody-of-the-network',
        message: 'ぜひ一度お話をさせてください。',
      }),
    },
  },
}

/** Ends the sign-in that the walk goes on with, or is not called by a browser at all. */
const unwalked = new Set(['signOut', 'endOtherSessions'])

let routes: Route[]
beforeAll(async () => {
  routes = (await everyRoute()).filter(
    ({ id, permission }) => !unwalked.has(id) && permission !== 'public' && !permission.startsWith('network:'),
  )
})

const suspend = (company: TestCompany) =>
  company.work((work) =>
    applyWord(work, { standing: 'SUSPENDED', reason: 'fraud', isStopped: false, terms: {}, asOf: work.now }),
  )

/** Calls every route once, in a company and an installation of these modes, and tells which refused by mode. */
async function refusedIn(mode: Mode, installationMode: Mode, { isSuspended = false } = {}): Promise<string[]> {
  const installation = await testInstallation({ ...wiring, mode: installationMode })
  const app = await createApp(installation)
  const company: TestCompany = await aCompany({ installation, operatingMode: mode })
  if (isSuspended) await suspend(company)
  const { headers } = await signedIn(company, { role: 'owner' })
  const openingId = await anOpening(company)
  const refused: string[] = []
  for (const { id, method, path } of routes) {
    const { query = '', body } = dependent[id]?.probe ?? {}
    const url = path.replace('/v1', '').replace(/:\w+/g, openingId) + query
    const sent = method === 'GET' ? {} : { body: body?.({ openingId }) ?? {} }
    const { status, json } = await aBrowser(app, { headers }).send({ method, url, ...sent })
    expect(status, `${method} ${url} in ${mode}`).toBeLessThan(500)
    if (id in dependent) expect(status, `the probe of ${id} is well-formed`).not.toBe(422)
    if (/\.(mode-forbids|company-suspended)$/.test(json?.code ?? '')) refused.push(id)
  }
  await app.close()
  return refused.toSorted()
}

const forbiddenIn = (mode: Mode): string[] =>
  Object.entries(dependent)
    .flatMap(([id, { allowed }]) => (allowed.includes(mode) ? [] : [id]))
    .toSorted()

describe('every route', () => {
  test('is one that the table names, or needs no mode', () => {
    expect(routes.length).toBeGreaterThan(60)
    expect(Object.keys(dependent).filter((id) => !routes.some((route) => route.id === id))).toEqual([])
  })

  test.each(modes)('in a company of mode %s is allowed and refused as the table says', async (mode) => {
    expect(await refusedIn(mode, 'PLACEMENT')).toEqual(forbiddenIn(mode))
  })

  test.each(modes)('in an installation of mode %s no company may do more', async (mode) => {
    expect(await refusedIn('PLACEMENT', mode)).toEqual(forbiddenIn(mode))
  })
})

describe('a company that the operator suspended', () => {
  test('is in every route as one in-house, and its staff are told so', async () => {
    expect(await refusedIn('PLACEMENT', 'PLACEMENT', { isSuspended: true })).toEqual(forbiddenIn('IN_HOUSE'))
    const installation = await testInstallation(wiring)
    const app = await createApp(installation)
    const company = await aCompany({ installation, operatingMode: 'PLACEMENT' })
    const { headers } = await signedIn(company)
    const modeTold = async () => {
      const { json } = await aBrowser(app, { headers }).send({ method: 'GET', url: '/session' })
      return (json as unknown as Session).memberships[0]?.operatingMode
    }
    expect(await modeTold()).toBe('PLACEMENT')
    await suspend(company)
    expect(await modeTold()).toBe('IN_HOUSE')
    await app.close()
  })

  test('shuts the relay’s pages of the portal', async () => {
    expect(await shutPagesIn('PLACEMENT', 'PLACEMENT', { isSuspended: true })).toEqual(pagesOfMembers())
  })
})

/** Every page of the portal as somebody who entered the code and is no member sees it. */
async function shutPagesIn(mode: Mode, installationMode: Mode, { isSuspended = false } = {}): Promise<string[]> {
  const installation = await testInstallation({ ...wiring, mode: installationMode })
  const app = await createApp(installation)
  await aCompany({ installation, kind: 'OPERATOR', operatingMode: 'PLACEMENT' })
  const company = await aCompany({ installation, operatingMode: mode })
  if (isSuspended) await suspend(company)
  const { visiting } = await visitorsOf(app, installation).arrived(company)
  const home = await visiting.get('/home')
  expect(home.status).toBe(200)
  const shut: string[] = []
  for (const { method, path, needs } of pages) {
    if (needs === 'nothing' || path === '/sign-out') continue
    await visiting.get('/home')
    const url = path.replace(/:\w+/g, newId())
    const { status, html, to } = await visiting.request(method, url, { csrf: visiting.hidden('csrf') })
    expect(status, `${method} ${url} in ${mode}`).toBeLessThan(500)
    if (html.includes('現在ご利用いただけません')) shut.push(`${method} ${path}`)
    else if (needs === 'member') expect(to, `${method} ${path}`).toBe('/home')
  }
  await app.close()
  return shut
}

const isShutTo = ({ needs, path }: (typeof pages)[number]) => needs === 'member' && path !== '/sign-out'
const pagesOfMembers = () => pages.filter(isShutTo).map(({ method, path }) => `${method} ${path}`)

describe('every page of the portal', () => {
  test.each(modes)('in a company of mode %s is shut in words where the relay is, and nowhere else', async (mode) => {
    const isOpen = mode === 'INFO_PROVISION' || mode === 'PLACEMENT'
    expect(await shutPagesIn(mode, 'PLACEMENT')).toEqual(isOpen ? [] : pagesOfMembers())
  })

  test('is shut in an installation that is in-house, whatever the company is', async () => {
    expect(await shutPagesIn('PLACEMENT', 'IN_HOUSE')).toEqual(pagesOfMembers())
  })
})
