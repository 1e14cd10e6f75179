import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { runDue } from '../kernel/intents.ts'
import { createMailer } from '../kernel/mail.ts'
import { createServer } from '../kernel/http/server.ts'
import { aCompany } from '../modules/accounts/testing.ts'
import { startInbound, timelineOf } from '../modules/messages/index.ts'
import { aMail, postInstallation, toOfficeHours } from '../modules/messages/testing.ts'
import { aPerson } from '../modules/people/testing.ts'
import { startMailbox } from './index.ts'

test('a mail is sent, read in the mailbox and answered there, and the answer reaches the time-line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tasuki-mailbox-'))
  const posting = await postInstallation()
  const mailbox = await startMailbox({ ...posting.config, dataDir: folder })
  const mailer = createMailer(mailbox.smtpUrl)
  const installation = { ...posting, mailer: { ...posting.mailer, send: mailer.send } }
  const company = await aCompany({ installation })
  toOfficeHours(installation)
  const to = `${newId()}@person.example`
  const { personId, sourceRecordId } = await aPerson(company, { email: to })
  const inbound = await startInbound(installation, { port: 0 })
  mailbox.answerThrough(inbound.port)
  const app = await createServer(installation)
  mailbox.routes(app)
  const host = 'console.localhost'
  const get = (url: string) => app.inject({ url, headers: { host } })

  const html = '<p>お見送りのご連絡 <script>alert(1)</script></p>'
  const rendered = { subject: '選考結果のご連絡', text: '本文', html }
  await aMail(company, { kind: 'LETTER', to, personId, recordId: sourceRecordId, rendered })
  await runDue(installation, { realmIds: [company.companyId] })

  const { mails } = (await get(`/mailbox/mails.json?to=${to.toUpperCase()}`)).json<{
    mails: { id: string; subject: string }[]
  }>()
  expect(mails).toMatchObject([{ subject: '選考結果のご連絡' }])
  expect((await get('/mailbox')).body).toContain(to)
  expect((await get('/mailbox?to=nobody')).body).not.toContain(to)
  const id = mails[0]?.id ?? ''
  expect((await get(`/mailbox/${id}?view=source`)).body).toContain('List-Unsubscribe-Post')
  const framed = await get(`/mailbox/${id}/html`)
  expect(framed.headers['content-security-policy']).toContain("default-src 'none'")
  expect((await app.inject({ url: '/mailbox', headers: { host: 'portal.localhost' } })).statusCode).toBe(404)
  expect((await get('/mailbox/..%2Fsecret')).statusCode).toBe(404)

  const answered = await app.inject({
    url: `/mailbox/${id}/answers`,
    method: 'POST',
    headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ kind: 'REPLY', text: '拝受いたしました。' }).toString(),
  })
  expect(answered.statusCode).toBe(303)
  await runDue(installation, { realmIds: [company.companyId] })
  expect((await company.work((work) => timelineOf(work, personId)))[0]).toMatchObject({
    kind: 'REPLY',
    text: expect.stringContaining('拝受いたしました。'),
  })
  await app.close()
  await inbound.stop()
  await mailbox.stop()
  await rm(folder, { recursive: true, force: true })
})
