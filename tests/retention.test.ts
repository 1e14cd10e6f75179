import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { retain } from '../src/cli/retain.ts'
import type { Terminal } from '../src/cli/terminal.ts'
import type { RetentionClass, RetentionRun } from '../src/contract/retention/retention.ts'
import { wiring } from '../src/server/app.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { runDue } from '../src/server/kernel/intents.ts'
import { testInstallation, type TestInstallation } from '../src/server/kernel/testing.ts'
import { inCompany, type Work } from '../src/server/kernel/work.ts'
import { aCompany, type TestCompany } from '../src/server/modules/accounts/testing.ts'
import {
  answerRequest,
  callOffRun,
  changeRule,
  checkIdentity,
  decide,
  disposedAddresses,
  erasedAddresses,
  eraseSubject,
  holds,
  liftHold,
  makeRun,
  openRequest,
  placeHold,
  request,
  retentionPeople,
  retentionRun,
  scheduleRun,
  showText,
  subjectOf,
} from '../src/server/modules/consent/index.ts'
import { person, personOf } from '../src/server/modules/people/index.ts'
import { aPerson } from '../src/server/modules/people/testing.ts'
import { anApplication } from '../src/server/modules/selection/testing.ts'

let dataDir: string
let installation: TestInstallation
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tasuki-retention-'))
  installation = await testInstallation(wiring)
  installation.config.dataDir = dataDir
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const longAgo = new Date('2020-04-01T00:00:00Z')

type Ended = 'REJECT' | 'WITHDRAW' | 'HIRE' | 'OFFER'

/** Somebody who applied long ago, with what became of it. */
async function anApplicant(company: TestCompany, end: Ended | null, { live = false } = {}): Promise<string> {
  const course = end === null ? [] : [{ kind: end }]
  const { sourceRecordId } = await anApplication(company, { appliedAt: longAgo, live, course })
  return company.work((work) => personOf(work, sourceRecordId))
}

const switchOn = (company: TestCompany, name: RetentionClass, months = 24) =>
  company.work((work) => changeRule(work, { class: name, months, startsAt: 'END', isOn: true, version: 0 }))

/** A finished dry run. */
async function listed(company: TestCompany): Promise<RetentionRun> {
  const id = newId()
  await company.work((work) => makeRun(work, { id }))
  await installation.settle(company.companyId)
  return company.work((work) => retentionRun(work, id))
}

async function carriedOut(company: TestCompany, { id }: RetentionRun, deletes: number): Promise<RetentionRun> {
  await company.work((work) => scheduleRun(work, { id, waitHours: 1, deletes }))
  await overDue(company, id)
  return company.work((work) => retentionRun(work, id))
}

/** As if the wait were over, without moving the clock of the other tests. */
async function overDue(company: TestCompany, id: string): Promise<void> {
  await company.work(({ tx, companyId, now }) =>
    tx
      .updateTable('consent_retention_run')
      .set({ due_at: now })
      .where('company_id', '=', companyId)
      .where('id', '=', id)
      .execute(),
  )
  await installation.settle(company.companyId)
}

const verdicts = async (company: TestCompany, { id }: RetentionRun) =>
  new Map(
    (await company.work((work) => retentionPeople(work, id, { limit: 200 }))).map((one) => [
      one.personId,
      one.reasons.join() || 'DELETE',
    ]),
  )

/** What `tasuki verify` finds in the realm of the company. */
const broken = (company: TestCompany) =>
  company.work(async (work) => {
    const found = []
    for (const { contributions } of installation.modules) found.push(...((await contributions.verify?.(work)) ?? []))
    return found
  })

const stateOf = async (company: TestCompany, personId: string) =>
  (await company.work((work) => person(work, personId))).state

