import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { outboxes } from '../../kernel/outbox.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { correct, link, person, personOf, unmerge } from '../people/index.ts'
import { aPerson, type TestPerson } from '../people/testing.ts'
import { decide, duplicates, linkageModule, linkRecord, settledPairs, undoDecision } from './index.ts'

const linked = (company: TestCompany, { sourceRecordId }: TestPerson) =>
  company.work((work) => linkRecord(work, sourceRecordId))
const queue = (company: TestCompany) => company.work((work) => duplicates(work, { limit: 50 }))

/** A person as intake makes one: recorded, and compared with everyone. */
async function arrives(company: TestCompany, made: Parameters<typeof aPerson>[1]) {
  const one = await aPerson(company, made)
  return { ...one, result: await linked(company, one) }
}
const pair = async (one: Parameters<typeof aPerson>[1], other: Parameters<typeof aPerson>[1]) => {
  const company = await aCompany()
  const first = await arrives(company, one)
  const second = await arrives(company, other)
  return { company, first, second, result: second.result }
}

describe('a record that arrives', () => {
  test.each([
    ['mail, however it was written', { email: 'Naoko@Mail.example' }, { email: 'ｎａｏｋｏ@mail.example' }],
    [
      'reading and birth date, whatever script and era',
      { name: '髙橋 直子', nameKana: 'ﾀｶﾊｼ ﾅｵｺ', birthDate: '平成2年4月1日' },
      { name: '高橋直子', nameKana: 'たかはし なおこ', birthDate: '1990/4/1' },
    ],
    [
      'reading and birth date, one of them in kanji alone',
      { name: '渡邉 直子', birthDate: '1990-04-01' },
      { name: 'ワタナベ ナオコ', nameKana: 'ワタナベ ナオコ', birthDate: '1990-04-01' },
    ],
    [
      'name and birth date in Latin letters, in the other order',
      { name: '大野 健太', nameKana: 'オオノ ケンタ', birthDate: '1990-04-01' },
      { name: 'Kenta Ono', birthDate: '1990-04-01' },
    ],
    ['name and phone', { name: '大野 健太', phone: '03-1234-5678' }, { name: '大野健太', phone: '0312345678' }],
    [
      'given name, birth date and mail after a marriage',
      { name: '佐藤 直子', birthDate: '1990-04-01', email: 'n@mail.example' },
      { name: '高橋 直子', birthDate: '1990-04-01', email: 'n@mail.example' },
    ],
  ])('is joined by %s', async (_, one, other) => {
    const { first, result } = await pair(one, other)
    expect(result).toMatchObject({ personId: first.personId, outcome: 'LINKED' })
  })

  test.each([
    [
      'a mail of two birth dates',
      { email: 'a@mail.example', birthDate: '1990-04-01' },
      { email: 'a@mail.example', birthDate: '1991-04-01' },
      ['SAME_MAIL', 'SAME_NAME', 'DIFFERENT_BIRTH'],
    ],
    [
      'a reading alone',
      { nameKana: 'サトウ ナオコ' },
      { nameKana: 'サトウ ナオコ' },
      ['SAME_KANA', 'SAME_NAME', 'NO_IDENTIFIER'],
    ],
    [
      'a rare name at one employer in one town',
      { name: '五百旗頭 航', employer: '架空工業', prefecture: '東京都', city: '渋谷区' },
      { name: '五百旗頭 航', employer: '架空工業', prefecture: '東京都', city: '渋谷区' },
      ['SAME_NAME', 'NO_IDENTIFIER'],
    ],
  ])('leaves %s to a human, with the reasons', async (_, one, other, reasons) => {
    const { company, result } = await pair(one, other)
    expect(result.outcome).toBe('QUEUED')
    const { candidates, open } = await queue(company)
    expect(open).toBe(1)
    expect(candidates[0]!.reasons.toSorted()).toEqual(reasons.toSorted())
  })

  test.each([
    [
      'a masked address',
      { email: 'x1@indeedemail.com', name: '甲山 乙' },
      { email: 'x1@indeedemail.com', name: '丙川 丁' },
    ],
    [
      'two of a household',
      { name: '佐藤 直子', phone: '03-1234-5678', email: 'ie@mail.example', address: '東京都渋谷区1-2-3' },
      { name: '佐藤 健', phone: '03-1234-5678', email: 'ie@mail.example', address: '東京都渋谷区1-2-3' },
    ],
    ['one name, born on different days', { birthDate: '1990-04-01' }, { birthDate: '1985-01-21' }],
  ])('says nothing of %s', async (_, one, other) => {
    expect((await pair(one, other)).result.outcome).toBe('ALONE')
  })

  test.each([
    { email: 'unknown@example.com' },
    { email: 'No-Reply@mail.example' },
    { phone: '090-0000-0000' },
    { phone: '０８０１１１１１１１１' },
    { phone: '0120-000-000' },
    { phone: '000-0000-0000' },
    { birthDate: '1900-01-01' },
  ])('is not joined by what is entered where nothing is known: %o', async (placeholder) => {
    const { result } = await pair({ name: '佐藤 直子', ...placeholder }, { name: '佐藤 直子', ...placeholder })
    expect(result.outcome).not.toBe('LINKED')
  })

  test('is not joined by a contact that many persons use', async () => {
    const company = await aCompany()
    for (const name of ['佐藤 一', '鈴木 二郎', '高橋 三枝', '田中 四郎', '伊藤 五月'])
      await arrives(company, { name, phone: '03-1234-5678' })
    const { result } = await arrives(company, { name: '伊藤 五月', phone: '03-1234-5678' })
    expect(result.outcome).toBe('QUEUED')
    expect((await queue(company)).candidates[0]!.reasons).toContain('SHARED_CONTACT')
  })

  test('again changes nothing', async () => {
    const { company, second } = await pair({ nameKana: 'サトウ ナオコ' }, { nameKana: 'サトウ ナオコ' })
    await linked(company, second)
    expect((await queue(company)).open).toBe(1)
  })

  test('with a correction finds whom it makes the same', async () => {
    const { company, first, second, result } = await pair(
      { name: '佐藤 直子', email: 'a@mail.example', phone: '090-1111-2222' },
      { name: '佐藤直子', email: 'b@mail.example', phone: '080-3333-4444' },
    )
    expect(result.outcome).toBe('ALONE')
    const { sourceRecordId } = await company.work((work) =>
      correct(work, { personId: second.personId, field: 'email', value: 'a@mail.example' }),
    )
    expect(await linked(company, { ...second, sourceRecordId })).toMatchObject({
      outcome: 'LINKED',
      personId: first.personId,
    })
  })
})

