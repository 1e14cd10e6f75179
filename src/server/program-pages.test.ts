import { get } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp, wiring } from './app.ts'
import { testInstallation, type TestInstallation } from './kernel/testing.ts'
import type { Preparing } from './preparing.ts'
import { serveProgramPages } from './program-pages.ts'

let installation: TestInstallation
let app: FastifyInstance
let port: number
beforeAll(async () => {
  installation = await testInstallation(wiring)
  app = await createApp(installation)
  await serveProgramPages(app, installation)
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(() => app.close())

/** What is answered to this path, sent as it is: a client of the web would tidy it. */
const answerTo = (path: string, host = '127.0.0.1'): Promise<{ status: number; location: string }> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' })
    }).on('error', reject)
  })

test('a host name beside the three leads to the console, whatever its path looks like', async () => {
  const { origin } = new URL(installation.config.consoleUrl)
  for (const path of [
    '/people?page=2',
    '//thief.example/people',
    '/\\thief.example/people',
    '///thief.example/',
    '//[',
  ])
    expect((await answerTo(path)).location, path).toMatch(new RegExp(`^${origin}/`))
})

test('while a demonstration is filled, every screen says which step it is at, and looks again by itself', async () => {
  const preparing: Preparing = { step: { ja: 'お見送りメールを始めています', en: 'Switching letters on' } }
  const filling = await createApp(installation)
  await serveProgramPages(filling, installation, preparing)
  const open = (language: string) =>
    filling.inject({
      url: '/people',
      headers: { host: new URL(installation.config.consoleUrl).host, 'accept-language': language },
    })
  const [japanese, english] = [await open('ja'), await open('en-US,en')]
  if (japanese.headers['content-type']?.toString().startsWith('text/plain')) return // The pages are not built.
  expect(japanese.statusCode).toBe(503)
  expect(japanese.headers['retry-after']).toBe('3')
  expect(japanese.body).toContain('お見送りメールを始めています')
  expect(japanese.body).toContain('http-equiv="refresh"')
  expect(english.body).toContain('Switching letters on')
  preparing.step = null
  expect((await open('ja')).statusCode).toBe(200)
  await filling.close()
})

test('a path that is no address breaks nothing', async () => {
  const { consoleUrl, operatorUrl, portalUrl } = installation.config
  for (const url of [consoleUrl, operatorUrl, portalUrl])
    for (const path of ['//[', '//', '//:x', '/\\[', '/?next=//['])
      // 503 where the pages are not built.
      expect((await answerTo(path, new URL(url).host)).status, `${url} ${path}`).not.toBe(500)
})
