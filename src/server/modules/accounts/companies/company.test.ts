import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../../../contract/accounts/permissions.ts'
import { createApp, wiring } from '../../../app.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { addStaff, operatorId } from './company.ts'
import { invite } from '../staff/invitations.ts'
import { setUp, setUpCode } from '../sign-in/set-up.ts'
import { changeRole } from '../staff/staff.ts'
import { aBrowser, aCompany, signedIn, testPassword, type TestCompany } from '../testing.ts'

let installation: TestInstallation
let app: FastifyInstance

beforeAll(async () => {
  installation = await testInstallation(wiring)
  app = await createApp(installation)
  await app.ready()
})
afterAll(() => app.close())

async function staffOf(company: TestCompany, role: Role = 'admin') {
  const member = await signedIn(company, { role })
  return { ...member, browser: aBrowser(app, { headers: member.headers }) }
}

describe('the fence between companies', () => {
  test('shows a route of one company nothing of another, by name or by id', async () => {
    const [ours, theirs] = await Promise.all([aCompany({ installation }), aCompany({ installation })])
    const [us, them] = [await staffOf(ours), await staffOf(theirs)]
    const id = newId()
    await them.browser.send({ url: '/invitations', body: { id, email: 'guest@theirs.example', role: 'recruiter' } })
    expect((await us.browser.send({ method: 'DELETE', url: `/invitations/${id}` })).status).toBe(404)
    expect(
      (await us.browser.send({ method: 'PUT', url: `/staff/${them.staffId}/role`, body: { role: 'analyst' } })).status,
    ).toBe(404)
    expect((await us.browser.send({ url: `/staff/${them.staffId}/second-factor-reset` })).status).toBe(404)
    const listed = await us.browser.send({ method: 'GET', url: '/staff' })
    expect(JSON.stringify(listed.json)).not.toContain(them.staffId)
    const asTheirs = await us.browser.send({ method: 'GET', url: '/company' }, { 'tasuki-company': theirs.companyId })
    expect(asTheirs).toMatchObject({ status: 403, json: { code: 'accounts.not-a-member' } })
  })

  test('keeps the operator’s company and its permissions on the operator’s host', async () => {
    const company = await aCompany({ installation, kind: 'OPERATOR', operatingMode: 'IN_HOUSE' })
    const { headers } = await signedIn(company, { role: 'admin', site: 'operator' })
    const browser = aBrowser(app, { headers })
    const session = await browser.send({ method: 'GET', url: '/session' })
    const [membership] = session.json['memberships'] as unknown as { permissions: string[] }[]
    expect(membership?.permissions).toContain('network:decide')
    const employer = await aCompany({ installation })
    const { browser: console } = await staffOf(employer)
    const own = await console.send({ method: 'GET', url: '/session' })
    expect(JSON.stringify(own.json)).not.toContain('network:')
  })
})

describe('a role', () => {
  test('allows what the list says and nothing beyond', async () => {
    const company = await aCompany({ installation })
    const { browser } = await staffOf(company, 'recruiter')
    expect((await browser.send({ method: 'GET', url: '/staff' })).status).toBe(200)
    expect((await browser.send({ method: 'PATCH', url: '/company', body: { nameEn: 'x' } })).json.code).toBe(
      'auth.forbidden',
    )
    const interviewer = await staffOf(company, 'interviewer')
    expect((await interviewer.browser.send({ method: 'GET', url: '/staff' })).status).toBe(403)
  })

  test('of an owner is changed by owners alone, and the last owner stays', async () => {
    const company = await aCompany({ installation })
    const [owner, admin] = [await staffOf(company, 'owner'), await staffOf(company)]
    const change = (id: string, role: Role) => ({ method: 'PUT', url: `/staff/${id}/role`, body: { role } }) as const
    expect((await admin.browser.send(change(owner.staffId, 'analyst'))).json.code).toBe('accounts.owners-only')
    expect((await admin.browser.send(change(admin.staffId, 'owner'))).json.code).toBe('accounts.owners-only')
    expect((await owner.browser.send(change(owner.staffId, 'admin'))).json.code).toBe('accounts.last-owner')
    expect((await owner.browser.send(change(admin.staffId, 'owner'))).status).toBe(200)
    const both = await Promise.all([
      owner.browser.send(change(admin.staffId, 'admin')),
      admin.browser.send(change(owner.staffId, 'admin')),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)[0]).toBe(200)
    const left = await company.work(({ tx, companyId }) =>
      tx
        .selectFrom('accounts_staff')
        .select('id')
        .where('company_id', '=', companyId)
        .where('role', '=', 'owner')
        .execute(),
    )
    expect(left).toHaveLength(1)
  })

  test('of a suspended person opens nothing from the same moment, and their sessions end', async () => {
    const company = await aCompany({ installation })
    const [admin, recruiter] = [await staffOf(company), await staffOf(company, 'recruiter')]
    const suspend = { method: 'PUT', url: `/staff/${recruiter.staffId}/state`, body: { state: 'SUSPENDED' } } as const
    expect((await admin.browser.send(suspend)).status).toBe(200)
    expect((await recruiter.browser.send({ method: 'GET', url: '/company' })).json.code).toBe('accounts.suspended')
    await installation.settle(company.companyId)
    expect((await recruiter.browser.send({ method: 'GET', url: '/session' })).json.state).toBe('SIGNED_OUT')
  })
})

