import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { balances, statement } from '../credits/index.ts'
import { withdrawFromRelay } from '../relay/index.ts'
import { deliverAsk } from './arrival.ts'
import { answer, cancel, introduction, introductionOf, request } from './index.ts'
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
    await deliverAsk(installation, { realmId: employer.companyId, payload: { id: asked.id } })
    await scene.settle()
    expect(installation.mailer.sent.filter(({ subject }) => subject.includes('ご紹介が届いています'))).toHaveLength(1)
  }, 60_000)
})

describe('yes, no, the clock, the company and leaving', () => {
  const acts = ['yes', 'no', 'lapse', 'cancel', 'leave'] as const

  test('meet at once: there is exactly one end, and the slot is settled exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...acts], { minLength: 2, maxLength: 5 }), async (chosen) => {
        const scene = await aScene()
        const made = await anIntroduction(scene)
        const { id, member } = made
        await member.work((work) => introduction(work, id))
        // Late enough for the clock to strike, so that a yes at the same time may find the time to be over.
        if (chosen.includes('lapse')) scene.installation.clock.advance({ days: 14, minutes: 1 })
        const run = {
          yes: () => member.work((work) => answer(work, { id, answer: 'ACCEPTED', consent: true })),
          no: () => member.work((work) => answer(work, { id, answer: 'DECLINED' })),
          lapse: () => scene.settle(),
          cancel: () => scene.employer.work((work) => cancel(work, id)).then(() => scene.settle()),
          leave: () => member.work(withdrawFromRelay),
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
          statement(work, { unit: 'slots', from: new Date(0), until: new Date(work.now.getTime() + 1000) }),
        )
        const released = moved.lines.filter(({ transfer }) => transfer.kind === 'slot.released')
        expect(released).toHaveLength(state === 'ACCEPTED' ? 0 : 1)
        expect(await verifyInRealms({ ...scene, members: [member] })).toEqual([])
      }),
      { numRuns: 10 },
    )
  }, 180_000)
})
