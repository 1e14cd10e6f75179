import { beforeAll, describe, expect, test } from 'vitest'
import { wiring } from '../../app.ts'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { inCompany, type Actor, type Work } from '../../kernel/work.ts'
import { addStaff } from '../accounts/index.ts'
import { notices } from '../accounts/companies/notices.ts'
import { putKnownCompany } from '../accounts/companies/store-network.ts'
import { eraseSubject, subjectOf } from '../consent/index.ts'
import { balances } from '../credits/index.ts'
import { decideAdjustment } from '../credits/adjustments/adjustments.ts'
import { answer } from '../introductions/answering/answer.ts'
import { introduction } from '../introductions/index.ts'
import { anIntroduction, aScene, verifyInRealms, type Scene, type TestIntroduction } from '../introductions/testing.ts'
import { eraseMyself, referrals, takeBackReferral } from '../relay/index.ts'
import { countedReferrals } from '../relay/testing.ts'
import {
  contest,
  contestAsMember,
  disputesAbout,
  state,
  stateAsMember,
  withdraw,
  withdrawAsMember,
} from './contesting.ts'
import { adjustmentIdOf, decide, disputeClock, forgetWords } from './deciding.ts'
import { listCopies, memberCopies } from './store-copies.ts'
import { listCases, statementsOf } from './store-network.ts'

const words = {
  text: 'お名前とご連絡先が実在せず、ご連絡が一度も取れませんでした。',
  evidence: ['送信記録 2026-05-12'],
}
const otherWords = { text: '企業からのメールは一通も届いておらず、電話もありませんでした。', evidence: [] }
const reasons = '双方の記録を確認し、企業からの連絡が3回あったことを確かめました。'

let installation: TestInstallation
let scene: Scene
const unknown = {
  corporateNumber: null,
  licenceNumber: null,
  groupNumber: null,
  groupName: null,
  industry: null,
  employees: null,
  region: null,
  operatingMode: 'PLACEMENT',
} as const
const staffId = newId()
let colleague: Actor

beforeAll(async () => {
  installation = await testInstallation({ ...wiring, emptyDatabase: 'disputes' })
  scene = await aScene({ installation, slots: 9, members: 17 })
  const permissions = new Set(['network:decide'])
  const opening = { companyId: scene.operatorId, actor: { kind: 'staff', id: staffId, permissions } as Actor }
  const second = {
    id: newId(),
    signInId: newId(),
    name: '運営 次郎',
    email: `${newId()}@tasuki.example`,
    role: 'admin',
  } as const
  colleague = { kind: 'staff', id: second.id, permissions }
  await inCompany(installation, opening, async (work) => {
    await addStaff(work, {
      ...second,
      id: staffId,
      signInId: newId(),
      email: `${newId()}@tasuki.example`,
      role: 'owner',
    })
    await addStaff(work, second)
    for (const { companyId: id } of [scene.employer, scene.referrer])
      await putKnownCompany(work, { ...unknown, id, name: '企業', asOf: work.now })
  })
})

const operator = <T>(run: (work: Work) => Promise<T>, actor: Actor = { ...colleague, id: staffId }) =>
  inCompany(installation, { companyId: scene.operatorId, actor }, run)
/** What is broken, but for the owners that the companies of a test do without. */
const broken = async () => (await verifyInRealms(scene)).filter(({ rule }) => rule !== 'accounts.has-an-owner')
const settle = async () => {
  for (let pass = 0; pass < 4; pass += 1) await installation.settle()
}

async function accepted(): Promise<TestIntroduction> {
  const made = await anIntroduction(scene)
  const { shown } = await made.member.work((work) => introduction(work, made.id))
  await made.member.work((work) => answer(work, { id: made.id, answer: 'ACCEPTED', consent: true, shown }))
  await settle()
  return made
}
const caseOf = (id: string) =>
  operator(async (work) => (await listCases(work, { isOpen: false, limit: 50 })).find((one) => one.id === id))
const copyOf = async (id: string) =>
  (await scene.employer.work((work) => listCopies(work, { limit: 50 }))).find((one) => one.id === id)
