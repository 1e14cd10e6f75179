import { connect } from 'node:net'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp, wiring } from '../../app.ts'
import { serveProgramPages } from '../../program-pages.ts'
import { newId } from '../ids.ts'
import { aCompany, signedIn } from '../../modules/accounts/testing.ts'
import { testInstallation, type TestInstallation } from '../testing.ts'

let app: FastifyInstance
let port: number
let installation: TestInstallation
beforeAll(async () => {
  const plain = await testInstallation(wiring)
  installation = { ...plain, config: { ...plain.config, extraHosts: ['tasuki.internal'] } }
  app = await createApp(installation)
  await serveProgramPages(app, installation)
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
})
afterAll(() => app.close())

const hosts = ['console.localhost:8080', 'operator.localhost:8080', 'portal.localhost:8080', '127.0.0.1:8080']
const json = { 'content-type': 'application/json' }
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

type Case = [what: string, status: number, code: string, request: InjectOptions]
const cases: Case[] = [
  ['a path that cannot be decoded', 400, 'request.unreadable', { url: '/api/v1/people/%ff' }],
  ['a path that is not there', 404, 'request.not-found', { url: '/api/v1/nowhere' }],
  ['an id that is much too long', 404, 'request.not-found', { url: `/api/v1/people/${'a'.repeat(400)}` }],
  ['another method', 405, 'request.method', { method: 'DELETE', url: '/api/v1/session/sign-in' }],
  [
    'a body that is no JSON',
    400,
    'request.unreadable',
    { method: 'POST', url: '/api/v1/session/sign-in', headers: json, payload: '{"email":' },
  ],
  [
    'a body of 10,000 levels',
    400,
    'request.too-deep',
    { method: 'POST', url: '/api/v1/session/sign-in', headers: json, payload: deep(10_000) },
  ],
  [
    'a body that would reach a prototype',
    400,
    'request.unreadable',
    { method: 'POST', url: '/api/v1/session/sign-in', headers: json, payload: '{"__proto__":{"a":1}}' },
  ],
  [
    'a body that is no UTF-8',
    422,
    'request.not-utf8',
    {
      method: 'POST',
      url: '/api/v1/session/sign-in',
      headers: json,
      payload: Buffer.from('{"email":"\x83\x8d"}', 'latin1'),
    },
  ],
  [
    'a NUL in a body',
    422,
    'request.character',
    { method: 'POST', url: '/api/v1/session/sign-in', headers: json, payload: String.raw`{"email":"a\u0000"}` },
  ],
  ['a NUL in a query', 422, 'request.character', { url: '/api/v1/people?text=%00' }],
  [
    'a body that is too large',
    413,
    'request.too-large',
    { method: 'POST', url: '/api/v1/session/sign-in', headers: json, payload: `"${'a'.repeat(1_100_000)}"` },
  ],
  [
    'a body of another kind',
    415,
    'request.media-type',
    { method: 'POST', url: '/api/v1/session/sign-in', headers: { 'content-type': 'application/xml' }, payload: '<a/>' },
  ],
  ['nobody signed in', 401, 'auth.unauthenticated', { url: `/api/v1/people/${newId()}` }],
]

