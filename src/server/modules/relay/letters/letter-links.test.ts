import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { findLink } from '../../messages/index.ts'
import { contributions } from '../contributions.ts'
import { evidencePaper, letterEvidence } from './evidence.ts'
import { issueLetterLinks } from './letter-links.ts'
import { linksCsv } from './lists/letter-files.ts'
import { preflight } from '../preflights/preflight.ts'
import { shownPreflight } from '../preflights/preflight-views.ts'
import { listLetters } from './lists/store-letter-list.ts'
import { retryPreflight, stopPreflight } from './stopping.ts'
import { untold } from './told.ts'
import { aLetterCompany, approveAsShown, aRejected } from '../testing.ts'

const at = '2027-06-02T10:00:00+09:00'
const history = {
  live: false,
  course: [{ kind: 'REJECT' as const, live: false, occurredAt: new Date('2025-03-01T00:00:00Z') }],
}

describe('links for mails of another system', () => {
  test('are one for each end, count as sent by the other system, and are judged like letters', async () => {
    const { company, installation, settle } = await aLetterCompany({ at })
    const [ours, agencys] = [
      await aRejected(company, { course: history }),
      await aRejected(company, { course: { ...history, channel: 'AGENCY' } }),
    ]
    await settle()
    const ask = () =>
      company.work((work) =>
        issueLetterLinks(work, [
          { applicationId: ours.applicationId },
          { applicationId: agencys.applicationId },
          { connectionId: newId(), remoteId: '4711' },
        ]),
      )
    const [first, refused, unknown] = await ask()
    expect(refused).toMatchObject({ url: null, reason: 'AGENCY' })
    expect(unknown).toMatchObject({ url: null, reason: 'NOT_FOUND', remoteId: '4711' })
    const token = first?.url?.split('/l/')[1] ?? ''
    const link = await findLink(installation, token)
    expect(link).toMatchObject({ purpose: 'LETTER', personId: ours.personId })
    // At once and again: the same link, and one letter.
    const [again, once] = await Promise.all([ask(), ask()])
    expect([again[0]?.url, once[0]?.url]).toEqual([first?.url, first?.url])
    const letters = await company.work((work) => listLetters(work, { applicationId: ours.applicationId, limit: 5 }))
    expect(letters).toMatchObject([{ kind: 'LINK', state: 'SENT', id: link?.subjectId }])
    const waiting = await company.work((work) => untold(work, { limit: 10 }))
    expect(waiting.map(({ applicationId }) => applicationId)).toEqual([agencys.applicationId])
    expect(await company.work((work) => contributions.verify!(work))).toEqual([])
    const file = async (language: 'ja' | 'en') =>
      (await company.work((work) => linksCsv(work, [first!, refused!, unknown!], language))).split('\r\n')
    const inJapanese = await file('ja')
    expect(inJapanese[1]).toContain(first?.url)
    // Ninety days on, by the company's own calendar.
    expect(inJapanese[1]).toContain('2027-08-31')
    expect(inJapanese[2]).toMatch(/人材紹介会社/)
    expect(inJapanese[3]).toContain('該当する応募がない')
    expect((await file('en'))[3]).toContain('No such application')
    expect([...inJapanese, ...(await file('en'))].join()).not.toMatch(/NOT_FOUND|AGENCY/)
    installation.clock.advance({ days: 91 })
    expect((await ask())[0]).toMatchObject({ url: null, reason: 'LETTER_SENT' })
  })

  test('go out once when two ask for the first time at once', async () => {
    const { company, settle } = await aLetterCompany({ at })
    const { applicationId } = await aRejected(company, { course: history })
    await settle()
    const asked = await Promise.all(
      Array.from({ length: 6 }, () => company.work((work) => issueLetterLinks(work, [{ applicationId }]))),
    )
    expect(new Set(asked.map(([one]) => one?.url)).size).toBe(1)
  })
})

describe('the evidence of a letter', () => {
  test('holds its words without the secret, its link, version, basis and delivery', async () => {
    const { company, installation, settle } = await aLetterCompany({ at })
    const { applicationId } = await aRejected(company, { course: history })
    await settle()
    const id = newId()
    await company.work((work) => preflight(work, { id, kind: 'CAMPAIGN', filter: { applicationIds: [applicationId] } }))
    await approveAsShown(company, id)
    installation.clock.advance({ minutes: 30 })
    await settle()
    const [letter] = await company.work((work) => listLetters(work, { applicationId, limit: 1 }))
    const evidence = await company.work((work) => letterEvidence(work, letter?.id ?? ''))
    expect(evidence).toMatchObject({
      letter: { kind: 'CAMPAIGN', state: 'SENT', preflightId: id },
      link: { id: letter?.linkId },
      template: { stage: 'DOCUMENT', version: 0 },
      basis: { id: letter?.basisId },
    })
    const sent = installation.mailer.sent.at(-1)?.text ?? ''
    const secret = /\/l\/\S+\.([\w-]{43})/.exec(sent)?.[1] ?? 'none'
    expect(evidence.words?.text).toContain(evidence.letter.personName ?? '')
    expect(JSON.stringify(evidence)).not.toContain(secret)
    expect(evidence.events.map(({ kind }) => kind)).toContain('SENT')
    const paper = await company.work((work) => evidencePaper(work, letter?.id ?? '', 'ja'))
    expect(paper.parts.some((part) => part.kind === 'text' && part.text === evidence.words?.text)).toBe(true)
  })
})

describe('a campaign that was approved', () => {
  test('is stopped half way: what has not left is taken back, what has left stays told', async () => {
    const { company, installation, settle } = await aLetterCompany({ at })
    const people = [await aRejected(company, { course: history }), await aRejected(company, { course: history })]
    await settle()
    const id = newId()
    const filter = { applicationIds: people.map(({ applicationId }) => applicationId) }
    await company.work((work) => preflight(work, { id, kind: 'CAMPAIGN', filter }))
    await approveAsShown(company, id)
    const stop = () => company.work((work) => stopPreflight(work, id))
    expect(await stop()).toEqual({ takenBack: 2, left: 0 })
    expect((await stop()).takenBack).toBe(0)
    installation.clock.advance({ days: 1 })
    await settle()
    expect(installation.mailer.sent).toEqual([])
    expect(await company.work((work) => shownPreflight(work, id))).toMatchObject({ state: 'STOPPED' })
    expect(await company.work((work) => untold(work, { limit: 10 }))).toHaveLength(2)
    await expect(company.work((work) => retryPreflight(work, id))).rejects.toMatchObject({
      code: 'relay.preflight-closed',
    })
  })
})
