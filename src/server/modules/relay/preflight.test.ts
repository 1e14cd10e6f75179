import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { aCompany } from '../accounts/testing.ts'
import { recordTransition } from '../selection/index.ts'
import { approvePreflight, preflight } from './preflight.ts'
import { switches } from './settings.ts'
import { letterInstallation, aLetterCompany, aRejected, recordLetterBasis, setClock } from './testing.ts'
import { shownPreflight } from './views.ts'

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
    await expect(company.work((work) => approvePreflight(work, id))).rejects.toMatchObject({
      code: 'consent.basis-missing',
    })
    expect(await company.work(switches)).toMatchObject([{ onSince: null }])
    await recordLetterBasis(company)
    await company.work((work) => approvePreflight(work, id))
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
    expect(seen.rows.find((row) => row.applicationId === agencys.applicationId)?.reason).toBe('AGENCY')
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
    expect(await company.work((work) => approvePreflight(work, id))).toEqual({ scheduled: 1 })
    await expect(company.work((work) => approvePreflight(work, id))).rejects.toMatchObject({
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
    await expect(company.work((work) => approvePreflight(work, id))).rejects.toMatchObject({
      code: 'relay.preflight-stale',
    })
  })
})
