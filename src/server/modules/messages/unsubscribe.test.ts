import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { createServer } from '../../kernel/server.ts'
import { aCompany } from '../accounts/testing.ts'
import { serveUnsubscribe } from './portal-pages.ts'
import { suppressed } from './suppression.ts'
import { aMail, postInstallation, toOfficeHours } from './testing.ts'

test('one click unsubscribes without cookie or question; looking at the address does not', async () => {
  const installation = await postInstallation()
  const company = await aCompany({ installation })
  toOfficeHours(installation)
  const to = `${newId()}@person.example`
  await aMail(company, { kind: 'SCOUT', to, personId: newId() })
  await installation.settle(company.companyId)
  const header = installation.mailer.sent[0]?.headers?.['List-Unsubscribe'] ?? ''
  const url = new URL(/<(http[^>]+)>/.exec(header)?.[1] ?? '')
  const app = await createServer(installation)
  serveUnsubscribe(app, installation)
  const at = { url: url.pathname, headers: { host: url.host } }
  const mark = () => company.work((work) => suppressed(work, to))

  for (const method of ['GET', 'HEAD'] as const) expect((await app.inject({ ...at, method })).statusCode).toBe(200)
  expect(await mark()).toBeUndefined()
  const elsewhere = { ...at, headers: { host: 'console.localhost:8080' }, method: 'POST' as const }
  expect((await app.inject(elsewhere)).statusCode).toBe(404)

  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const payload = 'List-Unsubscribe=One-Click'
  const clicked = await app.inject({ ...at, method: 'POST', headers: { ...at.headers, ...form }, payload })
  expect(clicked.statusCode).toBe(200)
  expect(await mark()).toBe('UNSUBSCRIBE')
  const unknown = await app.inject({
    url: `/unsubscribe/${company.companyId}.${'x'.repeat(43)}`,
    method: 'POST',
    headers: { ...at.headers, ...form },
    payload,
  })
  expect(unknown.body).toBe(clicked.body)
  await app.close()
})