async function invited(company: TestCompany, role: Role = 'recruiter') {
  const { browser } = await staffOf(company)
  const [id, email] = [newId(), `${newId()}@guest.example`]
  const sent = await browser.send({ url: '/invitations', body: { id, email, role } })
  const link = async () => {
    await installation.settle(company.companyId)
    const mail = installation.mailer.sent.findLast(({ to }) => to === email)
    return /invitation#(\S+)/.exec(mail?.text ?? '')?.[1] ?? ''
  }
  return { id, email, sent, link, browser }
}

describe('an invitation', () => {
  test('lets the person in, and accepting it twice makes one member of staff', async () => {
    const company = await aCompany({ installation, name: 'もみじ製作所' })
    const { email, link, browser: admin } = await invited(company)
    const token = await link()
    const guest = aBrowser(app)
    const read = await guest.send({ url: '/session/invitations/read', body: { token } })
    expect(read.json).toMatchObject({ companyName: 'もみじ製作所', email, role: 'recruiter', hasAccount: false })
    const accept = { url: '/session/invitations/accept', body: { token, name: '田中 実', password: testPassword } }
    const both = await Promise.all([guest.send(accept), aBrowser(app).send(accept)])
    expect(both.map(({ json }) => json.state)).toEqual(['SIGNED_IN', 'SIGNED_IN'])
    const members = (await admin.send({ method: 'GET', url: '/staff' })).json['items'] as unknown as { email: string }[]
    expect(members.filter((member) => member.email === email)).toHaveLength(1)
    const stolen = { ...accept, body: { ...accept.body, password: 'somebody else entirely' } }
    expect((await aBrowser(app).send(stolen)).json.code).toBe('accounts.sign-in-refused')
  })

  test('to a role that the operator of a network cannot have is refused, as is giving it to its staff', async () => {
    const operator = await aCompany({ installation, kind: 'OPERATOR', role: 'owner' })
    const inviting = (role: Role) =>
      operator.work((work) => invite(work, { id: newId(), email: `${newId()}@guest.example`, role }))
    for (const role of ['recruiter', 'interviewer'] as const)
      await expect(inviting(role)).rejects.toMatchObject({ code: 'accounts.role-elsewhere' })
    const analyst = await operator.work(async (work) => {
      const id = newId()
      await addStaff(work, {
        id,
        signInId: `test:${id}`,
        name: '分析 次郎',
        email: `${id}@sakura.example`,
        role: 'analyst',
      })
      return id
    })
    const giving = operator.work((work) => changeRole(work, { id: analyst, role: 'recruiter' }))
    await expect(giving).rejects.toMatchObject({ code: 'accounts.role-elsewhere' })
    expect(await inviting('auditor')).toMatchObject({ role: 'auditor' })
    expect(
      await (
        await aCompany({ installation })
      ).work((work) => invite(work, { id: newId(), email: `${newId()}@guest.example`, role: 'recruiter' })),
    ).toMatchObject({ role: 'recruiter' })
  })

  test('works no longer once it is revoked, resent or seven days old', async () => {
    const company = await aCompany({ installation })
    const { id, link, browser: admin } = await invited(company)
    const read = async (token: string) =>
      (await aBrowser(app).send({ url: '/session/invitations/read', body: { token } })).json.code
    const first = await link()
    await admin.send({ url: `/invitations/${id}/resend` })
    const second = await link()
    expect([await read(first), await read(second)]).toEqual(['accounts.invitation-over', undefined])
    installation.clock.advance({ days: 8 })
    expect(await read(second)).toBe('accounts.invitation-over')
    installation.clock.advance({ days: -8 })
    await admin.send({ method: 'DELETE', url: `/invitations/${id}` })
    expect(await read(second)).toBe('accounts.invitation-over')
  })

  test('is written once for an idempotency key, and the key with another body is refused', async () => {
    const company = await aCompany({ installation })
    const { browser } = await staffOf(company)
    const key = { 'idempotency-key': newId() }
    const body = { id: newId(), email: 'once@guest.example', role: 'analyst' }
    const first = await browser.send({ url: '/invitations', body }, key)
    const again = await browser.send({ url: '/invitations', body }, key)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.json).toEqual(first.json)
    const other = await browser.send({ url: '/invitations', body: { ...body, role: 'owner' } }, key)
    expect(other).toMatchObject({ status: 422, json: { code: 'request.idempotency-mismatch' } })
    for (const none of ['', 'k'.repeat(256)])
      expect(
        await browser.send({ url: '/invitations', body: { ...body, id: newId() } }, { 'idempotency-key': none }),
      ).toMatchObject({ status: 422, json: { code: 'request.idempotency-key' } })
  })
})

