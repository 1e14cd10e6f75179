import { describe, expect, test } from 'vitest'
import type { LetterState } from '../../../../../contract/relay/relay-terms.ts'
import { newId } from '../../../../kernel/ids.ts'
import { aPerson } from '../../../people/testing.ts'
import { undoLetter } from '../letters.ts'
import { preflight } from '../../preflights/preflight.ts'
import { shownPreflight } from '../../preflights/preflight-views.ts'
import { lettersCsv, referralsCsv, untoldCsv } from './letter-files.ts'
import { letterWhole } from './letter-whole.ts'
import { letterOpened, referralPage } from '../steps.ts'
import { listLetters } from './store-letter-list.ts'
import { putReferral } from '../../referrals/store-referrals.ts'
import { aLetterCompany, approveAsShown, aRejected, setClock, type LetterCompany } from '../../testing.ts'
import { overdueBefore, recordTold, untoldPage } from '../told.ts'
import { letterPage } from './views.ts'

const at = '2027-06-02T10:00:00+09:00'
type Asked = Partial<Parameters<typeof letterPage>[1]>

async function everyLetter({ company }: LetterCompany, asked: Asked): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await company.work((work) => letterPage(work, { sort: 'NEWEST', limit: 2, ...asked, cursor }))
    ids.push(...page.letters.map(({ applicationId }) => applicationId))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return ids
}

/** Somebody of this name, rejected. */
async function named(
  world: LetterCompany,
  [name, nameKana, email]: readonly [string, string, string],
): Promise<string> {
  const { sourceRecordId } = await aPerson(world.company, { name, nameKana, email })
  return (await aRejected(world.company, { course: { sourceRecordId } })).applicationId
}

describe('the list of letters', () => {
  test('finds people by name, reading or address, over every page, and nobody by other words of their profile', async () => {
    const world = await aLetterCompany({ at })
    const [first, second] = [
      await named(world, ['髙橋 遥', 'タカハシ ハルカ', 'haruka@person.example']),
      await named(world, ['高橋 実', 'タカハシ ミノル', 'minoru@person.example']),
    ]
    for (let count = 0; count < 5; count += 1) await aRejected(world.company)
    await world.settle()
    expect(await everyLetter(world, {})).toHaveLength(7)
    const both = [first, second].toSorted()
    for (const text of ['高橋', 'たかはし', 'person.example たかはし'])
      expect((await everyLetter(world, { text })).toSorted()).toEqual(both)
    expect(await everyLetter(world, { text: 'minoru@' })).toEqual([second])
    expect(await everyLetter(world, { text: '橋高' })).toEqual([])
    const found = await world.company.work((work) => referralPage(work, { limit: 10, text: '高橋' }))
    expect(found.referrals).toEqual([])
  })

  test('is sorted by when letters leave, filtered by state, way and day, and read to the end once', async () => {
    const world = await aLetterCompany({ at })
    const early = [await aRejected(world.company), await aRejected(world.company), await aRejected(world.company)]
    await world.settle()
    setClock(world.installation, '2027-06-03T10:00:00+09:00')
    const late = [await aRejected(world.company), await aRejected(world.company)]
    await world.settle()
    const ids = (some: readonly { applicationId: string }[]) =>
      some.map(({ applicationId }) => applicationId).toSorted()
    const due = await everyLetter(world, { sort: 'DUE' })
    expect(due.slice(0, 3).toSorted()).toEqual(ids(early))
    expect(due.slice(3).toSorted()).toEqual(ids(late))
    const [undone = ''] = ids(early)
    const [letter] = await world.company.work((work) => listLetters(work, { applicationId: undone, limit: 1 }))
    await world.company.work((work) => undoLetter(work, letter?.id ?? ''))
    const state: LetterState = 'CANCELLED'
    expect(await everyLetter(world, { state, sort: 'DUE' })).toEqual([undone])
    expect(await everyLetter(world, { kind: 'CAMPAIGN' })).toEqual([])
    const dueFrom = '2027-06-08T00:00:00Z'
    expect((await everyLetter(world, { dueFrom })).toSorted()).toEqual(ids(late))
    expect((await everyLetter(world, { dueUntil: dueFrom })).toSorted()).toEqual(ids(early))
  })

  test('leaves as a file with what the list shows, harmless to a spreadsheet', async () => {
    const world = await aLetterCompany({ at })
    await named(world, ['=HYPERLINK("x")', 'タカハシ', 'a@person.example'])
    await world.settle()
    const file = await world.company.work((work) => lettersCsv(work, { sort: 'NEWEST' }, 'ja'))
    const [, row = ''] = file.split('\r\n')
    expect(row.startsWith(`"'=HYPERLINK`)).toBe(true)
    expect(row).toContain('送信待ち,自動')
    const steps = await world.company.work((work) => referralsCsv(work, {}, 'en'))
    expect(steps.split('\r\n')).toHaveLength(2)
  })
})

