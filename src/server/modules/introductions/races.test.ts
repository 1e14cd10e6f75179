import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import type { MemberWork } from '../../kernel/work.ts'
import { aCompany } from '../accounts/testing.ts'
import { eraseMember } from '../consent/index.ts'
import { balances, statement } from '../credits/index.ts'
import { changeBudget, withdrawFromRelay } from '../relay/index.ts'
import { anOpening } from '../selection/testing.ts'
import { answer, ask } from './answering/answer.ts'
import { endAsk } from './answering/ending.ts'
import { memberBehind } from './asking/arrival.ts'
import { admitAsk } from './gate/gate.ts'
import { cancel, introduction, introductionOf, introductionsFor, request } from './index.ts'
import { countedReferrals } from '../relay/testing.ts'
import { anIntroduction, aScene, refsFor, verifyInRealms } from './testing.ts'

describe('twenty requests at once', () => {
  test('for the last slot give exactly one introduction', async () => {
    const scene = await aScene({ members: 22 })
    const refs = await refsFor(scene)
    const { installation, employer, openingId } = scene
    const asking = Array.from({ length: 20 }, (_, at) =>
      request(installation, employer, { id: newId(), openingId, ref: refs[at]!, message: 'お話ししたく存じます。' }),
    )
    const ended = await Promise.allSettled(asking)
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = ended.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
    expect(new Set(codes)).toEqual(new Set(['credits.no-slot']))
    expect((await employer.work(balances)).slots).toMatchObject({ available: 0, reserved: 1 })
    expect(await verifyInRealms(scene)).toEqual([])
  }, 60_000)

  test('of the same id are one introduction with one slot', async () => {
    const scene = await aScene({ slots: 3 })
    const [ref = ''] = await refsFor(scene)
    const { installation, employer, openingId } = scene
    const asked = { id: newId(), openingId, ref, message: 'お話ししたく存じます。' }
    await Promise.allSettled(Array.from({ length: 8 }, () => request(installation, employer, asked)))
    await request(installation, employer, asked)
    expect((await employer.work(balances)).slots).toMatchObject({ available: 2, reserved: 1 })
    await scene.settle()
    await admitAsk(installation, { realmId: employer.companyId, payload: { id: asked.id } })
    await scene.settle()
    expect(installation.mailer.sent.filter(({ subject }) => subject.includes('ご紹介が届いています'))).toHaveLength(1)
  }, 60_000)
})

test('a request tells nothing of whom it names without a slot, and of nobody who is not shown with one', async () => {
  const scene = await aScene({ slots: 0 })
  const { installation, employer, openingId } = scene
  const ask = (ref: string) =>
    request(installation, employer, { id: newId(), openingId, ref, message: 'お話ししたく存じます。' }).catch(
      ({ code }: { code: string }) => code,
    )
  const [ref = ''] = await refsFor(scene)
  expect([await ask(ref), await ask('f'.repeat(32))]).toEqual(['credits.no-slot', 'credits.no-slot'])
  await countedReferrals(employer, 10)
  expect(await ask('f'.repeat(32))).toBe('matching.not-shown')
})

describe('yes, no, the clock, the company and leaving', () => {
  const acts = ['yes', 'no', 'lapse', 'cancel', 'leave', 'erase'] as const

  test('meet at once: there is exactly one end, and the slot is settled exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...acts], { minLength: 2, maxLength: 6 }), async (chosen) => {
        const scene = await aScene()
        const made = await anIntroduction(scene)
        const { id, member } = made
        const { shown } = await member.work((work) => introduction(work, id))
        // Late enough for the clock to strike, so that a yes at the same time may find the time to be over.
        if (chosen.includes('lapse')) scene.installation.clock.advance({ days: 14, minutes: 1 })
        const run = {
          yes: () => member.work((work) => answer(work, { id, answer: 'ACCEPTED', consent: true, shown })),
          no: () => member.work((work) => answer(work, { id, answer: 'DECLINED' })),
          lapse: () => scene.settle(),
          cancel: () => scene.employer.work((work) => cancel(work, id)).then(() => scene.settle()),
          leave: () => member.work(withdrawFromRelay),
          erase: () => member.work((work) => eraseMember(work, newId())),
        }
        await Promise.allSettled(chosen.map((one) => run[one]()))
        for (let pass = 0; pass < 3; pass += 1) await scene.settle()
        const { state, person } = await scene.employer.work((work) => introductionOf(work, id))
        expect(state).not.toBe('ASKED')
        expect(person !== null).toBe(state === 'ACCEPTED')
        const { slots } = await scene.employer.work(balances)
        expect(slots).toMatchObject(
          state === 'ACCEPTED' ? { available: 0, reserved: 0, spent: 1 } : { available: 1, reserved: 0, spent: 0 },
        )
        const moved = await scene.employer.work((work) =>
          statement(work, { unit: 'slots', from: new Date(0), until: new Date(work.now.getTime() + 1000), limit: 200 }),
        )
        const released = moved.lines.filter(({ transfer }) => transfer.kind === 'slot.released')
        expect(released).toHaveLength(state === 'ACCEPTED' ? 0 : 1)
        expect(await verifyInRealms({ ...scene, members: [member] })).toEqual([])
      }),
      { numRuns: 10 },
    )
  }, 180_000)
})

