import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { outboxes } from '../../../kernel/outbox.ts'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import {
  accountsModule,
  changeCompany,
  networkCompanies,
  networkStanding,
  operatingMode,
  recordPapers,
  resumeCompany,
  suspendCompany,
  switchNetwork,
  verifyCompany,
} from '../../accounts/index.ts'
import { acted } from '../../accounts/events.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { auditModule } from '../../audit/index.ts'
import { consentModule } from '../../consent/index.ts'
import { balances, creditsModule, networkBalances, terms } from '../../credits/index.ts'
import { peopleModule } from '../../people/index.ts'
import { memberContributions } from '../members/member-contributions.ts'
import { memberSubscriptions } from '../members/member-wiring.ts'
import { changeNetworkTerms, countInNetwork, takeBackInNetwork } from './network-referrals.ts'
import { holds } from './referrals.ts'
import { listNetworkReferrals, waitingReferrals } from './store-network.ts'
import { relayModule } from '../index.ts'
import { forgetOriginsBefore } from './store-origins.ts'
import { aMember } from '../testing.ts'

const relay = { name: 'relay', contributions: memberContributions }
const modules = [accountsModule, auditModule, consentModule, peopleModule, creditsModule, relay]
const subscriptions = [
  ...[accountsModule, auditModule, creditsModule].flatMap((module) => module.subscriptions ?? []),
  ...memberSubscriptions,
]

let installation: TestInstallation
let operator: TestCompany

// A database of its own: the operator is one for the whole installation.
beforeAll(async () => {
  const intents = [...outboxes, holds]
  installation = await testInstallation({ modules, subscriptions, intents, emptyDatabase: 'relay_network' })
  operator = await aCompany({ installation, kind: 'OPERATOR', name: 'たすき運営機構', standing: 'UNTOLD' })
})

const papers = { agreementOn: '2026-01-05', licenceSeenOn: '2026-01-05', licenceUntil: '2031-01-04' }

async function anEmployer(): Promise<TestCompany> {
  const company = await aCompany({ installation, standing: 'UNTOLD', corporateNumber: '8000000000001' })
  const { companyId: id } = company
  await company.work((work) => acted(work, { action: 'company.opened', subject: { kind: 'company', id } }))
  await installation.settle()
  return company
}

async function verified(): Promise<TestCompany> {
  const company = await anEmployer()
  const { companyId: id } = company
  await operator.work((work) => recordPapers(work, { id, ...papers }))
  await operator.work((work) => verifyCompany(work, id))
  await installation.settle()
  return company
}

async function holdOver(): Promise<void> {
  await installation.settle()
  installation.clock.advance({ days: 8 })
  await installation.settle()
}

const ofCompany = ({ companyId }: TestCompany) =>
  operator.work((work) => listNetworkReferrals(work, { employerId: companyId, limit: 10 }))
const seen = async ({ companyId: id }: TestCompany) =>
  (await operator.work(networkCompanies)).find((one) => one.id === id)

