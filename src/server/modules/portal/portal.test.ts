import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { createApp, wiring } from '../../app.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { consents, memberConsents, requestsOf } from '../consent/index.ts'
import { balances } from '../credits/index.ts'
import { issueLink, queueMail, revokeLinksOf } from '../messages/index.ts'
import { person, recordsOf } from '../people/index.ts'
import { findMember, memberOf } from '../relay/index.ts'
import { inMember } from '../../kernel/work.ts'
import { memberActor } from './session.ts'
import { aBrowser, aLetter, arriveVerified, codeFor, type TestLetter } from './testing.ts'

let installation: TestInstallation
let app: FastifyInstance

beforeAll(async () => {
  installation = await testInstallation(wiring)
  app = await createApp(installation)
  await aCompany({ installation, kind: 'OPERATOR', name: 'たすき運営機構' })
})
afterAll(() => app.close())

const browser = () => aBrowser(app, installation)
const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>`

async function arrived(company: TestCompany, letter?: TestLetter) {
  const own = letter ?? (await aLetter(company))
  const visiting = browser()
  await arriveVerified(visiting, installation, { companyId: company.companyId, letter: own })
  return { visiting, letter: own }
}

const wishes = {
  displayName: '佐藤',
  occupations: ['営業'],
  prefectures: ['東京都'],
  remote: 'PARTLY',
  oldEnough: 'yes',
}

async function registered(company: TestCompany, consented: Record<string, string> = {}) {
  const { visiting, letter } = await arrived(company)
  await visiting.get('/register')
  const done = await visiting.post('/register', { ...wishes, ...consented })
  const memberId = (await memberOf(installation, letter.mail)) ?? ''
  const inOwn = <T>(run: Parameters<typeof inMember<T>>[2]) =>
    inMember(installation, { memberId, actor: memberActor(memberId) }, run)
  return { visiting, letter, done, memberId, inOwn }
}

describe('a personal link', () => {
  test('is opened 200 times by scanners of every kind without changing anything or telling anything', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const visits = () =>
      company.work(({ tx, companyId }) =>
        tx.selectFrom('portal_session').select('id').where('company_id', '=', companyId).execute(),
      )
    const methods = ['GET', 'HEAD'] as const
    const agents = ['BingPreview/1.0b', 'Mozilla/5.0 SafeLinks', 'Barracuda', 'Slackbot-LinkExpanding', 'Outlook']
    const host = new URL(installation.config.portalUrl).host
    for (let count = 0; count < 200; count += 1) {
      const headers = { host, 'user-agent': agents[count % 5] ?? '', ...(count % 3 === 0 && { purpose: 'prefetch' }) }
      const remoteAddress = `10.0.0.${count}`
      const answer = await app.inject({
        method: methods[count % 2] ?? 'GET',
        url: `/l/${letter.token}`,
        headers,
        remoteAddress,
      })
      expect(answer.statusCode).toBe(200)
      expect(answer.body).not.toContain('佐藤')
      expect(answer.body).not.toContain(letter.mail)
      expect(answer.cookies).toEqual([])
    }
    expect(await visits()).toEqual([])
    const human = browser()
    await human.get(`/l/${letter.token}`)
    const home = await human.post(`/l/${letter.token}`)
    expect(home.html).toContain('佐藤 直子')
    expect(await visits()).toHaveLength(1)
  })

  test('that is unknown, expired or revoked gets one neutral answer', async () => {
    const company = await aCompany({ installation })
    const revoked = await aLetter(company)
    await company.work((work) => revokeLinksOf(work, revoked.personId))
    const late = await aLetter(company)
    const expired = await company.work((work) =>
      issueLink(work, { id: newId(), purpose: 'PORTAL', personId: late.personId, expiresAt: new Date(0) }),
    )
    const unknown = `${company.companyId}.${'x'.repeat(43)}`
    const nobody = `${newId()}.${'x'.repeat(43)}`
    const tokens = [revoked.token, new URL(expired).pathname.replace('/l/', ''), unknown, nobody, 'nonsense']
    const answers = []
    for (const token of tokens) {
      const visiting = browser()
      const opened = await visiting.get(`/l/${token}`)
      const answer = await visiting.post(`/l/${token}`)
      answers.push([opened.status, answer.status, answer.html.replaceAll(/value="[^"]*"|\/l\/[^"?]*/g, '')])
    }
    expect(new Set(answers.map(String)).size).toBe(1)
    expect(answers[0]?.[1]).toBe(404)
  })

  test('keeps its pages out of caches, referrers and search engines', async () => {
    const company = await aCompany({ installation })
    const { headers } = await browser().get(`/l/${(await aLetter(company)).token}`)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    })
    expect(headers['content-security-policy']).toContain("script-src 'self'")
  })
})

describe('a visit', () => {
  test('shows which fields are held before the code, and what stands in them after', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company, { phone: '090-1234-5678' })
    const visiting = browser()
    await visiting.get(`/l/${letter.token}`)
    const before = await visiting.post(`/l/${letter.token}`)
    expect(before.html).toContain('電話番号')
    expect(before.html).not.toContain('1234')
    await visiting.get('/code')
    await installation.settle(company.companyId)
    const after = await visiting.post('/code', { code: codeFor(installation, letter.mail), next: '/home' })
    expect(after.html).toContain('5678')
  })

  test('asks for the code before anything sensitive, and takes five tries', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const visiting = browser()
    await visiting.get(`/l/${letter.token}`)
    await visiting.post(`/l/${letter.token}`)
    for (const path of ['/register', '/consents', '/export', '/erase', '/erase/confirm', '/corrections/name'])
      expect((await visiting.get(path)).to).toContain('/code?next=')
    expect((await visiting.request('GET', '/export/data.json')).to).toContain('/code')
    await visiting.get('/code')
    await installation.settle(company.companyId)
    const code = codeFor(installation, letter.mail)
    const wrong = code === '111111' ? '222222' : '111111'
    for (let tries = 0; tries < 5; tries += 1) expect((await visiting.post('/code', { code: wrong })).status).toBe(422)
    expect((await visiting.post('/code', { code })).status).toBe(422)
  })

  test('begins at most twelve times an hour, so that a leaked link cannot have codes mailed and guessed without end', async () => {
    const letter = await aLetter(await aCompany({ installation }))
    const begin = async () => {
      const visiting = browser()
      await visiting.get(`/l/${letter.token}`)
      return (await visiting.post(`/l/${letter.token}`)).status
    }
    for (let visits = 0; visits < 12; visits += 1) expect(await begin()).toBe(200)
    expect(await begin()).toBe(429)
    installation.clock.advance({ minutes: 61 })
    expect(await begin()).toBe(200)
  })

  test('ends after half an hour without a request', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await arrived(company)
    expect((await visiting.get('/consents')).status).toBe(200)
    installation.clock.advance({ minutes: 31 })
    const over = await visiting.get('/consents')
    expect(over.status).toBe(401)
    expect(over.html).toContain('表示の有効時間が過ぎました')
  })

  test('of one person never shows another, nor takes posts without its own token', async () => {
    const company = await aCompany({ installation })
    const one = await arrived(company, await aLetter(company, { name: '鈴木 一郎' }))
    const other = await arrived(company, await aLetter(company, { name: '高橋 花子' }))
    const home = await one.visiting.get('/home')
    expect(home.html).toContain('鈴木 一郎')
    expect(home.html).not.toContain('高橋')
    await other.visiting.get('/erase/confirm')
    const stolen = other.visiting.hidden('csrf')
    const refused = await one.visiting.post('/erase/confirm', { csrf: stolen, understood: 'yes' })
    expect(refused.status).toBe(403)
    const elsewhere = await app.inject({
      method: 'POST',
      url: '/erase/confirm',
      headers: {
        host: new URL(installation.config.portalUrl).host,
        origin: 'https://evil.example',
        cookie: one.visiting.cookie() ?? '',
      },
    })
    expect(elsewhere.statusCode).toBe(403)
  })

  test('ends with signing out', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await arrived(company)
    const cookie = visiting.cookie() ?? ''
    await visiting.get('/home')
    await visiting.post('/sign-out')
    const host = new URL(installation.config.portalUrl).host
    expect((await app.inject({ url: '/home', headers: { host, cookie } })).statusCode).toBe(401)
  })
})

describe('registering', () => {
  test('begins with every choice at no, and makes a member without any consent', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter } = await arrived(company)
    const form = await visiting.get('/register')
    expect(form.html.match(/value="yes"[^>]*checked/g)).toBeNull()
    expect(form.html.match(/value="no"[^>]*checked/g)).toHaveLength(3)
    const done = await visiting.post('/register', wishes)
    expect(done.status).toBe(200)
    const memberId = (await memberOf(installation, letter.mail)) ?? ''
    await installation.settle(memberId, company.companyId)
    expect(await company.work(balances)).toMatchObject({ held: 1 })
    const given = await inMember(installation, { memberId, actor: memberActor(memberId) }, memberConsents)
    expect(given.map(({ decision }) => decision)).toEqual(['REFUSED', 'REFUSED'])
  })

  test('keeps what was typed and says what to mend', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await arrived(company)
    await visiting.get('/register')
    const again = await visiting.post('/register', {
      displayName: '',
      salary: 'たくさん',
      startFrom: '2026-02-30',
      skills: evil,
    })
    expect(again.status).toBe(422)
    expect(again.html).toContain('id="problems"')
    expect(again.html).not.toContain('<script>alert')
    expect(again.html).not.toContain('<img src=x')
  })

  test('gives and withdraws consents one by one, with a receipt', async () => {
    const company = await aCompany({ installation })
    const { visiting, inOwn } = await registered(company)
    await visiting.get('/consents')
    const offer = 'RELAY_PROFILE~NETWORK'
    expect((await visiting.post(`/consents/${offer}/give`)).html).toContain('同意中')
    expect((await inOwn(memberConsents)).find((one) => one.purpose === 'RELAY_PROFILE')?.decision).toBe('GIVEN')
    const [, receiptId = ''] = /\/receipts\/([\w-]+)/.exec((await visiting.get('/consents')).html) ?? []
    const receipt = await visiting.get(`/receipts/${receiptId}`)
    expect(receipt.status).toBe(200)
    const record = await visiting.get(`/receipts/${receiptId}/record.json`)
    expect(JSON.parse(record.html)).toMatchObject({ '@type': 'dpv:ConsentReceipt' })
    await visiting.get('/consents')
    expect((await visiting.post(`/consents/${offer}/withdraw`)).html).toContain('撤回済み')
    expect((await inOwn(memberConsents)).find((one) => one.purpose === 'RELAY_PROFILE')?.decision).toBe('WITHDRAWN')
  })

  test('in-house asks about the company alone', async () => {
    const company = await aCompany({ installation, operatingMode: 'IN_HOUSE' })
    const { visiting, letter } = await arrived(company)
    await visiting.get('/register')
    await visiting.post('/register', { ...wishes, [`consent.POOL~${company.companyId}`]: 'yes' })
    expect(await memberOf(installation, letter.mail)).toBeUndefined()
    const given = await company.work((work) => consents(work, { sourceRecordIds: [letter.sourceRecordId] }))
    expect(given).toMatchObject([{ purpose: 'POOL', decision: 'GIVEN' }])
    const { fields } = await company.work((work) => person(work, letter.personId))
    expect(fields.desiredOccupations).toMatchObject({ value: ['営業'], source: { kind: 'PERSON' } })
  })
})

describe('a member', () => {
  test('changes profile, status, budget and blocks; nothing typed runs as script anywhere', async () => {
    const company = await aCompany({ installation })
    const { visiting, inOwn } = await registered(company)
    await visiting.get('/profile/edit')
    await visiting.post('/profile/edit', { ...wishes, displayName: evil.slice(0, 50), skills: evil, workHistory: evil })
    await visiting.get('/settings')
    await visiting.post('/settings/status', { level: 'ACTIVE', until: '' })
    await visiting.get('/settings')
    await visiting.post('/settings/budget', { limit: '2' })
    await visiting.get('/settings')
    await visiting.post('/settings/blocks', { company: evil })
    await visiting.get('/settings')
    await visiting.post('/settings/blocks', { company: '1234567890123' })
    expect(await inOwn(findMember)).toMatchObject({ search: { level: 'ACTIVE' }, contactsPer90Days: 2 })
    for (const path of ['/home', '/profile', '/profile/edit', '/settings', '/consents', '/shares', '/introductions']) {
      const page = await visiting.get(path)
      expect([path, page.status]).toEqual([path, 200])
      expect(page.html).not.toContain('<script>alert')
      expect(page.html).not.toContain('<img src=x')
    }
  })

  test('withdraws, and erases in two steps, without script', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter, memberId, inOwn } = await registered(company)
    await visiting.get('/withdraw')
    expect((await visiting.post('/withdraw')).status).toBe(200)
    expect(await inOwn(findMember)).toMatchObject({ state: 'WITHDRAWN' })
    await visiting.get('/erase')
    await visiting.get('/erase/confirm')
    expect((await visiting.post('/erase/confirm')).status).toBe(422)
    const done = await visiting.post('/erase/confirm', { understood: 'yes' })
    expect(done.html).not.toContain('佐藤')
    expect(await inOwn(findMember)).toMatchObject({ state: 'ERASED', mail: null })
    expect(await memberOf(installation, letter.mail)).toBeUndefined()
    const asked = await company.work(async (work) =>
      requestsOf(
        work,
        letter.personId,
        (await recordsOf(work, letter.personId)).map(({ id }) => id),
      ),
    )
    expect(asked).toMatchObject([{ kind: 'ERASURE', state: 'OPEN' }])
    expect((await visiting.get('/home')).to).toBe('/lost-link')
    expect(memberId).not.toBe('')
  })

  test('saves everything that is held, safely for spreadsheets', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await registered(company)
    await visiting.get('/export')
    await visiting.post('/export')
    const json = await visiting.get('/export/data.json')
    expect(JSON.parse(json.html)).toMatchObject({ member: { relay: { member: { displayName: '佐藤' } } } })
    const csv = await visiting.get('/export/data.csv')
    expect(csv.headers['content-disposition']).toContain('attachment')
    expect(csv.html.split('\r\n').some((line) => /^"[=+@]|,"[=+@]/.test(line))).toBe(false)
  })
})

describe('without a visit', () => {
  test('a lost link is answered alike for everyone, and mailed where it is known', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    await company.work((work) =>
      queueMail(work, {
        id: newId(),
        kind: 'ANSWER',
        to: letter.mail,
        personId: letter.personId,
        recordId: letter.sourceRecordId,
        rendered: { subject: '選考結果のご連絡', text: '選考結果', html: '<p>選考結果</p>' },
        fromName: 'さくら商事株式会社',
        dueAt: work.now,
      }),
    )
    await installation.settle(company.companyId)
    const answers = []
    const stranger = `${newId()}@mail.example`
    for (const email of [letter.mail, stranger]) {
      const visiting = browser()
      await visiting.get('/lost-link')
      const answer = await visiting.post('/lost-link', { email })
      answers.push([answer.status, answer.html.replaceAll(/value="[^"]*"/g, '')])
    }
    expect(answers[0]).toEqual(answers[1])
    const before = installation.mailer.sent.length
    await installation.settle()
    const asked = new Set([letter.mail, stranger])
    const links = installation.mailer.sent.slice(before).filter((mail) => asked.has(mail.to))
    expect(links.map(({ to }) => to)).toEqual([letter.mail])
    const [, token = ''] = /\/l\/(\S+)/.exec(links[0]?.text ?? '') ?? []
    const visiting = browser()
    await visiting.get(`/l/${token}`)
    const home = await visiting.post(`/l/${token}`)
    expect(home.html).toContain('佐藤 直子')
    expect(home.html).toContain('/register')
  })

  test('"this is not me" stops the links and tells a human', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const visiting = browser()
    await visiting.get(`/l/${letter.token}`)
    await visiting.post(`/l/${letter.token}`)
    await visiting.get('/not-me')
    expect((await visiting.post('/not-me', { message: '' })).status).toBe(200)
    const again = browser()
    await again.get(`/l/${letter.token}`)
    expect((await again.post(`/l/${letter.token}`)).status).toBe(404)
  })

  test('an unknown path and a broken form get an honest page with a number, in both languages', async () => {
    const visiting = browser()
    const missing = await visiting.get('/nowhere')
    expect([missing.status, missing.html.includes('お問い合わせ番号')]).toEqual([404, true])
    const host = new URL(installation.config.portalUrl).host
    const odd = await app.inject({
      method: 'POST',
      url: '/lost-link',
      headers: { host, 'content-type': 'application/json' },
      payload: '{',
    })
    expect(odd.statusCode).toBe(415)
    expect(odd.headers['content-type']).toContain('text/html')
    expect((await visiting.get('/lost-link?lang=en')).html).toContain('lang="en"')
  })
})
