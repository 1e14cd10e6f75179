import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { changeCompany, keepSettings } from '../../accounts/index.ts'
import { eraseMember } from '../../consent/index.ts'
import { balances } from '../../credits/index.ts'
import { withdrawFromRelay } from '../../relay/index.ts'
import { answer } from '../answering/answer.ts'
import { admitAsk, decideAtGate, endAtGate } from './gate.ts'
import { cancel, introduction, introductionOf, introductionsFor } from '../index.ts'
import { decideGated, findGated, insertGated, listGated } from './store-gate.ts'
import { aScene, anIntroduction, verifyInRealms, type Scene, type TestIntroduction } from '../testing.ts'

const asOperator = <T>({ installation, operatorId }: Scene, run: (work: Work) => Promise<T>) =>
  inCompany(installation, { companyId: operatorId, actor: systemActor('test') }, run)
const waiting = (scene: Scene) => asOperator(scene, (work) => listGated(work, { state: 'WAITING', limit: 10 }))
const slotsOf = async ({ employer }: Scene) => (await employer.work(balances)).slots
const seenBy = ({ employer }: Scene, { id }: TestIntroduction) => employer.work((work) => introductionOf(work, id))
const pass = (scene: Scene, { id }: TestIntroduction) =>
  asOperator(scene, (work) => decideAtGate(work, id, { state: 'PASSED' }))
const refuse = (scene: Scene, { id }: TestIntroduction) =>
  asOperator(scene, (work) =>
    decideAtGate(work, id, { state: 'REFUSED', reason: 'CONDITIONS_UNCLEAR', note: '給与の内訳をお書きください。' }),
  )
const mailsTo = ({ installation }: Scene, { member }: TestIntroduction) =>
  installation.mailer.sent.filter(({ to, subject }) => to === member.mail && subject.includes('ご紹介'))

let scene: Scene
beforeEach(async () => {
  scene = await aScene()
  await asOperator(scene, (work) => keepSettings(work, { introductionGate: true }))
})

