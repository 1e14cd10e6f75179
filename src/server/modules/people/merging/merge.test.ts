import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { contributions } from '../contributions.ts'
import { correct, link, merge, mergesOf, person, personOf, recordsOf, unmerge } from '../index.ts'
import { rootOf, treeBelow, type Edge } from './merge-forest.ts'
import { aPerson, type TestPerson } from '../testing.ts'

const merging = (company: TestCompany, one: TestPerson, other: TestPerson, id = newId()) =>
  company.work((work) => merge(work, { id, survivor: one.personId, dissolved: other.personId, reason: 'STAFF' }))
const whose = (company: TestCompany, made: TestPerson) => company.work((work) => personOf(work, made.sourceRecordId))

describe('merging', () => {
  test('makes the older one stand for both, with the fields of both', async () => {
    const company = await aCompany()
    const older = await aPerson(company, { email: 'a@mail.example' })
    const newer = await aPerson(company, { phone: '090-1234-5678' })
    const merged = await merging(company, newer, older)
    expect(merged).toMatchObject({ survivorId: older.personId, sourceRecordIds: [newer.sourceRecordId] })
    const seen = await company.work((work) => person(work, newer.personId))
    expect(seen).toMatchObject({ id: older.personId, recordCount: 2 })
    expect([seen.fields.email?.value, seen.fields.phone?.value]).toEqual(['a@mail.example', '090-1234-5678'])
  })

  test('asked for twice under one id happens once; under an id of others it is refused', async () => {
    const company = await aCompany()
    const [a, b, c] = [await aPerson(company), await aPerson(company), await aPerson(company)]
    const id = newId()
    await merging(company, a, b, id)
    await merging(company, a, b, id)
    expect(await company.work((work) => mergesOf(work, a.personId))).toHaveLength(1)
    await expect(merging(company, a, c, id)).rejects.toMatchObject({ code: 'people.merge-mismatch' })
    await expect(merging(company, b, a)).rejects.toMatchObject({ code: 'people.same-person' })
    const [d, e] = [await aPerson(company), await aPerson(company)]
    await merging(company, d, e)
    await expect(merging(company, d, e, id)).rejects.toMatchObject({ code: 'people.merge-mismatch' })
    await expect(merging(company, c, c, id)).rejects.toMatchObject({ code: 'people.merge-mismatch' })
  })

  test('tells which records undoing it gives back, those that came by merges below it included', async () => {
    const company = await aCompany()
    const [a, b, c] = [await aPerson(company), await aPerson(company), await aPerson(company)]
    const [below, above] = [newId(), newId()]
    await merging(company, b, c, below)
    await merging(company, a, b, above)
    const told = async () =>
      (await company.work((work) => mergesOf(work, a.personId))).map((one) => one.sourceRecordIds.toSorted())
    expect(await told()).toEqual([[c.sourceRecordId], [b.sourceRecordId, c.sourceRecordId].toSorted()])
    await company.work((work) => unmerge(work, { mergeId: below }))
    expect(await told()).toEqual([[], [b.sourceRecordId]])
  })

  test('asked for by many at once under one id happens once, and no id serves two merges', async () => {
    const company = await aCompany()
    const [a, b, c] = [await aPerson(company), await aPerson(company), await aPerson(company)]
    const [d, e] = [await aPerson(company), await aPerson(company)]
    const id = newId()
    const merged = await Promise.all(Array.from({ length: 32 }, () => merging(company, a, b, id)))
    expect(new Set(merged.map(({ survivorId }) => survivorId))).toEqual(new Set([a.personId]))
    expect(await company.work((work) => mergesOf(work, a.personId))).toHaveLength(1)
    const other = newId()
    const told = await Promise.allSettled(
      Array.from({ length: 16 }, (_, nth) => (nth % 2 ? merging(company, a, c, other) : merging(company, d, e, other))),
    )
    const refused = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string }] : []))
    expect(refused).toHaveLength(8)
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['people.merge-mismatch']))
  })

  test('undone puts everything back, a record that arrived since stays', async () => {
    const company = await aCompany()
    const a = await aPerson(company, { title: '営業' })
    const b = await aPerson(company, { title: '企画' })
    const before = await company.work((work) => person(work, b.personId))
    const { mergeId } = await merging(company, a, b)
    const since = await aPerson(company, { personId: b.personId, city: '横浜市' })
    await company.work((work) => unmerge(work, { mergeId }))
    await company.work((work) => unmerge(work, { mergeId }))
    expect([await whose(company, a), await whose(company, b), await whose(company, since)]).toEqual([
      a.personId,
      b.personId,
      a.personId,
    ])
    expect((await company.work((work) => person(work, b.personId))).fields).toEqual(before.fields)
  })

  test('undone leaves later edits with the side asked for', async () => {
    for (const staffEditsStayWith of ['SURVIVOR', 'DISSOLVED'] as const) {
      const company = await aCompany()
      const [a, b] = [await aPerson(company, { title: '営業' }), await aPerson(company, { title: '営業' })]
      await company.work((work) => correct(work, { personId: a.personId, field: 'city', value: '仙台市' }))
      const { mergeId } = await merging(company, a, b)
      await company.work((work) => correct(work, { personId: b.personId, field: 'title', value: '部長' }))
      await company.work((work) => unmerge(work, { mergeId, staffEditsStayWith }))
      const [left, right] = await company.work(async (work) => [
        await person(work, a.personId),
        await person(work, b.personId),
      ])
      expect([left!.fields.title?.value, right!.fields.title?.value]).toEqual(
        staffEditsStayWith === 'SURVIVOR' ? ['部長', '営業'] : ['営業', '部長'],
      )
      expect(left!.fields.city?.value).toBe('仙台市')
    }
  })

  test('of somebody erased says that they are one, or that they were erased, and takes nothing out of them', async () => {
    const company = await aCompany()
    const [a, b, c] = [await aPerson(company), await aPerson(company), await aPerson(company)]
    await merging(company, a, b)
    await company.work(async (work) => contributions.erase!(work, (await contributions.subject!(work, a.personId))!))
    await expect(merging(company, b, a)).rejects.toMatchObject({ code: 'people.same-person' })
    await expect(merging(company, a, c)).rejects.toMatchObject({ code: 'people.erased' })
    const taking = { sourceRecordId: b.sourceRecordId, personId: newId(), reason: 'SEPARATED' }
    await expect(company.work((work) => link(work, taking))).rejects.toMatchObject({ code: 'people.erased' })
  })

  test('at the moment a record is taken out leaves nobody shown with what is another’s', async () => {
    for (const _ of [1, 2, 3, 4, 5, 6]) {
      const company = await aCompany()
      const [a, b] = [await aPerson(company), await aPerson(company)]
      const wrong = await aPerson(company, { personId: b.personId, title: '部長' })
      const personId = newId()
      await Promise.all([
        merging(company, a, b),
        company.work((work) => link(work, { sourceRecordId: wrong.sourceRecordId, personId, reason: 'SEPARATED' })),
      ])
      const [left, right] = await company.work(async (work) => [
        await person(work, a.personId),
        await person(work, personId),
      ])
      expect([left!.recordCount, left!.fields.title?.value]).toEqual([2, undefined])
      expect(right!.fields.title?.value).toBe('部長')
    }
  })

  test('takes a record out that was never this person’s', async () => {
    const company = await aCompany()
    const a = await aPerson(company)
    const wrong = await aPerson(company, { personId: a.personId, phone: '03-1234-5678' })
    const other = newId()
    await company.work((work) =>
      link(work, { sourceRecordId: wrong.sourceRecordId, personId: other, reason: 'NOT_THEIRS' }),
    )
    expect(await whose(company, wrong)).toBe(other)
    expect((await company.work((work) => person(work, a.personId))).fields.phone).toBeUndefined()
  })
})

