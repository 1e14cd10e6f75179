import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PersonField } from '../../../contract/people/person-fields.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { correct, merge, mergesOf, person, personOf, recordsOf, unmerge } from '../people/index.ts'
import { aPerson, type TestPerson } from '../people/testing.ts'
import { newId } from '../../kernel/ids.ts'
import { duplicates, linkRecord, linkRecords } from './index.ts'

type Facts = Partial<Record<PersonField, string>>

/** Three humans, two of one name; each record states a part of what is known of one of them. */
const humans: readonly Required<Pick<Facts, 'name' | 'nameKana' | 'email' | 'phone' | 'birthDate'>>[] = [
  {
    name: '五百旗頭 航',
    nameKana: 'イオキベ ワタル',
    email: 'w@a.example',
    phone: '03-1234-5678',
    birthDate: '1990-04-01',
  },
  {
    name: '五百旗頭 航',
    nameKana: 'イオキベ ワタル',
    email: 'io@b.example',
    phone: '06-8765-4321',
    birthDate: '1971-12-24',
  },
  {
    name: '小鳥遊 陽菜',
    nameKana: 'タカナシ ヒナ',
    email: 'hina@c.example',
    phone: '052-111-2222',
    birthDate: '2001-07-15',
  },
]
const stated = fc
  .record({
    human: fc.nat(humans.length - 1),
    fields: fc.subarray(['nameKana', 'email', 'phone', 'birthDate'] as const, { minLength: 1 }),
  })
  .map(({ human, fields }): Facts => {
    const known = humans[human]!
    return Object.fromEntries([['name', known.name], ...fields.map((field) => [field, known[field]])])
  })

/** Who is one person, and which persons wait for a decision, told by the places of their records. */
async function standing(company: TestCompany, records: readonly string[]) {
  return company.work(async (work) => {
    const persons = await Promise.all(records.map((id) => personOf(work, id)))
    const groups = Map.groupBy(records.keys(), (at) => persons[at]!)
    const named = (personId: string) => (groups.get(personId) ?? []).join(' ')
    const { candidates } = await duplicates(work, { limit: 100 })
    return {
      one: [...groups.keys()].map(named).toSorted(),
      waiting: candidates
        .map(({ onePersonId, otherPersonId }) => [named(onePersonId), named(otherPersonId)].toSorted().join(' | '))
        .toSorted(),
    }
  })
}

test('records come to the same people in any order, one by one or together', async () => {
  const orders = fc
    .array(stated, { minLength: 3, maxLength: 7 })
    .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts.keys()], { minLength: facts.length })))
  await fc.assert(
    fc.asyncProperty(orders, async ([facts, order]) => {
      const arriving = async (places: readonly number[], isTogether: boolean) => {
        const company = await aCompany()
        const records: string[] = []
        for (const at of places) {
          const { sourceRecordId } = await aPerson(company, facts[at])
          records[at] = sourceRecordId
          if (!isTogether) await company.work((work) => linkRecord(work, sourceRecordId))
        }
        if (isTogether) await company.work((work) => linkRecords(work, records))
        return standing(company, records)
      }
      const first = await arriving([...facts.keys()], false)
      expect(await arriving(order, false)).toEqual(first)
      expect(await arriving(order, true)).toEqual(first)
    }),
    { numRuns: 8 },
  )
})

const step = fc.oneof(
  fc.record({ kind: fc.constant('merge' as const), one: fc.nat(3), other: fc.nat(3) }),
  fc.record({
    kind: fc.constant('edit' as const),
    one: fc.nat(3),
    field: fc.constantFrom('employer' as const, 'email' as const),
    value: fc.constantFrom('x@d.example', 'y@d.example'),
  }),
  fc.record({ kind: fc.constant('unmerge' as const), nth: fc.nat(5) }),
)

test('whatever was edited and merged, undoing every merge gives everybody back what was theirs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), fc.infiniteStream(fc.nat(9)), async (steps, choice) => {
      const company = await aCompany()
      const people: TestPerson[] = []
      for (const facts of [...humans, { name: '佐藤 健', email: 'ken@e.example' }])
        people.push(await aPerson(company, facts))
      const own = ({ sourceRecordId }: TestPerson) =>
        company.work(async (work) => (await person(work, await personOf(work, sourceRecordId))).fields)
      const before = await Promise.all(people.map(own))
      const merges: string[] = []
      const edits = new Set<string>()
      for (const one of steps) {
        if (one.kind === 'merge') {
          const id = newId()
          const [left, right] = [people[one.one]!, people[one.other]!]
          await company
            .work((work) => merge(work, { id, survivor: left.personId, dissolved: right.personId, reason: 'STAFF' }))
            .then(() => merges.push(id))
            // They are one already.
            .catch((error: { code?: string }) => expect(error.code).toBe('people.same-person'))
        }
        if (one.kind === 'edit') {
          const { personId } = people[one.one]!
          const { sourceRecordId } = await company.work((work) => correct(work, { personId, ...one }))
          edits.add(sourceRecordId)
        }
        const undone = one.kind === 'unmerge' ? merges[one.nth] : undefined
        if (undone) await company.work((work) => unmerge(work, { mergeId: undone }))
      }
      const left = [...merges]
      while (left.length > 0) {
        const [mergeId] = left.splice(choice.next().value! % left.length, 1)
        await company.work((work) => unmerge(work, { mergeId: mergeId! }))
      }
      for (const [at, one] of people.entries()) {
        expect(await company.work((work) => personOf(work, one.sourceRecordId))).toBe(one.personId)
        const shown = await own(one)
        for (const [field, value] of Object.entries(before[at]!))
          // What staff said since stands above what a source said; the rest is as it was.
          if (!edits.has(shown[field as PersonField]?.source.recordId ?? ''))
            expect(shown).toMatchObject({ [field]: value })
      }
      const kept = await company.work(async (work) => {
        const lists = await Promise.all(people.map(({ personId }) => recordsOf(work, personId)))
        return lists.flatMap((list) => list.map(({ id }) => id)).filter((id) => edits.has(id))
      })
      expect(kept.toSorted()).toEqual([...edits].toSorted())
      const merged = await company.work((work) => Promise.all(people.map(({ personId }) => mergesOf(work, personId))))
      expect(merged.flat().every(({ undoneAt }) => undoneAt !== null)).toBe(true)
    }),
    { numRuns: 12 },
  )
})
