import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { recordTransition } from '../../selection/index.ts'
import { approvePreflight, discardPreflight, preflight, type NewPreflight } from './preflight.ts'
import { doBatch } from './preflight-runs.ts'
import { preflightPage, shownPreflight } from './preflight-views.ts'
import { switches } from '../letters/settings.ts'
import {
  aLetterCompany,
  approveAsShown,
  aRejected,
  letterInstallation,
  recordLetterBasis,
  setClock,
} from '../testing.ts'

describe('letters', () => {
  test('are off until the basis is recorded and a first pre-flight is approved', async () => {
    const installation = await letterInstallation()
    setClock(installation, '2027-06-02T10:00:00+09:00')
    const company = await aCompany({ installation })
    await aRejected(company)
    await installation.settle(company.companyId)
    const id = newId()
    await company.work((work) => preflight(work, { id, kind: 'SWITCH_ON', scope: 'BY_HAND' }))
    expect(await company.work((work) => shownPreflight(work, id))).toMatchObject({ sends: 0, reasons: { NO_BASIS: 1 } })
    await expect(approveAsShown(company, id)).rejects.toMatchObject({
      code: 'consent.basis-missing',
    })
    expect(await company.work(switches)).toMatchObject([{ onSince: null }])
    await recordLetterBasis(company)
    await approveAsShown(company, id)
    // What was rejected before stays history.
    setClock(installation, '2027-06-10T11:00:00+09:00')
    await installation.settle(company.companyId)
    expect(installation.mailer.sent).toEqual([])
    await aRejected(company)
    await installation.settle(company.companyId)
    setClock(installation, '2027-06-16T11:00:00+09:00')
    await installation.settle(company.companyId)
    expect(installation.mailer.sent).toHaveLength(1)
  })
})

describe('a campaign', () => {
  test('reaches history exactly as approved, judged once more, after the undo window', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    const past = new Date('2025-03-01T00:00:00Z')
    const history = { live: false, course: [{ kind: 'REJECT' as const, live: false, occurredAt: past }] }
    const told = await aRejected(company, { course: history })
    const reopened = await aRejected(company, { course: history })
    const agencys = await aRejected(company, { course: { ...history, channel: 'AGENCY' } })
    await settle()
    expect(installation.mailer.sent).toEqual([])
    const id = newId()
    const filter = { endedUntil: new Date('2026-01-01T00:00:00Z') }
    await company.work((work) => preflight(work, { id, kind: 'CAMPAIGN', filter }))
    const seen = await company.work((work) => shownPreflight(work, id))
    expect(seen).toMatchObject({ state: 'OPEN', sends: 2, reasons: { AGENCY: 1 } })
    const kept = await company.work((work) => preflightPage(work, id, { limit: 10, reason: 'AGENCY' }))
    expect(kept.rows.map(({ applicationId }) => applicationId)).toEqual([agencys.applicationId])
    // Rejected after the pre-flight was seen: not part of what is approved.
    await aRejected(company, { course: history })
    await company.work((work) =>
      recordTransition(work, {
        id: newId(),
        applicationId: reopened.applicationId,
        kind: 'REOPEN',
        occurredAt: work.now,
      }),
    )
    await settle()
    expect(await approveAsShown(company, id)).toEqual({ scheduled: 1, waiting: 0 })
    await expect(approveAsShown(company, id)).rejects.toMatchObject({
      code: 'relay.preflight-closed',
    })
    await settle()
    expect(installation.mailer.sent).toEqual([])
    setClock(installation, '2027-06-02T10:16:00+09:00')
    await settle()
    expect(installation.mailer.sent.map(({ to }) => to)).toEqual([told.address])
  })

  test('does not repeat a letter that already waits', async () => {
    const { company, settle } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    await aRejected(company)
    await settle()
    const id = newId()
    await company.work((work) => preflight(work, { id, kind: 'CAMPAIGN', filter: {} }))
    expect(await company.work((work) => shownPreflight(work, id))).toMatchObject({
      sends: 0,
      reasons: { ALREADY_SCHEDULED: 1 },
    })
  })

  test('that was seen more than a day ago is not approved', async () => {
    const { company, installation } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    const id = newId()
    await company.work((work) => preflight(work, { id, kind: 'CAMPAIGN', filter: {} }))
    installation.clock.advance({ hours: 25 })
    await expect(approveAsShown(company, id)).rejects.toMatchObject({
      code: 'relay.preflight-stale',
    })
  })
})

