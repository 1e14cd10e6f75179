import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { readToken } from '../../../kernel/crypto.ts'
import type { TestCompany } from '../../accounts/testing.ts'
import { eraseSubject } from '../../consent/index.ts'
import { merge, unmerge } from '../../people/index.ts'
import { aPerson } from '../../people/testing.ts'
import { findLink, mail, settleUnknown, suppress, timelineOf } from '../../messages/index.ts'
import { anApplication } from '../../selection/testing.ts'
import { recordTransition } from '../../selection/index.ts'
import { contributions } from '../contributions.ts'
import { hastenLetter, undoLetter } from './letters.ts'
import { sendToMe } from './sample.ts'
import { changeSettings, switchOff, byHand } from './settings.ts'
import { findRejection } from './store-rejections.ts'
import { listLetters } from './lists/store-letter-list.ts'
import { aLetterCompany, aRejected, setClock } from '../testing.ts'
import { recordTold, untold } from './told.ts'

const letters = (company: TestCompany, applicationId: string) =>
  company.work((work) => listLetters(work, { applicationId, limit: 10 }))
const rejection = (company: TestCompany, applicationId: string) =>
  company.work((work) => findRejection(work, applicationId))

/** The Wednesday before Golden Week 2027: 29 April, 3, 4 and 5 May are holidays. */
const beforeHolidays = '2027-04-28T10:00:00+09:00'

describe('a rejection', () => {
  test('becomes one letter after three business days, holidays counted, in the send window, with link and headers', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: beforeHolidays })
    const { applicationId, personId, address } = await aRejected(company)
    await settle()
    const [scheduled] = await letters(company, applicationId)
    // Business days: 30 April, 6 May, 7 May.
    expect(scheduled?.dueAt.toISOString().slice(0, 16)).toBe('2027-05-07T01:00')
    for (const moment of ['2027-05-01T12:00:00+09:00', '2027-05-06T17:59:00+09:00', '2027-05-07T08:59:00+09:00']) {
      setClock(installation, moment)
      await settle()
      expect(installation.mailer.sent).toEqual([])
    }
    setClock(installation, '2027-05-07T10:01:00+09:00')
    await settle()
    await settle()
    expect(installation.mailer.sent).toHaveLength(1)
    const [sent] = installation.mailer.sent
    expect(sent).toMatchObject({
      to: address,
      subject: '【さくら商事株式会社】選考結果のご連絡',
      from: { name: 'さくら商事株式会社' },
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    })
    expect(sent?.text).toContain('佐藤 直子 様')
    expect(sent?.text).toContain('面接のお時間をいただき')
    const token = /\/l\/(\S+)/.exec(sent?.text ?? '')?.[1] ?? ''
    expect(readToken(token)?.realmId).toBe(company.companyId)
    const link = await findLink(installation, token)
    const [done] = await letters(company, applicationId)
    expect(link).toMatchObject({ id: done?.linkId, purpose: 'LETTER', personId, subjectId: done?.id })
    expect(done).toMatchObject({ state: 'SENT', stage: 'INTERVIEW', offer: 'PLACEMENT', templateVersion: 0 })
    expect(done?.basisId).not.toBeNull()
    const kept = await company.work((work) => mail(work, done?.mailId ?? ''))
    expect(kept.rendered?.text).not.toContain(token)
    expect(await company.work((work) => timelineOf(work, personId))).toMatchObject([
      { kind: 'MAIL', mailKind: 'LETTER', state: 'SENT' },
    ])
    expect(await rejection(company, applicationId)).toMatchObject({ toldHow: 'LETTER' })
    expect(await company.work(async (work) => contributions.verify?.(work))).toEqual([])
  })

  test('on a Friday evening waits for the window of the third business day', async () => {
    const { company, settle } = await aLetterCompany({ at: '2027-06-04T22:00:00+09:00' })
    const { applicationId } = await aRejected(company)
    await settle()
    const [scheduled] = await letters(company, applicationId)
    // Wednesday the 9th at 22:00 is outside the window; Thursday the 10th at 9:00 is the next opening.
    expect(scheduled?.dueAt.toISOString()).toBe('2027-06-10T00:00:00.000Z')
  })

  test('makes a letter of the company’s own pool where it is in house', async () => {
    const { company, installation, settle } = await aLetterCompany({ mode: 'IN_HOUSE', at: beforeHolidays })
    const { applicationId } = await aRejected(company)
    await settle()
    setClock(installation, '2027-05-10T11:00:00+09:00')
    await settle()
    expect((await letters(company, applicationId))[0]).toMatchObject({ state: 'SENT', offer: 'IN_HOUSE' })
    expect(installation.mailer.sent[0]?.text).toContain('タレントプール')
  })

  test('that was answered by nobody but the mail server stays unknown until a human settles it', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: beforeHolidays })
    const { applicationId } = await aRejected(company)
    installation.mailer.answer({ outcome: 'unknown', answer: 'lost' })
    await settle()
    setClock(installation, '2027-05-10T11:00:00+09:00')
    await settle()
    const [unknown] = await letters(company, applicationId)
    expect(unknown).toMatchObject({ state: 'UNKNOWN' })
    const settling = { mailId: unknown?.mailId ?? '', as: 'SENT', reason: '本人に確認' } as const
    await company.work((work) => settleUnknown(work, settling))
    await settle()
    expect((await letters(company, applicationId))[0]).toMatchObject({ state: 'SENT' })
    expect(installation.mailer.sent).toHaveLength(1)
  })

  test('whose letter bounces leaves the person untold', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: beforeHolidays })
    const { applicationId } = await aRejected(company)
    installation.mailer.answer({ outcome: 'refused', status: 550, answer: '550 5.1.1 no such user' })
    await settle()
    setClock(installation, '2027-05-10T11:00:00+09:00')
    await settle()
    expect((await letters(company, applicationId))[0]).toMatchObject({ state: 'FAILED', reason: 'BOUNCED' })
    const found = await company.work((work) => untold(work, { limit: 10 }))
    expect(found).toMatchObject([{ applicationId, reason: 'BOUNCED' }])
    expect(found[0]?.businessDays).toBeGreaterThan(2)
  })
})