describe('the API tells', () => {
  describe.each(hosts.filter((host) => !host.startsWith('portal')))('on %s', (host) => {
    test.each(cases)(
      '%s as a problem of its own',
      async (_, status, code, request) => {
        const asked = (language: string) =>
          app.inject({ ...request, headers: { ...request.headers, host, 'accept-language': language } })
        const [ja, en] = await Promise.all([asked('ja,en;q=0.5'), asked('en-GB,en')])
        expect(ja.headers['content-type']).toMatch(/^application\/problem\+json/)
        expect(ja.json()).toMatchObject({ status, code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
        expect(ja.statusCode).toBe(status)
        expect(ja.json<{ title: string }>().title).toMatch(/[ぁ-ん]/)
        expect(en.json<{ title: string }>().title).toMatch(/^[A-Z][^ぁ-ん]+\.$/)
      },
      10_000,
    )
  })

  test('which methods a path takes', async () => {
    const answer = await app.inject({ method: 'DELETE', url: '/api/v1/session/sign-in' })
    expect(answer.headers['allow']).toBe('POST')
  })

  test('a head that is too large, and one that is no HTTP, before any route is found', async () => {
    expect(await raw(`GET /api/v1/people HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 [^]*application\/problem\+json[^]*"code":"request\.head-too-large"/,
    )
    expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*"code":"request\.unreadable"/)
  })
})

describe('a program’s host tells a human', () => {
  test.each(hosts.slice(0, 3))('on %s in words, on a page without a script', async (host) => {
    for (const request of [{ url: '/%ff' }, { method: 'POST', url: '/nowhere' } as const]) {
      const answer = await app.inject({ ...request, headers: { host, 'accept-language': 'en' } })
      expect([400, 404, 415]).toContain(answer.statusCode)
      expect(answer.headers['content-type']).toMatch(/^text\/html/)
      expect(answer.body).toContain('<html lang="en"')
      expect(answer.body).not.toContain('%ff')
    }
  })
})

describe('a host name', () => {
  const asked = (host: string, url: string) => app.inject({ url, headers: { host, 'accept-language': 'en' } })

  test('that is not ours is refused, the API as a problem and everything else as a page', async () => {
    for (const host of ['evil.example', 'portal.localhost.evil.example:8080', '192.168.1.5:8080']) {
      const api = await asked(host, '/api/v1/session')
      expect([api.statusCode, api.json<{ code: string }>().code], host).toEqual([421, 'request.unknown-host'])
      const page = await asked(host, '/people')
      expect([page.statusCode, page.headers['location']], host).toEqual([421, undefined])
      expect(page.body).toContain('Nothing is served under this host name')
    }
  })

  test('of this machine, or one that the configuration names, has the API and leads to the console', async () => {
    for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:8080', 'tasuki.internal:8080']) {
      expect((await asked(host, '/api/v1/session')).statusCode, host).toBe(200)
      expect((await asked(host, '/people')).headers['location'], host).toBe('http://console.localhost:8080/people')
    }
  })

  test('of the portal has no API, also where the first line of the request names another host', async () => {
    const named =
      'GET http://console.localhost:8080/api/v1/session HTTP/1.1\r\nconnection: close\r\nhost: portal.localhost:8080\r\n\r\n'
    expect(await raw(named)).toMatch(/^HTTP\/1\.1 404 [^]*"code":"request\.not-found"/)
    expect(await raw(named.replace('host: portal', 'host: console'))).toMatch(/^HTTP\/1\.1 200 [^]*no-store/)
    expect((await asked('portal.localhost:8080', '/api/v1/session')).json()).toMatchObject({
      status: 404,
      code: 'request.not-found',
    })
  })
})

/** What the server answers to bytes that no client would send. */
const raw = (bytes: string) =>
  new Promise<string>((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.setEncoding('utf8').on('data', (piece: string) => (answer += piece))
    socket.on('error', reject).on('close', () => resolve(answer))
  })

test('what no database keeps, and a place in a list or a scope that is none, is refused and breaks nothing', async () => {
  const { headers } = await signedIn(await aCompany({ installation }))
  const send = async (method: 'GET' | 'POST' | 'PUT', path: string, payload?: string) => {
    const content = payload === undefined ? {} : { ...json, origin: `http://${headers['host'] ?? ''}` }
    const asked = { method, url: `/api/v1${path}`, headers: { ...headers, ...content } }
    const answer = await app.inject({ ...asked, ...(payload !== undefined && { payload }) })
    return [answer.statusCode, answer.json().code]
  }
  const id = newId()
  const connection = JSON.stringify({
    id,
    connector: 'greenhouse',
    name: 'Greenhouse',
    secret: 'the key of their screen',
  })
  expect((await send('POST', '/connections', connection))[0]).toBe(201)
  const half = String.raw`a\ud800b`
  expect(await send('POST', '/people', `{"fields":{"name":"${half}"}}`)).toEqual([422, 'request.character'])
  expect(await send('PUT', `/segments/${newId()}`, `{"name":"${half}","filter":{"text":"${half}"}}`)).toEqual([
    422,
    'request.character',
  ])
  for (const list of ['/imports', `/connections/${id}/deliveries`])
    expect(await send('GET', `${list}?cursor=zzz`)).toEqual([422, 'request.invalid'])
  expect(await send('POST', '/relay/switches/%25/off', '{}')).toEqual([422, 'request.invalid'])
  const preflight = JSON.stringify({ kind: 'SWITCH_ON', id: newId(), scope: 'not a connection' })
  expect(await send('POST', '/relay/preflights', preflight)).toEqual([422, 'request.invalid'])
})
