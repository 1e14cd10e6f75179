import { describe, expect, test } from 'vitest'
import { PeopleFilter } from '../../../contract/pool/pool-terms.ts'
import { newId } from '../../kernel/ids.ts'
import { outboxes } from '../../kernel/outbox.ts'
import { testInstallation } from '../../kernel/testing.ts'
import type { z } from 'zod'
import { recordAgeException } from '../accounts/index.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { merge, unmerge } from '../people/index.ts'
import { aPerson } from '../people/testing.ts'
import { recordEvaluation } from '../selection/index.ts'
import { anApplication } from '../selection/testing.ts'
import { addPerson } from './add-person.ts'
import { countPeople, keepTag, poolModule, searchPeople, tagPersons, undoTagging } from './index.ts'

const aPool = async () =>
  aCompany({
    installation: await testInstallation({ subscriptions: poolModule.subscriptions ?? [], intents: outboxes }),
  })

const byText = (one: string, other: string) => (one < other ? -1 : 1)

const found = async (company: TestCompany, filter: z.input<typeof PeopleFilter>) => {
  await company.installation.settle(company.companyId)
  const { rows } = await company.work((work) => searchPeople(work, PeopleFilter.parse(filter), { limit: 50 }))
  return rows.map(({ name }) => name ?? '').toSorted(byText)
}

test.each(['', '  ', '\u3000', '\u200b', '\u00ad\u2060'])(
  'nobody is added whose name cannot be seen: %j',
  async (name) => {
    const company = await aPool()
    await expect(
      company.work((work) => addPerson(work, { fields: { name, employer: 'あおば製作所' } })),
    ).rejects.toThrow('pool.nothing-stated')
  },
)

