import { describe, expect, test } from 'vitest'
import { createApp, wiring } from '../../../app.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { aCompany, signedIn, type TestCompany } from '../../accounts/testing.ts'
import { aPerson } from '../../people/testing.ts'
import { anApplication, anOpening } from '../../selection/testing.ts'
import { anActivity } from '../../relay/testing.ts'
import { peopleBehind } from './behind.ts'
import { costPerHire, dropCost, keepCost } from './costs.ts'
import { durations } from './durations.ts'
import { lines } from '../export.ts'
import { outcomes } from './outcomes.ts'
import { listCosts } from './store-costs.ts'

const dayMs = 86_400_000
const appliedAt = new Date('2026-04-06T01:00:00Z')
const after = (days: number) => new Date(appliedAt.getTime() + days * dayMs)
const asked = { basis: 'APPLIED_COHORT' } as const

async function hired(company: TestCompany, openingId: string, days: number): Promise<void> {
  await anApplication(company, {
    openingId,
    channel: 'JOB_BOARD',
    appliedAt,
    course: [
      { kind: 'STAGE', stage: 'INTERVIEW_1', occurredAt: after(days / 2) },
      { kind: 'OFFER', occurredAt: after(days - 1) },
      { kind: 'ACCEPT', occurredAt: after(days) },
      { kind: 'HIRE', occurredAt: after(days + 60) },
    ],
  })
}

describe('the days to a hire', () => {
  test('run from the application to the accepted offer, whenever the person joins', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    for (let days = 20; days < 31; days += 1) await hired(company, openingId, days)
    const { toHire, stages } = await company.work((work) => durations(work, asked))
    expect(toHire).toMatchObject({ suppressed: false, count: 11, median: 25, ninetieth: 29 })
    expect(stages.find(({ stage }) => stage === 'INTERVIEW_1')?.duration).toMatchObject({ count: 11 })
    const listed = await company.work((work) => peopleBehind(work, { ...asked, measure: 'HIRED', page: 1 }))
    expect(listed.total).toBe(11)
  })

  test('are withheld for a few, and leave out hires that have no date of their own', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    for (let count = 0; count < 4; count += 1) await hired(company, openingId, 20)
    await anApplication(company, { openingId, appliedAt, course: [{ kind: 'HIRE', occurredAt: appliedAt }] })
    const { toHire, undated } = await company.work((work) => durations(work, asked))
    expect([toHire, undated]).toEqual([{ suppressed: true, count: 4, minimumN: 10 }, 1])
  })

  test('by the date of the event count the hires of the period', async () => {
    const company = await aCompany()
    await hired(company, await anOpening(company), 20)
    const count = async (from: string) =>
      (await company.work((work) => durations(work, { basis: 'EVENT_DATE', from }))).toHire.count
    expect([await count('2026-04-20'), await count('2026-05-01')]).toEqual([1, 0])
  })
})

describe('the cost of a hire', () => {
  test('is the costs of the months for each hire in them, with what chance allows', async () => {
    const company = await aCompany()
    const openingId = await anOpening(company)
    for (let count = 0; count < 4; count += 1) await hired(company, openingId, 20)
    const cost = {
      month: '2026-04',
      kind: 'ADVERTISING',
      channel: 'JOB_BOARD',
      amountYen: 800_000,
      note: null,
    } as const
    await company.work(async (work) => {
      await keepCost(work, { ...cost, id: newId() })
      await keepCost(work, { ...cost, id: newId(), kind: 'HOURS', channel: null, amountYen: 200_000 })
      await keepCost(work, { ...cost, id: newId(), month: '2026-05', amountYen: 900_000 })
    })
    const found = await company.work((work) => costPerHire(work, { from: '2026-04-10', until: '2026-04-11' }))
    expect(found.total).toMatchObject({ amountYen: 1_000_000, hires: 4, perHireYen: 250_000 })
    expect(found.channels).toMatchObject([{ channel: 'JOB_BOARD', amountYen: 800_000, hires: 4, perHireYen: 200_000 }])
    expect(found.sharedYen).toBe(200_000)
    const { low, high } = found.total.interval!
    expect(low).toBeLessThan(250_000)
    expect(high).toBeGreaterThan(250_000)
  })

  test('kept twice counts once, and is another company’s never', async () => {
    const [ours, theirs] = [await aCompany(), await aCompany()]
    const id = newId()
    const cost = { id, month: '2026-04', kind: 'AGENCY_FEE', channel: 'AGENCY', amountYen: 100, note: null } as const
    for (const amountYen of [100, 300]) await ours.work((work) => keepCost(work, { ...cost, amountYen }))
    expect((await ours.work((work) => costPerHire(work, {}))).total).toMatchObject({ amountYen: 300, perHireYen: null })
    expect(await theirs.work((work) => listCosts(work, { after: undefined, limit: 5 }))).toEqual([])
    await expect(theirs.work((work) => dropCost(work, id))).rejects.toMatchObject({ code: 'request.not-found' })
    await ours.work((work) => dropCost(work, id))
    expect(await ours.work((work) => listCosts(work, { after: undefined, limit: 5 }))).toEqual([])
  })
})