describe('a pre-flight under an id that is taken', () => {
  const made: NewPreflight = { id: newId(), kind: 'CAMPAIGN', filter: { endedUntil: new Date('2026-01-01T00:00:00Z') } }

  test('answers what stands when it asks for the same, also at once', async () => {
    const { company } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    await Promise.all([1, 2, 3].map(() => company.work((work) => preflight(work, made))))
    const seen = await company.work((work) => shownPreflight(work, made.id))
    await aRejected(company)
    await company.work((work) => preflight(work, made))
    expect(await company.work((work) => shownPreflight(work, made.id))).toEqual(seen)
  })

  test('is refused when it asks for something else', async () => {
    const { company } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    await company.work((work) => preflight(work, made))
    const others: NewPreflight[] = [
      { id: made.id, kind: 'CAMPAIGN', filter: {} },
      { id: made.id, kind: 'SWITCH_ON', scope: 'BY_HAND' },
    ]
    for (const other of others)
      await expect(company.work((work) => preflight(work, other))).rejects.toMatchObject({
        code: 'relay.preflight-taken',
      })
  })
})

describe('nobody is left out of a pre-flight without being counted', () => {
  test('more people than a human can look through are refused, with how many there are', async () => {
    const { company } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    await ghosts(company, 20_001)
    await expect(
      company.work((work) => preflight(work, { id: newId(), kind: 'CAMPAIGN', filter: {} })),
    ).rejects.toMatchObject({ code: 'relay.preflight-too-large', detail: { people: 20_001, most: 20_000 } })
  })

  test('who was named stands on it with the reason, also when the rest of the filter says otherwise', async () => {
    const { company, settle } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    const rejected = await aRejected(company)
    const inProcess = await aRejected(company, { course: { course: [] } })
    await settle()
    const id = newId()
    const applicationIds = [rejected.applicationId, inProcess.applicationId, rejected.applicationId]
    const filter = { applicationIds, endedUntil: new Date('2026-01-01T00:00:00Z') }
    await company.work((work) => preflight(work, { id, kind: 'CAMPAIGN', filter }))
    expect(await company.work((work) => shownPreflight(work, id))).toMatchObject({
      people: 2,
      sends: 0,
      reasons: { OUTSIDE_FILTER: 1, NOT_ENDED: 1 },
    })
  })
})

