import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { outboxes } from '../../kernel/outbox.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { correct, person, personOf, unmerge } from '../people/index.ts'
import { aPerson, type TestPerson } from '../people/testing.ts'
import { decide, duplicates, linkageModule, linkRecord, undoDecision } from './index.ts'

const linked = (company: TestCompany, { sourceRecordId }: TestPerson) =>
  company.work((work) => linkRecord(work, sourceRecordId))
const queue = (company: TestCompany) => company.work((work) => duplicates(work, { limit: 50 }))
const pair = async (one: Parameters<typeof aPerson>[1], other: Parameters<typeof aPerson>[1]) => {
  const company = await aCompany()
  const first = await aPerson(company, one)
  const second = await aPerson(company, other)
  const result = await linked(company, second)
  return { company, first, second, result }
}

describe('linking by exact keys', () => {
  test('joins by mail, however it was written', async () => {
    const { first, result } = await pair({ email: 'Naoko@Mail.example' }, { email: 'ｎａｏｋｏ@mail.example' })
    expect(result).toMatchObject({ personId: first.personId, outcome: 'LINKED' })
  })

  test('joins by reading and birth date, whatever script and era', async () => {
    const { first, result } = await pair(
      { name: '髙橋 直子', nameKana: 'ﾀｶﾊｼ ﾅｵｺ', birthDate: '平成2年4月1日' },
      { name: '高橋直子', nameKana: 'たかはし なおこ', birthDate: '1990/4/1' },
    )
    expect(result).toMatchObject({ personId: first.personId, outcome: 'LINKED' })
  })

  test.each([
    [
      'a mail of two names',
      { email: 'ie@mail.example', name: '佐藤 直子' },
      { email: 'ie@mail.example', name: '佐藤 健' },
      ['SAME_MAIL', 'DIFFERENT_NAME'],
    ],
    [
      'a mail of two birth dates',
      { email: 'a@mail.example', birthDate: '1990-04-01' },
      { email: 'a@mail.example', birthDate: '1991-04-01' },
      ['SAME_MAIL', 'SAME_NAME', 'DIFFERENT_BIRTH'],
    ],
    [
      'a phone alone',
      { phone: '03-1234-5678' },
      { phone: '0312345678', name: '佐藤 健' },
      ['SAME_PHONE', 'DIFFERENT_NAME'],
    ],
    ['a reading alone', { nameKana: 'サトウ ナオコ' }, { nameKana: 'サトウ ナオコ' }, ['SAME_KANA', 'SAME_NAME']],
  ])('leaves %s to a human, with the reasons', async (_, one, other, reasons) => {
    const { company, result } = await pair(one, other)
    expect(result.outcome).toBe('QUEUED')
    const { candidates, open } = await queue(company)
    expect(open).toBe(1)
    expect(candidates[0]!.reasons.toSorted()).toEqual(reasons.toSorted())
  })

  test('never identifies by a masked address', async () => {
    const { result } = await pair(
      { email: 'x1@indeedemail.com', name: '甲 乙' },
      { email: 'x1@indeedemail.com', name: '丙 丁' },
    )
    expect(result.outcome).toBe('ALONE')
  })

  test('leaves a mailbox of many persons alone', async () => {
    const company = await aCompany()
    for (const name of ['佐藤 一', '鈴木 二', '高橋 三', '田中 四'])
      await aPerson(company, { name, email: 'info@agency.example' })
    const last = await aPerson(company, { name: '伊藤 五', email: 'info@agency.example' })
    expect((await linked(company, last)).outcome).toBe('ALONE')
  })

  test('says nothing of two people of one name who were born on different days', async () => {
    const { result } = await pair({ birthDate: '1990-04-01' }, { birthDate: '1985-01-01' })
    expect(result.outcome).toBe('ALONE')
  })

  test('repeated changes nothing', async () => {
    const { company, second } = await pair({ phone: '090-1234-5678' }, { phone: '090-1234-5678' })
    await linked(company, second)
    expect((await queue(company)).open).toBe(1)
  })

  test('finds whom a correction makes the same', async () => {
    const { company, first, second, result } = await pair(
      { name: '佐藤 直子', email: 'a@mail.example' },
      { name: '佐藤直子', email: 'b@mail.example' },
    )
    expect(result.outcome).toBe('QUEUED')
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
  const inQueue = async () => {
    const made = await pair({ phone: '090-1234-5678' }, { phone: '090-1234-5678' })
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
    const [, later] = [
      await aPerson(company, { personId: second.personId, nameKana: 'サトウ ナオコ', birthDate: '1990-04-01' }),
      await aPerson(company, { nameKana: 'サトウ ナオコ', birthDate: '1990-04-01' }),
    ]
    expect((await linked(company, later)).outcome).not.toBe('ALONE')
  })

  test('not the same, when the same mail turns up, asks again instead of joining', async () => {
    const { company, first, second, candidateId } = await inQueue()
    await company.work((work) => decide(work, { candidateId, decision: 'NOT_SAME' }))
    await aPerson(company, { personId: first.personId, email: 'same@mail.example' })
    const since = await aPerson(company, { personId: second.personId, email: 'same@mail.example' })
    expect((await linked(company, since)).outcome).toBe('QUEUED')
    const { candidates } = await queue(company)
    expect(candidates[0]!.reasons).toEqual(expect.arrayContaining(['SAME_MAIL', 'REFUSED_BEFORE']))
  })

  test('later puts a pair behind the others', async () => {
    const { company, candidateId } = await inQueue()
    for (const name of ['鈴木 一', '鈴木 二'])
      await linked(company, await aPerson(company, { name, phone: '06-1234-5678' }))
    await company.work((work) => decide(work, { candidateId, decision: 'LATER' }))
    const { candidates, open } = await queue(company)
    expect([open, candidates.at(-1)!.id]).toEqual([2, candidateId])
  })
})

test('a merge that someone undoes is not made again by the same evidence', async () => {
  const subscriptions = linkageModule.subscriptions ?? []
  const company = await aCompany({ installation: await testInstallation({ subscriptions, intents: outboxes }) })
  await aPerson(company, { email: 'a@mail.example' })
  const second = await aPerson(company, { email: 'a@mail.example' })
  const { mergeIds } = await linked(company, second)
  await company.work((work) => unmerge(work, { mergeId: mergeIds[0]! }))
  await company.installation.settle(company.companyId)
  expect((await linked(company, second)).outcome).toBe('ALONE')
  expect(await company.work((work) => personOf(work, second.sourceRecordId))).toBe(second.personId)
})

test('erasing a person forgets the pairs they were in', async () => {
  const { company, first } = await pair({ phone: '090-1234-5678' }, { phone: '090-1234-5678' })
  const subject = { personId: first.personId, sourceRecordIds: [first.sourceRecordId] }
  await company.work((work) => linkageModule.contributions.erase!(work, subject))
  expect(await company.work((work) => linkageModule.contributions.export!(work, subject))).toEqual({
    possibleDuplicates: 0,
  })
})