describe('an API key', () => {
  async function aKey(permissions: string[], role: Role = 'admin') {
    const company = await aCompany({ installation })
    const { browser } = await staffOf(company, role)
    const id = newId()
    const made = await browser.send({ url: '/keys', body: { id, name: '連携', permissions } })
    const bearer = { authorization: `Bearer ${String(made.json['text'])}` }
    return { company, browser, id, made, bearer }
  }
  const machine = () => aBrowser(app)

  test('may do what it was given and nothing else, until it is revoked', async () => {
    const { browser, id, bearer, made } = await aKey(['company:read'])
    expect(made.json['text']).toMatch(/^tsk_[0-9a-f-]{36}\.[\w-]{43}$/)
    expect((await machine().send({ method: 'GET', url: '/company' }, bearer)).status).toBe(200)
    expect((await machine().send({ method: 'GET', url: '/staff' }, bearer)).status).toBe(403)
    await browser.send({ method: 'DELETE', url: `/keys/${id}` })
    expect((await machine().send({ method: 'GET', url: '/company' }, bearer)).status).toBe(401)
  })

  test('stands nowhere in the database, and opens no other company', async () => {
    const { company, bearer, made } = await aKey(['company:read'])
    const secret = String(made.json['text']).split('.')[1] ?? ''
    const rows = await company.work(({ tx, companyId }) =>
      Promise.all([
        tx.selectFrom('accounts_key').selectAll().where('company_id', '=', companyId).execute(),
        tx.selectFrom('company_idempotency').selectAll().where('company_id', '=', companyId).execute(),
      ]),
    )
    expect(JSON.stringify(rows)).not.toContain(secret)
    const other = await aCompany({ installation })
    const forged = { authorization: bearer.authorization.replace(company.companyId, other.companyId) }
    expect((await machine().send({ method: 'GET', url: '/company' }, forged)).status).toBe(401)
  })

  test('runs out, makes no keys, and never exceeds its maker', async () => {
    const { bearer } = await aKey(['company:read', 'company:manage'])
    const another = { url: '/keys', body: { id: newId(), name: 'x', permissions: ['company:read'] } }
    expect((await machine().send(another, bearer)).json.code).toBe('accounts.staff-only')
    installation.clock.advance({ days: 91 })
    expect((await machine().send({ method: 'GET', url: '/company' }, bearer)).status).toBe(401)
    installation.clock.advance({ days: -91 })
    const wide = await aKey(['staff:manage', 'network:decide'])
    expect(wide.made.json).toMatchObject({ code: 'accounts.key-too-wide' })
  })

  test('reaches no further than its maker may today, and opens nothing once they are suspended', async () => {
    const { company, bearer } = await aKey(['company:read', 'people:read'])
    const makersBecome = (change: { role?: Role; state?: 'SUSPENDED' }) =>
      company.work(({ tx, companyId }) =>
        tx.updateTable('accounts_staff').set(change).where('company_id', '=', companyId).execute(),
      )
    const status = async (url: string) => (await machine().send({ method: 'GET', url }, bearer)).status
    expect(await status('/people')).toBe(200)
    await makersBecome({ role: 'analyst' })
    expect([await status('/people'), await status('/company')]).toEqual([403, 200])
    await makersBecome({ state: 'SUSPENDED' })
    expect(await status('/company')).toBe(401)
  })
})

