import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp, wiring } from '../../app.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, signedIn, type TestCompany, type TestStaff } from '../accounts/testing.ts'
import { readsAbout } from '../audit/index.ts'
import { aPerson } from '../people/testing.ts'
import { aForm, aPdf } from './testing.ts'

let app: FastifyInstance
let company: TestCompany
let staff: TestStaff
beforeAll(async () => {
  const installation = await testInstallation(wiring)
  app = await createApp(installation)
  await app.ready()
  company = await aCompany({ installation })
  staff = await signedIn(company, { role: 'recruiter' })
})
afterAll(() => app.close())

async function upload(personId: string, bytes: Buffer, headers = staff.headers) {
  const form = aForm([{ name: 'file', fileName: '履歴書.pdf', content: bytes }])
  const url = `/api/v1/people/${personId}/files`
  return app.inject({ method: 'POST', url, headers: { ...headers, ...form.headers }, payload: form.payload })
}

test('a recruiter hands a file in, reads it and saves it; each read is on record', async () => {
  const { personId } = await aPerson(company)
  const pdf = await aPdf('本籍は大阪府。営業を五年。')
  const kept = await upload(personId, pdf)
  expect(kept.json()).toMatchObject({
    personId,
    file: { name: '履歴書.pdf', kind: 'PDF', masked: 1, givenBy: 'STAFF' },
  })
  const { id } = kept.json<{ file: { id: string } }>().file
  const get = (path: string) => app.inject({ url: `/api/v1/files/${id}${path}`, headers: staff.headers })
  expect((await get('/text')).body).not.toContain('本籍')
  expect((await get('/content')).json()).toMatchObject({ status: 409, code: 'files.warning-not-seen' })
  const whole = await get('/content?warned=yes')
  expect(whole.rawPayload.equals(pdf)).toBe(true)
  expect(whole.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="___.pdf"; filename*=UTF-8''${encodeURIComponent('履歴書')}.pdf`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  const reads = await company.work((work) => readsAbout(work, { ids: [personId], since: new Date(0) }))
  expect(reads.map(({ action }) => action)).toEqual(expect.arrayContaining(['files.text-read', 'files.content-read']))
  const gone = await app.inject({ method: 'DELETE', url: `/api/v1/files/${id}`, headers: staff.headers })
  expect(gone.statusCode).toBe(200)
  expect((await get('/text')).statusCode).toBe(404)
})

test('nobody else hands in or reads: not another company, not another role, not without a file', async () => {
  const { personId } = await aPerson(company)
  const bytes = await aPdf('営業を五年')
  const { id } = (await upload(personId, bytes)).json<{ file: { id: string } }>().file
  const stranger = await signedIn(await aCompany({ installation: company.installation }))
  const analyst = await signedIn(company, { role: 'analyst' })
  for (const { headers } of [stranger, analyst]) {
    const refused = headers === stranger.headers ? 404 : 403
    for (const path of [`/files/${id}/content?warned=yes`, `/files/${id}/text`, `/people/${personId}/files`])
      expect((await app.inject({ url: `/api/v1${path}`, headers })).statusCode).toBe(refused)
    expect((await upload(personId, bytes, headers)).statusCode).toBe(refused)
    const removing = await app.inject({ method: 'DELETE', url: `/api/v1/files/${id}`, headers })
    expect(removing.statusCode).toBe(refused)
  }
  const url = `/api/v1/people/${personId}/files`
  const empty = await app.inject({ method: 'POST', url, headers: staff.headers })
  expect(empty.json()).toMatchObject({ code: 'files.missing' })
  expect((await upload(personId, Buffer.alloc(11 * 1024 * 1024, 'a'))).json()).toMatchObject({
    code: 'files.too-large',
  })
})