describe('a dry run', () => {
  test('says what another time would do to one class, and is never carried out', async () => {
    const company = await aCompany({ installation })
    const rejected = await anApplicant(company, 'REJECT')
    const withdrew = await anApplicant(company, 'WITHDRAW')
    await switchOn(company, 'REJECTED', 240)
    const id = newId()
    const trying = { id, months: 12, class: 'REJECTED' } as const
    for (const unfit of [{ months: 12 }, { class: 'REJECTED' } as const, { ...trying, kind: 'UNKNOWN_BASIS' } as const])
      await expect(company.work((work) => makeRun(work, { ...unfit, id: newId() }))).rejects.toMatchObject({
        code: 'consent.run-without-class',
      })
    await company.work((work) => makeRun(work, trying))
    await installation.settle(company.companyId)
    const run = await company.work((work) => retentionRun(work, id))
    expect(run.rules['REJECTED']).toMatchObject({ months: 12, isOn: true })
    expect(await verdicts(company, run)).toEqual(
      new Map([
        [rejected, 'DELETE'],
        [withdrew, 'RULE_OFF'],
      ]),
    )
    await expect(company.work((work) => scheduleRun(work, { id, waitHours: 1, deletes: 1 }))).rejects.toMatchObject({
      code: 'consent.run-not-in-force',
    })
    expect(await stateOf(company, rejected)).toBe('ACTIVE')
  })

  test('of one class by other months is made in a terminal as well', async () => {
    const company = await aCompany({ installation, role: 'owner' })
    await anApplicant(company, 'REJECT')
    const results: object[] = []
    const terminal: Terminal = {
      locale: 'ja',
      json: true,
      warn: () => {},
      say: () => {},
      result: (value: object) => void results.push(value),
      inLanguage: () => terminal,
      progress: () => ({ update: () => {}, done: () => {} }),
    }
    const asked = { company: company.companyId, wait: 24, months: 12 }
    await retain(installation, terminal, { ...asked, class: 'REJECTED' })
    expect(results).toMatchObject([{ deletes: 1, startsAt: null }])
    await expect(retain(installation, terminal, asked)).rejects.toMatchObject({ code: 'consent.run-without-class' })
    await expect(retain(installation, terminal, { ...asked, class: 'REJECTED', schedule: true })).rejects.toMatchObject(
      { code: 'consent.run-not-in-force' },
    )
  })

  test('lists who is past their time by class, and deletes nobody while no rule was switched on', async () => {
    const company = await aCompany({ installation })
    const rejected = await anApplicant(company, 'REJECT')
    const withdrew = await anApplicant(company, 'WITHDRAW')
    await anApplication(company, { course: [{ kind: 'REJECT' }] })
    const off = await listed(company)
    expect(off).toMatchObject({ phase: 'LISTED', people: 3, reasons: { RULE_OFF: 2 } })
    expect(off.classes.REJECTED).toEqual({ asks: 0, asked: 0, deletes: 0, kept: 1, notDue: 1, deleted: 0, spared: 0 })
    await expect(
      company.work((work) => scheduleRun(work, { id: off.id, waitHours: 1, deletes: 1 })),
    ).rejects.toMatchObject({ code: 'consent.run-changed' })

    await switchOn(company, 'REJECTED')
    const on = await listed(company)
    expect(await verdicts(company, on)).toEqual(
      new Map([
        [rejected, 'DELETE'],
        [withdrew, 'RULE_OFF'],
      ]),
    )
  })

  test('keeps, each with the reason, who is in process, offered, held, has a request open or agreed to stay', async () => {
    const company = await aCompany({ installation })
    for (const name of ['REJECTED', 'APPLICANT', 'HIRED'] as const) await switchOn(company, name)
    const goes = await anApplicant(company, 'REJECT')
    const inProcess = await anApplicant(company, null, { live: true })
    const offered = await anApplicant(company, 'OFFER')
    const held = await anApplicant(company, 'REJECT')
    await company.work((work) => placeHold(work, { id: newId(), personId: held, reason: '係争中のため' }))
    const asking = await anApplicant(company, 'REJECT')
    await company.work((work) =>
      openRequest(work, { id: newId(), kind: 'DISCLOSURE', via: 'PHONE', personId: asking, said: '開示を求めます。' }),
    )
    const agreed = await anApplicant(company, 'REJECT')
    await company.work((work) => agree(work, agreed))
    const expected = { [goes]: 'DELETE', [inProcess]: 'IN_PROCESS', [offered]: 'OFFERED', [held]: 'HELD' }
    expect(Object.fromEntries(await verdicts(company, await listed(company)))).toEqual({
      ...expected,
      [asking]: 'OPEN_REQUEST',
      [agreed]: 'CONSENT',
    })
  })
})

async function agree(work: Work, personId: string): Promise<void> {
  const items = ['氏名']
  const { hash } = await showText(work, {
    purpose: 'POOL',
    language: 'ja',
    company: 'さくら商事',
    recipient: 'さくら商事',
    items,
  })
  const subject = await subjectOf(work, personId)
  await decide(work, {
    personId,
    sourceRecordId: subject!.sourceRecordIds[0]!,
    purpose: 'POOL',
    recipient: work.companyId,
    decision: 'GIVEN',
    items,
    textHash: hash,
    how: 'FORM',
  })
}

