import { beforeAll, describe, expect, test } from 'vitest'
import { outboxes } from '../../../kernel/outbox.ts'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { auditModule } from '../../audit/index.ts'
import { changeCompany, operatingMode } from './company.ts'
import { errands } from '../sign-in/errands.ts'
import { acted } from '../events.ts'
import { accountsModule, networkStanding } from '../index.ts'
import {
  networkCompany,
  recordPapers,
  resumeCompany,
  setIndustry,
  suspendCompany,
  switchNetwork,
  verifyCompany,
  networkSwitchedBecause,
} from './network-companies.ts'
import { noticingModes, notices, putAway } from './notices.ts'
import { industrySetHere } from './standing.ts'
import { watchPapers } from './paper-watch.ts'
import { aCompany, type TestCompany } from '../testing.ts'

let installation: TestInstallation
let operator: TestCompany

beforeAll(async () => {
  const subscriptions = [accountsModule, auditModule].flatMap((module) => module.subscriptions ?? [])
  const intents = [...outboxes, errands]
  installation = await testInstallation({
    modules: [accountsModule, auditModule],
    subscriptions,
    intents,
    emptyDatabase: 'notices',
  })
  operator = await aCompany({ installation, kind: 'OPERATOR', name: 'たすき運営機構', standing: 'UNTOLD' })
})

/** A day in the operator's zone. */
const inDays = (days: number) =>
  operator.work(({ now }) =>
    Promise.resolve(new Date(now.getTime() + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10)),
  )

/** A company with papers that hold for so many days, verified by the operator. */
async function verified({ agreement = 400, licence = 400 } = {}): Promise<TestCompany> {
  const company = await aCompany({ installation, standing: 'UNTOLD', corporateNumber: '8000000000001' })
  const { companyId: id } = company
  await company.work((work) => acted(work, { action: 'company.opened', subject: { kind: 'company', id } }))
  await installation.settle()
  const seen = await inDays(-300)
  const [agreementUntil, licenceUntil] = [await inDays(agreement), await inDays(licence)]
  const papers = { agreementOn: seen, agreementUntil, licenceSeenOn: seen, licenceUntil }
  await operator.work((work) => recordPapers(work, { id, ...papers }))
  await operator.work((work) => verifyCompany(work, id))
  await installation.settle()
  return company
}

const mailsTo = async (company: TestCompany) => {
  const email = await company.work(
    async ({ tx, companyId }) =>
      (
        await tx
          .selectFrom('accounts_staff')
          .select('email')
          .where('company_id', '=', companyId)
          .executeTakeFirstOrThrow()
      ).email,
  )
  return installation.mailer.sent.filter(({ to }) => to === email).map(({ subject }) => subject)
}
/** What the company's audit log says was done with one company. */
const actionsOf = ({ work }: TestCompany, id: string) =>
  work(async ({ tx, companyId }) =>
    (
      await tx
        .selectFrom('audit_event')
        .select('action')
        .where('company_id', '=', companyId)
        .where('subject_id', '=', id)
        .execute()
    ).map(({ action }) => action),
  )
const kindsOf = async (company: TestCompany) => (await company.work(notices)).notices.map(({ kind }) => kind)
const look = async () => {
  await watchPapers.run(installation, {})
  await installation.settle()
}