describe('searching the pool', () => {
  test('finds Japanese text however it is written', async () => {
    const company = await aPool()
    await aPerson(company, {
      name: '髙橋 直子',
      nameKana: 'タカハシ ナオコ',
      employer: '㈱あおば製作所',
      skills: ['TypeScript', '財務分析'],
    })
    await aPerson(company, { name: '橋本 高志', nameKana: 'ハシモト タカシ' })
    for (const text of ['高橋', '髙橋直子', 'たかはし', 'ﾀｶﾊｼ', '橋 直子', 'あおば製作', 'typescript', '財務', '子'])
      expect([text, await found(company, { text })]).toEqual([text, ['髙橋 直子']])
    expect(await found(company, { text: '橋' })).toHaveLength(2)
    expect(await found(company, { text: '直橋' })).toEqual([])
  })

  test('filters by what profile, applications and evaluations tell', async () => {
    const company = await aPool()
    const a = await aPerson(company, { name: '甲', prefecture: '大阪府', skills: ['TypeScript', 'React'] })
    const b = await aPerson(company, { name: '乙', prefecture: '京都', skills: ['React.js'] })
    await aPerson(company, { name: '丙', prefecture: '東京都' })
    const { applicationId, openingId } = await anApplication(company, {
      sourceRecordId: a.sourceRecordId,
      channel: 'AGENCY',
      course: [
        { kind: 'STAGE', stage: 'FINAL_INTERVIEW' },
        { kind: 'REJECT', reason: 'CONDITIONS' },
      ],
    })
    await anApplication(company, { sourceRecordId: b.sourceRecordId })
    await company.work((work) =>
      recordEvaluation(work, { id: newId(), applicationId, evaluator: '面接', grade: 'A', occurredAt: work.now }),
    )
    expect(await found(company, { regions: ['KINKI'] })).toEqual(['乙', '甲'])
    expect(await found(company, { prefectures: ['京都'] })).toEqual(['乙'])
    expect(await found(company, { skills: ['react'] })).toEqual(['乙', '甲'])
    expect(await found(company, { skills: ['React', 'TypeScript'] })).toEqual(['甲'])
    expect(await found(company, { states: 'REJECTED' })).toEqual(['甲'])
    expect(await found(company, { stages: ['FINAL_INTERVIEW'], reasons: ['CONDITIONS'] })).toEqual(['甲'])
    expect(await found(company, { evaluations: ['STRONG_YES'] })).toEqual(['甲'])
    expect(await found(company, { channels: ['AGENCY'] })).toEqual(['甲'])
    expect(await found(company, { openings: [openingId] })).toEqual(['甲'])
    expect(await found(company, { changedSince: '2999-01-01' })).toEqual([])
  })

  test('refuses an age unless the company recorded its exception', async () => {
    const company = await aPool()
    await aPerson(company, { name: '甲', birthDate: '1995-06-15' })
    await aPerson(company, { name: '乙', birthDate: '1970-06-15' })
    await expect(found(company, { ageTo: 45 })).rejects.toMatchObject({ code: 'pool.age-filter-off' })
    await company.work((work) => recordAgeException(work, '3-a'))
    expect(await found(company, { ageTo: 45 })).toEqual(['甲'])
  })

  test('is a year older from midnight in the zone of the company on, also on the first of a month', async () => {
    const company = await aPool()
    await aPerson(company, { name: '甲', birthDate: '1996-06-01' })
    await company.work((work) => recordAgeException(work, '3-a'))
    await company.installation.settle(company.companyId)
    const agedAt = (now: string, filter: PeopleFilter) =>
      company.work(async (work) => (await countPeople({ ...work, now: new Date(now) }, filter)).count)
    expect(await agedAt('2026-05-31T14:59:59Z', { ageTo: 29 })).toBe(1)
    expect(await agedAt('2026-05-31T14:59:59Z', { ageFrom: 30 })).toBe(0)
    expect(await agedAt('2026-05-31T15:00:00Z', { ageFrom: 30 })).toBe(1)
    expect(await agedAt('2026-05-31T15:00:00Z', { ageTo: 29 })).toBe(0)
  })

  test('pages through everyone once, in each order', async () => {
    const company = await aPool()
    const names = ['あ', 'い', 'う', 'え', 'お', 'か', 'き'].map((sound) => `${sound}さわ`)
    for (const nameKana of names) await aPerson(company, { name: nameKana, nameKana })
    for (const sort of ['-changed', 'name', 'observed'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await company.work((work) => searchPeople(work, {}, { sort, limit: 3, cursor }))
        seen.push(...page.rows.map(({ name }) => name ?? ''))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(seen.toSorted(byText)).toEqual(names)
      if (sort === 'name') expect(seen).toEqual(names)
      if (sort === '-changed') expect(seen).toEqual(names.toReversed())
    }
    expect(await company.work((work) => countPeople(work, {}))).toEqual({ count: 7, isExact: true })
    await expect(company.work((work) => searchPeople(work, {}, { limit: 3, cursor: 'x' }))).rejects.toMatchObject({
      code: 'pool.bad-cursor',
    })
  })
})

describe('tags', () => {
  test('of one name are one, go on many persons at once and come off exactly those', async () => {
    const company = await aPool()
    const persons = [await aPerson(company, { name: '甲' }), await aPerson(company, { name: '乙' })]
    const tag = await company.work((work) => keepTag(work, { id: newId(), name: '再アプローチ' }))
    expect(await company.work((work) => keepTag(work, { id: newId(), name: ' 再ｱﾌﾟﾛｰﾁ' }))).toEqual(tag)
    const change = (personIds: string[], id = newId()) =>
      company.work((work) => tagPersons(work, { id, tagId: tag.id, kind: 'ADD', personIds }))
    await change([persons[0]!.personId])
    const id = newId()
    expect(
      await change(
        persons.map(({ personId }) => personId),
        id,
      ),
    ).toEqual({ changed: 1 })
    expect(
      await change(
        persons.map(({ personId }) => personId),
        id,
      ),
    ).toEqual({ changed: 1 })
    expect(await found(company, { tags: [tag.id] })).toEqual(['乙', '甲'])
    await company.work((work) => undoTagging(work, id))
    expect(await found(company, { tags: [tag.id] })).toEqual(['甲'])
  })

  test('go with the record they were given to when a merge is undone', async () => {
    const company = await aPool()
    const [a, b] = [await aPerson(company, { name: '甲' }), await aPerson(company, { name: '乙' })]
    const tag = await company.work((work) => keepTag(work, { id: newId(), name: '歓迎' }))
    await company.work((work) => tagPersons(work, { id: newId(), tagId: tag.id, kind: 'ADD', personIds: [b.personId] }))
    const { mergeId } = await company.work((work) =>
      merge(work, { id: newId(), survivor: a.personId, dissolved: b.personId, reason: 'STAFF' }),
    )
    expect(await found(company, { tags: [tag.id] })).toHaveLength(1)
    await company.work((work) => unmerge(work, { mergeId }))
    expect(await found(company, { tags: [tag.id] })).toEqual(['乙'])
    expect(await company.work((work) => poolModule.contributions.verify!(work))).toEqual([])
  })
})

test('who is merged away is found by nothing, however long they had been in the pool', async () => {
  const company = await aPool()
  const survivor = await aPerson(company, { name: '甲', prefecture: '大阪府' })
  const dissolved = await aPerson(company, { name: '乙', prefecture: '大阪府' })
  expect(await found(company, { regions: ['KINKI'] })).toEqual(['乙', '甲'])
  await company.work((work) =>
    merge(work, { id: newId(), survivor: survivor.personId, dissolved: dissolved.personId, reason: 'STAFF' }),
  )
  expect(await found(company, { regions: ['KINKI'] })).toHaveLength(1)
  expect(await company.work((work) => poolModule.contributions.verify!(work))).toEqual([])
})

test('who is erased is found by nothing', async () => {
  const company = await aPool()
  const { personId, sourceRecordId } = await aPerson(company, { prefecture: '大阪府' })
  await company.installation.settle(company.companyId)
  await company.work((work) => poolModule.contributions.erase!(work, { personId, sourceRecordIds: [sourceRecordId] }))
  const { rows } = await company.work((work) => searchPeople(work, { regions: ['KINKI'] }, { limit: 5 }))
  expect(rows).toEqual([])
})