async function subjectBehind(introductionId: string) {
  const found = await scene.employer.work((work) =>
    work.tx
      .selectFrom('introductions_request')
      .innerJoin('people_link', (join) =>
        join
          .onRef('people_link.source_record_id', '=', 'introductions_request.source_record_id')
          .onRef('people_link.company_id', '=', 'introductions_request.company_id'),
      )
      .select('people_link.person_id')
      .where('introductions_request.id', '=', introductionId)
      .executeTakeFirstOrThrow(),
  )
  const subject = await scene.employer.work((work) => subjectOf(work, found.person_id))
  if (!subject) throw new Error('the person is unknown')
  return subject
}
const slotsOf = async () => (await scene.employer.work(balances)).slots

describe('a company that contests a spent slot', () => {
  test('is heard beside the person, and gets a slot by a correction that two people made', async () => {
    const { id: introductionId, member } = await accepted()
    const id = newId()
    await scene.employer.work((work) => contest(work, { id, kind: 'SLOT', subjectId: introductionId, ...words }))
    await scene.employer.work((work) => contest(work, { id, kind: 'SLOT', subjectId: introductionId, ...words }))
    const again = { id: newId(), kind: 'SLOT', subjectId: introductionId, ...words } as const
    await expect(scene.employer.work((work) => contest(work, again))).rejects.toMatchObject({
      code: 'disputes.contested-already',
    })
    await settle()
    expect(installation.mailer.sent.map(({ to, subject }) => [to, subject])).toContainEqual([
      member.mail,
      expect.stringContaining('申し立て'),
    ])
    await expect(
      operator((work) => decide(work, { id, outcome: 'UPHELD', reasons, effect: 'GIVE_SLOT' })),
    ).rejects.toMatchObject({ code: 'disputes.settled' })
    await member.work((work) => stateAsMember(work, { id, ...otherWords }))
    await settle()
    expect((await copyOf(id))?.told.statements.map(({ by }) => by)).toEqual(['COMPANY', 'PERSON'])
    const before = await slotsOf()
    const decision = { id, outcome: 'UPHELD', reasons, effect: 'GIVE_SLOT' } as const
    await Promise.all([operator((work) => decide(work, decision)), operator((work) => decide(work, decision))])
    await settle()
    expect(await slotsOf()).toEqual(before)
    await expect(
      operator((work) => decideAdjustment(work, { id: adjustmentIdOf(id), decision: 'APPROVE' })),
    ).rejects.toMatchObject({ code: 'credits.other-person' })
    await operator((work) => decideAdjustment(work, { id: adjustmentIdOf(id), decision: 'APPROVE' }), colleague)
    await settle()
    expect((await slotsOf()).available).toBe(before.available + 1)
    expect(await copyOf(id)).toMatchObject({ state: 'DECIDED', told: { outcome: 'UPHELD', reasons } })
    expect(await member.work((work) => disputesAbout(work, introductionId))).toMatchObject([{ state: 'DECIDED' }])
    expect((await scene.employer.work(notices)).notices.map(({ kind }) => kind)).toContain('DISPUTE_DECIDED')
    expect(await broken()).toEqual([])
  })

  test('hears the decision on what there is when the person says nothing for a week', async () => {
    const { id: introductionId, member } = await accepted()
    const id = newId()
    await scene.employer.work((work) => contest(work, { id, kind: 'SLOT', subjectId: introductionId, ...words }))
    await settle()
    await disputeClock.run(installation, {})
    expect((await caseOf(id))?.state).toBe('STATEMENT')
    installation.clock.advance({ days: 8 })
    await disputeClock.run(installation, {})
    await settle()
    expect((await caseOf(id))?.state).toBe('REVIEW')
    await expect(member.work((work) => stateAsMember(work, { id, ...otherWords }))).rejects.toMatchObject({
      code: 'disputes.statement-not-asked',
    })
    const tooMuch = { id, outcome: 'REJECTED', reasons, effect: 'GIVE_SLOT' } as const
    await expect(operator((work) => decide(work, tooMuch))).rejects.toMatchObject({
      code: 'disputes.effect-does-not-fit',
    })
    await scene.employer.work((work) => withdraw(work, id))
    await settle()
    expect((await caseOf(id))?.state).toBe('WITHDRAWN')
    installation.clock.advance({ days: -8 })
  })

  test('is refused for an introduction nobody said yes to, for another company’s, and after ninety days', async () => {
    const { id: subjectId } = await accepted()
    const ask = { kind: 'SLOT', ...words } as const
    const strange = (work: Work) => contest(work, { id: newId(), subjectId: newId(), ...ask })
    await expect(scene.employer.work(strange)).rejects.toMatchObject({ code: 'disputes.not-contestable' })
    const theirs = (work: Work) => contest(work, { id: newId(), subjectId, ...ask })
    await expect(scene.referrer.work(theirs)).rejects.toMatchObject({ code: 'disputes.not-contestable' })
    installation.clock.advance({ days: 91 })
    await expect(scene.employer.work(theirs)).rejects.toMatchObject({ code: 'disputes.not-contestable' })
    installation.clock.advance({ days: -91 })
    const forbidden = { ...ask, text: 'ご両親の職業について、事実と異なる説明がありました。' }
    await expect(
      scene.employer.work((work) => contest(work, { id: newId(), subjectId, ...forbidden })),
    ).rejects.toMatchObject({ code: 'disputes.forbidden-words' })
  })
})

