import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { outboxes } from '../../../kernel/outbox.ts'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { inCompany } from '../../../kernel/work.ts'
import { accountsModule, recordPapers, suspendCompany, verifyCompany } from '../../accounts/index.ts'
import { acted } from '../../accounts/events.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { auditModule } from '../../audit/index.ts'
import { balances } from '../balances.ts'
import { reserveSlot, reverseReferral, spendSlot } from '../credits.ts'
import { declareSubsidiary, settleLink } from './group.ts'
import { carrySlots, sendSlots } from './group-transfers.ts'
import { creditsModule } from '../index.ts'
import { groupLinks, latestTransfers } from './store-group.ts'
import { decideAdjustment, proposeAdjustment } from '../adjustments/adjustments.ts'
import { adjustments } from '../adjustments/store-adjustments.ts'
import { countReferrals } from '../testing.ts'

const modules = [accountsModule, auditModule, creditsModule]
let installation: TestInstallation
let operator: TestCompany
beforeAll(async () => {
  const subscriptions = modules.flatMap((module) => module.subscriptions ?? [])
  const parts = { modules, subscriptions, intents: [...outboxes, ...(creditsModule.intents ?? [])] }
  installation = await testInstallation({ ...parts, emptyDatabase: 'credits_group' })
  operator = await aCompany({ installation, kind: 'OPERATOR', name: 'たすき運営機構', standing: 'UNTOLD' })
})

/** 法人番号 are twelve digits behind their check digit. */
function corporateNumber(body: number): string {
  const digits = Array.from(String(body).padStart(12, '0'), Number).toReversed()
  const sum = digits.reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 2), 0)
  return `${9 - (sum % 9)}${String(body).padStart(12, '0')}`
}

let made = 0
type Employer = TestCompany & { number: string }

async function anEmployer(): Promise<Employer> {
  made += 1
  const number = corporateNumber(700_000_000_000 + made)
  const company = await aCompany({ installation, standing: 'UNTOLD', corporateNumber: number, name: `関東物流${made}` })
  const { companyId: id } = company
  await company.work((work) => acted(work, { action: 'company.opened', subject: { kind: 'company', id } }))
  await installation.settle()
  const papers = { agreementOn: '2026-01-05', licenceSeenOn: '2026-01-05', licenceUntil: '2031-01-04' }
  await operator.work((work) => recordPapers(work, { id, ...papers }))
  await operator.work((work) => verifyCompany(work, id))
  await installation.settle()
  return { ...company, number }
}

async function aGroup() {
  const [parent, subsidiary] = [await anEmployer(), await anEmployer()]
  const linkId = newId()
  await parent.work((work) => declareSubsidiary(work, { id: linkId, corporateNumber: subsidiary.number }))
  await installation.settle()
  await subsidiary.work((work) => settleLink(work, { id: linkId, settle: 'AGREED' }))
  await installation.settle()
  return { parent, subsidiary, linkId }
}

const slotsOf = async (company: TestCompany) => (await company.work(balances)).slots
const findingsOf = (company: TestCompany) => company.work(creditsModule.contributions.verify!)
type Sending = { from: TestCompany; linkId: string; slots: number; id?: string }
const send = ({ from, id = newId(), ...sending }: Sending) =>
  from.work((work) => sendSlots(work, { id, reason: '東北の採用を強めるため', ...sending }))

