import { describe, expect, test } from 'vitest'
import type { StatedPromise } from '../../../../contract/introductions/promises.ts'
import { newId } from '../../../kernel/ids.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { findMember } from '../../relay/index.ts'
import { decide, recordInterview, recordTransition } from '../../selection/index.ts'
import { answer } from '../answering/answer.ts'
import { introduction, introductionOf, promisesToMember, recordOutcome, sayOfPromise } from '../index.ts'
import { forgetOwnObjections, keepObjection } from './objections.ts'
import { decidePromise, employerRecord, promiseCounts } from './promise-network.ts'
import { networkPromises } from './promise-routes.ts'
import { confirm, promiseIdOf } from './promises.ts'
import { listPromises, putPromise } from './store-network-promises.ts'
import { forgetObjections, objectionsTo } from './store-objections.ts'
import { anIntroduction, aScene, verifyInRealms, type Scene, type TestIntroduction } from '../testing.ts'

const interview: StatedPromise = { kind: 'GUARANTEED_INTERVIEW', steps: [], days: 10 }
const noDocuments: StatedPromise = { kind: 'STEP_WAIVER', steps: ['DOCUMENT_SCREENING'], days: 10 }
const soon: StatedPromise = { kind: 'ANSWER', steps: [], days: 3 }

type Promising = Scene & TestIntroduction & { applicationId: string }

/** Somebody said yes to an introduction with these promises. */
async function accepted(promises: StatedPromise[]): Promise<Promising> {
  const scene = await aScene()
  const made = await anIntroduction(scene, { promises })
  const { shown } = await made.member.work((work) => introduction(work, made.id))
  await made.member.work((work) => answer(work, { id: made.id, answer: 'ACCEPTED', consent: true, shown }))
  await settled(scene)
  const { applicationId } = await scene.employer.work((work) => introductionOf(work, made.id))
  return { ...scene, ...made, applicationId: applicationId! }
}

const settled = async ({ settle }: Pick<Scene, 'settle'>) => {
  for (let pass = 0; pass < 4; pass += 1) await settle()
}

const seen = async ({ employer, id }: Promising, kind: StatedPromise['kind']) =>
  (await employer.work((work) => introductionOf(work, id))).promises.find((one) => one.kind === kind)!

const hers = async ({ member, id }: Promising, kind: StatedPromise['kind']) =>
  (await member.work((work) => promisesToMember(work, id))).find((one) => one.kind === kind)!

const operates = <T>({ installation, operatorId }: Scene, run: Parameters<typeof inCompany<T>>[2]) =>
  inCompany(installation, { companyId: operatorId, actor: systemActor('test') }, run)

const says = ({ member, id }: Promising, kind: StatedPromise['kind'], said: 'RELEASE' | 'OBJECT', words = '') =>
  member.work((work) => sayOfPromise(work, { introductionId: id, promiseId: promiseIdOf(id, kind), said, words }))

const dayText = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(at)
const today = ({ employer }: Scene) => employer.work((work) => Promise.resolve(dayText(work.now)))

describe('what an employer promises', () => {
  test('stands in the mail and on the page before the answer, and is in force from the yes', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene, { promises: [interview, noDocuments] })
    const mail = scene.installation.mailer.sent.find(({ to }) => to === made.member.mail)
    expect(mail?.text).toContain('・面接の確約')
    expect(mail?.text.replaceAll('\n', '')).toContain('書類選考を省き')
    expect(await made.member.work((work) => introduction(work, made.id))).toMatchObject({
      promises: [
        { kind: 'GUARANTEED_INTERVIEW', state: null },
        { kind: 'STEP_WAIVER', steps: ['DOCUMENT_SCREENING'] },
      ],
    })
    const before = await scene.employer.work((work) => introductionOf(work, made.id))
    expect(before.promises).toMatchObject([{ state: null, dueAt: null }, { state: null }])
    expect(await verifyInRealms(scene)).toEqual([])
    const { shown } = await made.member.work((work) => introduction(work, made.id))
    await made.member.work((work) => answer(work, { id: made.id, answer: 'ACCEPTED', consent: true, shown }))
    await settled(scene)
    const after = await scene.employer.work((work) => introductionOf(work, made.id))
    expect(after.promises).toMatchObject([{ state: 'PENDING' }, { state: 'PENDING' }])
    expect(await made.member.work((work) => promisesToMember(work, made.id))).toHaveLength(2)
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('is nothing in a mail that has no promise', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    const mail = scene.installation.mailer.sent.find(({ to }) => to === made.member.mail)
    expect(mail?.text).not.toContain('約束')
  })
})