describe('a company that contests a referral taken back', () => {
  test('gets it counted again by a correction, never by undoing the history', async () => {
    const [referralId] = await countedReferrals(scene.referrer, 1)
    const referral = (await scene.referrer.work((work) => referrals(work, { limit: 50 }))).find(
      ({ id }) => id === referralId,
    )
    await scene.referrer.work((work) => takeBackReferral(work, { id: referral!.id, reason: 'fake-person' }))
    await settle()
    const id = newId()
    const subjectId = referral!.letterId
    await scene.referrer.work((work) => contest(work, { id, kind: 'REFERRAL', subjectId, ...words }))
    await settle()
    expect(await caseOf(id)).toMatchObject({ state: 'REVIEW', subjectId: referral!.id })
    const before = await scene.referrer.work(balances)
    await operator((work) => decide(work, { id, outcome: 'UPHELD', reasons, effect: 'GIVE_REFERRAL' }))
    await operator((work) => decideAdjustment(work, { id: adjustmentIdOf(id), decision: 'APPROVE' }), colleague)
    await settle()
    const after = await scene.referrer.work(balances)
    expect(after).not.toEqual(before)
    expect(await broken()).toEqual([])
  })
})

describe('a person who contests what an employer did', () => {
  test('is answered by the employer, and moves no ledger', async () => {
    const { id: introductionId, member } = await accepted()
    const id = newId()
    await member.work((work) => contestAsMember(work, { id, introductionId, ...otherWords }))
    await settle()
    expect(await copyOf(id)).toMatchObject({ kind: 'CONDUCT', state: 'STATEMENT', subjectId: introductionId })
    expect((await scene.employer.work(notices)).notices.map(({ kind }) => kind)).toContain('DISPUTE_ASKED')
    await expect(scene.employer.work((work) => withdraw(work, id))).rejects.toMatchObject({
      code: 'disputes.not-yours',
    })
    await scene.employer.work((work) => state(work, { id, ...words }))
    await settle()
    expect((await caseOf(id))?.state).toBe('REVIEW')
    const given = { id, outcome: 'UPHELD', reasons, effect: 'GIVE_SLOT' } as const
    await expect(operator((work) => decide(work, given))).rejects.toMatchObject({
      code: 'disputes.effect-does-not-fit',
    })
    await operator((work) => decide(work, { ...given, effect: 'NONE' }))
    await settle()
    await expect(member.work((work) => withdrawAsMember(work, id))).rejects.toMatchObject({ code: 'disputes.settled' })
  })

  test('and is erased leaves the case and the decision, and none of their words anywhere', async () => {
    const { id: introductionId, member } = await accepted()
    const id = newId()
    await member.work((work) => contestAsMember(work, { id, introductionId, ...otherWords }))
    await settle()
    const actor = { kind: 'member' as const, id: member.memberId, permissions: new Set<string>() }
    await eraseMyself(installation, { id: newId(), memberId: member.memberId, actor })
    await settle()
    const said = await operator((work) => statementsOf(work, [id]))
    expect(said.get(id)).toMatchObject([{ by: 'PERSON', text: '' }])
    expect((await copyOf(id))?.told.statements).toMatchObject([{ by: 'PERSON', text: '' }])
    expect(await member.work((work) => disputesAbout(work, introductionId))).toEqual([])
    expect(await broken()).toEqual([])
  })
})

