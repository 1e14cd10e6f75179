import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { createApp, wiring } from '../app.ts'
import { aCompany, signedIn } from '../modules/accounts/testing.ts'
import { queueMail } from '../modules/messages/index.ts'
import { newId } from './ids.ts'
import { createLog } from './log.ts'
import { testInstallation, type TestInstallation } from './testing.ts'

const lines: string[] = []
let installation: TestInstallation
let app: FastifyInstance
beforeAll(async () => {
  installation = await testInstallation(wiring)
  installation.log = createLog('trace', { write: (line) => void lines.push(line) })
  app = await createApp(installation)
  await app.ready()
})
afterAll(() => app.close())

/** Values that stand nowhere else, in every field that a request can carry. */
const canary = {
  name: '鬼灯 弥生子',
  nameKana: 'ホオズキ ヤエコ',
  email: 'yaeko.hozuki@canary.example',
  phone: '090-7391-5528',
  city: '架空市幻町',
  birthDate: '1987-03-19',
  note: '水琴窟の調律師をしていた',
}

test('no log line of a whole journey, its failures included, says who it was about', async () => {
  const company = await aCompany({ installation })
  const { headers } = await signedIn(company)
  const ask = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object | string) =>
    app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        ...headers,
        origin: `http://${headers['host']}`,
        ...(payload !== undefined && { 'content-type': 'application/json' }),
      },
      ...(payload !== undefined && { payload }),
    })
  const { email, name } = canary
  expect((await ask('POST', '/people', { fields: canary })).statusCode).toBe(201)
  await ask('GET', `/people?text=${encodeURIComponent(name)}`)
  await ask('GET', '/people/export.csv')
  await ask('GET', `/people/${encodeURIComponent(name)}`)
  await ask('POST', '/people', `{"fields":{"name":"${name}","email":${email}`)
  await ask('POST', '/people', { fields: { ...canary, birthDate: name } })
  await ask('POST', '/people', { fields: { name: `${name}\u0000` } })
  await ask('POST', '/session/sign-in', { email, password: canary.note })
  const mail = {
    kind: 'LETTER' as const,
    to: email,
    rendered: { subject: name, text: canary.note, html: `<p>${canary.note}</p>` },
    fromName: name,
  }
  await company.work((work) => queueMail(work, { ...mail, id: newId(), dueAt: work.now }))
  installation.clock.advance({ days: 7 })
  await installation.settle(company.companyId)
  const said = `550 <${email}> "${name}": no such mailbox, ${canary.city}; call ${canary.phone.replaceAll('-', '')}`
  installation.log.error({ err: new Error(said, { cause: new Error(name) }) }, 'a bug')
  const log = lines.join('')
  expect(log).toContain('"route":"/api/v1/people"')
  expect(log).toContain('no such mailbox')
  for (const value of [...Object.values(canary), canary.phone.replaceAll('-', ''), '鬼灯', 'hozuki'])
    expect(log, value).not.toContain(value)
})
