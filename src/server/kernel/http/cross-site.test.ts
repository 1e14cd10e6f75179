import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { createServer } from './server.ts'
import { testInstallation } from '../testing.ts'

let app: FastifyInstance

beforeAll(async () => {
  app = await createServer(await testInstallation())
  app.post('/changes', () => ({ changed: true }))
})
afterAll(() => app.close())

const own = 'console.localhost:8080'
const portal = 'portal.localhost:8080'
const cookie = '__Host-visit=secret'

test.each([
  ['a form of our own page, which hides its origin', { origin: 'null', 'sec-fetch-site': 'same-origin', cookie }, 200],
  ['a form of our own page, as an old browser sends it', { origin: `http://${own}`, cookie }, 200],
  ['a machine without a browser', {}, 200],
  ['a page of another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site', cookie }, 403],
  ['another of our host names', { origin: `http://${portal}`, 'sec-fetch-site': 'same-site', cookie }, 403],
  ['a page that hides its origin in an old browser', { origin: 'null', cookie }, 403],
  ['a page of the portal in an old browser, whose forms carry a token', { host: portal, origin: 'null', cookie }, 200],
  ['a page of another site in an old browser', { origin: 'https://elsewhere.example', cookie }, 403],
])('a change asked for by %s', async (_, headers, status) => {
  const answer = await app.inject({ method: 'POST', url: '/changes', headers: { host: own, ...headers } })
  expect(answer.statusCode).toBe(status)
})
