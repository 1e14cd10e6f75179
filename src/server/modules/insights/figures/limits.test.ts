import { describe, expect, test } from 'vitest'
import { testInstallation } from '../../../kernel/testing.ts'
import { inCompany } from '../../../kernel/work.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { anApplication, anOpening } from '../../selection/testing.ts'
import { lines } from '../export.ts'
import { passagesBy } from '../insights.ts'

type Course = NonNullable<Parameters<typeof anApplication>[1]>['course']

const rejected: Course = [{ kind: 'STAGE', stage: 'DOCUMENT_SCREENING' }, { kind: 'REJECT' }]
const offered: Course = [
  { kind: 'STAGE', stage: 'DOCUMENT_SCREENING' },
  { kind: 'STAGE', stage: 'INTERVIEW_1' },
  { kind: 'OFFER' },
]
const asked = { by: 'all', basis: 'APPLIED_COHORT' } as const

async function apply(company: TestCompany, openingId: string, course: Course, times: number): Promise<void> {
  const appliedAt = new Date('2026-01-06T01:00:00Z')
  for (let made = 0; made < times; made += 1) await anApplication(company, { openingId, appliedAt, course: course! })
}

/** What an analyst is told of one stage; the first group where none is named. */
async function told(company: TestCompany, stage: string, query: object = {}, key?: string) {
  const opened = { companyId: company.companyId, actor: company.as('analyst') }
  const found = await inCompany(company.installation, opened, (work) => passagesBy(work, { ...asked, ...query }))
  const group = found.groups.find((one) => key === undefined || one.key === key)
  return group?.stages.find((one) => one.stage === stage)
}

const screening = 'DOCUMENT_SCREENING'

describe('numbers for who may not open the lists behind them', () => {
  test('are withheld below k with what would give them away, and whoever may open the lists sees all', async () => {
    const company = await aCompany()
    const [first, second] = [await anOpening(company), await anOpening(company)]
    await apply(company, first, rejected, 20)
    await apply(company, first, offered, 3)
    await apply(company, second, rejected, 20)
    await apply(company, second, offered, 12)
    const exact = await company.work((work) => passagesBy(work, { ...asked, by: 'opening' }))
    expect(exact).toMatchObject({ k: null })
    const seen = await told(company, screening, { by: 'opening' }, first)
    expect(seen?.results.PASSED).toBeNull()
    expect(seen?.passRate).toMatchObject({ suppressed: true })
    // The other opening's rejected or its own must be hidden too, or its sum gives the three away.
    const shown = [seen?.results.REJECTED, seen?.reached]
    expect(shown).toContain(null)
    // Whoever passed begins the next stage: nothing is told of it either.
    expect(await told(company, 'INTERVIEW_1', { by: 'opening' }, first)).toMatchObject({ reached: null })
  })

  test('are not told beside a number from which one person could be subtracted', async () => {
    const company = await aCompany()
    const [all, few] = [await anOpening(company), await anOpening(company)]
    await apply(company, all, rejected, 30)
    expect((await told(company, screening))?.results.REJECTED).toBe(30)
    // Two more are rejected; the table is asked again, then with a filter that leaves them out.
    await apply(company, few, rejected, 2)
    expect((await told(company, screening))?.results.REJECTED).toBeNull()
    expect((await told(company, screening, { openingId: all }))?.results.REJECTED).toBe(30)
    await apply(company, few, rejected, 8)
    expect((await told(company, screening))?.results.REJECTED).toBe(40)
  })

  test('asked for by many at once are judged one after the other', async () => {
    const company = await aCompany()
    const [all, few] = [await anOpening(company), await anOpening(company)]
    await apply(company, all, rejected, 20)
    await apply(company, few, rejected, 1)
    const answers = await Promise.all([
      told(company, screening),
      told(company, screening, { openingId: all }),
      told(company, screening),
      told(company, screening, { openingId: all }),
    ])
    const sizes = new Set(answers.map((one) => one?.results.REJECTED).filter((count) => count !== null))
    expect(sizes.size).toBe(1)
  })

  test('end with the last month that is over', async () => {
    const installation = await testInstallation()
    const company = await aCompany({ installation })
    const openingId = await anOpening(company)
    await apply(company, openingId, rejected, 12)
    const now = await company.work((work) => Promise.resolve(work.now))
    for (let made = 0; made < 12; made += 1)
      await anApplication(company, { openingId, appliedAt: new Date(now.getTime() - 60_000) })
    expect((await told(company, screening))?.reached).toBe(12)
    expect((await company.work((work) => passagesBy(work, asked))).groups[0]?.applications).toBe(24)
  })

  test('are in a file what they are on the page of who takes it', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    await apply(company, openingId, rejected, 20)
    await apply(company, openingId, offered, 3)
    const passed = (file: Awaited<ReturnType<typeof lines>>) =>
      file.find(([, , stage, measure]) => stage === '書類選考' && measure === '通過率')
    const opened = { companyId: company.companyId, actor: company.as('analyst') }
    expect(passed(await inCompany(company.installation, opened, (work) => lines(work, asked)))?.[7]).toBeNull()
    expect(passed(await company.work((work) => lines(work, asked)))?.slice(7, 9)).toEqual([3, 23])
  })
})
