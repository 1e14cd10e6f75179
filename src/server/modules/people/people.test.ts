import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { aCompany } from '../accounts/testing.ts'
import { contributions } from './contributions.ts'
import { claimsOf, correct, holdersOf, person, recordSource, recordsOf, withdrawClaim, type Source } from './index.ts'
import { countPostings } from './profile/store-profile.ts'
import { aPerson } from './testing.ts'

const day = (at: number) => new Date(Date.UTC(2026, 3, at))
const source = (made: Partial<Source> = {}): Source => ({
  id: newId(),
  kind: 'WEBHOOK',
  label: '採用管理',
  connectionId: '0190a000-0000-7000-8000-000000000001',
  remoteId: 'c-1',
  observedAt: day(1),
  claims: [
    { field: 'name', value: '佐藤 直子' },
    { field: 'email', value: 'Naoko@Mail.example' },
  ],
  ...made,
})

describe('recording what a source says', () => {
  test('makes a person whose every field has its source and date', async () => {
    const company = await aCompany()
    const { personId } = await company.work((work) => recordSource(work, source()))
    const shown = await company.work((work) => person(work, personId))
    expect(shown.fields.email).toEqual({
      value: 'naoko@mail.example',
      source: { kind: 'WEBHOOK', label: '採用管理', recordId: expect.any(String) },
      observedAt: day(1).toISOString(),
      confidence: 1,
      disagreeing: 0,
    })
  })

  test('twice under its id, or under its name in the other system, changes nothing', async () => {
    const company = await aCompany()
    const first = source()
    const { personId, sourceRecordId } = await company.work((work) => recordSource(work, first))
    const again = await company.work((work) => recordSource(work, first))
    const renamed = await company.work((work) => recordSource(work, { ...first, id: newId() }))
    expect([again, renamed]).toEqual([
      { sourceRecordId, personId, created: false, changed: false, unfit: [] },
      { sourceRecordId, personId, created: false, changed: false, unfit: [] },
    ])
    expect(await company.work((work) => claimsOf(work, personId))).toHaveLength(2)
  })

  test('late or in order shows the same', async () => {
    const said = [1, 2, 3].map((at) =>
      source({
        observedAt: day(at),
        claims: [{ field: 'phone', value: at === 2 ? '090-2222-2222' : '090-1111-1111' }],
      }),
    )
    const shown = []
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [0, 2, 1],
      [1, 2, 0],
    ]) {
      const company = await aCompany()
      let personId = ''
      for (const at of order) ({ personId } = await company.work((work) => recordSource(work, said[at]!)))
      const { fields } = await company.work((work) => person(work, personId))
      shown.push([fields.phone?.value, fields.phone?.observedAt])
    }
    expect(new Set(shown.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(shown[0]).toEqual(['090-1111-1111', day(3).toISOString()])
  })

  test('names the fields it could not read instead of dropping them silently', async () => {
    const company = await aCompany()
    const { unfit } = await company.work((work) =>
      recordSource(
        work,
        source({
          claims: [
            { field: 'email', value: '未登録です' },
            { field: 'birthDate', value: '昭和64年1月8日' },
          ],
        }),
      ),
    )
    expect(unfit).toEqual(['email', 'birthDate'])
  })

  test('refuses forbidden words that staff type and masks those that systems send', async () => {
    const company = await aCompany()
    const note = '志望度は高い。愛読書は哲学書。'
    const typed = company.work((work) =>
      recordSource(work, source({ kind: 'FORM', claims: [{ field: 'note', value: note }] })),
    )
    await expect(typed).rejects.toMatchObject({
      code: 'people.forbidden-data',
      detail: { field: 'note', word: '愛読書' },
    })
    const { personId } = await company.work((work) =>
      recordSource(work, source({ claims: [{ field: 'note', value: note }] })),
    )
    const { fields } = await company.work((work) => person(work, personId))
    expect(fields.note?.value).not.toContain('愛読書')
    expect(fields.note?.value).toContain('志望度は高い')
  })

  test.each(['WEBHOOK', 'IMPORT', 'MAIL'] as const)(
    'masks in the note and in the text of a career that came by %s, and keeps the rest',
    async (kind) => {
      const company = await aCompany()
      const workHistory = '2018年 みどり出版社に入社、教会史の編集を担当。尊敬する人物は祖父。'
      const note = '簿記2級。父親は県議会議員。'
      const claims = [
        { field: 'note' as const, value: note },
        { field: 'workHistory' as const, value: workHistory },
      ]
      const { personId } = await company.work((work) => recordSource(work, source({ kind, claims })))
      const { fields } = await company.work((work) => person(work, personId))
      expect(fields.note?.value).toMatch(/^簿記2級。〔[^〕]+〕$/)
      expect(fields.workHistory?.value).toMatch(/^2018年 みどり出版社に入社、教会史の編集を担当。〔[^〕]+〕$/)
    },
  )

  test('never lets a masked address identify anyone', async () => {
    const company = await aCompany()
    await aPerson(company, { email: 'naoko_ab1@indeedemail.com' })
    const found = await company.work((work) => holdersOf(work, { kind: 'MAIL', key: 'naoko_ab1@indeedemail.com' }, 10))
    expect(found).toEqual([])
  })
})