describe('a promise', () => {
  test('is kept by itself as the selection goes on, and both sides and the operator read it', async () => {
    const scene = await accepted([interview, noDocuments, soon])
    const { employer, applicationId, installation, id } = scene
    const startsAt = await employer.work((work) => Promise.resolve(new Date(work.now.getTime() + 3 * 86_400_000)))
    await employer.work((work) => recordInterview(work, { id: newId(), applicationId, stage: 'INTERVIEW_1', startsAt }))
    await settled(scene)
    expect(await seen(scene, 'ANSWER')).toMatchObject({ state: 'KEPT', settledBy: 'RECORD' })
    expect(await seen(scene, 'STEP_WAIVER')).toMatchObject({ state: 'KEPT' })
    expect(await seen(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({ state: 'PENDING' })
    installation.clock.advance({ days: 3, minutes: 1 })
    await settled(scene)
    expect(await seen(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({
      state: 'KEPT',
      settledAt: startsAt.toISOString(),
    })
    expect(await hers(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({ state: 'KEPT' })
    const counted = (await operates(scene, (work) => promiseCounts(work))).get(employer.companyId)
    expect(counted).toMatchObject({ introductions: 1, kept: 3, broken: 0, pending: 0 })
    const rows = await operates(scene, (work) =>
      listPromises(work, { view: 'ALL', employerId: employer.companyId, limit: 10 }),
    )
    expect(rows.map(({ introductionId }) => introductionId)).toEqual([id, id, id])
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('is broken by the clock, after one reminder to whoever asked, and the person is mailed', async () => {
    const scene = await accepted([soon])
    const { installation, member } = scene
    installation.clock.advance({ days: 40 })
    await settled(scene)
    expect(await seen(scene, 'ANSWER')).toMatchObject({ state: 'BROKEN', settledBy: 'CLOCK', mayConfirm: false })
    const mails = installation.mailer.sent.filter(({ to, subject }) => to === member.mail && subject.includes('お約束'))
    expect(mails).toHaveLength(1)
    expect((await operates(scene, (work) => promiseCounts(work))).get(scene.employer.companyId)).toMatchObject({
      broken: 1,
    })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('of an interview is kept by its day, not by “interviewing”, also where it is given with the rejection', async () => {
    const scene = await accepted([interview])
    const { employer, installation, id } = scene
    const says = (more: { outcome: 'INTERVIEWING' | 'REJECTED'; interviewOn?: string }) =>
      employer.work((work) => recordOutcome(work, { introductionId: id, id: newId(), ...more }))
    const first = await today(scene)
    installation.clock.advance({ days: 2 })
    await says({ outcome: 'INTERVIEWING' })
    await settled(scene)
    expect(await seen(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({ state: 'PENDING' })
    for (const interviewOn of ['2020-01-01', '2100-01-01'])
      await expect(says({ outcome: 'REJECTED', interviewOn })).rejects.toMatchObject({
        code: 'introductions.interview-not-then',
      })
    await says({ outcome: 'REJECTED', interviewOn: first })
    await settled(scene)
    expect(await seen(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({ state: 'KEPT', settledBy: 'RECORD' })
    expect(await hers(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({ state: 'KEPT' })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('of an interview on a day to come waits for it, moves with it, and is broken by a rejection before it', async () => {
    const scene = await accepted([interview])
    const { employer, installation, id } = scene
    const says = (more: { outcome: 'INTERVIEWING' | 'REJECTED'; interviewOn?: string }) =>
      employer.work((work) => recordOutcome(work, { introductionId: id, id: newId(), ...more }))
    const inDays = (days: number) =>
      employer.work((work) => Promise.resolve(dayText(new Date(work.now.getTime() + days * 86_400_000))))
    await says({ outcome: 'INTERVIEWING', interviewOn: await inDays(2) })
    await says({ outcome: 'INTERVIEWING', interviewOn: await inDays(4) })
    installation.clock.advance({ days: 3 })
    await settled(scene)
    expect(await seen(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({ state: 'PENDING' })
    await says({ outcome: 'REJECTED' })
    await settled(scene)
    const broken = { state: 'BROKEN', settledBy: 'RECORD', mayConfirm: true }
    expect(await seen(scene, 'GUARANTEED_INTERVIEW')).toMatchObject(broken)
    const confirming = async (keptOn: string) =>
      employer.work((work) =>
        confirm(work, { introductionId: id, promiseId: promiseIdOf(id, 'GUARANTEED_INTERVIEW'), keptOn }),
      )
    const ended = await inDays(0)
    installation.clock.advance({ days: 1 })
    await settled(scene)
    expect(await seen(scene, 'GUARANTEED_INTERVIEW')).toMatchObject(broken)
    await expect(confirming(await inDays(0))).rejects.toMatchObject({ code: 'introductions.promise-not-in-time' })
    await confirming(ended)
    await settled(scene)
    expect(await hers(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({ state: 'KEPT', settledBy: 'STAFF' })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('broken by a rejection is open again when the selection goes on', async () => {
    const scene = await accepted([interview])
    const { employer, applicationId } = scene
    await employer.work((work) =>
      decide(work, { id: newId(), applicationId, decision: { kind: 'REJECT', reason: 'OTHER' } }),
    )
    await settled(scene)
    expect(await seen(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({ state: 'BROKEN', settledBy: 'RECORD' })
    await employer.work((work) =>
      recordTransition(work, {
        id: newId(),
        applicationId,
        kind: 'REOPEN',
        occurredAt: new Date(work.now.getTime() + 1000),
      }),
    )
    await settled(scene)
    expect(await seen(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({ state: 'PENDING', settledAt: null })
    expect(await hers(scene, 'GUARANTEED_INTERVIEW')).toMatchObject({ state: 'PENDING' })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('may be confirmed by staff for a day within its time, also shortly after it', async () => {
    const scene = await accepted([soon])
    const { employer, installation, id } = scene
    const first = await today(scene)
    const confirming = (keptOn: string) =>
      employer.work((work) => confirm(work, { introductionId: id, promiseId: promiseIdOf(id, 'ANSWER'), keptOn }))
    await expect(confirming('2030-01-01')).rejects.toMatchObject({ code: 'introductions.promise-not-in-time' })
    installation.clock.advance({ days: 12 })
    await settled(scene)
    expect(await seen(scene, 'ANSWER')).toMatchObject({ state: 'BROKEN', mayConfirm: true })
    await expect(confirming(await today(scene))).rejects.toMatchObject({ code: 'introductions.promise-not-in-time' })
    await confirming(first)
    await confirming(first)
    await settled(scene)
    expect(await hers(scene, 'ANSWER')).toMatchObject({ state: 'KEPT', settledBy: 'STAFF' })
    const told = installation.mailer.sent.filter(
      ({ to, subject }) => to === scene.member.mail && subject.includes('お約束'),
    )
    expect(told).toHaveLength(2)
    installation.clock.advance({ days: 30 })
    await settled(scene)
    expect(await seen(scene, 'ANSWER')).toMatchObject({ state: 'KEPT' })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('that the person says was not kept is decided by the operator, once', async () => {
    const scene = await accepted([soon])
    const { employer, id } = scene
    const promiseId = promiseIdOf(id, 'ANSWER')
    await expect(says(scene, 'ANSWER', 'OBJECT')).rejects.toMatchObject({ code: 'introductions.promise-settled' })
    await employer.work(async (work) => confirm(work, { introductionId: id, promiseId, keptOn: dayText(work.now) }))
    await settled(scene)
    const early = operates(scene, (work) => decidePromise(work, { id: promiseId, found: 'BROKEN' }))
    await expect(early).rejects.toMatchObject({ code: 'introductions.promise-not-objected' })
    await says(scene, 'ANSWER', 'OBJECT')
    await says(scene, 'ANSWER', 'OBJECT')
    await settled(scene)
    expect(await seen(scene, 'ANSWER')).toMatchObject({ state: 'KEPT', objectedAt: expect.any(String) })
    expect(
      await operates(scene, (work) =>
        listPromises(work, { view: 'OBJECTED', employerId: employer.companyId, limit: 10 }),
      ),
    ).toHaveLength(1)
    await operates(scene, (work) => decidePromise(work, { id: promiseId, found: 'BROKEN' }))
    await operates(scene, (work) => decidePromise(work, { id: promiseId, found: 'BROKEN' }))
    await settled(scene)
    expect(await seen(scene, 'ANSWER')).toMatchObject({ state: 'BROKEN', settledBy: 'OPERATOR', mayConfirm: false })
    expect(await hers(scene, 'ANSWER')).toMatchObject({ state: 'BROKEN', settledBy: 'OPERATOR' })
    expect(
      await operates(scene, (work) =>
        listPromises(work, { view: 'OBJECTED', employerId: employer.companyId, limit: 10 }),
      ),
    ).toEqual([])
    expect(await verifyInRealms(scene)).toEqual([])
    const listed = () =>
      operates(scene, (work) => listPromises(work, { view: 'ALL', employerId: employer.companyId, limit: 10 }))
    const [found] = await listed()
    const crossing = { ...found!, state: 'KEPT', settledBy: 'STAFF', version: 99 } as const
    await operates(scene, (work) => putPromise(work, crossing))
    expect(await listed()).toMatchObject([{ state: 'BROKEN', settledBy: 'OPERATOR', found: 'BROKEN' }])
  })

  test('objected to with words is read in them by the operator alone, without who or how to reach them', async () => {
    const scene = await accepted([soon])
    const { employer, member, id } = scene
    const promiseId = promiseIdOf(id, 'ANSWER')
    await employer.work(async (work) => confirm(work, { introductionId: id, promiseId, keptOn: dayText(work.now) }))
    await settled(scene)
    const { displayName } = await member.work(async (work) => (await findMember(work))!)
    for (const [words, code] of [
      ['本籍地を尋ねられ、その後の連絡がありません。', 'introductions.forbidden-words'],
      [`${displayName}です。連絡がありません。`, 'introductions.contact-in-objection'],
      ['090-1234-5678にお電話ください。', 'introductions.contact-in-objection'],
    ] as const)
      await expect(says(scene, 'ANSWER', 'OBJECT', words)).rejects.toMatchObject({ code })
    await says(scene, 'ANSWER', 'OBJECT', ' 三日たっても、どなたからも連絡がありませんでした。 ')
    await settled(scene)
    const words = '三日たっても、どなたからも連絡がありませんでした。'
    const [line] = await operates(
      scene,
      async (work) =>
        (await networkPromises(work, { view: 'OBJECTED', employerId: employer.companyId, limit: 10 })).promises,
    )
    expect(line).toMatchObject({ id: promiseId, objection: words })
    expect(await hers(scene, 'ANSWER')).toMatchObject({ objection: words })
    expect(JSON.stringify(await seen(scene, 'ANSWER'))).not.toContain('どなたから')
  })

  test('words of an objection go with the person, also where they arrive after that, and a year after the decision', async () => {
    const scene = await accepted([soon])
    const { employer, installation, id } = scene
    const promiseId = promiseIdOf(id, 'ANSWER')
    await employer.work(async (work) => confirm(work, { introductionId: id, promiseId, keptOn: dayText(work.now) }))
    await settled(scene)
    const words = () => operates(scene, async (work) => (await objectionsTo(work, [promiseId])).get(promiseId))
    await says(scene, 'ANSWER', 'OBJECT', '連絡がありませんでした。')
    await settled(scene)
    await operates(scene, (work) => decidePromise(work, { id: promiseId, found: 'BROKEN' }))
    await operates(scene, (work) => forgetObjections(work, new Date(work.now.getTime() - 86_400_000)))
    expect(await words()).toBe('連絡がありませんでした。')
    await scene.member.work(forgetOwnObjections)
    await settled(scene)
    expect(await words()).toBeUndefined()
    expect(await hers(scene, 'ANSWER')).toMatchObject({ objection: null })
    const at = new Date().toISOString()
    const late = { version: 1, payload: { promiseId, words: '連絡がありませんでした。', at } }
    await keepObjection(installation, late)
    expect(await words()).toBeUndefined()
    await keepObjection(installation, { ...late, version: 3 })
    await operates(scene, (work) => forgetObjections(work, new Date(work.now.getTime() + 1000)))
    expect(await words()).toBeUndefined()
  })

  test('released by the person, confirmed by staff and struck by the clock at once has one state on all sides', async () => {
    const scene = await accepted([soon])
    const { employer, id, installation } = scene
    const promiseId = promiseIdOf(id, 'ANSWER')
    await Promise.allSettled([
      says(scene, 'ANSWER', 'RELEASE').then(() => settled(scene)),
      employer.work(async (work) => confirm(work, { introductionId: id, promiseId, keptOn: dayText(work.now) })),
      scene.settle(),
    ])
    installation.clock.advance({ days: 40 })
    await settled(scene)
    const { state, settledBy } = await seen(scene, 'ANSWER')
    expect([state, settledBy]).toSatisfy(
      ([one, by]: string[]) => `${one} ${by}` === 'KEPT STAFF' || `${one} ${by}` === 'RELEASED PERSON',
    )
    expect(await hers(scene, 'ANSWER')).toMatchObject({ state, settledBy })
    const [row] = await operates(scene, (work) =>
      listPromises(work, { view: 'ALL', employerId: employer.companyId, limit: 10 }),
    )
    expect(row).toMatchObject({ state, settledBy })
    expect(await verifyInRealms(scene)).toEqual([])
  })
})

describe('how an employer kept its promises', () => {
  test('is told to the next person from eleven introductions on', async () => {
    const scene = await aScene()
    const { employer } = scene
    const settle = (at: number) => ({
      id: newId(),
      introductionId: newId(),
      employerId: employer.companyId,
      kind: 'ANSWER' as const,
      steps: [],
      days: 3,
      state: at === 0 ? ('BROKEN' as const) : ('KEPT' as const),
      settledBy: 'RECORD' as const,
      objectedAt: null,
      version: 1,
    })
    const kept = (at: number) =>
      operates(scene, (work) => putPromise(work, { ...settle(at), dueAt: work.now, settledAt: work.now }))
    for (let at = 0; at < 10; at += 1) await kept(at)
    const record = () => operates(scene, (work) => employerRecord(work, employer.companyId))
    expect(await record()).toBeNull()
    await kept(10)
    expect(await record()).toEqual({ kept: 10, broken: 1, introductions: 11 })
    const made = await anIntroduction(scene, { promises: [soon] })
    const { employerRecord: told } = await made.member.work((work) => introduction(work, made.id))
    expect(told).toEqual({ kept: 10, broken: 1, introductions: 11 })
  })
})