describe('a decision of the operator', () => {
  test('is told to the company’s administrators by mail and over its pages, once', async () => {
    const company = await verified()
    const { companyId: id } = company
    expect(await kindsOf(company)).toEqual(['VERIFIED'])
    await operator.work((work) => suspendCompany(work, { id, reason: 'complaints' }))
    await installation.settle()
    expect(await company.work(notices)).toMatchObject({ standing: 'SUSPENDED', reason: 'complaints', takesPart: true })
    await operator.work((work) => resumeCompany(work, id))
    await operator.work((work) => resumeCompany(work, id))
    await installation.settle()
    expect(await kindsOf(company)).toEqual(['RESUMED', 'VERIFIED'])
    expect(await mailsTo(company)).toEqual([
      '【Tasuki】企業の確認が完了しました',
      '【Tasuki】ネットワークのご利用が停止されました',
      '【Tasuki】ネットワークのご利用が再開されました',
    ])
  })

  test('to stop the network reaches every company, and says so for as long as it lasts', async () => {
    const company = await verified()
    await operator.work((work) => switchNetwork(work, { isStopped: true, reason: '点検のため' }))
    await installation.settle()
    expect(await operator.work(networkSwitchedBecause)).toBe('点検のため')
    const recorded = await operator.work(({ tx, companyId }) =>
      tx.selectFrom('audit_event').select('action').where('company_id', '=', companyId).execute(),
    )
    expect(recorded.map(({ action }) => action)).toEqual(expect.arrayContaining(['company.changed', 'network.stopped']))
    expect(await company.work(notices)).toMatchObject({ isStopped: true, standing: 'VERIFIED' })
    await operator.work((work) => switchNetwork(work, { isStopped: false, reason: 'yamada' }))
    await installation.settle()
    expect(await kindsOf(company)).toContain('CONTINUED')
    expect(await operator.work(networkSwitchedBecause)).toBe('yamada')
    const details = await operator.work(({ tx, companyId }) =>
      tx.selectFrom('audit_event').select('detail').where('company_id', '=', companyId).execute(),
    )
    expect(JSON.stringify(details), 'a reason may be a name').not.toContain('yamada')
    expect((await mailsTo(company)).slice(-2)).toEqual([
      '【Tasuki】ネットワーク全体が停止されました',
      '【Tasuki】ネットワークが再開されました',
    ])
  })

  test('falls with the company’s identity, of which its administrators and the operator’s are told by mail, once', async () => {
    const company = await verified()
    const told = async () =>
      (await mailsTo(operator)).filter((subject) => subject.includes('再確認をお願いします')).length
    const before = await told()
    await company.work((work) => changeCompany(work, { name: '株式会社べつの会社' }))
    await installation.settle()
    await company.work((work) => changeCompany(work, { licenceNumber: '27-ユ-000000' }))
    await installation.settle()
    expect((await mailsTo(company)).slice(1)).toEqual(['【Tasuki】企業情報の再確認が必要です'])
    expect(await told()).toBe(before + 1)
    expect((await operator.work(notices)).notices).toContainEqual(
      expect.objectContaining({
        kind: 'COMPANY_TO_VERIFY',
        detail: { employerId: company.companyId, employerName: '株式会社べつの会社' },
      }),
    )
    expect(await actionsOf(operator, company.companyId)).toContain('network.company-to-verify-again')
    // Over the pages it states itself for as long as it lasts.
    expect(await company.work(notices)).toMatchObject({ standing: 'UNVERIFIED', notices: [{ kind: 'VERIFIED' }] })
  })

  test('about the line of business is told with its reason, refused for what the company states, and taken back', async () => {
    const company = await verified()
    const { companyId: id } = company
    await company.work((work) => changeCompany(work, { industry: 'E' }))
    await installation.settle()
    const setting = (industry: string | null, reason = '定款の目的と異なるため') =>
      operator.work((work) => setIndustry(work, { id, industry, reason }))
    await expect(setting('E')).rejects.toMatchObject({ code: 'accounts.industry-as-stated' })
    await setting('J')
    await setting('J', 'もう一度')
    await installation.settle()
    expect(await operator.work((work) => networkCompany(work, id))).toMatchObject({
      industry: 'E',
      industrySet: { industry: 'J', reason: '定款の目的と異なるため' },
      standing: 'VERIFIED',
    })
    expect(await company.work(industrySetHere)).toEqual({ industry: 'J', reason: '定款の目的と異なるため' })
    // What else the operator decides leaves it as it is.
    await operator.work((work) => recordPapers(work, { id, note: '確認した' }))
    await operator.work((work) => suspendCompany(work, { id, reason: 'complaints' }))
    await operator.work((work) => resumeCompany(work, id))
    await setting(null, '登録が改められたため')
    await installation.settle()
    expect(await company.work(industrySetHere)).toBeNull()
    const told = (await company.work(notices)).notices.filter(({ kind }) => kind === 'INDUSTRY_SET')
    expect(told.map(({ detail }) => detail)).toEqual([
      { industry: null, because: '登録が改められたため' },
      { industry: 'J', because: '定款の目的と異なるため' },
    ])
    const mail = installation.mailer.sent.find(({ subject }) => subject.includes('業種について'))
    expect(mail?.text.replaceAll('\n', '')).toContain('「金融業、保険業」として取り扱います')
    expect(mail?.text).toContain('定款の目的と異なるため')
    expect(await actionsOf(operator, id)).toEqual(
      expect.arrayContaining(['network.company-industry-set', 'network.company-industry-released']),
    )
    expect(await actionsOf(company, id)).toEqual(
      expect.arrayContaining(['company.industry-set', 'company.industry-released']),
    )
  })

  test('is put away by each reader for oneself', async () => {
    const company = await verified()
    const [notice] = (await company.work(notices)).notices
    await company.work((work) => putAway(work, notice?.id ?? ''))
    await company.work((work) => putAway(work, notice?.id ?? ''))
    expect(await kindsOf(company)).toEqual([])
    const other = { companyId: company.companyId, actor: systemActor('test') }
    expect((await inCompany(installation, other, notices)).notices).toHaveLength(1)
    await expect(operator.work((work) => putAway(work, notice?.id ?? ''))).rejects.toMatchObject({ status: 404 })
  })
})