describe('the list of people never told', () => {
  test('is searched, narrowed to those who waited too long, and checked as a whole before anything is sent', async () => {
    const world = await aLetterCompany({ at })
    const { company, settle } = world
    const long = { live: false, course: [{ kind: 'REJECT' as const, live: false, occurredAt: new Date('2027-03-01') }] }
    const waited = [await aRejected(company, { course: long }), await aRejected(company, { course: long })]
    const told = await aRejected(company, { course: long })
    const { sourceRecordId } = await aPerson(company, { name: '高橋 実', email: 'minoru@person.example' })
    const recent = await aRejected(company, { course: { sourceRecordId } })
    await settle()
    await company.work((work) => recordTold(work, { applicationId: told.applicationId, how: 'PHONE', at: work.now }))
    const found = async (asked: object) =>
      (await company.work((work) => untoldPage(work, { limit: 10, ...asked }))).people.map((one) => one.applicationId)
    const overdue = await company.work(async (work) => found({ endedUntil: overdueBefore(work) }))
    expect(overdue.toSorted()).toEqual(waited.map((one) => one.applicationId).toSorted())
    expect(await found({ text: '高橋' })).toEqual([recent.applicationId])
    const file = await company.work((work) => untoldCsv(work, { overdue: true }, 'ja'))
    expect(file.split('\r\n')).toHaveLength(4)
    const id = newId()
    await company.work((work) => preflight(work, { id, kind: 'CAMPAIGN', filter: { untold: true } }))
    expect(await company.work((work) => shownPreflight(work, id))).toMatchObject({
      people: 3,
      sends: 2,
      reasons: { ALREADY_SCHEDULED: 1 },
    })
    expect(await approveAsShown(company, id)).toEqual({ scheduled: 2, waiting: 0 })
    // They stay until they are told, and nobody is offered to be written to twice.
    const { people } = await company.work((work) => untoldPage(work, { limit: 10 }))
    expect(people.map(({ reason, canSend }) => [reason, canSend])).toEqual(Array(3).fill([null, false]))
  })
})

describe('the page of one letter', () => {
  test('tells everything that came of it, newest first, with the reason', async () => {
    const { company, installation, settle } = await aLetterCompany({ at })
    const { applicationId, sourceRecordId, address } = await aRejected(company)
    await settle()
    const [scheduled] = await company.work((work) => listLetters(work, { applicationId, limit: 1 }))
    const id = scheduled?.id ?? ''
    const whats = async () => (await company.work((work) => letterWhole(work, id))).events.map(({ what }) => what)
    expect(await whats()).toEqual(['SCHEDULED', 'REJECTED'])
    setClock(installation, '2027-06-08T11:00:00+09:00')
    await settle()
    await settle()
    await company.work((work) => letterOpened(work, id))
    await company.work((work) =>
      putReferral(work, {
        id: newId(),
        memberId: newId(),
        letterId: id,
        sourceRecordId,
        state: 'REFUSED',
        reason: 'own-staff',
        version: 1,
        registeredAt: work.now,
        heldUntil: null,
        settledAt: work.now,
        signals: [],
        clearedAt: null,
      }),
    )
    const whole = await company.work((work) => letterWhole(work, id))
    expect(whole).toMatchObject({ recipient: address, led: { step: 'NOT_COUNTED', reason: 'own-staff' }, trial: null })
    expect(whole.words?.text).toContain('面接のお時間')
    expect(whole.events.map(({ what }) => what)).toEqual([
      'NOT_COUNTED',
      'REGISTERED',
      'OPENED',
      'MAIL',
      'LINK_ISSUED',
      'SCHEDULED',
      'REJECTED',
    ])
    expect(whole.events[0]).toMatchObject({ detail: 'own-staff' })
    const reads = await company.work(({ tx, companyId }) =>
      tx
        .selectFrom('audit_event')
        .select('subject_id')
        .where('company_id', '=', companyId)
        .where('action', '=', 'relay.letter-read')
        .execute(),
    )
    expect(reads[0]?.subject_id).toBe(id)
  })

  test('of another company is not found', async () => {
    const { company, settle } = await aLetterCompany({ at })
    const { applicationId } = await aRejected(company)
    await settle()
    const [letter] = await company.work((work) => listLetters(work, { applicationId, limit: 1 }))
    const other = await aLetterCompany({ at })
    await expect(other.company.work((work) => letterWhole(work, letter?.id ?? ''))).rejects.toMatchObject({
      code: 'relay.letter-not-found',
    })
  })
})
