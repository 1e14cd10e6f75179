import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { countReferrals } from '../credits/testing.ts'
import { reserveSlot, spendSlot } from '../credits/index.ts'
import { peopleModule } from '../people/index.ts'
import { aPerson } from '../people/testing.ts'
import { anApplication, anOpening } from '../selection/testing.ts'
import { recordEvaluation } from '../selection/index.ts'
import { peopleBehind } from './figures/behind.ts'
import { passagesBy, trendsByInterviewer } from './insights.ts'
import { overview } from './figures/overview.ts'
import { histories } from './reports.ts'

type Course = NonNullable<Parameters<typeof anApplication>[1]>['course']

const rejected: Course = [{ kind: 'STAGE', stage: 'DOCUMENT_SCREENING' }, { kind: 'REJECT' }]
const offered: Course = [
  { kind: 'STAGE', stage: 'DOCUMENT_SCREENING' },
  { kind: 'STAGE', stage: 'INTERVIEW_1' },
  { kind: 'OFFER' },
]
const withdrew: Course = [{ kind: 'STAGE', stage: 'DOCUMENT_SCREENING' }, { kind: 'WITHDRAW' }]

async function applications(company: TestCompany, openingId: string, courses: readonly Course[]): Promise<void> {
  const appliedAt = new Date('2026-04-06T01:00:00Z')
  for (const course of courses) await anApplication(company, { openingId, appliedAt, ...(course && { course }) })
}

const repeat = (course: Course, times: number) => Array.from({ length: times }, () => course)
const asked = { by: 'all', basis: 'APPLIED_COHORT' } as const
const behind = { basis: 'APPLIED_COHORT', measure: 'PASSAGE', page: 1 } as const

describe('pass rates', () => {
  test('count decisions of the company alone, and leave withdrawals and people in process out', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    await applications(company, openingId, [
      ...repeat(rejected, 8),
      ...repeat(offered, 4),
      ...repeat(withdrew, 3),
      ...repeat([], 2),
    ])
    const { groups } = await company.work((work) => passagesBy(work, asked))
    const screening = groups[0]?.stages.find(({ stage }) => stage === 'DOCUMENT_SCREENING')
    expect(screening?.passRate).toMatchObject({ suppressed: false, successes: 4, trials: 12 })
    expect(screening?.withdrawalRate).toMatchObject({ suppressed: false, successes: 3, trials: 15 })
    expect(screening?.results).toMatchObject({ PASSED: 4, REJECTED: 8, WITHDRAWN_BEFORE: 3, IN_PROCESS: 0 })
    expect(groups[0]?.applications).toBe(17)
  })

  test('are withheld below the minimum, and the number of people is still told', async () => {
    const company = await aCompany()
    await applications(company, await anOpening(company), repeat(rejected, 9))
    const { groups, minimumN } = await company.work((work) => passagesBy(work, { ...asked, by: 'opening' }))
    expect(groups[0]?.stages.at(-1)?.passRate).toEqual({
      suppressed: true,
      reason: 'BELOW_MINIMUM',
      trials: 9,
      minimumN,
    })
  })

  test('open exactly the people who were counted', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    await applications(company, openingId, [...repeat(rejected, 6), ...repeat(offered, 5)])
    const list = (result: 'REJECTED' | 'PASSED') =>
      company.work((work) => peopleBehind(work, { ...behind, openingId, stage: 'DOCUMENT_SCREENING', result }))
    expect((await list('REJECTED')).total).toBe(6)
    expect((await list('PASSED')).total).toBe(5)
  })

  test('list an application for each one counted, also where one person applied twice or was erased', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    const twice = await aPerson(company)
    const erased = await aPerson(company)
    const appliedAt = new Date('2026-04-06T01:00:00Z')
    for (const { sourceRecordId } of [twice, twice, erased])
      await anApplication(company, { openingId, appliedAt, sourceRecordId, course: rejected! })
    const asSubject = { personId: erased.personId, sourceRecordIds: [erased.sourceRecordId] }
    await company.work((work) => peopleModule.contributions.erase!(work, asSubject))
    const stage = 'DOCUMENT_SCREENING'
    const { groups } = await company.work((work) => passagesBy(work, asked))
    const counted = groups[0]?.stages.find((one) => one.stage === stage)?.results.REJECTED
    const listed = await company.work((work) => peopleBehind(work, { ...behind, stage, result: 'REJECTED' }))
    expect([counted, listed.total, listed.rows.length, listed.people]).toEqual([3, 3, 3, 2])
    expect(listed.rows.filter(({ isErased }) => isErased)).toMatchObject([{ name: null, openingTitle: '法人営業' }])
  })

  test('by the date of the event leave out what was decided outside the period', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    const appliedAt = new Date('2026-03-02T01:00:00Z')
    for (const course of repeat(rejected, 10))
      await anApplication(company, { openingId, appliedAt, ...(course && { course }) })
    const of = (from: string, until: string) =>
      company.work((work) => passagesBy(work, { by: 'all', basis: 'EVENT_DATE', from, until }))
    expect(
      (await of('2026-03-01', '2026-03-31')).groups[0]?.stages.find(({ stage }) => stage === 'DOCUMENT_SCREENING')
        ?.results.REJECTED,
    ).toBe(10)
    expect((await of('2026-04-01', '2026-04-30')).groups).toEqual([])
  })
})