describe('the mode in force', () => {
  test('is told when the company changes it, and when the installation becomes stricter', async () => {
    const company = await verified()
    await company.work((work) => changeCompany(work, { operatingMode: 'INFO_PROVISION' }))
    await installation.settle()
    const [changed] = (await company.work(notices)).notices
    expect(changed).toMatchObject({ kind: 'MODE_CHANGED', detail: { from: 'PLACEMENT', to: 'INFO_PROVISION' } })
    const stricter = { ...installation, config: { ...installation.config, OPERATING_MODE: 'GROUP' as const } }
    await noticingModes.run(stricter, {})
    await noticingModes.run(stricter, {})
    const told = (await company.work(notices)).notices.filter(({ kind }) => kind === 'MODE_CHANGED')
    expect(new Set(told.map(({ detail }) => detail.to))).toEqual(new Set(['GROUP', 'INFO_PROVISION']))
    await noticingModes.run(installation, {})
  })
})

describe('papers with an end', () => {
  test('are announced 60, 30 and 7 days before, to both sides, once for each', async () => {
    const company = await verified({ licence: 61 })
    await look()
    expect(await kindsOf(company)).toEqual(['VERIFIED'])
    for (let passed = 0; passed < 55; passed += 1) {
      installation.clock.advance({ days: 1 })
      if (passed % 3 === 0 || passed > 50) await look()
    }
    const mails = (await mailsTo(company)).filter((subject) => subject.includes('期限'))
    expect(mails).toEqual(Array.from({ length: 3 }, () => '【Tasuki】職業紹介事業の許可の期限が近づいています'))
    expect((await mailsTo(operator)).filter((subject) => subject.includes('期限が近づいて'))).toHaveLength(3)
    expect((await company.work(notices)).papers).toMatchObject([{ paper: 'LICENCE', days: 6 }])
    installation.clock.advance({ days: -55 })
  })

  test('take the company out of the network at the midnight of their end, before anybody looks', async () => {
    const company = await verified({ agreement: 1 })
    const { companyId: id } = company
    expect(await company.work(networkStanding)).toBe('VERIFIED')
    installation.clock.advance({ days: 2 })
    expect([await company.work(networkStanding), await company.work(operatingMode)]).toEqual(['SUSPENDED', 'IN_HOUSE'])
    await noticingModes.run(installation, {})
    await Promise.all([watchPapers.run(installation, {}), watchPapers.run(installation, {})])
    await installation.settle()
    const known = await operator.work((work) => networkCompany(work, id))
    expect(known).toMatchObject({ standing: 'SUSPENDED', reason: 'agreement-ended' })
    expect(await mailsTo(company)).toEqual([
      '【Tasuki】企業の確認が完了しました',
      '【Tasuki】参加契約の期限が近づいています',
      '【Tasuki】ネットワークのご利用が停止されました',
    ])
    await expect(operator.work((work) => resumeCompany(work, id))).rejects.toMatchObject({
      code: 'accounts.not-verifiable',
    })
    const agreementUntil = await inDays(365)
    await operator.work((work) => recordPapers(work, { id, agreementUntil }))
    await operator.work((work) => resumeCompany(work, id))
    await installation.settle()
    expect(await company.work(operatingMode)).toBe('PLACEMENT')
    installation.clock.advance({ days: -2 })
  })

  test('of a licence matter only to who places people', async () => {
    const company = await verified({ licence: 1 })
    await company.work((work) => changeCompany(work, { operatingMode: 'INFO_PROVISION' }))
    await installation.settle()
    installation.clock.advance({ days: 2 })
    await look()
    expect(await company.work(networkStanding)).toBe('VERIFIED')
    installation.clock.advance({ days: -2 })
  })
})