describe('deciding', () => {
  const byName = { nameKana: 'サトウ ナオコ' }
  const inQueue = async () => {
    const made = await pair(byName, byName)
    const { candidates } = await queue(made.company)
    return { ...made, candidateId: candidates[0]!.id }
  }

  test('the same joins them; undone puts the pair back', async () => {
    const { company, first, second, candidateId } = await inQueue()
    await company.work((work) => decide(work, { candidateId, decision: 'SAME', id: newId() }))
    await company.work((work) => decide(work, { candidateId, decision: 'SAME', id: newId() }))
    expect((await company.work((work) => person(work, second.personId))).id).toBe(first.personId)
    expect((await queue(company)).open).toBe(0)
    await company.work((work) => undoDecision(work, candidateId))
    expect((await company.work((work) => person(work, second.personId))).id).toBe(second.personId)
    expect((await queue(company)).open).toBe(1)
  })

  test('not the same is remembered, until there is evidence that was not there', async () => {
    const { company, second, candidateId } = await inQueue()
    await company.work((work) => decide(work, { candidateId, decision: 'NOT_SAME' }))
    await linked(company, second)
    expect((await queue(company)).open).toBe(0)
    await arrives(company, { ...byName, personId: second.personId, birthDate: '1990-04-01' })
    const later = await arrives(company, { ...byName, birthDate: '1990-04-01' })
    expect(later.result.outcome).not.toBe('ALONE')
  })

  test('not the same, when the same mail turns up, asks again instead of joining', async () => {
    const { company, first, second, candidateId } = await inQueue()
    await company.work((work) => decide(work, { candidateId, decision: 'NOT_SAME' }))
    await arrives(company, { personId: first.personId, email: 'same@mail.example' })
    const since = await arrives(company, { personId: second.personId, email: 'same@mail.example' })
    expect(since.result.outcome).toBe('QUEUED')
    const { candidates } = await queue(company)
    expect(candidates[0]!.reasons).toEqual(expect.arrayContaining(['SAME_MAIL', 'REFUSED_BEFORE']))
  })

  test('at once by several, one decision stands and the others are told', async () => {
    for (const _ of [1, 2, 3, 4]) {
      const { company, first, second, candidateId } = await inQueue()
      const told = await Promise.allSettled(
        Array.from({ length: 12 }, (_one, nth) =>
          company.work((work) => decide(work, { candidateId, decision: nth % 2 ? 'SAME' : 'NOT_SAME' })),
        ),
      )
      const refused = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []))
      expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => 'linkage.decided-already'))
      const [decided] = await company.work((work) => settledPairs(work, { show: 'DECIDED', limit: 5 }))
      const persons = await company.work((work) =>
        Promise.all([first, second].map(({ sourceRecordId }) => personOf(work, sourceRecordId))),
      )
      expect(new Set(persons).size).toBe(decided!.state === 'SAME' ? 1 : 2)
    }
  })

  test('later puts a pair behind the others', async () => {
    const { company, candidateId } = await inQueue()
    for (const _ of [1, 2]) await arrives(company, { name: '五百旗頭 航' })
    await company.work((work) => decide(work, { candidateId, decision: 'LATER' }))
    const { candidates, open } = await queue(company)
    expect([open, candidates.at(-1)!.id]).toEqual([2, candidateId])
  })
})

