import { createHmac } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp, wiring } from '../../../app.ts'
import { sha256 } from '../../../kernel/crypto.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { addStaff } from '../companies/company.ts'
import { resetSecondFactorEverywhere } from './second-factor-reset.ts'
import { signInOf } from './sign-in.ts'
import { changeStanding } from '../staff/staff.ts'
import { aBrowser, aCompany, signedIn, testPassword } from '../testing.ts'

let installation: TestInstallation
let app: FastifyInstance

beforeAll(async () => {
  installation = await testInstallation(wiring)
  app = await createApp(installation)
  await app.ready()
})
afterAll(() => app.close())

/** The code of an authenticator, `steps` of 30 seconds from now (RFC 6238). */
function totp(secret: string, steps = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(secret, (sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function aMember(role: 'owner' | 'admin' | 'recruiter' = 'admin') {
  const company = await aCompany({ installation })
  const member = await signedIn(company, { role })
  return { company, member, browser: aBrowser(app, { headers: member.headers }) }
}

const signIn = (email: string, password = testPassword) => ({ url: '/session/sign-in', body: { email, password } })

describe('signing in', () => {
  test('opens the company, and signing out closes it', async () => {
    const { company, member } = await aMember()
    const browser = aBrowser(app)
    const answer = await browser.send(signIn(member.email.toUpperCase()))
    expect(answer.json).toMatchObject({
      state: 'SIGNED_IN',
      memberships: [{ companyId: company.companyId, role: 'admin', needsTwoFactor: false }],
    })
    expect(answer.set[0]).toMatch(/^__Host-tasuki\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Strict/)
    expect((await browser.send({ method: 'GET', url: '/company' })).status).toBe(200)
    await browser.send({ url: '/session/sign-out' })
    expect((await browser.send({ method: 'GET', url: '/company' })).status).toBe(401)
  })

  test('answers an unknown address and a wrong password alike, and stops after ten tries', async () => {
    const { member } = await aMember()
    const browser = aBrowser(app)
    const unknown = await browser.send(signIn(`${newId()}@nobody.example`))
    const wrong = await browser.send(signIn(member.email, 'quite another password'))
    expect([unknown.status, unknown.json.code]).toEqual([wrong.status, wrong.json.code])
    for (let tried = 1; tried < 10; tried += 1) await browser.send(signIn(member.email, 'quite another password'))
    expect(await browser.send(signIn(member.email))).toMatchObject({
      status: 429,
      json: { code: 'accounts.too-many-attempts' },
    })
  })

  test('is refused from another site, and a session of the console is none of the operator', async () => {
    const { member, browser } = await aMember()
    const crossSite = await browser.send(signIn(member.email), { 'sec-fetch-site': 'cross-site' })
    expect(crossSite.json.code).toBe('auth.cross-site')
    const foreign = await browser.send({ url: '/session/sign-out' }, { origin: 'https://evil.example' })
    expect(foreign.json.code).toBe('auth.cross-site')
    const moved = browser.cookies().replace('__Host-tasuki.', '__Host-tasuki-operator.')
    const elsewhere = await browser.send(
      { method: 'GET', url: '/session' },
      { host: 'operator.localhost:8080', cookie: moved },
    )
    expect(elsewhere.json.state).toBe('SIGNED_OUT')
  })

  test('lasts twelve hours at most', async () => {
    const { member, browser } = await aMember()
    await installation.databases.signin
      .updateTable('signin.session')
      .set({ created_at: new Date(Date.now() - 13 * 3_600_000) })
      .where('sign_in_id', '=', member.signInId)
      .execute()
    expect((await browser.send({ method: 'GET', url: '/company' })).status).toBe(401)
  })
})

describe('a forgotten password', () => {
  test('is replaced once by a mailed link, and every session ends', async () => {
    const { company, member, browser } = await aMember()
    const stranger = aBrowser(app)
    const asked = await stranger.send({ url: '/session/password-reset-requests', body: { email: member.email } })
    const unknown = await stranger.send({
      url: '/session/password-reset-requests',
      body: { email: `${newId()}@nobody.example` },
    })
    expect([asked.status, asked.json]).toEqual([unknown.status, unknown.json])
    await installation.settle(company.companyId)
    const mail = installation.mailer.sent.find(({ to }) => to === member.email)
    const token = /reset-password#(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
    const reset = { url: '/session/password-resets', body: { token, password: 'a longer password than before' } }
    expect((await stranger.send(reset)).status).toBe(200)
    expect((await browser.send({ method: 'GET', url: '/company' })).status).toBe(401)
    expect((await stranger.send(reset)).json.code).toBe('accounts.link-spent')
    expect((await stranger.send(signIn(member.email))).json.code).toBe('accounts.sign-in-refused')
    expect((await stranger.send(signIn(member.email, reset.body.password))).json.state).toBe('SIGNED_IN')
    const kept = await company.work(({ tx, companyId }) =>
      tx.selectFrom('accounts_errand').select(['state', 'sealed']).where('company_id', '=', companyId).execute(),
    )
    expect(kept).toEqual([{ state: 'DONE', sealed: null }])
  })
})

describe('a password that was replaced', () => {
  /** What a thief who read the mail for a minute keeps, in the order of the mails. */
  async function linksOf(email: string, times: number): Promise<string[]> {
    const before = installation.mailer.sent.length
    for (let asked = 0; asked < times; asked += 1)
      await aBrowser(app).send({ url: '/session/password-reset-requests', body: { email } })
    await installation.settle()
    const mails = installation.mailer.sent.slice(before).filter(({ to }) => to === email)
    return mails.map(({ text }) => /reset-password#(\S+)/.exec(text)?.[1] ?? '')
  }
  const password = 'a longer password than before'
  const reset = (token = '', to = password) => ({ url: '/session/password-resets', body: { token, password: to } })

  test('by one of several links leaves no other in force, nor a browser trusted, and is on record', async () => {
    const { company, member, browser } = await aMember()
    const { secret } = await enrol(browser)
    const trusted = aBrowser(app)
    await trusted.send(signIn(member.email))
    const code = { code: totp(secret, 1), trustDevice: true }
    expect((await trusted.send({ url: '/session/two-factor', body: code })).json.state).toBe('SIGNED_IN')
    const [kept, used] = await linksOf(member.email, 2)
    expect((await aBrowser(app).send(reset(used))).status).toBe(200)
    const late = await aBrowser(app).send(reset(kept, 'the password of the thief'))
    expect(late.json.code).toBe('accounts.link-spent')
    expect((await trusted.send(signIn(member.email, password))).json.state).toBe('NEEDS_TWO_FACTOR')
    const admin = aBrowser(app, { headers: (await signedIn(company)).headers })
    await installation.settle(company.companyId)
    const audited = await admin.send({ method: 'GET', url: '/audit/events' })
    expect(JSON.stringify(audited.json)).toContain('staff.password-reset')
  })

  test('by its own person leaves no link in force', async () => {
    const { member, browser } = await aMember()
    const [kept] = await linksOf(member.email, 1)
    const change = { currentPassword: testPassword, password }
    expect((await browser.send({ url: '/session/password', body: change })).json.state).toBe('SIGNED_IN')
    expect((await aBrowser(app).send(reset(kept))).json.code).toBe('accounts.link-spent')
  })
})

async function enrol(browser: ReturnType<typeof aBrowser>) {
  const begun = await browser.send({ url: '/session/two-factor-enrolment', body: { password: testPassword } })
  const { secret, recoveryCodes } = begun.json as unknown as { secret: string; recoveryCodes: string[] }
  const confirmed = await browser.send({
    url: '/session/two-factor-enrolment/confirm',
    body: { code: totp(secret) },
  })
  return { begun, confirmed, secret, recoveryCodes }
}

describe('a second factor', () => {
  test('is asked for from then on, and each code counts once', async () => {
    const { member, browser } = await aMember()
    const { confirmed, secret } = await enrol(browser)
    expect(confirmed.json).toMatchObject({ state: 'SIGNED_IN', staff: { hasTwoFactor: true, recoveryCodesLeft: 10 } })
    const other = aBrowser(app)
    expect((await other.send(signIn(member.email))).json.state).toBe('NEEDS_TWO_FACTOR')
    expect((await other.send({ method: 'GET', url: '/company' })).status).toBe(401)
    expect((await other.send({ url: '/session/two-factor', body: { code: '000000' } })).json.code).toBe(
      'accounts.code-refused',
    )
    // The step after the one that confirmed, which the server takes as early as now: whatever the clock does between
    // here and there, neither code falls out of its window.
    const code = totp(secret, 1)
    expect((await other.send({ url: '/session/two-factor', body: { code } })).json.state).toBe('SIGNED_IN')
    const third = aBrowser(app)
    await third.send(signIn(member.email))
    expect((await third.send({ url: '/session/two-factor', body: { code } })).json.code).toBe('accounts.code-refused')
    expect((await third.send({ method: 'GET', url: '/company' })).status).toBe(401)
  })

  test('that is lost is made up for by a recovery code, once', async () => {
    const { member, browser } = await aMember()
    const { recoveryCodes } = await enrol(browser)
    const body = { recoveryCode: recoveryCodes[0]?.replace('-', '') ?? '' }
    const other = aBrowser(app)
    await other.send(signIn(member.email))
    const entered = await other.send({ url: '/session/recovery', body })
    expect(entered.json).toMatchObject({ state: 'SIGNED_IN', staff: { recoveryCodesLeft: 9 } })
    const third = aBrowser(app)
    await third.send(signIn(member.email))
    expect((await third.send({ url: '/session/recovery', body })).json.code).toBe('accounts.code-refused')
  })

  test('is locked after many wrong codes, over several sign-ins', async () => {
    const { member, browser } = await aMember()
    await enrol(browser)
    const codes: (string | undefined)[] = []
    for (let round = 0; round < 3; round += 1) {
      const other = aBrowser(app, { headers: { 'x-forwarded-for': '192.0.2.1' } })
      await other.send(signIn(member.email))
      for (let tried = 0; tried < 5; tried += 1)
        codes.push((await other.send({ url: '/session/two-factor', body: { code: '000000' } })).json.code)
    }
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('accounts.code-refused'))
    expect(codes.at(-1)).toBe('accounts.too-many-attempts')
  })

  test('that an admin resets is gone with all sessions, and the person is told', async () => {
    const { company, member, browser } = await aMember('recruiter')
    await enrol(browser)
    const admin = aBrowser(app, { headers: (await signedIn(company)).headers })
    const waiting = aBrowser(app)
    expect((await waiting.send(signIn(member.email))).json.state).toBe('NEEDS_TWO_FACTOR')
    expect((await admin.send({ url: `/staff/${member.staffId}/second-factor-reset` })).status).toBe(202)
    await installation.settle(company.companyId)
    for (const [url, body] of [
      ['/session/two-factor', { code: '123456' }],
      ['/session/recovery', { recoveryCode: 'aaaaa-bbbbb' }],
    ] as const)
      expect((await waiting.send({ url, body })).json.code).toBe('accounts.challenge-over')
    expect((await browser.send({ method: 'GET', url: '/company' })).status).toBe(401)
    expect((await aBrowser(app).send(signIn(member.email))).json.state).toBe('SIGNED_IN')
    expect(installation.mailer.sent.filter(({ to }) => to === member.email)).toHaveLength(1)
    const audited = await admin.send({ method: 'GET', url: '/audit/events' })
    expect(JSON.stringify(audited.json)).toContain('staff.second-factor-reset')
  })

  test('is not taken away by one of two companies, but by whoever runs both, on record in each', async () => {
    const { company, member, browser } = await aMember('recruiter')
    await enrol(browser)
    const other = await aCompany({ installation })
    const staffId = newId()
    const { email, signInId } = member
    await other.work((work) => addStaff(work, { id: staffId, signInId, name: '面接 太郎', email, role: 'interviewer' }))
    // No hint of the second company is kept: those are lost where a database is restored in parts.
    const admin = aBrowser(app, { headers: (await signedIn(other)).headers })
    const asked = { url: `/staff/${staffId}/second-factor-reset` }
    expect((await admin.send(asked)).json.code).toBe('accounts.works-elsewhere')
    expect((await aBrowser(app).send(signIn(email))).json.state).toBe('NEEDS_TWO_FACTOR')
    expect(await resetSecondFactorEverywhere(installation, ` ${email.toUpperCase()}`)).toBe(2)
    for (const { companyId } of [company, other]) await installation.settle(companyId)
    expect((await aBrowser(app).send(signIn(email))).json.state).toBe('SIGNED_IN')
    const audited = await admin.send({ method: 'GET', url: '/audit/events' })
    expect(JSON.stringify(audited.json)).toContain('staff.second-factor-reset')
    await other.work((work) => changeStanding(work, { id: staffId, state: 'REMOVED' }))
    const own = aBrowser(app, { headers: (await signedIn(company)).headers })
    expect((await own.send({ url: `/staff/${member.staffId}/second-factor-reset` })).status).toBe(202)
    expect(await resetSecondFactorEverywhere(installation, 'nobody@nowhere.example')).toBe(0)
  })

  test('that the company requires is needed for what only admins may do', async () => {
    const { company, browser } = await aMember('admin')
    await browser.send({ method: 'PATCH', url: '/company', body: { requireTwoFactor: true } })
    const change = { method: 'PATCH', url: '/company', body: { nameEn: 'Sakura' } } as const
    expect((await browser.send(change)).json.code).toBe('accounts.two-factor-required')
    expect((await browser.send({ method: 'GET', url: '/company' })).status).toBe(200)
    await enrol(browser)
    expect((await browser.send(change)).status).toBe(200)
    expect(
      (await browser.send({ url: '/session/two-factor-removal', body: { password: testPassword } })).json.code,
    ).toBe('accounts.second-factor-needed')
    expect(company.companyId).toBeTruthy()
  })
})

describe('open sessions', () => {
  test('are listed and ended by their own person alone', async () => {
    const { member, browser } = await aMember()
    const other = aBrowser(app)
    await other.send(signIn(member.email))
    const listed = await browser.send({ method: 'GET', url: '/session/open' })
    const items = listed.json['items'] as unknown as { id: string; isThisOne: boolean }[]
    expect(items.filter(({ isThisOne }) => isThisOne)).toHaveLength(1)
    const foreign = items.find(({ isThisOne }) => !isThisOne)?.id ?? ''
    const stranger = await aMember()
    const ending = { method: 'DELETE', url: `/session/open/${foreign}` } as const
    expect((await stranger.browser.send(ending)).status).toBe(404)
    expect((await browser.send(ending)).status).toBe(200)
    expect((await other.send({ method: 'GET', url: '/company' })).status).toBe(401)
  })

  test('stand in the database under a hash that opens nothing, also as a signed cookie', async () => {
    const { member, browser } = await aMember()
    const [name = '', value = ''] = browser.cookies().split('=')
    const [token = ''] = decodeURIComponent(value).split('.')
    const { rows } = await sql<{ token: string }>`
      select token from signin.session where sign_in_id = ${member.signInId}`.execute(installation.databases.signin)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.token).toBe(sha256(token))
    const { $context } = signInOf(installation, 'console')
    const { secret } = await $context
    const opens = async (text: string) => {
      const signature = createHmac('sha256', secret).update(text).digest('base64')
      const cookie = `${name}=${encodeURIComponent(`${text}.${signature}`)}`
      const thief = aBrowser(app, { headers: { ...member.headers, cookie } })
      return (await thief.send({ method: 'GET', url: '/company' })).status
    }
    expect(await opens(token)).toBe(200)
    expect(await opens(rows[0]?.token ?? '')).toBe(401)
  })
})
