import { describe, expect, test } from 'vitest'
import { onCompany } from '../../kernel/announcements.ts'
import { newId } from '../../kernel/ids.ts'
import { outboxes } from '../../kernel/outbox.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { merge } from '../people/index.ts'
import { aPerson } from '../people/testing.ts'
import { contributions } from './contributions.ts'
import {
  application,
  applicationChanged,
  applicationsOf,
  changeOpening,
  decide,
  flowOf,
  keepFlow,
  openOpening,
  opening,
  openings,
  openProcesses,
  recordApplication,
  recordTransition,
  type Decision,
} from './index.ts'
import { anApplication, anOpening } from './testing.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 3, 1, 9, minute))
const seen = (company: TestCompany, id: string) => company.work((work) => application(work, id))

describe('an application', () => {
  test('arrives twice and is one; applying again is another of the same person', async () => {
    const company = await aCompany()
    const { sourceRecordId, personId } = await aPerson(company)
    const openingId = await anOpening(company)
    const remote = { connectionId: newId(), remoteId: 'a-1' }
    const first = await anApplication(company, { sourceRecordId, openingId, ...remote })
    const again = await company.work((work) =>
      recordApplication(work, {
        id: newId(),
        sourceRecordId,
        openingId,
        channel: 'DIRECT',
        appliedAt: at(0),
        live: true,
        ...remote,
      }),
    )
    expect(again).toEqual({ applicationId: first.applicationId, created: false })
    await anApplication(company, { sourceRecordId, openingId })
    expect(await company.work((work) => applicationsOf(work, personId))).toHaveLength(2)
  })

  test('ends the same when its course arrives shuffled and twice', async () => {
    const company = await aCompany()
    const course = [
      { id: newId(), kind: 'STAGE' as const, stage: 'INTERVIEW_1' as const, occurredAt: at(1) },
      { id: newId(), kind: 'HOLD' as const, occurredAt: at(2) },
      { id: newId(), kind: 'STAGE' as const, stage: 'FINAL_INTERVIEW' as const, occurredAt: at(3) },
      { id: newId(), kind: 'REJECT' as const, reason: 'SKILL', occurredAt: at(4) },
    ]
    const states = []
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [3, 0, 3, 2, 1, 0],
      [1, 3, 0, 2],
    ]) {
      const { applicationId } = await anApplication(company, { appliedAt: at(0) })
      for (const step of order)
        await company.work((work) =>
          recordTransition(work, { ...course[step]!, id: `${applicationId.slice(0, -1)}${step}`, applicationId }),
        )
      const { state, stage, endedAt, endReason } = await seen(company, applicationId)
      states.push({ state, stage, endedAt, endReason })
    }
    expect(states).toEqual(
      Array(4).fill({ state: 'REJECTED', stage: 'FINAL_INTERVIEW', endedAt: at(4), endReason: 'SKILL' }),
    )
    expect(await company.work((work) => contributions.verify!(work))).toEqual([])
  })

  test('announces each change once, with whether its end is history', async () => {
    const heard: unknown[] = []
    const subscriptions = [
      onCompany(
        applicationChanged,
        'test.listener',
        async (_, { version, payload }) => void heard.push([version, payload.state, payload.live]),
      ),
    ]
    const company = await aCompany({ installation: await testInstallation({ subscriptions, intents: outboxes }) })
    const { applicationId } = await anApplication(company, { live: false })
    const rejection = { id: newId(), applicationId, kind: 'REJECT' as const, live: false, occurredAt: at(1) }
    await company.work((work) => recordTransition(work, rejection))
    await company.installation.settle(company.companyId)
    await company.work((work) => recordTransition(work, rejection))
    await company.installation.settle(company.companyId)
    expect(heard.at(-1)).toEqual([2, 'REJECTED', false])
    expect(heard.length).toBeLessThanOrEqual(2)
  })

  test('of a merged person counts as theirs, so that nobody in process elsewhere is told no', async () => {
    const company = await aCompany()
    const [one, other] = [await aPerson(company), await aPerson(company)]
    await anApplication(company, { sourceRecordId: one.sourceRecordId, course: [{ kind: 'REJECT' }] })
    await anApplication(company, { sourceRecordId: other.sourceRecordId, course: [{ kind: 'OFFER' }] })
    const elsewhere = () => company.work(async (work) => (await openProcesses(work, [one.personId])).has(one.personId))
    expect(await elsewhere()).toBe(false)
    await company.work((work) =>
      merge(work, { id: newId(), survivor: one.personId, dissolved: other.personId, reason: 'STAFF' }),
    )
    expect(await elsewhere()).toBe(true)
  })
})