describe('a deletion', () => {
  test('waits, can be called off until it begins, and then deletes nobody', async () => {
    const company = await aCompany({ installation })
    await switchOn(company, 'REJECTED')
    const rejected = await anApplicant(company, 'REJECT')
    const run = await listed(company)
    await company.work((work) => scheduleRun(work, { id: run.id, waitHours: 24, deletes: 1 }))
    await installation.settle(company.companyId)
    expect(await stateOf(company, rejected)).toBe('ACTIVE')
    await company.work((work) => callOffRun(work, run.id))
    await overDue(company, run.id)
    expect(await stateOf(company, rejected)).toBe('ACTIVE')
    expect(await company.work((work) => retentionRun(work, run.id))).toMatchObject({
      phase: 'CALLED_OFF',
      calledOffBy: company.staffId,
    })
    await expect(company.work((work) => callOffRun(work, run.id))).rejects.toMatchObject({ code: 'consent.run-over' })
  })

  test('judges each person once more: who applied a minute ago, or whose rule was changed stays', async () => {
    const company = await aCompany({ installation, role: 'owner' })
    await switchOn(company, 'REJECTED')
    const { sourceRecordId } = await anApplication(company, {
      appliedAt: longAgo,
      live: false,
      course: [{ kind: 'REJECT' }],
    })
    const again = await company.work((work) => personOf(work, sourceRecordId))
    const gone = await anApplicant(company, 'REJECT')
    const run = await listed(company)
    await anApplication(company, { sourceRecordId })
    const done = await carriedOut(company, run, 2)
    expect(done).toMatchObject({ phase: 'DONE', sparedReasons: { NOT_DUE: 1, IN_PROCESS: 1 } })
    expect(done.classes.REJECTED).toMatchObject({ deletes: 2, deleted: 1, spared: 1 })
    expect(await Promise.all([again, gone].map((id) => stateOf(company, id)))).toEqual(['ACTIVE', 'ERASED'])
    expect(await broken(company)).toEqual([])
  })

  test('shows at once who is held since the list was made, keeps them, and says so', async () => {
    const company = await aCompany({ installation, role: 'owner' })
    await switchOn(company, 'REJECTED')
    const [gone, before, after] = [
      await anApplicant(company, 'REJECT'),
      await anApplicant(company, 'REJECT'),
      await anApplicant(company, 'REJECT'),
    ]
    const hold = (personId: string) =>
      company.work((work) => placeHold(work, { id: newId(), personId, reason: '調査のため' }))
    const kept = async ({ id }: RetentionRun) =>
      (await company.work((work) => retentionPeople(work, id, { verdict: 'KEEP', reason: 'HELD', limit: 9 }))).map(
        ({ personId, reasons }) => [personId, reasons.join(' ')] as const,
      )
    const counts = async ({ id }: RetentionRun) =>
      (await company.work((work) => retentionRun(work, id))).classes.REJECTED
    const run = await listed(company)
    const { id: holdId } = await hold(before)
    expect(await kept(run)).toEqual([[before, 'HELD']])
    expect(await counts(run)).toMatchObject({ deletes: 2, kept: 1 })
    const schedule = (deletes: number) =>
      company.work((work) => scheduleRun(work, { id: run.id, waitHours: 1, deletes }))
    await expect(schedule(3), 'the list that was looked at').rejects.toMatchObject({ code: 'consent.run-changed' })
    await schedule(2)
    await company.work((work) => liftHold(work, { id: holdId, because: '終結' }))
    await hold(after)
    expect(new Map(await kept(run))).toEqual(new Map([before, after].map((id) => [id, 'HELD'])))
    expect(await counts(run)).toMatchObject({ deletes: 1, kept: 2 })
    await overDue(company, run.id)
    expect(await company.work((work) => retentionRun(work, run.id))).toMatchObject({
      phase: 'DONE',
      reasons: { HELD: 1 },
      sparedReasons: { HELD: 1 },
      classes: { REJECTED: { deletes: 2, deleted: 1, spared: 1, kept: 1 } },
    })
    expect(await Promise.all([gone, before, after].map((id) => stateOf(company, id)))).toEqual([
      'ERASED',
      'ACTIVE',
      'ACTIVE',
    ])
  })

  test('sees an application that is being written at this very moment', async () => {
    const company = await aCompany({ installation })
    await switchOn(company, 'REJECTED')
    const { sourceRecordId, openingId } = await anApplication(company, {
      appliedAt: longAgo,
      live: false,
      course: [{ kind: 'REJECT' }],
    })
    const personId = await company.work((work) => personOf(work, sourceRecordId))
    const run = await listed(company)
    await company.work((work) => scheduleRun(work, { id: run.id, waitHours: 1, deletes: 1 }))
    let deleting: Promise<unknown> = Promise.resolve()
    await inCompany(installation, company, async (work) => {
      const { recordApplication } = await import('../src/server/modules/selection/index.ts')
      const applied = { id: newId(), sourceRecordId, openingId, channel: 'DIRECT', live: true } as const
      await recordApplication(work, { ...applied, appliedAt: work.now })
      deleting = overDue(company, run.id)
      // The deletion stands before the lock by now, or comes to it later: either way it sees the application.
      await new Promise((resolve) => setTimeout(resolve, 200))
    })
    await deleting
    expect(await stateOf(company, personId)).toBe('ACTIVE')
  })

  test('goes on after a worker died, and never twice', async () => {
    const company = await aCompany({ installation })
    await switchOn(company, 'REJECTED')
    for (let at = 0; at < 3; at += 1) await anApplicant(company, 'REJECT')
    const run = await listed(company)
    await company.work((work) => scheduleRun(work, { id: run.id, waitHours: 1, deletes: 3 }))
    await company.work(({ tx, companyId, now }) =>
      tx.updateTable('consent_retention_run').set({ due_at: now }).where('company_id', '=', companyId).execute(),
    )
    // Two workers at once, as after a lease that ran out: the overtaken one commits nothing more.
    await Promise.all([1, 2].map(() => runDue(installation, { realmIds: [company.companyId] })))
    await installation.settle(company.companyId)
    const done = await company.work((work) => retentionRun(work, run.id))
    expect(done.classes.REJECTED).toMatchObject({ deleted: 3, spared: 0 })
    const { count } = await company.work(({ tx, companyId }) =>
      tx
        .selectFrom('consent_erasure')
        .select((e) => e.fn.countAll<number>().as('count'))
        .where('company_id', '=', companyId)
        .executeTakeFirstOrThrow(),
    )
    expect(Number(count)).toBe(3)
  })

  test('does not block the person from coming back, as an erasure does that they asked for', async () => {
    const company = await aCompany({ installation })
    await switchOn(company, 'REJECTED')
    const { sourceRecordId } = await aPerson(company, { email: 'kaeru@person.example' })
    await anApplication(company, { sourceRecordId, appliedAt: longAgo, live: false, course: [{ kind: 'REJECT' }] })
    await carriedOut(company, await listed(company), 1)
    const addresses = ['kaeru@person.example']
    expect(await company.work((work) => erasedAddresses(work, addresses))).toEqual(new Set())
    expect([...(await company.work((work) => disposedAddresses(work, addresses))).keys()]).toEqual(addresses)
  })
})