describe('what was said in a case', () => {
  const wordsOf = async (id: string) =>
    (await operator((work) => statementsOf(work, [id]))).get(id)?.map(({ by, text }) => [by, text !== ''])
  const both = async () => {
    const { id: introductionId, member } = await accepted()
    const id = newId()
    await member.work((work) => contestAsMember(work, { id, introductionId, ...otherWords }))
    await settle()
    await scene.employer.work((work) => state(work, { id, ...words }))
    await settle()
    return { id, member }
  }
  const erase = async ({ memberId }: TestIntroduction['member']) => {
    const actor = { kind: 'member' as const, id: memberId, permissions: new Set<string>() }
    await eraseMyself(installation, { id: newId(), memberId, actor })
    await settle()
  }

  test('by the company of a person who was erased is kept until it is decided, and then goes everywhere', async () => {
    const { id, member } = await both()
    await erase(member)
    expect(await wordsOf(id)).toEqual([
      ['PERSON', false],
      ['COMPANY', true],
    ])
    await operator((work) => decide(work, { id, outcome: 'REJECTED', reasons, effect: 'NONE' }))
    await settle()
    expect((await wordsOf(id))?.some(([, isKept]) => isKept)).toBe(false)
    expect((await copyOf(id))?.told).toMatchObject({ reasons, statements: [{ text: '' }, { text: '', evidence: [] }] })
  })

  test('goes at once with an erasure where the case is over', async () => {
    const { id, member } = await both()
    await operator((work) => decide(work, { id, outcome: 'UPHELD', reasons, effect: 'NONE' }))
    await settle()
    await erase(member)
    expect((await wordsOf(id))?.some(([, isKept]) => isKept)).toBe(false)
    expect((await copyOf(id))?.told.statements.some(({ text }) => text !== '')).toBe(false)
  })

  test('goes from all sides twelve months after the case is over, and the decision stays', async () => {
    const { id, member } = await both()
    await operator((work) => decide(work, { id, outcome: 'REJECTED', reasons, effect: 'NONE' }))
    await settle()
    await operator(forgetWords)
    expect(await wordsOf(id)).toEqual([
      ['PERSON', true],
      ['COMPANY', true],
    ])
    await operator((work) => forgetWords({ ...work, now: new Date(work.now.getTime() + 370 * 86_400_000) }))
    await settle()
    expect((await wordsOf(id))?.some(([, isKept]) => isKept)).toBe(false)
    expect((await copyOf(id))?.told).toMatchObject({ reasons, outcome: 'REJECTED' })
    const [mine] = await member.work((work) => memberCopies(work))
    expect(mine?.told.statements.map(({ text }) => text)).toEqual(['', ''])
    expect(await broken()).toEqual([])
  })
})

describe('a person who is erased at the company alone', () => {
  test('leaves none of what was said about them there, whether it had arrived or was still on its way', async () => {
    const { id: introductionId, member } = await accepted()
    const [slot, conduct] = [newId(), newId()]
    await scene.employer.work((work) => contest(work, { id: slot, kind: 'SLOT', subjectId: introductionId, ...words }))
    await settle()
    await member.work((work) => stateAsMember(work, { id: slot, ...otherWords }))
    await member.work((work) => contestAsMember(work, { id: conduct, introductionId, ...otherWords }))
    const subject = await subjectBehind(introductionId)
    await scene.employer.work((work) => eraseSubject(work, { ...subject, id: newId() }))
    await settle()
    for (const id of [slot, conduct]) {
      const told = (await copyOf(id))?.told
      expect(told?.statements.filter(({ text, evidence }) => text !== '' || evidence.length > 0)).toEqual([])
    }
    expect((await copyOf(slot))?.told.statements.map(({ by }) => by)).toEqual(['COMPANY', 'PERSON'])
    expect(await broken()).toEqual([])
  })
})