describe('a yes', () => {
  test('a minute before the time is over stands, and the clock that strikes after it changes nothing', async () => {
    const scene = await aScene()
    const { id, member } = await anIntroduction(scene)
    const { shown } = await member.work((work) => introduction(work, id))
    scene.installation.clock.advance({ days: 13, hours: 23, minutes: 58 })
    expect(await member.work((work) => answer(work, { id, answer: 'ACCEPTED', consent: true, shown }))).toEqual({
      state: 'ACCEPTED',
    })
    scene.installation.clock.advance({ minutes: 3 })
    for (let pass = 0; pass < 3; pass += 1) await scene.settle()
    expect(await scene.employer.work((work) => introductionOf(work, id))).toMatchObject({ state: 'ACCEPTED' })
    expect((await scene.employer.work(balances)).slots).toMatchObject({ reserved: 0, spent: 1 })
    expect(await verifyInRealms(scene)).toEqual([])
  })
})

test('at the very moment at which the time is over, nothing is answered or asked, and the slot returns once', async () => {
  for (const last of ['yes', 'question', 'clock'] as const) {
    const scene = await aScene()
    const { id, member } = await anIntroduction(scene)
    const { shown, answerBy } = await member.work((work) => introduction(work, id))
    // As if every clock showed that moment, to the millisecond.
    const at = <T>(run: (work: MemberWork) => Promise<T>) =>
      member.work((work) => run({ ...work, now: new Date(answerBy) }))
    const act = {
      yes: () => at((work) => answer(work, { id, answer: 'ACCEPTED', consent: true, shown })),
      question: () => at((work) => ask(work, { id, questionId: newId(), question: '在宅勤務はできますか。' })),
      clock: () => at((work) => endAsk(work, { id, state: 'LAPSED', cause: 'CLOCK' })),
    }
    if (last === 'question') await expect(act.question()).rejects.toMatchObject({ code: 'introductions.not-open' })
    else await act[last]()
    expect(await act.yes()).toEqual({ state: 'LAPSED' })
    await expect(act.question()).rejects.toMatchObject({ code: 'introductions.not-open' })
    for (let pass = 0; pass < 2; pass += 1) await scene.settle()
    expect(await scene.employer.work((work) => introductionOf(work, id))).toMatchObject({ state: 'LAPSED', talk: [] })
    expect((await scene.employer.work(balances)).slots).toMatchObject({ available: 1, reserved: 0, spent: 0 })
    expect(await verifyInRealms(scene)).toEqual([])
  }
}, 60_000)

describe('two recruiters of one company', () => {
  test.each([1, 2])(
    'ask one person at once with %i slots: it reaches them once, and no slot is lost',
    async (slots) => {
      const scene = await aScene({ slots })
      const [ref = ''] = await refsFor(scene)
      const { installation, employer, openingId, members } = scene
      const ids = [newId(), newId()]
      const asked = await Promise.allSettled(
        ids.map((id) => request(installation, employer, { id, openingId, ref, message: 'お話ししたく存じます。' })),
      )
      for (let pass = 0; pass < 3; pass += 1) await scene.settle()
      const made = ids.filter((_, at) => asked[at]!.status === 'fulfilled')
      const states = await Promise.all(
        made.map(async (id) => (await employer.work((work) => introductionOf(work, id))).state),
      )
      expect(states.filter((state) => state === 'ASKED')).toHaveLength(1)
      expect((await employer.work(balances)).slots).toMatchObject({ available: slots - 1, reserved: 1 })
      const before = await Promise.all(members.map(({ work }) => work(introductionsFor)))
      expect(before.flat()).toHaveLength(1)
      const mails = installation.mailer.sent.filter(({ subject }) => subject.includes('ご紹介が届いています'))
      expect(mails).toHaveLength(1)
      expect(await verifyInRealms(scene)).toEqual([])
    },
    60_000,
  )
})

describe('two companies', () => {
  test('ask one person at once who takes one request: it reaches them once, and the other slot comes back', async () => {
    const scene = await aScene()
    const { installation } = scene
    const other = await aCompany({ installation, name: 'みずほ倉庫株式会社' })
    await countedReferrals(other, 10)
    const otherOpening = await anOpening(other, { conditions: { workPermitRequired: false } })
    const first = await anIntroduction(scene, { arrives: false })
    await first.member.work((work) => changeBudget(work, 1))
    const ids = [first.id]
    for (const ref of await refsFor({ ...scene, employer: other, openingId: otherOpening })) {
      const id = newId()
      await request(installation, other, { id, openingId: otherOpening, ref, message: 'お話ししたく存じます。' })
      const { memberId } = await memberBehind(installation, { id, employerId: other.companyId })
      if (memberId === first.member.memberId) {
        ids.push(id)
        break
      }
      await other.work((work) => cancel(work, id))
      await installation.settle(other.companyId, memberId, scene.operatorId)
    }
    await Promise.all([
      admitAsk(installation, { realmId: scene.employer.companyId, payload: { id: ids[0]! } }),
      admitAsk(installation, { realmId: other.companyId, payload: { id: ids[1]! } }),
    ])
    for (let pass = 0; pass < 3; pass += 1) {
      await scene.settle()
      await installation.settle(other.companyId)
    }
    const states = [
      (await scene.employer.work((work) => introductionOf(work, ids[0]!))).state,
      (await other.work((work) => introductionOf(work, ids[1]!))).state,
    ]
    expect(states.toSorted()).toEqual(['ASKED', 'WITHDRAWN'])
    expect(await first.member.work(introductionsFor)).toHaveLength(1)
    const slots = [(await scene.employer.work(balances)).slots.available, (await other.work(balances)).slots.available]
    expect(slots.toSorted((one, other) => one - other)).toEqual([0, 1])
    expect(await verifyInRealms(scene)).toEqual([])
  }, 60_000)
})
