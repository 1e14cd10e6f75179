import { describe, expect, test } from 'vitest'
import { createApp, wiring } from '../../app.ts'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { aCompany, signedIn, type TestCompany } from '../accounts/testing.ts'
import { openEndpoint } from '../automations/endpoints.ts'
import { listSendings } from '../automations/store-sendings.ts'
import { consents, decide, eraseSubject, openRequest, showText, subjectOf } from '../consent/index.ts'
import { suppress } from '../messages/index.ts'
import { recordsOf } from '../people/index.ts'
import { aPerson } from '../people/testing.ts'
import { poolOffer } from '../relay/index.ts'
import { anApplication } from '../selection/testing.ts'
import { answerRefresh, stopAsking } from './answering.ts'
import { approvePlan } from './asking.ts'
import { askDaily } from './jobs.ts'
import { planOfToday } from './plan.ts'
import { changeSettings } from './settings.ts'
import { asksOf } from './store-asks.ts'
import { anAskingCompany } from './testing.ts'

const yearsAgo = (years: number) => new Date(Date.now() - years * 365 * 86_400_000)
const stale = (made: object = {}) => ({
  email: `${newId()}@mail.example`,
  employer: '青葉商事',
  desiredOccupations: ['営業'],
  observedAt: yearsAgo(3),
  ...made,
})

const plan = (company: TestCompany) => company.work(planOfToday)
const asksAbout = (company: TestCompany, personId: string) =>
  company.work(async (work) =>
    asksOf(
      work,
      (await recordsOf(work, personId)).map(({ id }) => id),
    ),
  )

/** Approves the whole plan of today and lets its mails leave. */
async function askAll(installation: TestInstallation, company: TestCompany): Promise<number> {
  const { people } = await plan(company)
  if (people.length === 0) return 0
  const { asked } = await company.work((work) =>
    approvePlan(work, { id: newId(), personIds: people.map(({ personId }) => personId) }),
  )
  await intoTheWindow(installation, company)
  return asked
}

/** Past a weekend and a night, so that what waits for the send window has left. */
async function intoTheWindow(installation: TestInstallation, company: TestCompany): Promise<void> {
  for (let pass = 0; pass < 2; pass += 1) await installation.settle(company.companyId)
  for (let hours = 0; hours < 100; hours += 4) {
    installation.clock.advance({ hours: 4 })
    await installation.settle(company.companyId)
  }
}

describe('the plan of today', () => {
  test('asks first where most that is worth knowing no longer holds, up to the day’s limit', async () => {
    const company = await anAskingCompany({ dailyLimit: 2 })
    const { personId: little } = await aPerson(company, { ...stale(), employer: undefined })
    const { personId: much } = await aPerson(company, stale({ title: '課長', skills: ['簿記'] }))
    const { personId: fresh } = await aPerson(company, stale({ observedAt: new Date() }))
    const { personId: interviewed, sourceRecordId } = await aPerson(company, stale({ title: '課長', skills: ['簿記'] }))
    await anApplication(company, {
      sourceRecordId,
      appliedAt: yearsAgo(3),
      course: [{ kind: 'STAGE', stage: 'FINAL_INTERVIEW' }, { kind: 'REJECT' }],
    })
    const { people } = await plan(company)
    expect(people.map(({ personId }) => personId)).toEqual([interviewed, much])
    expect(people[0]!.fields[0]).toMatchObject({ field: 'desiredOccupations', standing: 'STALE' })
    await company.work((work) => changeSettings(work, { dailyLimit: 20 }))
    const all = (await plan(company)).people.map(({ personId }) => personId)
    expect(all).toContain(little)
    expect(all).not.toContain(fresh)
  })

  test('says of everyone who is left out why, and sends nothing', async () => {
    const installation = await testInstallation(wiring)
    const company = await anAskingCompany({ installation })
    await aPerson(company, { ...stale(), email: undefined })
    const bounced = stale()
    await aPerson(company, bounced)
    await company.work((work) => suppress(work, { address: bounced.email, reason: 'HARD_BOUNCE' }))
    const { sourceRecordId } = await aPerson(company, stale())
    await anApplication(company, { sourceRecordId, appliedAt: new Date() })
    const { personId } = await aPerson(company, stale())
    await company.work((work) => openRequest(work, { id: newId(), kind: 'STOP', via: 'MAIL', personId, said: '' }))
    const { people, leftOut } = await plan(company)
    expect(people).toEqual([])
    expect(Object.fromEntries(leftOut)).toEqual({ NO_ADDRESS: 1, SUPPRESSED: 1, STOP_REQUESTED: 1, IN_PROCESS: 1 })
    expect(installation.mailer.sent.some(({ to }) => to === bounced.email)).toBe(false)
  })
})