describe('a pre-flight larger than one batch', () => {
  test('is judged and scheduled to the end by whoever takes over, once, and approved once, as it was shown', async () => {
    const { company, settle } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    const past = new Date('2025-03-01T00:00:00Z')
    const course = { live: false, course: [{ kind: 'REJECT' as const, live: false, occurredAt: past }] }
    const people = []
    for (let count = 0; count < 60; count += 1) people.push(await aRejected(company, { course }))
    await ghosts(company, 60)
    await settle()
    const id = newId()
    const shown = () => company.work((work) => shownPreflight(work, id))
    await company.work((work) => preflight(work, { id, kind: 'CAMPAIGN', filter: {} }))
    expect(await shown()).toMatchObject({
      state: 'JUDGING',
      fingerprint: null,
      progress: { work: 'JUDGING', state: 'RUNNING', done: 50, total: 120 },
    })
    await expect(approveAsShown(company, id)).rejects.toMatchObject({ code: 'relay.preflight-judging' })

    await dyingWorker(company, 'JUDGING')
    expect((await shown()).progress.done).toBe(100)
    // Its lease keeps the others away until it is over.
    await settle()
    expect((await shown()).progress.done).toBe(100)
    await leaseOver(company)
    await settle()
    const seen = await shown()
    expect(seen).toMatchObject({ state: 'OPEN', people: 120, judged: 120, sends: 60, reasons: { NOT_JUDGED: 60 } })
    expect(await everyPage(company, id, 'NONE')).toEqual(people.map(({ applicationId }) => applicationId).toSorted())
    expect(new Set(await everyPage(company, id)).size).toBe(120)

    const another = { id, fingerprint: 'of another pre-flight' }
    await expect(company.work((work) => approvePreflight(work, another))).rejects.toMatchObject({
      code: 'relay.preflight-changed',
    })
    const approvals = await Promise.allSettled([1, 2].map(() => approveAsShown(company, id)))
    expect(approvals.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(approvals.find(({ status }) => status === 'fulfilled')).toMatchObject({
      value: { scheduled: 50, waiting: 10 },
    })
    // Opened again after the approval and before its turn: judged again, and named.
    const last =
      people
        .map(({ applicationId }) => applicationId)
        .toSorted()
        .at(-1) ?? ''
    const reopening = { id: newId(), applicationId: last, kind: 'REOPEN' as const }
    await company.work((work) => recordTransition(work, { ...reopening, occurredAt: work.now }))
    await settle()
    expect(await shown()).toMatchObject({
      state: 'APPROVED',
      outcomes: { SCHEDULED: 59, NOT_ENDED: 1 },
      progress: { work: 'SCHEDULING', state: 'DONE', done: 60, total: 60 },
    })
    const letters = await company.work(({ tx, companyId }) =>
      tx.selectFrom('relay_letter').select('application_id').where('company_id', '=', companyId).execute(),
    )
    expect(new Set(letters.map((letter) => letter.application_id)).size).toBe(letters.length)
    expect(letters).toHaveLength(59)
  })

  test('that is put aside while it is judged is judged no further', async () => {
    const { company, settle } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    await ghosts(company, 60)
    const id = newId()
    await company.work((work) => preflight(work, { id, kind: 'CAMPAIGN', filter: {} }))
    await company.work((work) => discardPreflight(work, id))
    await settle()
    expect(await company.work((work) => shownPreflight(work, id))).toMatchObject({ state: 'DISCARDED', judged: 50 })
  })
})

/** Rejections whose application cannot be read any more. */
const ghosts = (company: TestCompany, count: number) =>
  company.work(({ tx, companyId, now }) =>
    sql`insert into relay_rejection (company_id, application_id, source_record_id, opening_id, scope, stage, channel, live, ended_at, recorded_at)
        select ${companyId}::uuid, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'BY_HAND', 'INTERVIEW_1', 'DIRECT', false, ${now}::timestamptz, ${now}::timestamptz
        from generate_series(1, ${count}::integer)`.execute(tx),
  )

/** A worker that claims the run, commits one batch and is gone, its lease still held. */
const dyingWorker = async (company: TestCompany, kind: string) => {
  const id = await company.work(async ({ tx, companyId }) => {
    const claimed = await sql<{ id: string }>`
      update relay_preflight_run set attempts = 1, lease_until = now() + interval '30 seconds'
      where company_id = ${companyId} and kind = ${kind} returning id`.execute(tx)
    return claimed.rows[0]?.id ?? ''
  })
  await company.work((work) => doBatch(work, { id, attempts: 1 }, 50))
}

const leaseOver = (company: TestCompany) =>
  company.work(({ tx, companyId }) =>
    sql`update relay_preflight_run set lease_until = now() - interval '1 second' where company_id = ${companyId}`.execute(
      tx,
    ),
  )

async function everyPage(company: TestCompany, id: string, reason?: 'NONE'): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await company.work((work) => preflightPage(work, id, { cursor, limit: 25, reason }))
    ids.push(...page.rows.map(({ applicationId }) => applicationId))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return ids
}