describe('a group of companies', () => {
  test('is one once the subsidiary agreed to what the parent declared, by the name that the operator verified', async () => {
    const { parent, subsidiary } = await aGroup()
    const [[below], [above]] = [await parent.work(groupLinks), await subsidiary.work(groupLinks)]
    expect(below).toMatchObject({ other: 'SUBSIDIARY', state: 'AGREED', otherId: subsidiary.companyId })
    expect(above).toMatchObject({ other: 'PARENT', state: 'AGREED', otherId: parent.companyId })
  })

  test('is none where nobody verified has the number, nor where the subsidiary says no', async () => {
    const [parent, other] = [await anEmployer(), await anEmployer()]
    const declare = (number: string) =>
      parent.work((work) => declareSubsidiary(work, { id: newId(), corporateNumber: number }))
    await declare('9999999999999')
    const { id } = await declare(other.number)
    await installation.settle()
    await other.work((work) => settleLink(work, { id, settle: 'REFUSED' }))
    await installation.settle()
    expect((await parent.work(groupLinks)).map(({ state }) => state).toSorted()).toEqual(['NOT_FOUND', 'REFUSED'])
    await countReferrals(parent, 10)
    await expect(send({ from: parent, linkId: id, slots: 1 })).rejects.toMatchObject({ code: 'credits.link-else' })
    await expect(declare(parent.number)).rejects.toMatchObject({ code: 'credits.link-exists' })
  })

  test('moves slots from one ledger to the other as a pair, once however often it is sent', async () => {
    const { parent, subsidiary, linkId } = await aGroup()
    await countReferrals(subsidiary, 30)
    const id = newId()
    await Promise.all([1, 2].map(() => send({ from: subsidiary, linkId, slots: 2, id })))
    expect(await slotsOf(subsidiary)).toMatchObject({ available: 1 })
    await installation.settle()
    await send({ from: subsidiary, linkId, slots: 2, id })
    await installation.settle()
    expect([await slotsOf(subsidiary), await slotsOf(parent)]).toMatchObject([{ available: 1 }, { available: 2 }])
    expect(await subsidiary.work(latestTransfers)).toMatchObject([{ direction: 'OUT', state: 'DELIVERED', slots: 2 }])
    expect(await parent.work(latestTransfers)).toMatchObject([{ direction: 'IN', state: 'DELIVERED', slots: 2 }])
    expect([await findingsOf(parent), await findingsOf(subsidiary)]).toEqual([[], []])
  })

  test('keeps a slot’s expiry on its way, and lets the other side spend it', async () => {
    const { parent, subsidiary, linkId } = await aGroup()
    await countReferrals(parent, 10)
    const { nextExpiry } = await parent.work(balances)
    await send({ from: parent, linkId, slots: 1 })
    await installation.settle()
    expect((await subsidiary.work(balances)).nextExpiry).toEqual(nextExpiry)
    const introductionId = newId()
    await subsidiary.work((work) => reserveSlot(work, { id: introductionId, reason: 'asked' }))
    await subsidiary.work((work) => spendSlot(work, { id: newId(), introductionId, reason: 'yes' }))
    expect(await slotsOf(subsidiary)).toMatchObject({ available: 0, spent: 1 })
    expect(await findingsOf(subsidiary)).toEqual([])
  })

  test('gives slots back that arrive after the link ended or the company was suspended', async () => {
    for (const away of ['ended', 'suspended'] as const) {
      const { parent, subsidiary, linkId } = await aGroup()
      await countReferrals(parent, 10)
      if (away === 'ended') await subsidiary.work((work) => settleLink(work, { id: linkId, settle: 'ENDED' }))
      else await operator.work((work) => suspendCompany(work, { id: subsidiary.companyId, reason: 'complaints' }))
      if (away === 'suspended') await installation.settle()
      await send({ from: parent, linkId, slots: 1 })
      await installation.settle()
      expect([await slotsOf(parent), await slotsOf(subsidiary)]).toMatchObject([{ available: 1 }, { available: 0 }])
      expect(await parent.work(latestTransfers)).toMatchObject([{ state: 'RETURNED' }])
      expect([await findingsOf(parent), await findingsOf(subsidiary)]).toEqual([[], []])
    }
  })

  test('lets a slot that comes back after its time expire, and not be free again', async () => {
    const { parent, subsidiary, linkId } = await aGroup()
    await countReferrals(parent, 10)
    await subsidiary.work((work) => settleLink(work, { id: linkId, settle: 'ENDED' }))
    const id = newId()
    await send({ from: parent, linkId, slots: 1, id })
    installation.clock.advance({ days: 400 })
    const payload = { transferId: id, linkId, toId: subsidiary.companyId, reason: '東北の採用', expiries: [null] }
    await carrySlots(installation, { realmId: parent.companyId, payload })
    expect(await slotsOf(parent)).toMatchObject({ available: 0, expired: 1 })
  })

  test('sends nothing from a company that the operator suspended', async () => {
    const { parent, linkId } = await aGroup()
    await countReferrals(parent, 10)
    await operator.work((work) => suspendCompany(work, { id: parent.companyId, reason: 'complaints' }))
    await installation.settle()
    await expect(send({ from: parent, linkId, slots: 1 })).rejects.toMatchObject({ code: 'credits.not-in-network' })
    expect(await slotsOf(parent)).toMatchObject({ available: 1 })
  })

  test('has a slot that comes back pay for the referral that was taken back while it was away', async () => {
    const { parent, subsidiary, linkId } = await aGroup()
    const [first = ''] = await countReferrals(parent, 10)
    await subsidiary.work((work) => settleLink(work, { id: linkId, settle: 'ENDED' }))
    await send({ from: parent, linkId, slots: 1 })
    await parent.work((work) => reverseReferral(work, { id: newId(), countId: `${first}/count`, reason: 'fraud' }))
    await installation.settle()
    expect(await parent.work(balances)).toMatchObject({ counted: 9, debt: 0, slots: { available: 0 } })
    expect(await findingsOf(parent)).toEqual([])
  })

  test('owes for a referral taken back after its slot was spent elsewhere in the group, and takes nothing from there', async () => {
    const { parent, subsidiary, linkId } = await aGroup()
    const [first = ''] = await countReferrals(parent, 10)
    await send({ from: parent, linkId, slots: 1 })
    await installation.settle()
    const introductionId = newId()
    await subsidiary.work((work) => reserveSlot(work, { id: introductionId, reason: 'asked' }))
    await subsidiary.work((work) => spendSlot(work, { id: newId(), introductionId, reason: 'yes' }))
    const reverse = () =>
      parent.work((work) => reverseReferral(work, { id: newId(), countId: `${first}/count`, reason: 'fraud' }))
    await Promise.allSettled([reverse(), reverse()])
    expect(await parent.work(balances)).toMatchObject({ counted: 0, debt: 1, slots: { available: 0 } })
    expect(await subsidiary.work(balances)).toMatchObject({ debt: 0, slots: { available: 0, spent: 1 } })
    await countReferrals(parent, 11)
    expect(await parent.work(balances)).toMatchObject({ counted: 0, debt: 0, slots: { available: 1 } })
    expect([await findingsOf(parent), await findingsOf(subsidiary)]).toEqual([[], []])
  })

  test('lets nobody send slots away while referrals are owed, nor more than are free', async () => {
    const { parent, linkId } = await aGroup()
    const [first = ''] = await countReferrals(parent, 10)
    await expect(send({ from: parent, linkId, slots: 2 })).rejects.toMatchObject({ code: 'credits.no-slot' })
    expect(await slotsOf(parent)).toMatchObject({ available: 1 })
    const introductionId = newId()
    await parent.work((work) => reserveSlot(work, { id: introductionId, reason: 'asked' }))
    await parent.work((work) => spendSlot(work, { id: newId(), introductionId, reason: 'yes' }))
    await parent.work((work) => reverseReferral(work, { id: newId(), countId: `${first}/count`, reason: 'fraud' }))
    await expect(send({ from: parent, linkId, slots: 1 })).rejects.toMatchObject({
      code: 'credits.refused',
      detail: { rule: 'DEBT_OPEN' },
    })
  })
})