describe('asking', () => {
  test('is off until an admin says why it is done and switches it on', async () => {
    const company = await aCompany()
    const { personId } = await aPerson(company, stale())
    const approve = () => company.work((work) => approvePlan(work, { id: newId(), personIds: [personId] }))
    await expect(approve()).rejects.toMatchObject({ code: 'freshness.switched-off' })
    await expect(company.work((work) => changeSettings(work, { isOn: true }))).rejects.toMatchObject({
      code: 'consent.basis-missing',
    })
  })

  test('sends one mail with a personal link, however often and by however many it is approved', async () => {
    const installation = await testInstallation(wiring)
    const company = await anAskingCompany({ installation })
    const made = stale()
    const { personId } = await aPerson(company, made)
    const id = newId()
    const approve = (approval: string) =>
      company.work((work) => approvePlan(work, { id: approval, personIds: [personId] }))
    await Promise.all([approve(id), approve(id), approve(newId())])
    await intoTheWindow(installation, company)
    const mails = installation.mailer.sent.filter(({ to }) => to === made.email)
    expect(mails).toHaveLength(1)
    expect(mails[0]!.text).toContain('/l/')
    expect(mails[0]!.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(await asksAbout(company, personId)).toMatchObject([{ state: 'SENT' }])
    expect((await plan(company)).leftOut.get('ASKED_LATELY')).toBe(1)
  })

  test('ends in an answer that makes the fields the person’s own word of today', async () => {
    const installation = await testInstallation(wiring)
    const company = await anAskingCompany({ installation })
    const { personId } = await aPerson(company, stale())
    expect(await askAll(installation, company)).toBe(1)
    const statements = [
      { field: 'employer' as const, value: '若葉物流', isChange: true },
      { field: 'desiredOccupations' as const, value: ['営業'], isChange: false },
    ]
    const answering = { id: newId(), personId, statements }
    const endpoint = { label: 'ATS', url: 'https://ats.example/tasuki', kinds: ['refresh.answered' as const] }
    const endpointId = newId()
    await company.work((work) => openEndpoint(work, { id: endpointId, ...endpoint }))
    await company.work((work) => answerRefresh(work, answering))
    await company.work((work) => answerRefresh(work, answering))
    await installation.settle(company.companyId)
    const told = await company.work((work) =>
      listSendings(work, { endpointId, states: ['READY', 'DONE', 'DEAD'], after: undefined, limit: 5 }),
    )
    expect(told).toMatchObject([{ kind: 'refresh.answered' }])
    expect(await asksAbout(company, personId)).toMatchObject([{ state: 'ANSWERED', answer: 'CHANGED' }])
    expect((await plan(company)).people).toEqual([])
  })

  test('stops after two silences, and at once when the person wants no more', async () => {
    const installation = await testInstallation(wiring)
    const company = await anAskingCompany({ installation })
    const { personId } = await aPerson(company, stale())
    const { personId: done } = await aPerson(company, stale())
    expect(await askAll(installation, company)).toBe(2)
    await company.work((work) => stopAsking(work, done))
    for (const expected of [1, 0]) {
      installation.clock.advance({ days: 120 })
      await company.work(askDaily)
      expect(await askAll(installation, company)).toBe(expected)
    }
    const { leftOut } = await plan(company)
    expect([leftOut.get('SILENT_TWICE'), leftOut.get('NOT_INTERESTED')]).toEqual([1, 1])
    expect((await asksAbout(company, personId)).map(({ state }) => state)).toEqual(['LAPSED', 'LAPSED'])
  })

  test('goes by itself every day where the company said so once, and not after it is switched off', async () => {
    const installation = await testInstallation(wiring)
    const company = await anAskingCompany({ installation, mode: 'EVERY_DAY', dailyLimit: 1 })
    for (let made = 0; made < 3; made += 1) await aPerson(company, stale())
    await company.work(askDaily)
    await company.work(askDaily)
    await intoTheWindow(installation, company)
    const sent = () => installation.mailer.sent.filter(({ text }) => text.includes('変わりがないか')).length
    const before = sent()
    expect(before).toBe(1)
    await company.work((work) => changeSettings(work, { isOn: false }))
    await company.work(askDaily)
    await intoTheWindow(installation, company)
    expect(sent()).toBe(before)
  })

  test('planned before it was switched off, or before the person was erased or asked to be left alone, reaches nobody', async () => {
    const installation = await testInstallation(wiring)
    const company = await anAskingCompany({ installation })
    const [off, gone] = [stale(), stale()]
    const { personId } = await aPerson(company, off)
    const { personId: erased } = await aPerson(company, gone)
    await company.work((work) => approvePlan(work, { id: newId(), personIds: [erased] }))
    const subject = (await company.work((work) => subjectOf(work, erased)))!
    await company.work((work) => eraseSubject(work, { ...subject, id: newId() }))
    const alone = stale()
    const { personId: left } = await aPerson(company, alone)
    await company.work((work) => approvePlan(work, { id: newId(), personIds: [left] }))
    await company.work((work) =>
      openRequest(work, { id: newId(), kind: 'STOP', via: 'MAIL', personId: left, said: '' }),
    )
    await intoTheWindow(installation, company)
    expect(await asksAbout(company, left)).toMatchObject([{ state: 'REFUSED', hindrance: 'STOP_REQUESTED' }])
    await company.work((work) => approvePlan(work, { id: newId(), personIds: [personId] }))
    await company.work((work) => changeSettings(work, { isOn: false }))
    await intoTheWindow(installation, company)
    const unwanted = [off.email, gone.email, alone.email]
    expect(installation.mailer.sent.filter(({ to }) => unwanted.includes(to))).toEqual([])
    expect(await asksAbout(company, personId)).toMatchObject([{ state: 'REFUSED', hindrance: 'SWITCHED_OFF' }])
  })
})

describe('a consent to stay in the pool', () => {
  async function inThePool(installation: TestInstallation) {
    const company = await anAskingCompany({ installation })
    const made = stale({ observedAt: new Date() })
    const { personId, sourceRecordId } = await aPerson(company, made)
    const offer = poolOffer({ id: company.companyId, name: 'さくら商事' }, { language: 'ja', operatorName: 'x' })
    const answer = (decision: 'GIVEN' | 'WITHDRAWN') =>
      company.work(async (work) => {
        const { hash: textHash } = await showText(work, offer.shown)
        const { purpose, recipient, items } = offer
        return decide(work, { purpose, recipient, items, textHash, decision, how: 'PORTAL', personId, sourceRecordId })
      })
    await answer('GIVEN')
    const stands = () =>
      company.work(async (work) => {
        const [found] = await consents(work, { sourceRecordIds: [sourceRecordId] })
        return found?.decision === 'GIVEN' && found.expiresAt !== null && found.expiresAt > work.now
      })
    return { company, made, personId, answer, stands }
  }

  test('is asked about once a month before it ends, and goes on by a yes', async () => {
    const installation = await testInstallation(wiring)
    const { company, made, personId, answer, stands } = await inThePool(installation)
    const mails = () =>
      installation.mailer.sent.filter(({ to, subject }) => to === made.email && subject.includes('継続'))
    await company.work(askDaily)
    installation.clock.advance({ days: 710 })
    for (let day = 0; day < 2; day += 1) {
      await company.work(askDaily)
      await intoTheWindow(installation, company)
    }
    expect(mails()).toHaveLength(1)
    await answer('GIVEN')
    await installation.settle(company.companyId)
    expect(await asksAbout(company, personId)).toMatchObject([{ kind: 'POOL', state: 'ANSWERED', answer: 'STAYS' }])
    installation.clock.advance({ days: 100 })
    expect(await stands()).toBe(true)
  })

  test('ends by itself without an answer, after which nobody asks them anything', async () => {
    const installation = await testInstallation(wiring)
    const { company, stands } = await inThePool(installation)
    installation.clock.advance({ days: 800 })
    expect(await stands()).toBe(false)
    expect((await plan(company)).leftOut.get('LEFT_POOL')).toBe(1)
  })
})

test('every count of what came of asking opens exactly the questions it counted, in pages', async () => {
  const installation = await testInstallation(wiring)
  const app = await createApp(installation)
  const company = await anAskingCompany({ installation })
  const people: Awaited<ReturnType<typeof aPerson>>[] = []
  for (let made = 0; made < 5; made += 1) people.push(await aPerson(company, stale()))
  await askAll(installation, company)
  await company.work((work) => stopAsking(work, people[0]!.personId))
  await company.work((work) => answerRefresh(work, { id: newId(), personId: people[1]!.personId, statements: [] }))
  const { headers } = await signedIn(company)
  const read = async <T>(path: string) => (await app.inject({ url: `/api/v1/freshness${path}`, headers })).json<T>()
  const { answers } = await read<{ answers: { counts: Record<string, number> } }>('')
  expect(answers.counts).toMatchObject({ waiting: 3, confirmed: 1, notInterested: 1, silent: 0 })
  type Page = { asks: { id: string }[]; nextCursor: string | null }
  for (const [outcome, count] of Object.entries(answers.counts)) {
    const seen = new Set<string>()
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = await read(`/asks?limit=2&outcome=${outcome}${cursor && `&cursor=${cursor}`}`)
      for (const { id } of page.asks) seen.add(id)
      cursor = page.nextCursor
    }
    expect([outcome, seen.size]).toEqual([outcome, count])
  }
  const fields = await read<{ fields: { field: string; counts: Record<string, number> }[]; people: number }>('')
  const behind = await read<{ total: number }>('/people?field=employer&standing=STALE')
  expect(fields.fields.find(({ field }) => field === 'employer')?.counts['STALE']).toBe(behind.total)
  await app.close()
})