/** Returns once a transaction of this database waits for a row that another one holds. */
async function isWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waits: boolean }>`select exists (
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(
      installation.databases.app,
    )
    if (rows[0]?.waits) return
  }
}

test('an agreement that would end before it was signed is not recorded', async () => {
  const { companyId: id } = await verified()
  const ending = (agreementUntil: string) => operator.work((work) => recordPapers(work, { id, agreementUntil }))
  await expect(ending('2001-01-01')).rejects.toMatchObject({ code: 'accounts.agreement-ends-before', status: 422 })
  await ending('2026-01-05')
  await expect(operator.work((work) => recordPapers(work, { id, agreementOn: '2026-01-06' }))).rejects.toMatchObject({
    code: 'accounts.agreement-ends-before',
  })
})

test('papers that are recorded while a company is being suspended leave it suspended', async () => {
  const company = await verified()
  const { companyId: id } = company
  let recorded: Promise<unknown> = Promise.resolve()
  await operator.work(async (work) => {
    await suspendCompany(work, { id, reason: 'fraud' })
    recorded = operator.work((other) => recordPapers(other, { id, note: '登記簿を確認' }))
    await isWaiting()
  })
  await recorded
  expect(await seen(company)).toMatchObject({ standing: 'SUSPENDED', note: '登記簿を確認' })
})

describe('a company that is not verified', () => {
  test('has referrals that wait, and they count as soon as it is', async () => {
    const company = await anEmployer()
    await aMember(company)
    await holdOver()
    expect(await company.work(balances)).toMatchObject({ held: 1, counted: 0 })
    expect(await ofCompany(company)).toMatchObject([{ state: 'HELD', reason: 'company-unverified' }])
    const { companyId: id } = company
    await expect(operator.work((work) => verifyCompany(work, id))).rejects.toMatchObject({
      code: 'accounts.not-verifiable',
      detail: { missing: ['AGREEMENT_MISSING', 'LICENCE_UNSEEN'] },
    })
    await operator.work((work) => recordPapers(work, { id, ...papers }))
    await operator.work((work) => verifyCompany(work, id))
    await installation.settle()
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 1 })
    expect(await ofCompany(company)).toMatchObject([{ state: 'COUNTED', reason: null }])
    expect(await seen(company)).toMatchObject({ standing: 'VERIFIED', alerts: [] })
  })
})

describe('a company that says that it is another one', () => {
  const changes = {
    name: { name: '株式会社べつの会社' },
    'corporate number': { corporateNumber: '7000000000002' },
    licence: { licenceNumber: '27-ユ-000000' },
    group: { groupName: 'べつのグループ', groupNumber: '6000000000003' },
  }
  for (const [what, change] of Object.entries(changes))
    test(`by its ${what} waits to be verified again, as do its referrals`, async () => {
      const company = await verified()
      const { companyId: id } = company
      await aMember(company)
      await company.work((work) => changeCompany(work, change))
      expect(await company.work(networkStanding)).toBe('UNVERIFIED')
      // Whatever the operator says of the company as it was does not hold for what it is.
      await operator.work((work) => recordPapers(work, { id, note: '変更前' }))
      await holdOver()
      expect(await seen(company)).toMatchObject({ standing: 'UNVERIFIED', ...change })
      expect(await company.work(networkStanding)).toBe('UNVERIFIED')
      expect(await ofCompany(company)).toMatchObject([{ state: 'HELD', reason: 'company-unverified' }])
      await operator.work((work) => verifyCompany(work, id))
      await installation.settle()
      expect(await company.work(networkStanding)).toBe('VERIFIED')
      expect(await company.work(balances)).toMatchObject({ held: 0, counted: 1 })
    })

  test('while it is suspended is to be verified when it is resumed', async () => {
    const company = await verified()
    const { companyId: id } = company
    await operator.work((work) => suspendCompany(work, { id, reason: 'complaints' }))
    await installation.settle()
    await company.work((work) => changeCompany(work, { name: '株式会社べつの会社' }))
    await installation.settle()
    await operator.work((work) => resumeCompany(work, id))
    await installation.settle()
    expect([(await seen(company))?.standing, await company.work(networkStanding)]).toEqual(['UNVERIFIED', 'UNVERIFIED'])
  })

  test('stays verified with any other change, and changes its line of business once in twelve months', async () => {
    const company = await verified()
    const state = (industry: string | null) => company.work((work) => changeCompany(work, { industry }))
    await company.work((work) => changeCompany(work, { nameEn: 'Sakura', address: '京都府京都市架空区1-2-3' }))
    await state('G')
    await state('G')
    for (const other of ['E', null])
      await expect(state(other)).rejects.toMatchObject({ code: 'accounts.industry-fixed', status: 409 })
    await installation.settle()
    expect(await seen(company)).toMatchObject({ standing: 'VERIFIED', industry: 'G' })
    installation.clock.advance({ days: 366 })
    await state('E')
    await expect(state('G')).rejects.toMatchObject({ code: 'accounts.industry-fixed' })
  })
})

describe('a suspended company', () => {
  test('works as in-house, its referrals wait, and it is what it was when it is resumed', async () => {
    const company = await verified()
    await aMember(company)
    const { companyId: id } = company
    await operator.work((work) => suspendCompany(work, { id, reason: 'fraud' }))
    await holdOver()
    expect(await company.work(operatingMode)).toBe('IN_HOUSE')
    expect(await ofCompany(company)).toMatchObject([{ state: 'HELD', reason: 'company-suspended' }])
    await operator.work((work) => resumeCompany(work, id))
    await installation.settle()
    expect(await company.work(operatingMode)).toBe('PLACEMENT')
    expect(await seen(company)).toMatchObject({ standing: 'VERIFIED', reason: null })
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 1 })
  })
})

describe('a referral with signals', () => {
  test('waits for that look while its company is suspended, and then for the company', async () => {
    const company = await verified()
    await aMember(company, { mail: 'x0@sutemail.example' })
    const { companyId: id } = company
    await operator.work((work) => suspendCompany(work, { id, reason: 'fraud' }))
    await holdOver()
    const [waiting] = await ofCompany(company)
    expect(waiting).toMatchObject({ state: 'HELD', reason: 'in-review' })
    await operator.work((work) => countInNetwork(work, waiting!.id))
    await installation.settle()
    expect(await ofCompany(company)).toMatchObject([{ state: 'HELD', reason: 'company-suspended' }])
    await operator.work((work) => resumeCompany(work, id))
    await installation.settle()
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 1 })
  })

  test('waits for a look after its hold, and counts when the operator says so', async () => {
    const company = await verified()
    await aMember(company, { mail: 'x1@sutemail.example' })
    await holdOver()
    const [waiting] = await operator.work((work) => listNetworkReferrals(work, { review: true, limit: 10 }))
    expect(waiting).toMatchObject({ state: 'HELD', reason: 'in-review', signals: ['DISPOSABLE_MAIL'] })
    expect(await operator.work(waitingReferrals)).toMatchObject({ review: 1 })
    await operator.work((work) => countInNetwork(work, waiting!.id))
    await operator.work((work) => countInNetwork(work, waiting!.id))
    await installation.settle()
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 1 })
    expect(await operator.work(waitingReferrals)).toMatchObject({ review: 0 })
  })

  test('that was looked at while it is held counts at the end of its hold and not before', async () => {
    const company = await verified()
    await aMember(company, { mail: 'x2@sutemail.example' })
    await installation.settle()
    const [held] = await ofCompany(company)
    await operator.work((work) => countInNetwork(work, held!.id))
    await installation.settle()
    expect(await company.work(balances)).toMatchObject({ held: 1, counted: 0 })
    await holdOver()
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 1 })
  })

  test('never counts once it was refused, and a counted one is taken back in the ledger', async () => {
    const company = await verified()
    await aMember(company, { mail: 'x3@sutemail.example' })
    await aMember(company)
    await holdOver()
    const [, ...rest] = [undefined, ...(await ofCompany(company))]
    for (const { id } of rest) await operator.work((work) => takeBackInNetwork(work, { id, reason: 'fake-person' }))
    await installation.settle()
    expect((await ofCompany(company)).map(({ state }) => state).toSorted()).toEqual(['REFUSED', 'REVERSED'])
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 0 })
    const refused = (await ofCompany(company)).find(({ state }) => state === 'REFUSED')
    await expect(operator.work((work) => countInNetwork(work, refused!.id))).rejects.toMatchObject({
      code: 'relay.referral-settled',
    })
  })
})

describe('registrations from one place', () => {
  const origin = { address: '203.0.113.7', agent: 'Mozilla/5.0 (iPhone)', languages: 'ja' }

  test('a family may share a device; a third within a week puts all three before the operator', async () => {
    const company = await verified()
    const other = await verified()
    for (const referrer of [company, company, other]) await aMember(referrer, { origin })
    await holdOver()
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 2 })
    const crowded = await verified()
    for (let made = 0; made < 3; made += 1) {
      await aMember(crowded, { origin })
      await installation.settle()
    }
    expect((await ofCompany(crowded)).map(({ signals }) => signals)).toEqual([['SAME_DEVICE'], [], []])
    await holdOver()
    for (const one of await ofCompany(crowded))
      expect(one).toMatchObject({ state: 'HELD', reason: 'in-review', signals: ['SAME_DEVICE'] })
    expect(await crowded.work(balances)).toMatchObject({ held: 3, counted: 0 })
  })

  test('ten of a day from one network are looked at, unless most come from elsewhere', async () => {
    const [company, broad] = [await verified(), await verified()]
    const from = (block: number, host: number) => ({ ...origin, address: `198.51.${block}.${host}` })
    for (let made = 1; made <= 10; made += 1) await aMember(company, { origin: from(100, made) })
    for (let made = 1; made <= 10; made += 1) await aMember(broad, { origin: from(100, made) })
    // Not within the same hour, which would be a burst.
    installation.clock.advance({ hours: 3 })
    for (let made = 1; made <= 10; made += 1) await aMember(broad, { origin: from(made, made) })
    await holdOver()
    expect(await company.work(balances)).toMatchObject({ held: 10, counted: 0 })
    expect(await broad.work(balances)).toMatchObject({ held: 0, counted: 0, slots: { available: 2 } })
  })

  test('an address of a network of one’s own says nothing, and what is kept is forgotten after thirty days', async () => {
    const company = await verified()
    for (let made = 0; made < 3; made += 1) await aMember(company, { origin: { ...origin, address: '10.0.0.1' } })
    expect(await company.work((work) => forgetOriginsBefore(work, work.now))).toBe(0)
    await aMember(company, { origin })
    installation.clock.advance({ days: 31 })
    expect(await company.work(relayModule.contributions.retain!)).toMatchObject({ registrationOrigins: 1 })
  })
})

describe('the operator', () => {
  test('sees every company’s slots as sums, and its rules hold in every company', async () => {
    const company = await verified()
    await operator.work((work) => changeNetworkTerms(work, { referralsPerSlot: 1 }))
    await installation.settle()
    expect(await company.work(terms)).toMatchObject({ referralsPerSlot: 1, referralHoldDays: 7 })
    await aMember(company)
    await holdOver()
    const found = (await operator.work(networkBalances)).find((one) => one.employerId === company.companyId)
    expect(found).toMatchObject({ slots: { available: 1, reserved: 0, spent: 0, expired: 0 }, referralsPerSlot: 1 })
  })

  test('stops the whole network at once, and lets it go on', async () => {
    const company = await verified()
    await operator.work((work) => switchNetwork(work, { isStopped: true, reason: '障害' }))
    await installation.settle()
    expect(await company.work(operatingMode)).toBe('IN_HOUSE')
    const later = await anEmployer()
    expect(await later.work(operatingMode)).toBe('IN_HOUSE')
    await operator.work((work) => switchNetwork(work, { isStopped: false, reason: '復旧' }))
    await installation.settle()
    expect(await company.work(operatingMode)).toBe('PLACEMENT')
  })
})

describe('a flood of registrations', () => {
  test('counts nothing beyond an ordinary hour until somebody looked, and the ledger stays whole', async () => {
    await operator.work((work) => changeNetworkTerms(work, { referralsPerSlot: 10 }))
    await installation.settle()
    const company = await verified()
    await Promise.all(Array.from({ length: 30 }, () => aMember(company)))
    await installation.settle()
    expect(await company.work(balances)).toMatchObject({ held: 30, counted: 0 })
    await holdOver()
    const all = await operator.work((work) => listNetworkReferrals(work, { employerId: company.companyId, limit: 50 }))
    const [waiting, counted] = [
      all.filter(({ state }) => state === 'HELD'),
      all.filter(({ state }) => state === 'COUNTED'),
    ]
    expect(counted).toHaveLength(19)
    for (const one of waiting) expect([one.reason, one.signals]).toEqual(['in-review', ['BURST']])
    expect(await company.work(balances)).toMatchObject({ held: 11, counted: 9, slots: { available: 1 } })
    await operator.work((work) => takeBackInNetwork(work, { id: waiting[0]!.id, reason: 'fake-person' }))
    await operator.work((work) => countInNetwork(work, waiting[1]!.id))
    await installation.settle()
    expect(await company.work(balances)).toMatchObject({ held: 9, counted: 0, slots: { available: 2 } })
    expect(await company.work(creditsModule.contributions.verify!)).toEqual([])
  })
})