describe('a request in a network whose operator looks first', () => {
  test('does not reach the person before it passed, and their time to answer begins then', async () => {
    const made = await anIntroduction(scene)
    expect(await made.member.work(introductionsFor)).toEqual([])
    expect(mailsTo(scene, made)).toEqual([])
    expect(await seenBy(scene, made)).toMatchObject({ state: 'ASKED', gate: { state: 'WAITING' } })
    const [shown] = await waiting(scene)
    expect(JSON.stringify(shown)).not.toContain(made.member.memberId)
    expect(shown).toMatchObject({ id: made.id, employerId: scene.employer.companyId })
    scene.installation.clock.advance({ days: 5 })
    await pass(scene, made)
    await pass(scene, made)
    await scene.settle()
    const seen = await seenBy(scene, made)
    const days = (Date.parse(seen.answerBy) - Date.parse(seen.askedAt)) / 86_400_000
    expect(Math.floor(days)).toBe(19)
    // The whole last day counts, in the zone of the company.
    expect(new Date(seen.answerBy).toISOString()).toMatch(/T14:59:59\.999Z$/)
    expect(mailsTo(scene, made)).toHaveLength(1)
    const { shown: provided } = await made.member.work((work) => introduction(work, made.id))
    await made.member.work((work) => answer(work, { id: made.id, answer: 'ACCEPTED', consent: true, shown: provided }))
    await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({ state: 'ACCEPTED', gate: { state: 'PASSED' } })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('that is refused gives the slot back with the reason, and the person never hears of it', async () => {
    const made = await anIntroduction(scene)
    await refuse(scene, made)
    await expect(pass(scene, made)).rejects.toMatchObject({ code: 'introductions.gate-closed' })
    await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({
      state: 'CANCELLED',
      endedBecause: 'GATE_REFUSED',
      gate: { state: 'REFUSED', reason: 'CONDITIONS_UNCLEAR', note: '給与の内訳をお書きください。' },
    })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
    expect(await made.member.work(introductionsFor)).toEqual([])
    expect(mailsTo(scene, made)).toEqual([])
    const told = scene.installation.mailer.sent.filter(({ subject }) => subject.includes('ご本人に届いておりません'))
    expect(told).toHaveLength(1)
    expect(told[0]!.text).toContain('労働条件が不明確\n給与の内訳')
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('over which nobody decides within a week ends, and the slot returns', async () => {
    const made = await anIntroduction(scene)
    scene.installation.clock.advance({ days: 7 })
    await endAtGate.run(scene.installation, {})
    await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({ state: 'CANCELLED', endedBecause: 'GATE_LAPSED' })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
    await expect(pass(scene, made)).rejects.toMatchObject({ code: 'introductions.gate-closed' })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('is taken back there by the company, or because the company may not be introduced any more', async () => {
    const made = await anIntroduction(scene)
    await scene.employer.work((work) => cancel(work, made.id))
    await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({ state: 'CANCELLED', endedBecause: null })
    expect(await waiting(scene)).toEqual([])
    const again = await anIntroduction(scene, { at: 1 })
    await scene.employer.work((work) => changeCompany(work, { operatingMode: 'IN_HOUSE' }))
    await scene.settle()
    await scene.settle()
    expect(await seenBy(scene, again)).toMatchObject({ state: 'CANCELLED', endedBecause: 'MODE' })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('passes at the moment at which it is taken back, refused and told again: one outcome, the ledger balanced', async () => {
    const made = await anIntroduction(scene)
    const asked = { realmId: scene.employer.companyId, payload: { id: made.id } }
    await Promise.allSettled([
      pass(scene, made),
      refuse(scene, made),
      scene.employer.work((work) => cancel(work, made.id)),
      admitAsk(scene.installation, asked),
    ])
    for (let round = 0; round < 3; round += 1) await scene.settle()
    const { state } = await seenBy(scene, made)
    expect(state).toBe('CANCELLED')
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('for a member who leaves meanwhile ends, the slot returns, and nothing about them stays', async () => {
    scene = await aScene({ members: 14 })
    await asOperator(scene, (work) => keepSettings(work, { introductionGate: true }))
    const made = await anIntroduction(scene)
    await made.member.work((work) => withdrawFromRelay(work))
    await scene.settle()
    await expect(pass(scene, made)).rejects.toMatchObject({ code: 'introductions.gate-closed' })
    await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({ state: 'WITHDRAWN', endedBecause: null })
    expect(await asOperator(scene, (work) => findGated(work, made.id))).toMatchObject({
      state: 'WITHDRAWN',
      shown: null,
      message: expect.any(String),
    })
    const onItsWay = await anIntroduction(scene, { arrives: false })
    await onItsWay.member.work((work) => withdrawFromRelay(work))
    for (let round = 0; round < 3; round += 1) await scene.settle()
    expect(await waiting(scene)).toEqual([])
    expect(await seenBy(scene, onItsWay)).toMatchObject({ state: 'WITHDRAWN' })
    const passed = await anIntroduction(scene)
    await pass(scene, passed)
    await passed.member.work((work) => eraseMember(work, newId()))
    for (let round = 0; round < 3; round += 1) await scene.settle()
    expect(await asOperator(scene, (work) => findGated(work, passed.id))).toMatchObject({
      state: 'PASSED',
      shown: null,
    })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('stands in the order of the asking, whatever ids the companies choose, page by page', async () => {
    const made = await anIntroduction(scene)
    const [first] = await waiting(scene)
    const later = (minutes: number) => new Date(first!.askedAt.getTime() + minutes * 60_000)
    const ids = ['00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001']
    const { job, message, shown, promises, ...rest } = first!
    await asOperator(scene, async (work) => {
      for (const [at, id] of ids.entries())
        await insertGated(work, {
          ...rest,
          job: job!,
          message: message!,
          shown: shown!,
          promises: promises!,
          id,
          askedAt: later(at + 1),
        })
    })
    const listed = (cursor?: string) =>
      asOperator(scene, async (work) =>
        (await listGated(work, { state: 'WAITING', cursor, limit: 2 })).map(({ id }) => id),
      )
    expect(await listed()).toEqual([made.id, ids[0]])
    expect(await listed(ids[0])).toEqual([ids[1]])
    await asOperator(scene, async (work) => {
      for (const id of [made.id, ...ids]) await decideGated(work, id, { state: 'WITHDRAWN' })
    })
  })

  test('still waits where the look is switched off afterwards; the next one goes straight on', async () => {
    const made = await anIntroduction(scene)
    await asOperator(scene, (work) => keepSettings(work, { introductionGate: false }))
    await admitAsk(scene.installation, { realmId: scene.employer.companyId, payload: { id: made.id } })
    expect(await waiting(scene)).toHaveLength(1)
    await refuse(scene, made)
    await scene.settle()
    const next = await anIntroduction(scene, { at: 1 })
    expect(await next.member.work(introductionsFor)).toMatchObject([{ id: next.id, state: 'OPEN' }])
  })
})
