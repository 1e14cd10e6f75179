import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Route } from '../../src/contract/route.ts'
import { createApp, wiring } from '../../src/server/app.ts'
import { newId } from '../../src/server/kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../src/server/kernel/testing.ts'
import { pages } from '../../src/server/modules/portal/pages.ts'
import { aSample, everyRoute } from '../contract.ts'

let installation: TestInstallation
let app: FastifyInstance
let routes: Route[]
beforeAll(async () => {
  installation = await testInstallation(wiring)
  app = await createApp(installation)
  await app.ready()
  routes = await everyRoute()
})
afterAll(() => app.close())

const unkept = { 'a NUL': '\0', 'half a surrogate pair': '\ud83d' }
let calls = 0
/** Another caller each time: what is walked here is what is read, not how often. */
const from = () => `10.2.${(calls += 1) >> 8}.${calls & 255}`
const hostOf = (url: string) => new URL(url).host

/** The places of all texts in a body, and the body with this character at the end of one of them. */
function* spoiled(body: unknown, character: string, at = ''): Generator<{ at: string; body: unknown }> {
  if (typeof body === 'string') yield { at, body: body + character }
  if (typeof body !== 'object' || body === null) return
  for (const [key, inner] of Object.entries(body))
    for (const one of spoiled(inner, character, `${at}/${key}`))
      yield { at: one.at, body: Object.assign(structuredClone(body), { [key]: one.body }) }
}

describe.each(Object.entries(unkept))('%s', (_, character) => {
  test('is refused with its field in both languages by every route that takes a body', async () => {
    let walked = 0
    for (const { id, method, path, body } of routes) {
      // What a route declares and what it does not: each is read before anything is looked at.
      const asked = { ...(body && (aSample(body, newId()) as object)), undeclared: ['x'] }
      if (method === 'GET') continue
      for (const { at, body: payload } of spoiled(asked, character)) {
        const headers = { host: hostOf(installation.config.consoleUrl), 'content-type': 'application/json' }
        const url = `/api${path.replace(/:\w+/g, () => newId())}`
        const language = walked % 2 === 0 ? 'ja' : 'en'
        const answer = await app.inject({
          method,
          url,
          headers: { ...headers, 'accept-language': language },
          payload: JSON.stringify(payload),
          remoteAddress: from(),
        })
        const field = at.slice(1).replaceAll('/', '.')
        expect([id, answer.statusCode, answer.json()]).toMatchObject([
          id,
          422,
          { code: 'request.character', detail: { where: 'body', field, fields: [{ path: at, problem: 'character' }] } },
        ])
        expect(answer.json().title).toMatch(language === 'ja' ? /[ぁ-ん]/ : /^[A-Z][^ぁ-ん]+$/)
        expect(answer.json().title).toContain(field)
        walked += 1
      }
    }
    expect(walked).toBeGreaterThan(300)
  })
})

test('a NUL in a query is refused by every route, with the name it was given', async () => {
  for (const { id, method, path } of routes.filter((route) => route.method === 'GET')) {
    const url = `/api${path.replace(/:\w+/g, () => newId())}?text=%00`
    const headers = { host: hostOf(installation.config.consoleUrl) }
    const answer = await app.inject({ method, url, headers, remoteAddress: from() })
    expect([id, answer.statusCode, answer.json()]).toMatchObject([
      id,
      422,
      { code: 'request.character', detail: { where: 'query', field: 'text' } },
    ])
  }
})

describe('a page of the portal', () => {
  const send = (method: 'GET' | 'POST', url: string, language: 'ja' | 'en') =>
    app.inject({
      method,
      url,
      headers: {
        host: hostOf(installation.config.portalUrl),
        'accept-language': language,
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(method === 'POST' && { payload: 'workHistory=%E5%96%B6%E6%A5%AD%00' }),
      remoteAddress: from(),
    })
  const urlOf = (path: string) => path.replace(/:\w+/g, () => newId())

  test.each(pages.filter(({ method, carriesFile }) => method === 'POST' && carriesFile !== true))(
    'says in which box of its form a NUL stands: $path',
    async ({ method, path }) => {
      const [ja, en] = [await send(method, urlOf(path), 'ja'), await send(method, urlOf(path), 'en')]
      expect([ja.statusCode, en.statusCode]).toEqual([422, 422])
      expect(ja.body).toContain('対象の欄：職務経歴の概要')
      expect(en.body).toMatch(/Where: [A-Z]\w+/)
    },
  )

  test.each(pages.filter(({ method }) => method === 'GET'))(
    'refuses one in its address: $path',
    async ({ method, path }) => {
      const answer = await send(method, `${urlOf(path)}?saved=%00`, 'ja')
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([422, 'text/html; charset=utf-8'])
      expect(answer.body).toContain('使えない文字が含まれています')
    },
  )
})
