import { describe, expect, test } from 'vitest'
import type { StatedPromise } from '../../../../contract/introductions/promises.ts'
import { newId } from '../../../kernel/ids.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { changeCompany } from '../../accounts/index.ts'
import { applyWord } from '../../accounts/companies/standing.ts'
import { memberProvisions, provisionsOf } from '../../consent/index.ts'
import { balances } from '../../credits/index.ts'
import { knownThroughRelay, sharesOfMember } from '../../relay/index.ts'
import { answer, ask } from '../answering/answer.ts'
import { endAway } from './away.ts'
import {
  answerIntroduction,
  introduction,
  introductionOf,
  introductionsFor,
  promisesToMember,
  reply,
} from '../index.ts'
import { request } from '../asking/request.ts'
import { anIntroduction, aScene, refsFor, verifyInRealms, type Scene, type TestIntroduction } from '../testing.ts'

const slotsOf = async ({ employer }: Scene) => (await employer.work(balances)).slots
const seenBy = ({ employer }: Scene, { id }: TestIntroduction) => employer.work((work) => introductionOf(work, id))
const yes = async ({ id, member }: TestIntroduction) => {
  const { shown } = await member.work((work) => introduction(work, id))
  return member.work((work) => answer(work, { id, answer: 'ACCEPTED', consent: true, shown }))
}