/** Somebody else of the operator's staff. */
const another = (): TestCompany['work'] => {
  const actor = { ...operator.actor, id: newId() }
  return (run) => inCompany(installation, { companyId: operator.companyId, actor }, run)
}

describe('a correction by the operator', () => {
  const propose = (employer: TestCompany, amount: number, unit: 'slots' | 'referrals' = 'slots') =>
    operator.work((work) =>
      proposeAdjustment(work, {
        id: newId(),
        employerId: employer.companyId,
        unit,
        amount,
        reason: '障害のお詫びとして',
      }),
    )
  const approve = (work: TestCompany['work'], id: string) =>
    work((opened) => decideAdjustment(opened, { id, decision: 'APPROVE' }))

  test('takes two people: nothing moves before somebody else approves, and then once', async () => {
    const employer = await anEmployer()
    const { id } = await propose(employer, 3)
    await expect(approve(operator.work, id)).rejects.toMatchObject({ code: 'credits.other-person' })
    await installation.settle()
    expect(await slotsOf(employer)).toMatchObject({ available: 0 })
    const colleague = another()
    await approve(colleague, id)
    await approve(colleague, id)
    await installation.settle()
    expect(await slotsOf(employer)).toMatchObject({ available: 3 })
    const [adjustment] = await operator.work((work) =>
      adjustments(work, { employerId: employer.companyId, isOpen: false, limit: 5 }),
    )
    expect(adjustment).toMatchObject({ state: 'APPLIED', refused: null })
    expect(await findingsOf(employer)).toEqual([])
  })

  test('pays a debt with the referrals it gives, and takes no more than there is', async () => {
    const employer = await anEmployer()
    const colleague = another()
    const adjust = async (amount: number, unit: 'slots' | 'referrals') => {
      const { id } = await propose(employer, amount, unit)
      await approve(colleague, id)
      await installation.settle()
    }
    await adjust(12, 'referrals')
    expect(await employer.work(balances)).toMatchObject({ counted: 2, slots: { available: 1 } })
    await adjust(-3, 'referrals')
    await adjust(-2, 'slots')
    expect(await employer.work(balances)).toMatchObject({ counted: 2, slots: { available: 1 } })
    await adjust(-2, 'referrals')
    await adjust(-1, 'slots')
    expect(await employer.work(balances)).toMatchObject({ counted: 0, slots: { available: 0 } })
    const all = await operator.work((work) =>
      adjustments(work, { employerId: employer.companyId, isOpen: false, limit: 9 }),
    )
    expect(all.map(({ state, refused }) => refused ?? state).toReversed()).toEqual([
      'APPLIED',
      'INSUFFICIENT_BALANCE',
      'credits.no-slot',
      'APPLIED',
      'APPLIED',
    ])
    expect(await findingsOf(employer)).toEqual([])
  })

  test('undoes a transfer within a group only where its slot is still free: one that was spent stays spent', async () => {
    const { parent, subsidiary, linkId } = await aGroup()
    const colleague = another()
    const takeFromSubsidiary = async () => {
      const { id } = await propose(subsidiary, -1)
      await approve(colleague, id)
      await installation.settle()
      const [latest] = await operator.work((work) =>
        adjustments(work, { employerId: subsidiary.companyId, isOpen: false, limit: 1 }),
      )
      return latest!.refused ?? latest!.state
    }
    await countReferrals(parent, 20)
    await send({ from: parent, linkId, slots: 2 })
    await installation.settle()
    const introductionId = newId()
    await subsidiary.work((work) => reserveSlot(work, { id: introductionId, reason: 'asked' }))
    await subsidiary.work((work) => spendSlot(work, { id: newId(), introductionId, reason: 'yes' }))
    expect([await takeFromSubsidiary(), await takeFromSubsidiary()]).toEqual(['APPLIED', 'credits.no-slot'])
    expect(await slotsOf(subsidiary)).toMatchObject({ available: 0, reserved: 0, spent: 1 })
    expect([await findingsOf(parent), await findingsOf(subsidiary)]).toEqual([[], []])
  })

  test('is refused after seven days, to a key, and to who would withdraw another’s', async () => {
    const employer = await anEmployer()
    const colleague = another()
    const { id } = await propose(employer, 1)
    const withdraw = colleague((work) => decideAdjustment(work, { id, decision: 'WITHDRAW' }))
    await expect(withdraw).rejects.toMatchObject({ code: 'credits.own-proposal' })
    const byKey = operator.work((work) =>
      decideAdjustment({ ...work, actor: { ...work.actor, kind: 'key', id: newId() } }, { id, decision: 'APPROVE' }),
    )
    await expect(byKey).rejects.toMatchObject({ code: 'credits.staff-only' })
    installation.clock.advance({ days: 8 })
    await expect(approve(colleague, id)).rejects.toMatchObject({
      code: 'credits.adjustment-settled',
      detail: { state: 'EXPIRED' },
    })
    expect(await slotsOf(employer)).toMatchObject({ available: 0 })
  })
})
