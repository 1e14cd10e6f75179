import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aBrowser, aCompany, signedIn, type TestCompany } from '../../accounts/testing.ts'
import { insertReply } from '../../messages/inbound/store-inbound.ts'
import { recordsOf } from '../../people/index.ts'
import { aPerson } from '../../people/testing.ts'
import { openPortal } from '../testing.ts'

const { app, installation, portal } = await openPortal()

async function read(company: TestCompany, role: 'recruiter' | 'owner', ...urls: readonly string[]): Promise<void> {
  const { headers } = await signedIn(company, { role })
  for (const url of urls) {
    const { status } = await aBrowser(app, { headers }).send({ method: 'GET', url })
    expect(status, url).toBe(200)
  }
}

type Records = { holders: unknown[]; reads: { companyName: string; role: string; kind: string; times: number }[] }

test('a person sees in which role and how often a company read them, and nobody’s name', async () => {
  const company = await aCompany({ installation, name: '株式会社みなとシステムズ' })
  const other = await aCompany({ installation, name: '別の会社' })
  const { visiting, letter } = await portal.registered(company)
  const stranger = await aPerson(company, { name: '別人' })
  await read(company, 'recruiter', `/people/${letter.personId}`, `/people/${letter.personId}`, '/people?limit=50')
  await read(company, 'owner', `/people/${stranger.personId}`)
  const elsewhere = await aPerson(other, { name: '同名' })
  await read(other, 'recruiter', `/people/${elsewhere.personId}`)
  const page = await visiting.get('/shares')
  expect(page.html).toContain('採用担当')
  expect(page.html).toContain('プロフィールの閲覧')
  expect(page.html).not.toContain('別の会社')
  const { reads, holders } = JSON.parse((await visiting.get('/shares/records.json')).html) as Records
  const [first] = await company.work((work) => recordsOf(work, letter.personId))
  expect(holders, 'held since the application, not since the letter was opened').toMatchObject([
    { companyName: '株式会社みなとシステムズ', by: 'APPLICATION', since: first?.observedAt.toISOString() },
  ])
  expect(reads.map(({ role, kind, times }) => `${role} ${kind} ${times}`).toSorted()).toEqual([
    'recruiter LISTED 1',
    'recruiter PROFILE 2',
  ])
})

test('a person is told what else was read by its name', async () => {
  const company = await aCompany({ installation })
  const { visiting } = await portal.registered(company)
  await read(company, 'recruiter', '/freshness/people?field=phone&standing=MISSING&page=1')
  const { reads } = JSON.parse((await visiting.get('/shares/records.json')).html) as Records
  expect(reads).toMatchObject([{ role: 'recruiter', kind: 'FRESHNESS', times: 1 }])
  expect((await visiting.get('/shares')).html).toContain('近況のご確認先の一覧での表示')
})

test('a person sees that a mail to them stood on a list', async () => {
  const company = await aCompany({ installation })
  const { visiting } = await portal.registered(company)
  await read(company, 'recruiter', '/messages/mails?limit=50')
  const { reads } = JSON.parse((await visiting.get('/shares/records.json')).html) as Records
  expect(reads).toMatchObject([{ role: 'recruiter', kind: 'MAILS', times: 1 }])
})

test('a person sees that their reply stood on a list', async () => {
  const company = await aCompany({ installation })
  const { visiting, letter } = await portal.registered(company)
  await company.work(async (work) => {
    const [sourceRecordId = null] = (await recordsOf(work, letter.personId)).map(({ id }) => id)
    await insertReply(work, {
      id: newId(),
      mailId: newId(),
      personId: letter.personId,
      recordId: sourceRecordId,
      messageId: newId(),
      fromAddress: letter.mail,
      subject: '返信',
      body: 'よろしくお願いいたします。',
      attachments: 0,
    })
  })
  await read(company, 'recruiter', '/messages/replies')
  const { reads } = JSON.parse((await visiting.get('/shares/records.json')).html) as Records
  expect(reads).toMatchObject([{ role: 'recruiter', kind: 'MAILS', times: 1 }])
})

test('the records are taken along as a table and on paper', async () => {
  const company = await aCompany({ installation })
  const { visiting } = await portal.arrived(company)
  const table = await visiting.get('/shares/records.csv')
  expect(table.html).toContain('情報を持つ企業')
  expect(table.headers['content-type']).toBe('text/csv; charset=utf-8')
  const paper = await visiting.get('/shares/records.pdf')
  expect(paper.headers['content-type']).toBe('application/pdf')
  expect(paper.html.startsWith('%PDF-')).toBe(true)
})