describe('an employer that may not be introduced to anybody', () => {
  const answering = async ({ installation }: Scene, { id, member }: TestIntroduction) => {
    const { shown } = await member.work((work) => introduction(work, id))
    const visit = { memberId: member.memberId, actor: systemActor('test') }
    const say = (said: 'ACCEPTED' | 'DECLINED') =>
      answerIntroduction(installation, visit, { id, answer: said, consent: true, shown })
    return { accept: () => say('ACCEPTED'), decline: () => say('DECLINED') }
  }

  test('for want of the mode is given nobody by a yes; its request ends, its slot comes back, and it is told why', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    const { accept } = await answering(scene, made)
    await scene.employer.work((work) => changeCompany(work, { operatingMode: 'IN_HOUSE' }))
    await expect(accept()).rejects.toMatchObject({ code: 'introductions.employer-away' })
    for (let pass = 0; pass < 3; pass += 1) await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({ state: 'CANCELLED', endedBecause: 'MODE', person: null })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
    expect((await made.member.work(memberProvisions)).filter(({ shareId }) => shareId === made.id)).toEqual([])
    expect(await accept()).toEqual({ state: 'WITHDRAWN' })
    await scene.employer.work((work) => changeCompany(work, { operatingMode: 'PLACEMENT' }))
    await scene.settle()
    await anIntroduction(scene)
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('because the installation became stricter has its requests ended by the next look', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    const { config } = scene.installation
    const stricter = { ...scene.installation, config: { ...config, OPERATING_MODE: 'IN_HOUSE' as const } }
    await endAway.run(stricter, {})
    for (let pass = 0; pass < 3; pass += 1) await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({ state: 'CANCELLED', endedBecause: 'MODE' })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
  })

  test('because it calls itself another company asks nobody and is given nobody until it is verified again', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    const { accept } = await answering(scene, made)
    const { installation, employer, openingId } = scene
    const [, ref = ''] = await refsFor(scene)
    await scene.employer.work((work) => changeCompany(work, { name: '株式会社べつの会社' }))
    await expect(accept()).rejects.toMatchObject({ code: 'introductions.employer-away' })
    const asked = request(installation, employer, { id: newId(), openingId, ref, message: 'お話ししたく存じます。' })
    await expect(asked).rejects.toMatchObject({ code: 'introductions.not-verified' })
    expect(await seenBy(scene, made)).toMatchObject({ state: 'ASKED' })
    await hears(scene, { standing: 'VERIFIED' })
    expect(await accept()).toEqual({ state: 'ACCEPTED' })
  })

  test('for want of the mode hears a no, and has its slot again', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    const { decline } = await answering(scene, made)
    await scene.employer.work((work) => changeCompany(work, { operatingMode: 'INFO_PROVISION' }))
    expect(await decline()).toEqual({ state: 'DECLINED' })
    for (let pass = 0; pass < 3; pass += 1) await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({ state: 'DECLINED', endedBecause: null })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
  })

  /** The operator's word, as it arrives in the employer's realm. */
  const hears = async (
    { employer, settle }: Scene,
    { standing = 'VERIFIED' as 'VERIFIED' | 'SUSPENDED', isStopped = false },
  ) => {
    const reason = standing === 'SUSPENDED' ? ('fraud' as const) : null
    await employer.work((work) => applyWord(work, { standing, reason, isStopped, terms: {}, asOf: work.now }))
    for (let pass = 0; pass < 3; pass += 1) await settle()
  }

  test('because the network stands still has its requests ended, and asks again once it goes on', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    const { accept } = await answering(scene, made)
    await hears(scene, { isStopped: true })
    expect(await accept()).toEqual({ state: 'WITHDRAWN' })
    expect(await seenBy(scene, made)).toMatchObject({
      state: 'CANCELLED',
      endedBecause: 'NETWORK_STOPPED',
      person: null,
    })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
    await hears(scene, { isStopped: false })
    await anIntroduction(scene)
    expect(await verifyInRealms(scene)).toEqual([])
  })

  const ways = {
    'it was suspended': (scene: Scene) => hears(scene, { standing: 'SUSPENDED' }),
    'its mode was changed': ({ employer }: Scene) =>
      employer.work((work) => changeCompany(work, { operatingMode: 'INFO_PROVISION' })),
  }
  test.each(Object.entries(ways))(
    'because %s after the yes and before the delivery receives nothing, and the slot comes back',
    async (_, goAway) => {
      const scene = await aScene()
      const made = await anIntroduction(scene)
      await yes(made)
      await goAway(scene)
      for (let pass = 0; pass < 4; pass += 1) await scene.settle()
      expect(await seenBy(scene, made)).toMatchObject({
        state: 'CANCELLED',
        endedBecause: expect.stringMatching(/SUSPENDED|NETWORK_STOPPED|MODE/),
        person: null,
        applicationId: null,
      })
      expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0, spent: 0 })
      const mails = scene.installation.mailer.sent.filter(({ to }) => to === made.member.mail)
      expect(mails.filter(({ subject }) => subject.includes('取り下げられました'))).toHaveLength(1)
      expect(await made.member.work(introductionsFor)).toMatchObject([{ state: 'WITHDRAWN' }])
      expect(await made.member.work(sharesOfMember)).toMatchObject([{ state: 'VOIDED', payload: null }])
      expect(await scene.employer.work((work) => provisionsOf(work, { sourceRecordIds: [made.id] }))).toEqual([])
      const { sourceRecordId } = made.member.registration
      const known = await scene.referrer.work((work) => knownThroughRelay(work, { sourceRecordIds: [sourceRecordId] }))
      expect(known.activity).toBe('ACTIVE')
      const asOperator = { companyId: scene.operatorId, actor: systemActor('test') }
      const told = await inCompany(scene.installation, asOperator, ({ tx, companyId }) =>
        tx
          .selectFrom('audit_event')
          .select('action')
          .where('company_id', '=', companyId)
          .where('action', '=', 'relay.share-voided')
          .execute(),
      )
      expect(told).not.toEqual([])
      expect(await verifyInRealms(scene)).toEqual([])
    },
  )

  test('because its agreement ended is given nobody from that midnight, and has its slot again once suspended', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    const { accept } = await answering(scene, made)
    const word = { standing: 'VERIFIED', reason: null, isStopped: false, terms: {} } as const
    await scene.employer.work((work) => {
      const endAt = new Date(work.now.getTime() + 86_400_000)
      const papers = { agreementUntil: work.now.toISOString().slice(0, 10), licenceUntil: null, endAt }
      return applyWord(work, { ...word, papers, asOf: work.now })
    })
    scene.installation.clock.advance({ days: 2 })
    await expect(accept()).rejects.toMatchObject({ code: 'introductions.employer-away' })
    await expect(anIntroduction(scene, { at: 1 })).rejects.toMatchObject({ code: 'matching.company-suspended' })
    await hears(scene, { standing: 'SUSPENDED' })
    expect(await accept()).toEqual({ state: 'WITHDRAWN' })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('because it is suspended leaves nobody waiting: who asked is told, who said yes keeps what was promised', async () => {
    const promises: StatedPromise[] = [{ kind: 'ANSWER', steps: [], days: 3 }]
    const scene = await aScene({ slots: 3 })
    const { installation, employer } = scene
    const [accepted, asked, silent] = [
      await anIntroduction(scene, { promises }),
      await anIntroduction(scene, { at: 1 }),
      await anIntroduction(scene, { at: 2 }),
    ]
    await yes(accepted)
    await asked.member.work((work) =>
      ask(work, { id: asked.id, questionId: newId(), question: '出社日は選べますか。' }),
    )
    for (let pass = 0; pass < 3; pass += 1) await scene.settle()
    await hears(scene, { standing: 'SUSPENDED' })
    const ended = ({ member }: TestIntroduction) =>
      installation.mailer.sent.filter(({ to, subject }) => to === member.mail && subject.includes('取り下げられました'))
    expect([accepted, asked, silent].map((one) => ended(one).length)).toEqual([0, 1, 0])
    const answered = employer.work((work) => reply(work, { id: asked.id, replyId: newId(), text: '選べます。' }))
    await expect(answered).rejects.toMatchObject({ code: expect.stringMatching(/^introductions\./) })
    expect(await seenBy(scene, accepted)).toMatchObject({ state: 'ACCEPTED', promises: [{ state: 'PENDING' }] })
    expect(await slotsOf(scene)).toMatchObject({ available: 2, reserved: 0, spent: 1 })
    installation.clock.advance({ days: 40 })
    for (let pass = 0; pass < 4; pass += 1) await scene.settle()
    expect(await accepted.member.work((work) => promisesToMember(work, accepted.id))).toMatchObject([
      { state: 'BROKEN' },
    ])
    await hears(scene, { standing: 'VERIFIED' })
    expect([accepted, asked, silent].map((one) => ended(one).length)).toEqual([0, 1, 0])
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('because it is suspended has its requests taken back and its slots again, and asks once it is resumed', async () => {
    const scene = await aScene({ slots: 2 })
    const first = await anIntroduction(scene)
    const second = await anIntroduction(scene, { at: 1, arrives: false })
    expect(await slotsOf(scene)).toMatchObject({ available: 0, reserved: 2 })
    await hears(scene, { standing: 'SUSPENDED' })
    expect(await slotsOf(scene)).toMatchObject({ available: 2, reserved: 0 })
    for (const made of [first, second]) {
      expect(await seenBy(scene, made)).toMatchObject({ state: 'CANCELLED', endedBecause: 'SUSPENDED', person: null })
      const { accept } = await answering(scene, made)
      expect(await accept()).toEqual({ state: 'WITHDRAWN' })
    }
    await expect(anIntroduction(scene)).rejects.toMatchObject({ code: 'matching.company-suspended' })
    await hears(scene, { standing: 'VERIFIED' })
    expect(await slotsOf(scene)).toMatchObject({ available: 2, reserved: 0 })
    await anIntroduction(scene)
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 1 })
    expect(await verifyInRealms(scene)).toEqual([])
  })
})