describe('the settings of a company', () => {
  test('allow placement only with a licence number on record', async () => {
    const company = await aCompany({ installation, operatingMode: 'IN_HOUSE' })
    const { browser } = await staffOf(company)
    const clear = { method: 'PATCH', url: '/company', body: { licenceNumber: null } } as const
    expect((await browser.send(clear)).status).toBe(200)
    const place = (body: object) =>
      ({ method: 'PATCH', url: '/company', body: { operatingMode: 'PLACEMENT', ...body } }) as const
    expect((await browser.send(place({}))).json.code).toBe('accounts.licence-required')
    const licensed = await browser.send(place({ licenceNumber: '13-ユ-000000' }))
    expect(licensed.json).toMatchObject({ operatingMode: 'PLACEMENT', operatingModeInForce: 'PLACEMENT' })
    expect((await browser.send(clear)).json.code).toBe('accounts.licence-required')
  })

  test('remember who recorded the exception for ages, and when', async () => {
    const company = await aCompany({ installation })
    const { browser } = await staffOf(company)
    const recorded = await browser.send({ method: 'PUT', url: '/company/age-exception', body: { kind: '3-a' } })
    expect(recorded.json).toMatchObject({ ageException: { kind: '3-a', recordedBy: '面接 太郎' } })
  })
})

describe('setting up', () => {
  const owner = { name: '社長 一郎', email: 'first@owner.example', password: testPassword }

  test('is won by one of many, and refused ever after', async () => {
    const empty = await testInstallation({ ...wiring, emptyDatabase: `set_up_${process.pid}` })
    const fresh = await createApp(empty)
    await fresh.ready()
    const browser = aBrowser(fresh)
    expect((await browser.send({ method: 'GET', url: '/session' })).json).toMatchObject({ needsSetUp: true })
    const racing = await Promise.allSettled(
      Array.from({ length: 4 }, (_, at) =>
        setUp(empty, { company: { name: `第${at}商事` }, owner: { ...owner, email: `${at}@owner.example` } }),
      ),
    )
    expect(racing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await operatorId(empty)).toBeDefined()
    const body = { companyName: '後発', name: '二番', email: 'late@owner.example', password: testPassword }
    expect((await browser.send({ url: '/session/set-up', body })).json.code).toBe('accounts.already-set-up')
    await fresh.close()
    await empty.databases.end()
  })

  test('from elsewhere asks for the code that the server prints', async () => {
    const body = { companyName: '後発', name: '二番', email: 'late@owner.example', password: testPassword }
    const browser = aBrowser(app, { headers: { 'x-forwarded-for': '192.0.2.7' } })
    expect((await browser.send({ url: '/session/set-up', body })).json.code).toBe('accounts.set-up-code-wrong')
    const withCode = { ...body, setUpCode: setUpCode(installation) }
    expect((await browser.send({ url: '/session/set-up', body: withCode })).json.code).toBe('accounts.already-set-up')
  })
})

describe('who the company is', () => {
  test('is said in one line of text, with a corporate number that is one', async () => {
    const { browser } = await staffOf(await aCompany({ installation }))
    const change = (body: object) => browser.send({ method: 'PATCH', url: '/company', body })
    for (const name of ['さくら\r\nBcc: a@b.example', 'さくら\u0000', 'さくら\u202e社式株'])
      expect((await change({ name })).status).toBe(422)
    const wrong = await change({ corporateNumber: '1234567890123' })
    expect([wrong.status, wrong.json.code]).toEqual([422, 'accounts.number-wrong'])
    expect((await change({ corporateNumber: '8000000000001' })).status).toBe(200)
  })
})

describe('the operating mode', () => {
  test('of a group needs the group and the company’s own number on record', async () => {
    const company = await aCompany({ installation, operatingMode: 'IN_HOUSE' })
    const { browser } = await staffOf(company)
    const change = (body: object) => browser.send({ method: 'PATCH', url: '/company', body })
    expect((await change({ operatingMode: 'GROUP' })).json.code).toBe('accounts.group-required')
    const group = { operatingMode: 'GROUP', groupName: 'さくらグループ', groupNumber: '7000000000002' }
    expect((await change(group)).json.code).toBe('accounts.group-required')
    expect((await change({ ...group, corporateNumber: '8000000000001' })).json).toMatchObject({
      operatingModeInForce: 'GROUP',
      groupName: 'さくらグループ',
    })
    expect((await change({ groupNumber: null })).json.code).toBe('accounts.group-required')
  })

  test('is never chosen looser than the installation’s', async () => {
    const inHouse = await testInstallation({ ...wiring, mode: 'GROUP' })
    const own = await createApp(inHouse)
    const company = await aCompany({ installation: inHouse, operatingMode: 'IN_HOUSE' })
    const { headers } = await signedIn(company)
    const browser = aBrowser(own, { headers })
    const change = (operatingMode: string) =>
      browser.send({ method: 'PATCH', url: '/company', body: { operatingMode } })
    expect((await change('INFO_PROVISION')).json.code).toBe('accounts.mode-above-installation')
    expect((await change('IN_HOUSE')).status).toBe(200)
    await own.close()
  })
})
