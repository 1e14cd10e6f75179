import { describe, expect, test } from 'vitest'
import type { Role } from '../../../../contract/accounts/permissions.ts'
import { newId } from '../../../kernel/ids.ts'
import { addStaff } from '../../accounts/index.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { evaluateOwn } from './evaluations.ts'
import { decide, evaluationsOf, interviewsOf, recordInterview } from '../index.ts'
import type { NewInterview } from './interviews.ts'
import { anApplication } from '../testing.ts'

const startsAt = new Date('2030-06-05T01:00:00Z')
const endsAt = new Date('2030-06-05T02:00:00Z')

type Set = Partial<NewInterview> & Pick<NewInterview, 'applicationId'>

async function set(company: TestCompany, { id = newId(), ...more }: Set): Promise<string> {
  await company.work((work) =>
    recordInterview(work, { id, stage: 'INTERVIEW_1', staffIds: [company.staffId], ...more }),
  )
  return id
}

async function colleague(company: TestCompany, role: Role = 'interviewer'): Promise<string> {
  const id = newId()
  await company.work((work) =>
    addStaff(work, { id, signInId: `test:${id}`, name: '面接 太郎', email: `${id}@sakura.example`, role }),
  )
  return id
}

describe('an interview', () => {
  test('is held by nobody who does not work here', async () => {
    const [ours, theirs] = [await aCompany(), await aCompany()]
    const { applicationId } = await anApplication(ours)
    for (const stranger of [newId(), theirs.staffId])
      await expect(set(ours, { applicationId, staffIds: [ours.staffId, stranger] })).rejects.toMatchObject({
        code: 'selection.not-an-interviewer',
        detail: { staffIds: [stranger] },
      })
  })

  test('is held by nobody whose role may not evaluate', async () => {
    const company = await aCompany()
    const { applicationId } = await anApplication(company)
    const analyst = await colleague(company, 'analyst')
    await expect(set(company, { applicationId, staffIds: [analyst] })).rejects.toMatchObject({
      code: 'selection.not-an-interviewer',
    })
  })

  test('names an interviewer once, however often they are chosen', async () => {
    const company = await aCompany()
    const { applicationId } = await anApplication(company)
    await set(company, { applicationId, staffIds: [company.staffId, company.staffId] })
    expect(await company.work((work) => interviewsOf(work, company.staffId))).toHaveLength(1)
  })

  test('stays with the application it was set for, whoever else names it', async () => {
    const company = await aCompany()
    const [one, other] = [await anApplication(company), await anApplication(company)]
    const id = await set(company, { applicationId: one.applicationId })
    await expect(set(company, { id, applicationId: other.applicationId })).rejects.toMatchObject({
      code: 'selection.interview-elsewhere',
    })
  })

  test('ends after it begins', async () => {
    const company = await aCompany()
    const { applicationId } = await anApplication(company)
    for (const wrong of [{ startsAt: endsAt, endsAt: startsAt }, { endsAt }])
      await expect(set(company, { applicationId, ...wrong })).rejects.toMatchObject({
        code: 'selection.interview-ends-first',
      })
    await set(company, { applicationId, startsAt, endsAt })
  })

  test('is not set in a selection that has ended, but what was set before may still be changed', async () => {
    const company = await aCompany()
    const { applicationId } = await anApplication(company)
    const id = await set(company, { applicationId, startsAt })
    const rejection = { id: newId(), applicationId, decision: { kind: 'REJECT', reason: 'SKILL' } } as const
    await company.work((work) => decide(work, rejection))
    await expect(set(company, { applicationId })).rejects.toMatchObject({ code: 'selection.already-ended' })
    await set(company, { id, applicationId, state: 'CANCELLED' })
  })
})

describe('an interviewer', () => {
  const interviewing = async () => {
    const company = await aCompany()
    const made = await anApplication(company)
    return { company, interviewId: await set(company, { applicationId: made.applicationId }), ...made }
  }

  test('sees own interviews and records one evaluation of each, which a later one corrects', async () => {
    const { company, interviewId, applicationId } = await interviewing()
    const evaluate = (recommendation: 'YES' | 'NO') =>
      company.work((work) =>
        evaluateOwn(work, { id: newId(), interviewId, recommendation, evaluator: '面接 太郎', comment: '論理的' }),
      )
    await evaluate('YES')
    await evaluate('NO')
    const [own] = await company.work((work) => interviewsOf(work, company.staffId))
    expect(own).toMatchObject({
      personName: '佐藤 直子',
      openingTitle: '法人営業',
      evaluation: { recommendation: 'NO' },
    })
    expect(await company.work((work) => evaluationsOf(work, [applicationId]))).toHaveLength(1)
  })

  test('cannot evaluate an interview of someone else', async () => {
    const { company } = await interviewing()
    const other = await anApplication(company)
    const theirs = await set(company, { applicationId: other.applicationId, staffIds: [await colleague(company)] })
    const evaluating = company.work((work) =>
      evaluateOwn(work, { id: newId(), interviewId: theirs, recommendation: 'YES', evaluator: 'x' }),
    )
    await expect(evaluating).rejects.toMatchObject({ code: 'selection.not-your-interview' })
  })

  test('cannot evaluate an interview before it has begun', async () => {
    const { company, interviewId, applicationId } = await interviewing()
    await set(company, { id: interviewId, applicationId, startsAt })
    const evaluating = company.work((work) =>
      evaluateOwn(work, { id: newId(), interviewId, recommendation: 'YES', evaluator: 'x' }),
    )
    await expect(evaluating).rejects.toMatchObject({ code: 'selection.interview-not-begun' })
  })

  test('cannot evaluate an interview that was cancelled', async () => {
    const { company, interviewId, applicationId } = await interviewing()
    await set(company, { id: interviewId, applicationId, state: 'CANCELLED' })
    const evaluating = company.work((work) =>
      evaluateOwn(work, { id: newId(), interviewId, recommendation: 'YES', evaluator: 'x' }),
    )
    await expect(evaluating).rejects.toMatchObject({ code: 'selection.interview-cancelled' })
  })
})