describe('any sequence of merges and unmerges', () => {
  type Step = { kind: 'merge'; one: number; other: number } | { kind: 'unmerge'; which: number }
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('merge' as const), one: fc.nat(4), other: fc.nat(4) }),
    fc.record({ kind: fc.constant('unmerge' as const), which: fc.nat(20) }),
  )

  test('keeps each record with exactly one person, and undoing all restores the start', async () => {
    const company = await aCompany()
    const made: TestPerson[] = []
    for (let at = 0; at < 5; at += 1) made.push(await aPerson(company, { title: `職種${at}` }))
    const homes = made.map(({ personId }) => personId)
    const state = () => Promise.all(made.map((one) => whose(company, one)))
    const profiles = () => company.work((work) => Promise.all(homes.map(async (id) => (await person(work, id)).fields)))
    const start = await profiles()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), fc.infiniteStream(fc.nat()), async (steps, random) => {
        const edges: Edge[] = []
        for (const one of steps) {
          if (one.kind === 'merge') {
            const [left, right] = [homes[one.one]!, homes[one.other]!]
            if (rootOf(edges, left) === rootOf(edges, right)) continue
            const merged = await merging(company, made[one.one]!, made[one.other]!)
            edges.push(merged)
          } else if (edges.length > 0) {
            const [undone] = edges.splice(one.which % edges.length, 1)
            const subtree = treeBelow(edges, undone!.dissolvedId)
            const { sourceRecordIds } = await company.work((work) => unmerge(work, { mergeId: undone!.mergeId }))
            expect(sourceRecordIds).toHaveLength(subtree.length)
          }
          expect(await state()).toEqual(homes.map((id) => rootOf(edges, id)))
        }
        while (edges.length > 0) {
          const [undone] = edges.splice((random.next().value as number) % edges.length, 1)
          await company.work((work) => unmerge(work, { mergeId: undone!.mergeId }))
        }
        expect(await state()).toEqual(homes)
        expect(await profiles()).toEqual(start)
        expect(await company.work((work) => contributions.verify!(work))).toEqual([])
        expect(await company.work((work) => recordsOf(work, homes[0]!))).toHaveLength(1)
      }),
      { numRuns: 12 },
    )
  })
})