describe('no letter', () => {
  test.each([
    ['withdrawn', 'WITHDRAW'],
    ['on hold', 'HOLD'],
    ['offered', 'OFFER'],
    ['hired', 'HIRE'],
    ['a duplicate', 'DUPLICATE'],
  ] as const)('goes to who is %s', async (_, kind) => {
    const { company, installation, settle } = await aLetterCompany({ at: beforeHolidays })
    const at = await company.work(async (work) => work.now)
    await aRejected(company, { course: { course: [{ kind, occurredAt: at }] } })
    await settle()
    setClock(installation, '2027-05-14T11:00:00+09:00')
    await settle()
    expect(installation.mailer.sent).toEqual([])
  })

  test('goes to who is in process elsewhere in the company, also when that began during the wait', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: beforeHolidays })
    const rejected = await aRejected(company)
    await settle()
    expect(await letters(company, rejected.applicationId)).toMatchObject([{ state: 'READY' }])
    await anApplication(company, { sourceRecordId: rejected.sourceRecordId })
    setClock(installation, '2027-05-14T11:00:00+09:00')
    await settle()
    expect(await letters(company, rejected.applicationId)).toMatchObject([
      { state: 'CANCELLED', reason: 'IN_PROCESS_ELSEWHERE' },
    ])
    expect(installation.mailer.sent).toEqual([])
  })

  test('goes for imported history, before letters were on, through an agency, without an address, or after opting out', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: beforeHolidays })
    const at = await company.work(async (work) => work.now)
    const history = await aRejected(company, {
      course: { live: false, course: [{ kind: 'REJECT', live: false, occurredAt: at }] },
    })
    const early = await aRejected(company, {
      course: { course: [{ kind: 'REJECT', occurredAt: new Date(at.getTime() - 3_600_000) }] },
    })
    const agencys = await aRejected(company, { course: { channel: 'AGENCY', agency: 'みらい人材' } })
    const silent = await aRejected(company, { email: null })
    const optedOut = await aRejected(company, { email: 'quiet@person.example' })
    await company.work((work) => suppress(work, { address: 'quiet@person.example', reason: 'UNSUBSCRIBE' }))
    await settle()
    setClock(installation, '2027-05-14T11:00:00+09:00')
    await settle()
    expect(installation.mailer.sent).toEqual([])
    for (const [{ applicationId }, reason] of [
      [history, 'HISTORY'],
      [early, 'BEFORE_SWITCH_ON'],
      [agencys, 'AGENCY'],
      [silent, 'NO_ADDRESS'],
      [optedOut, 'OPTED_OUT'],
    ] as const)
      expect(await rejection(company, applicationId)).toMatchObject({ reason, toldAt: null })
  })

  test('goes when the application is opened again before it is due; rejected anew, one letter goes', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: beforeHolidays })
    const { applicationId } = await aRejected(company)
    await settle()
    const step = (kind: 'REOPEN' | 'REJECT') =>
      company.work((work) => recordTransition(work, { id: newId(), applicationId, kind, occurredAt: work.now }))
    setClock(installation, '2027-04-30T11:00:00+09:00')
    await step('REOPEN')
    await settle()
    expect(await letters(company, applicationId)).toMatchObject([{ state: 'CANCELLED', reason: 'REOPENED' }])
    expect(await rejection(company, applicationId)).toBeUndefined()
    setClock(installation, '2027-05-10T11:00:00+09:00')
    await step('REJECT')
    await settle()
    setClock(installation, '2027-05-13T11:01:00+09:00')
    await settle()
    expect(installation.mailer.sent).toHaveLength(1)
    expect((await letters(company, applicationId)).map(({ state }) => state)).toEqual(['SENT', 'CANCELLED'])
  })

  test('goes when the reopening is not heard yet at the moment of sending, or while the mail server is down', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: beforeHolidays })
    const { applicationId } = await aRejected(company)
    installation.mailer.answer({ outcome: 'deferred', answer: 'ECONNREFUSED' })
    await settle()
    setClock(installation, '2027-05-07T11:00:00+09:00')
    await settle()
    expect(await letters(company, applicationId)).toMatchObject([{ state: 'QUEUED' }])
    await company.work((work) =>
      recordTransition(work, { id: newId(), applicationId, kind: 'REOPEN', occurredAt: work.now }),
    )
    await settle()
    installation.mailer.answer({ outcome: 'sent', answer: '250' })
    setClock(installation, '2027-05-10T11:00:00+09:00')
    const tried = installation.mailer.sent.length
    await settle()
    expect(installation.mailer.sent).toHaveLength(tried)
    expect(await letters(company, applicationId)).toMatchObject([{ state: 'CANCELLED' }])
  })

  test('while the mail server is down reaches nobody whose merge with the person was undone; it is written anew to them', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: beforeHolidays })
    const { applicationId, personId, address } = await aRejected(company)
    const stranger = await aPerson(company, {
      kind: 'STAFF',
      email: 'stranger@person.example',
      observedAt: new Date('2027-04-28'),
    })
    const mergeId = newId()
    await company.work((work) =>
      merge(work, { id: mergeId, survivor: stranger.personId, dissolved: personId, reason: 'STAFF' }),
    )
    installation.mailer.answer({ outcome: 'deferred', answer: 'ECONNREFUSED' })
    await settle()
    setClock(installation, '2027-05-07T11:00:00+09:00')
    await settle()
    expect(installation.mailer.sent).toMatchObject([{ to: 'stranger@person.example' }])
    const [before] = await letters(company, applicationId)
    await company.work((work) => unmerge(work, { mergeId }))
    installation.mailer.answer({ outcome: 'sent', answer: '250' })
    setClock(installation, '2027-05-10T11:00:00+09:00')
    await settle()
    await settle()
    expect(installation.mailer.sent.slice(1)).toMatchObject([{ to: address }])
    const [letter] = await letters(company, applicationId)
    expect(letter).toMatchObject({ state: 'SENT' })
    expect(letter?.linkId).not.toBe(before?.linkId)
    expect(await company.work((work) => mail(work, before?.mailId ?? ''))).toMatchObject({
      state: 'CANCELLED',
      lastError: 'ADDRESS_CHANGED',
    })
  })

  test('goes after it was undone, after letters were switched off, and after an erasure', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: beforeHolidays })
    const [undone, erased, off] = [await aRejected(company), await aRejected(company), await aRejected(company)]
    await settle()
    const [letter] = await letters(company, undone.applicationId)
    await company.work((work) => undoLetter(work, letter?.id ?? ''))
    await company.work((work) =>
      eraseSubject(work, { id: newId(), personId: erased.personId, sourceRecordIds: [erased.sourceRecordId] }),
    )
    await company.work((work) => switchOff(work, byHand))
    setClock(installation, '2027-05-14T11:00:00+09:00')
    await settle()
    expect(installation.mailer.sent).toEqual([])
    expect(await letters(company, undone.applicationId)).toMatchObject([{ state: 'CANCELLED', reason: 'UNDONE' }])
    expect(await letters(company, erased.applicationId)).toMatchObject([{ state: 'CANCELLED', reason: 'ERASED' }])
    expect(await letters(company, off.applicationId)).toMatchObject([{ state: 'CANCELLED', reason: 'LETTERS_OFF' }])
  })
})