describe('a decision of staff', () => {
  const decided = (company: TestCompany, applicationId: string, decision: Decision, note?: string) =>
    company.work((work) => decide(work, { id: newId(), applicationId, decision, note }))

  test('rejects, withdraws, holds and reopens as different ends', async () => {
    const company = await aCompany()
    const { applicationId } = await anApplication(company)
    expect(await decided(company, applicationId, { kind: 'HOLD' })).toMatchObject({ state: 'ON_HOLD', endedAt: null })
    expect(await decided(company, applicationId, { kind: 'REJECT', reason: 'SKILL' })).toMatchObject({
      state: 'REJECTED',
      endReason: 'SKILL',
    })
    await expect(decided(company, applicationId, { kind: 'HOLD' })).rejects.toMatchObject({
      code: 'selection.already-ended',
    })
    expect(await decided(company, applicationId, { kind: 'REOPEN' })).toMatchObject({
      state: 'ACTIVE',
      endReason: null,
    })
    await expect(decided(company, applicationId, { kind: 'DECLINE', reason: 'OTHER' })).rejects.toMatchObject({
      code: 'selection.not-offered',
    })
    const withdrawn = await decided(company, applicationId, {
      kind: 'WITHDRAW',
      reason: 'OTHER_OFFER',
      withdrawalTiming: 'BEFORE_STEP',
    })
    expect(withdrawn).toMatchObject({ state: 'WITHDRAWN', withdrawalTiming: 'BEFORE_STEP' })
  })

  test('with a note that may not be collected is refused with its word', async () => {
    const company = await aCompany()
    const { applicationId } = await anApplication(company)
    const noted = decided(company, applicationId, { kind: 'REJECT', reason: 'OTHER' }, '父親の職業を懸念')
    await expect(noted).rejects.toMatchObject({ code: 'selection.forbidden-data', detail: { word: '父親の職業' } })
  })
})

describe('an opening', () => {
  test('of another system is one however often it is told, and takes its changes', async () => {
    const company = await aCompany()
    const remote = { connectionId: newId(), remoteId: 'job-1' }
    const first = await company.work((work) => openOpening(work, { id: newId(), title: '法人営業', ...remote }))
    await company.work((work) =>
      openOpening(work, { id: newId(), title: '法人営業(大阪)', status: 'CLOSED', ...remote }),
    )
    expect(await company.work((work) => opening(work, first.id))).toMatchObject({
      title: '法人営業(大阪)',
      status: 'CLOSED',
      version: 2,
    })
    expect(await company.work((work) => openings(work))).toHaveLength(1)
  })

  test('takes no age limit unless the company recorded its exception', async () => {
    const company = await aCompany()
    const id = await anOpening(company)
    const limited = company.work((work) => changeOpening(work, id, { conditions: { ageLimit: { maximum: 35 } } }))
    await expect(limited).rejects.toMatchObject({ code: 'selection.age-exception-missing' })
  })

  test('is begun, closed, by the title of an application that is history', async () => {
    const company = await aCompany()
    const { sourceRecordId } = await aPerson(company)
    const apply = (openingTitle: string) =>
      company.work((work) =>
        recordApplication(work, {
          id: newId(),
          sourceRecordId,
          openingTitle,
          channel: 'JOB_BOARD',
          appliedAt: at(0),
          live: false,
        }),
      )
    await apply('経理 マネージャー')
    await apply('経理マネージャー')
    expect(await company.work((work) => openings(work))).toMatchObject([
      { title: '経理 マネージャー', status: 'CLOSED' },
    ])
  })

  test('goes through the flow it names, else through the default one', async () => {
    const company = await aCompany()
    const flow = {
      id: newId(),
      name: '新卒',
      steps: [{ stage: 'APPLIED' as const }, { stage: 'APTITUDE_TEST' as const, label: 'Webテスト' }],
      isDefault: false,
    }
    expect(await company.work((work) => flowOf(work, { flowId: null }))).toHaveLength(6)
    await company.work((work) => keepFlow(work, flow))
    expect(await company.work((work) => flowOf(work, { flowId: null }))).toEqual(flow.steps)
  })
})

test('erasing a person keeps the counts of their applications and no free text', async () => {
  const company = await aCompany()
  const { sourceRecordId, personId } = await aPerson(company)
  const { applicationId } = await anApplication(company, {
    sourceRecordId,
    course: [{ kind: 'REJECT', reason: 'OTHER', note: '次回に期待' }],
  })
  await company.work((work) => contributions.erase!(work, { personId, sourceRecordIds: [sourceRecordId] }))
  const exported = await company.work((work) =>
    contributions.export!(work, { personId, sourceRecordIds: [sourceRecordId] }),
  )
  expect(exported).toMatchObject({ course: [{ note: null, reason: 'OTHER' }] })
  expect(await seen(company, applicationId)).toMatchObject({ state: 'REJECTED' })
})

describe('decisions of two staff at once', () => {
  test('about one application are taken one after the other: a single one ends it, the other is told', async () => {
    const company = await aCompany()
    for (let round = 0; round < 5; round += 1) {
      const { applicationId } = await anApplication(company)
      const ends: Decision[] = [
        { kind: 'REJECT', reason: 'SKILL' },
        { kind: 'WITHDRAW', reason: 'PERSONAL' },
        { kind: 'REJECT', reason: 'OTHER' },
      ]
      const taken = await Promise.allSettled(
        ends.map((decision) => company.work((work) => decide(work, { id: newId(), applicationId, decision }))),
      )
      const codes = taken.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
      expect(codes).toEqual(['selection.already-ended', 'selection.already-ended'])
      const said = taken.flatMap((one) => (one.status === 'fulfilled' ? [one.value.state] : []))
      expect(said).toEqual([(await seen(company, applicationId)).state])
    }
  })
})