describe('correcting', () => {
  test('beats what an application said and is kept beside it', async () => {
    const company = await aCompany()
    const { personId } = await aPerson(company, { prefecture: '東京' })
    const { shown } = await company.work((work) => correct(work, { personId, field: 'prefecture', value: '大阪府' }))
    const { fields } = await company.work((work) => person(work, personId))
    expect(shown).toBe(true)
    expect(fields.prefecture).toMatchObject({ value: '大阪府', source: { kind: 'STAFF' }, disagreeing: 1 })
  })

  test('says that the person’s own word stays shown', async () => {
    const company = await aCompany()
    const { personId } = await aPerson(company, { kind: 'PERSON', prefecture: '東京' })
    expect(
      (await company.work((work) => correct(work, { personId, field: 'prefecture', value: '大阪府' }))).shown,
    ).toBe(false)
  })

  test('taken back shows what was there before', async () => {
    const company = await aCompany()
    const { personId } = await aPerson(company, { title: '営業' })
    const { sourceRecordId } = await company.work((work) => correct(work, { personId, field: 'title', value: '企画' }))
    const [claim] = await company.work((work) => claimsOf(work, personId, 'title'))
    await company.work((work) => withdrawClaim(work, { sourceRecordId, claimId: claim!.id }))
    expect((await company.work((work) => person(work, personId))).fields.title?.value).toBe('営業')
  })
})

describe('what was taken back', () => {
  const sync = (at: number, value: string) => source({ observedAt: day(at), claims: [{ field: 'prefecture', value }] })

  test('is not said again by the same record of a source, which may say something else', async () => {
    const company = await aCompany()
    const { personId, sourceRecordId } = await company.work((work) => recordSource(work, sync(1, '東京都')))
    const [claim] = await company.work((work) => claimsOf(work, personId, 'prefecture'))
    await company.work((work) => withdrawClaim(work, { sourceRecordId, claimId: claim!.id }))
    const shown = async () => (await company.work((work) => person(work, personId))).fields.prefecture?.value
    for (const at of [2, 3]) {
      const { changed } = await company.work((work) => recordSource(work, sync(at, '東京')))
      expect([changed, await shown()]).toEqual([false, undefined])
    }
    const { changed } = await company.work((work) => recordSource(work, sync(4, '大阪府')))
    expect([changed, await shown()]).toEqual([true, '大阪府'])
    await company.work((work) => correct(work, { personId, field: 'prefecture', value: '東京都' }))
    expect(await shown()).toBe('東京都')
  })
})

describe('erasing', () => {
  test('leaves the bare row and nothing else', async () => {
    const company = await aCompany()
    const { personId } = await aPerson(company, { email: 'naoko@mail.example', skills: ['TypeScript'] })
    const records = await company.work((work) => recordsOf(work, personId))
    await company.work((work) => contributions.erase!(work, { personId, sourceRecordIds: records.map(({ id }) => id) }))
    expect(await company.work((work) => person(work, personId))).toMatchObject({
      state: 'ERASED',
      fields: {},
      recordCount: 0,
    })
    expect(await company.work((work) => claimsOf(work, personId))).toEqual([])
    expect(await company.work((work) => countPostings(work, personId))).toBe(0)
    expect(await company.work((work) => contributions.verify!(work))).toEqual([])
  })
})

describe('what is said while the person is being erased', () => {
  test('waits, is refused, and leaves nothing of the person behind', async () => {
    const company = await aCompany()
    const first = source()
    const { personId, sourceRecordId } = await company.work((work) => recordSource(work, first))
    const erased = Promise.withResolvers<void>()
    const going = Promise.withResolvers<void>()
    const erasing = company.work(async (work) => {
      await contributions.holdSubject?.(work, personId)
      await contributions.erase?.(work, { personId, sourceRecordIds: [sourceRecordId] })
      erased.resolve()
      await going.promise
    })
    await erased.promise
    const claims: Source['claims'] = [{ field: 'phone', value: '090-1234-5678' }]
    const own = source({ kind: 'PERSON', personId, remoteId: 'c-2', claims })
    const again = { ...first, observedAt: day(2), claims }
    const saying = Promise.allSettled([own, again].map((said) => company.work((work) => recordSource(work, said))))
    // Long enough that both have begun; a slower machine only makes the test say less.
    await wait(200)
    going.resolve()
    await erasing
    const refused = { status: 'rejected', reason: expect.objectContaining({ code: 'people.erased' }) as unknown }
    expect(await saying).toEqual([refused, refused])
    expect(await company.work((work) => person(work, personId))).toMatchObject({ state: 'ERASED', fields: {} })
    expect(await company.work((work) => holdersOf(work, { kind: 'PHONE', key: '+819012345678' }, 5))).toEqual([])
    expect(await company.work((work) => recordsOf(work, personId))).toHaveLength(1)
  })
})