describe('a merge', () => {
  const bySelf = { email: 'a@mail.example' }

  test('that someone undoes is not made again by the same evidence', async () => {
    const subscriptions = linkageModule.subscriptions ?? []
    const company = await aCompany({ installation: await testInstallation({ subscriptions, intents: outboxes }) })
    await arrives(company, bySelf)
    const second = await arrives(company, bySelf)
    await company.work((work) => unmerge(work, { mergeId: second.result.mergeIds[0]! }))
    await company.installation.settle(company.companyId)
    expect((await linked(company, second)).outcome).toBe('ALONE')
    expect(await company.work((work) => personOf(work, second.sourceRecordId))).toBe(second.personId)
    expect((await queue(company)).open).toBe(0)
  })

  test('of which somebody takes one record out does not take it in again by the same evidence', async () => {
    const subscriptions = linkageModule.subscriptions ?? []
    const company = await aCompany({ installation: await testInstallation({ subscriptions, intents: outboxes }) })
    await arrives(company, bySelf)
    const second = await arrives(company, bySelf)
    const third = await arrives(company, bySelf)
    const personId = newId()
    await company.work((work) => link(work, { sourceRecordId: second.sourceRecordId, personId, reason: 'SEPARATED' }))
    await company.installation.settle(company.companyId)
    expect((await linked(company, second)).outcome).toBe('ALONE')
    expect((await linked(company, third)).outcome).toBe('ALONE')
    expect(await company.work((work) => personOf(work, second.sourceRecordId))).toBe(personId)
    expect((await queue(company)).open).toBe(0)
  })

  test('made by itself is listed, and undone there is remembered as not the same', async () => {
    const { company, second } = await pair(bySelf, bySelf)
    const [joined] = await company.work((work) => settledPairs(work, { show: 'JOINED', limit: 10 }))
    expect(joined).toMatchObject({ state: 'JOINED', mergeId: second.result.mergeIds[0] })
    await company.work((work) => undoDecision(work, joined!.id))
    expect((await linked(company, second)).outcome).toBe('ALONE')
  })

  test('undone by someone who puts the pair back into the queue is not remembered as a refusal', async () => {
    const subscriptions = linkageModule.subscriptions ?? []
    const company = await aCompany({ installation: await testInstallation({ subscriptions, intents: outboxes }) })
    await arrives(company, { nameKana: 'サトウ ナオコ' })
    const second = await arrives(company, { nameKana: 'サトウ ナオコ' })
    const [open] = (await queue(company)).candidates
    await company.work((work) => decide(work, { candidateId: open!.id, decision: 'SAME' }))
    await company.work((work) => undoDecision(work, open!.id))
    await company.installation.settle(company.companyId)
    expect((await linked(company, second)).outcome).toBe('QUEUED')
  })

  test.each(['LATER', 'SAME'] as const)(
    'undone and decided again at once, %s, is not remembered as a refusal',
    async (decision) => {
      const subscriptions = linkageModule.subscriptions ?? []
      const company = await aCompany({ installation: await testInstallation({ subscriptions, intents: outboxes }) })
      await arrives(company, { nameKana: 'サトウ ナオコ' })
      await arrives(company, { nameKana: 'サトウ ナオコ' })
      const candidateId = (await queue(company)).candidates[0]!.id
      await company.work((work) => decide(work, { candidateId, decision: 'SAME' }))
      await company.work((work) => undoDecision(work, candidateId))
      await company.work((work) => decide(work, { candidateId, decision }))
      await company.installation.settle(company.companyId)
      const refusals = await company.work(({ tx, companyId }) =>
        tx.selectFrom('linkage_refusal').selectAll().where('company_id', '=', companyId).execute(),
      )
      expect(refusals).toEqual([])
    },
  )
})

test('erasing a person forgets the pairs they were in', async () => {
  const { company, first } = await pair({ nameKana: 'サトウ ナオコ' }, { nameKana: 'サトウ ナオコ' })
  const subject = { personId: first.personId, sourceRecordIds: [first.sourceRecordId] }
  await company.work((work) => linkageModule.contributions.erase!(work, subject))
  expect(await company.work((work) => linkageModule.contributions.export!(work, subject))).toEqual({
    possibleDuplicates: 0,
  })
})
