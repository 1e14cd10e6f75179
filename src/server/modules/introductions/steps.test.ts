import { expect, test } from 'vitest'
import type { ApplicationState, Stage } from '../../../contract/selection/selection-terms.ts'
import { newId } from '../../kernel/ids.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { answer } from './answering/answer.ts'
import { introduction, introductionOf, networkIntroduction, recordOutcome } from './index.ts'
import { stepsForPerson, stepsOf } from './steps.ts'
import { anIntroduction, aScene, verifyInRealms } from './testing.ts'

const day = (of: number) => new Date(Date.UTC(2026, 5, of))
const stood = (...all: [Stage, ApplicationState, number][]) => ({
  course: all.map(([stage, state, of]) => ({ stage, state, at: day(of) })),
})
const named = (steps: ReturnType<typeof stepsOf>) => steps.map(({ progress, at }) => `${progress} ${at.slice(8, 10)}`)

test('each progress stands once with the day on which it began', () => {
  const course = stood(
    ['APPLIED', 'ON_HOLD', 1],
    ['INTERVIEW_1', 'ACTIVE', 3],
    ['INTERVIEW_2', 'ACTIVE', 5],
    ['OFFER', 'OFFERED', 8],
    ['OFFER', 'OFFER_ACCEPTED', 9],
    ['JOINED', 'HIRED', 20],
  )
  expect(named(stepsOf(course))).toEqual(['INTERVIEWING 03', 'OFFERED 08', 'HIRED 20'])
})

test('a rejection that was taken back stands for the company, and is kept from the person', () => {
  const steps = stepsOf(
    stood(['INTERVIEW_1', 'ACTIVE', 3], ['INTERVIEW_1', 'REJECTED', 5], ['INTERVIEW_1', 'ACTIVE', 6]),
  )
  expect(named(steps)).toEqual(['INTERVIEWING 03', 'REJECTED 05', 'INTERVIEWING 06'])
  expect(named(stepsForPerson(steps))).toEqual(['INTERVIEWING 03'])
})

test('the company, the operator and the person see the same days', async () => {
  const scene = await aScene()
  const { id, member } = await anIntroduction(scene)
  const { shown } = await member.work((work) => introduction(work, id))
  await member.work((work) => answer(work, { id, answer: 'ACCEPTED', consent: true, shown }))
  await scene.settle()
  for (const outcome of ['INTERVIEWING', 'HIRED'] as const) {
    scene.installation.clock.advance({ days: 2 })
    await scene.employer.work((work) => recordOutcome(work, { introductionId: id, id: newId(), outcome }))
    await scene.settle()
    await scene.settle()
  }
  const { steps, course } = await scene.employer.work((work) => introductionOf(work, id))
  expect(steps.map(({ progress }) => progress)).toEqual(['INTERVIEWING', 'HIRED'])
  expect(course).toMatchObject([{ stage: 'INTERVIEW_1' }, { stage: 'JOINED', state: 'HIRED' }])
  expect(steps.map(({ at }) => at)).toEqual(course.map(({ at }) => at))
  expect((await member.work((work) => introduction(work, id))).steps).toEqual(steps)
  const operator = { companyId: scene.operatorId, actor: systemActor('test') }
  const standing = await inCompany(scene.installation, operator, (work) => networkIntroduction(work, id))
  expect(standing).toMatchObject({ steps })
  expect(await verifyInRealms(scene)).toEqual([])
})