describe('a recruiter', () => {
  test('lets a letter go early, with time to undo it, and not after it left', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    await company.work((work) => changeSettings(work, { undoMinutes: 15 }))
    const { applicationId } = await aRejected(company)
    await settle()
    const id = (await letters(company, applicationId))[0]?.id ?? ''
    await company.work((work) => hastenLetter(work, id))
    setClock(installation, '2027-06-02T10:14:00+09:00')
    await settle()
    expect(installation.mailer.sent).toEqual([])
    setClock(installation, '2027-06-02T10:16:00+09:00')
    await settle()
    expect(installation.mailer.sent).toHaveLength(1)
    await expect(company.work((work) => undoLetter(work, id))).rejects.toMatchObject({ code: 'relay.too-late' })
  })

  test('sends the letter to themselves first, with a link that opens nothing', async () => {
    const { company, installation, settle } = await aLetterCompany({ at: '2027-06-02T10:00:00+09:00' })
    const { applicationId } = await aRejected(company)
    await company.work((work) => sendToMe(work, { id: newId(), applicationId }))
    await settle()
    const [sample] = installation.mailer.sent
    expect(sample?.to).toBe(`${company.staffId}@sakura.example`)
    expect(sample?.subject).toContain('【確認用】')
    expect(sample?.text).toContain('これは確認用のメールです')
    const token = /\/l\/(\S+)/.exec(sample?.text ?? '')?.[1] ?? ''
    expect(readToken(token)).toBeDefined()
    expect(await findLink(installation, token)).toBeUndefined()
    expect(await rejection(company, applicationId)).toMatchObject({ toldAt: null })
  })

  test('records that a person was told by the agency, and the person leaves the list of people never told', async () => {
    const { company, settle } = await aLetterCompany({ at: beforeHolidays })
    const { applicationId } = await aRejected(company, { course: { channel: 'AGENCY', agency: 'みらい人材' } })
    await settle()
    const list = () => company.work((work) => untold(work, { limit: 10 }))
    expect(await list()).toMatchObject([{ applicationId, reason: 'AGENCY' }])
    await company.work((work) => recordTold(work, { applicationId, how: 'AGENCY', at: work.now }))
    expect(await list()).toEqual([])
  })
})