describe('a legal hold', () => {
  test('keeps a person from every erasure until it is lifted; what waited then goes on', async () => {
    const company = await aCompany({ installation })
    const personId = await anApplicant(company, 'REJECT')
    const [early, late] = [newId(), newId()]
    for (const id of [early, late]) {
      await company.work((work) =>
        openRequest(work, { id, kind: 'ERASURE', via: 'MAIL', personId, said: '消去してください。' }),
      )
      await company.work((work) => checkIdentity(work, { id, personId, how: 'CALL_BACK', note: '' }))
    }
    const granted = { state: 'ANSWERED', answer: '消去します。', grounds: [], refused: '', told: 'ELSEWHERE' } as const
    await company.work((work) => answerRequest(work, { ...granted, id: early, erase: true }))
    const holdId = newId()
    await company.work((work) => placeHold(work, { id: holdId, personId, reason: '労働審判のため' }))
    await expect(
      company.work((work) => answerRequest(work, { ...granted, id: late, erase: true })),
    ).rejects.toMatchObject({ code: 'consent.held' })
    const subject = (await company.work((work) => subjectOf(work, personId)))!
    await expect(company.work((work) => eraseSubject(work, { ...subject, id: newId() }))).rejects.toMatchObject({
      code: 'consent.held',
    })
    await installation.settle(company.companyId)
    expect(await stateOf(company, personId)).toBe('ACTIVE')
    expect((await company.work((work) => request(work, early))).erasure).toBe('HELD')

    await company.work((work) => liftHold(work, { id: holdId, because: '終結したため' }))
    await installation.settle(company.companyId)
    expect(await stateOf(company, personId)).toBe('ERASED')
    const [kept] = await company.work((work) => holds(work, { limit: 10 }))
    expect(kept).toMatchObject({ id: holdId, reason: '', liftedBy: company.staffId })
  })
})