describe('the applications counted', () => {
  const period = { basis: 'APPLIED_COHORT', from: new Date(0), until: new Date('2100-01-01') } as const

  test('are read in pages, each once', async () => {
    const company = await aCompany()
    await applications(company, await anOpening(company), repeat(rejected, 7))
    const pages = await company.work(async (work) => {
      const sizes: number[] = []
      for await (const rows of histories(work, period, { page: 3 }))
        sizes.push(new Set(rows.map(({ applicationId }) => applicationId)).size)
      return sizes
    })
    expect(pages).toEqual([3, 3, 1])
  })

  test('are refused where they are more than can be counted at once', async () => {
    const company = await aCompany()
    await applications(company, await anOpening(company), repeat([], 4))
    const reading = company.work(async (work) => {
      for await (const _ of histories(work, period, { page: 2, most: 3 })) continue
    })
    await expect(reading).rejects.toMatchObject({ code: 'insights.too-many', detail: { most: 3 } })
  })
})

describe('the overview', () => {
  test('counts a re-application only after the earlier one had ended', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    const again = await aPerson(company)
    const twice = await aPerson(company)
    const first = new Date('2026-01-05T01:00:00Z')
    const later = new Date('2026-06-01T01:00:00Z')
    await anApplication(company, {
      openingId,
      sourceRecordId: again.sourceRecordId,
      appliedAt: first,
      course: rejected,
    })
    await anApplication(company, { openingId, sourceRecordId: again.sourceRecordId, appliedAt: later })
    await anApplication(company, { openingId, sourceRecordId: twice.sourceRecordId, appliedAt: first })
    await anApplication(company, { openingId, sourceRecordId: twice.sourceRecordId, appliedAt: first })
    const reapplied = await company.work((work) => peopleBehind(work, { ...behind, measure: 'REAPPLIED' }))
    expect(reapplied.rows.map(({ personId }) => personId)).toEqual([again.personId])
  })

  test('shows the share of slots that were spent', async () => {
    const company = await aCompany()
    await countReferrals(company, 20)
    const introductionId = newId()
    await company.work((work) => reserveSlot(work, { id: introductionId, reason: 'asked' }))
    await company.work((work) => spendSlot(work, { id: newId(), introductionId, reason: 'yes' }))
    expect((await company.work(overview)).slotUseRate).toMatchObject({ suppressed: false, successes: 1, trials: 2 })
  })

  test('sees nothing of another company', async () => {
    const [ours, theirs] = [await aCompany(), await aCompany()]
    await applications(theirs, await anOpening(theirs), repeat(rejected, 12))
    expect(await ours.work(overview)).toMatchObject({ people: 0, applications: 0 })
    expect((await ours.work((work) => passagesBy(work, asked))).groups).toEqual([])
  })
})

describe('evaluation trends', () => {
  test('call an interviewer stricter only when the others at the same stage are clearly milder', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    const evaluate = async (evaluator: string, grade: string, times: number) => {
      for (let index = 0; index < times; index += 1) {
        const { applicationId } = await anApplication(company, {
          openingId,
          course: [{ kind: 'STAGE', stage: 'INTERVIEW_1' }],
        })
        await company.work((work) =>
          recordEvaluation(work, { id: newId(), applicationId, evaluator, grade, occurredAt: work.now }),
        )
      }
    }
    await evaluate('面接 厳', 'D', 12)
    await evaluate('面接 標', 'B', 12)
    await evaluate('面接 少', 'A', 3)
    const { interviewers } = await company.work((work) => trendsByInterviewer(work, {}))
    const tendency = (name: string) => interviewers.find((one) => one.name === name)?.compared
    expect(tendency('面接 厳')).toMatchObject({ suppressed: false, tendency: 'STRICTER' })
    expect(tendency('面接 少')).toMatchObject({ suppressed: true, reason: 'BELOW_MINIMUM' })
  })
})
