import { describe, expect, test } from 'vitest'
import { surveyOf, topOf } from '../../../../engines/matching/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { correct, merge } from '../../people/index.ts'
import { aPerson } from '../../people/testing.ts'
import { opening, recordEvaluation } from '../../selection/index.ts'
import { anApplication, anOpening } from '../../selection/testing.ts'
import { askedBy } from '../asked.ts'
import { build, poolOf, type CompanyPool } from './pools.ts'

/** What the read model answers, and what one built from the tables in the same moment answers. */
async function bothAnswers(company: TestCompany, openingId: string) {
  return company.work(async (work) => {
    const asked = askedBy(await opening(work, openingId), {
      corporateNumber: null,
      ageException: null,
    } as Parameters<typeof askedBy>[1])
    const answer = ({ pool, setAside, print }: CompanyPool) => ({
      best: topOf(pool, asked, { asOf: work.now, limit: 100 }),
      survey: surveyOf(pool, asked, {}),
      setAside: new Map(setAside),
      print,
    })
    const kept = answer(await poolOf(work))
    return { kept, built: answer(await build(work, work.now.toISOString().slice(0, 7))) }
  })
}

describe('the read model of a pool', () => {
  test('follows every change, and stands where one built from the tables stands', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company, { conditions: { requiredSkills: [{ skill: 'Java' }] } })
    const [first, second] = [await aPerson(company, { skills: ['Java'] }), await aPerson(company, { skills: ['Ruby'] })]
    const steps: (() => Promise<unknown>)[] = [
      async () => {},
      () => aPerson(company, { skills: ['Java 5年'] }),
      () =>
        company.work((work) =>
          correct(work, { id: newId(), personId: second.personId, field: 'skills', value: ['Java 9年'] }),
        ),
      () => anApplication(company, { course: [{ kind: 'STAGE', stage: 'INTERVIEW_1' }] }),
      async () => {
        const { applicationId } = await anApplication(company, {
          course: [{ kind: 'REJECT', reason: 'OTHER_CANDIDATE' }],
        })
        await bothAnswers(company, openingId)
        await company.work((work) =>
          recordEvaluation(work, {
            id: newId(),
            applicationId,
            evaluator: '面接 太郎',
            grade: 'A',
            occurredAt: work.now,
          }),
        )
      },
      () =>
        company.work((work) =>
          merge(work, { id: newId(), survivor: first.personId, dissolved: second.personId, reason: '同じ方です' }),
        ),
    ]
    const prints = new Set<number>()
    for (const step of steps) {
      await step()
      const { kept, built } = await bothAnswers(company, openingId)
      expect(kept).toEqual(built)
      prints.add(kept.print)
    }
    expect(prints.size).toBe(steps.length)
  })

  test('is asked by many at once without one reading undoing another', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        await aPerson(company, { skills: [`技能${at}`] })
        await bothAnswers(company, openingId)
      }),
    )
    const { kept, built } = await bothAnswers(company, openingId)
    expect(kept).toEqual(built)
    expect(kept.survey.fitting).toBe(12)
  })
})