describe('the people rejected', () => {
  const rejectedOnes = async (company: TestCompany, count: number) => {
    const openingId = await anOpening(company)
    const made = []
    for (let index = 0; index < count; index += 1) {
      const one = await aPerson(company)
      await anApplication(company, {
        openingId,
        appliedAt,
        sourceRecordId: one.sourceRecordId,
        course: [{ kind: 'REJECT' }],
      })
      made.push(one)
    }
    return made
  }

  test('and hired later are counted, and each opens', async () => {
    const company = await aCompany()
    const [again] = await rejectedOnes(company, 10)
    const { sourceRecordId, personId } = again!
    await anApplication(company, {
      sourceRecordId,
      appliedAt: after(100),
      course: [{ kind: 'OFFER' }, { kind: 'ACCEPT' }],
    })
    const found = await company.work(outcomes)
    expect(found.hiredHere).toMatchObject({ suppressed: false, successes: 1, trials: 10 })
    const behind = { ...asked, measure: 'REJECTED_THEN_HIRED', page: 1 } as const
    const { rows, total } = await company.work((work) => peopleBehind(work, behind))
    expect([total, rows.map((row) => row.personId)]).toEqual([1, [personId]])
  })

  test('and placed elsewhere are a number, withheld where fewer than k are on either side', async () => {
    const company = await aCompany()
    const people = await rejectedOnes(company, 12)
    const tell = async (from: number, until: number, activity: 'ACTIVE' | 'PLACED') => {
      for (const { sourceRecordId } of people.slice(from, until))
        await anActivity(company, { sourceRecordId, activity })
    }
    await tell(0, 4, 'PLACED')
    await tell(4, 10, 'ACTIVE')
    expect((await company.work(outcomes)).placedElsewhere).toMatchObject({ suppressed: true })
    await tell(10, 11, 'PLACED')
    expect((await company.work(outcomes)).placedElsewhere).toMatchObject({
      suppressed: false,
      successes: 5,
      trials: 11,
    })
    // One more changes nothing that is told, until k did.
    await tell(11, 12, 'PLACED')
    expect((await company.work(outcomes)).placedElsewhere).toMatchObject({ successes: 5, trials: 11 })
    const more = await rejectedOnes(company, 9)
    for (const { sourceRecordId } of more.slice(0, 4)) await anActivity(company, { sourceRecordId, activity: 'PLACED' })
    expect((await company.work(outcomes)).placedElsewhere).toMatchObject({ successes: 10, trials: 16 })
  })
})

test('the file has every number with its n, its interval and both date bases', async () => {
  const company = await aCompany()
  const openingId = await anOpening(company, { title: '=cmd()' })
  for (let count = 0; count < 10; count += 1) await hired(company, openingId, 20)
  const found = await company.work((work) => lines(work, { ...asked, by: 'opening' }))
  expect(new Set(found.map((cells) => cells.length))).toEqual(new Set([13]))
  const offers = found.filter(
    ([kind, of, stage, what]) => kind && of === '=cmd()' && stage === '内定' && what === '通過率',
  )
  expect(offers.map((cells) => cells.slice(4, 10))).toEqual([
    [1, expect.any(Number), 1, 10, 10, '応募日'],
    [1, expect.any(Number), 1, 10, 10, '結果が出た日'],
  ])
})

test('an export whose period is no date is refused as what it is', async () => {
  const installation = await testInstallation(wiring)
  const app = await createApp(installation)
  const { headers } = await signedIn(await aCompany({ installation }))
  const ask = (query: string) => app.inject({ url: `/api/v1/insights/export.csv?${query}`, headers })
  expect((await ask('from=2026-01-01&until=2026-03-31')).statusCode).toBe(200)
  expect((await ask('from=yesterday')).json()).toMatchObject({ status: 422, code: 'request.invalid' })
  await app.close()
})
