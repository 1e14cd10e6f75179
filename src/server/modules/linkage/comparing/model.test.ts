import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { correct, merge, peopleModule, person, personOf, unmerge } from '../../people/index.ts'
import { linkageModule, recordAndLink } from '../index.ts'

const names = ['五百旗頭 航', '小鳥遊 陽菜', '四月一日 花', '月見里 葵', '栗花落 律']
const place = fc.nat(names.length - 1)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('merge' as const), one: place, other: place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), nth: fc.nat(7) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), one: place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), one: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const), one: place }) },
)
type Step = Parameters<Parameters<typeof step.map>[0]>[0]

/** Who somebody is as said by a source, by staff, and by the merges in force: what the database is held against. */
type Human = { personId: string; recordId: string; imported: string; edits: string[]; isErased: boolean }
type Merging = { id: string; survivor: number; dissolved: number; isUndone: boolean }
type Model = { humans: Human[]; merges: Merging[]; said: number }

const rootOf = ({ merges }: Model, at: number): number => {
  const above = merges.find(({ dissolved, isUndone }) => dissolved === at && !isUndone)
  return above ? rootOf({ merges } as Model, above.survivor) : at
}
const together = (model: Model, root: number) => model.humans.filter((_, at) => rootOf(model, at) === root)

/** What staff said last, or else what a source said last, of everybody who is one. */
function employerOf(model: Model, root: number): string {
  const all = together(model, root)
  const latest = (values: readonly string[]) => values.toSorted((a, b) => numberOf(b) - numberOf(a))[0]
  return latest(all.flatMap(({ edits }) => edits)) ?? latest(all.map(({ imported }) => imported))!
}
const numberOf = (value: string): number => Number(value.split(' ')[1])

const codeOf = (error: { code?: string }) => error.code

const arrives = (company: TestCompany, { id, at, employer }: { id: string; at: number; employer: string }) =>
  company.work((work) =>
    recordAndLink(work, {
      id,
      kind: 'FORM',
      label: '応募フォーム',
      observedAt: new Date(Date.UTC(2026, 0, 1) + numberOf(employer) * 60_000),
      claims: [
        { field: 'name', value: names[at] },
        { field: 'email', value: `person${at}@model.example` },
        { field: 'employer', value: employer },
      ],
    }),
  )

async function erase(company: TestCompany, personId: string): Promise<void> {
  await company.work(async (work) => {
    const subject = (await peopleModule.contributions!.subject!(work, personId))!
    await linkageModule.contributions!.erase!(work, subject)
    await peopleModule.contributions!.erase!(work, subject)
  })
}

async function take(company: TestCompany, model: Model, one: Step): Promise<void> {
  const { humans, merges } = model
  const employer = `勤務先 ${++model.said}`
  if (one.kind === 'merge') {
    const [left, right] = [rootOf(model, one.one), rootOf(model, one.other)]
    const id = newId()
    const outcome = await company
      .work((work) =>
        merge(work, {
          id,
          survivor: humans[one.one]!.personId,
          dissolved: humans[one.other]!.personId,
          reason: 'STAFF',
        }),
      )
      .then(() => 'MERGED', codeOf)
    if (left === right) return expect(outcome).toBe('people.same-person')
    if (humans[left]!.isErased || humans[right]!.isErased) return expect(outcome).toBe('people.erased')
    expect(outcome).toBe('MERGED')
    merges.push({ id, survivor: Math.min(left, right), dissolved: Math.max(left, right), isUndone: false })
  } else if (one.kind === 'unmerge') {
    const undone = merges[one.nth]
    if (!undone) return
    const outcome = await company.work((work) => unmerge(work, { mergeId: undone.id })).then(() => 'UNDONE', codeOf)
    if (!undone.isUndone && humans[undone.dissolved]!.isErased) return expect(outcome).toBe('people.erased')
    expect(outcome).toBe('UNDONE')
    undone.isUndone = true
  } else if (one.kind === 'edit') {
    const root = rootOf(model, one.one)
    const outcome = await company
      .work((work) => correct(work, { personId: humans[one.one]!.personId, field: 'employer', value: employer }))
      .then(() => 'EDITED', codeOf)
    if (humans[root]!.isErased) return expect(outcome).not.toBe('EDITED')
    expect(outcome).toBe('EDITED')
    humans[root]!.edits.push(employer)
  } else if (one.kind === 'import') {
    const human = humans[one.one]!
    const outcome = await arrives(company, { id: human.recordId, at: one.one, employer }).then(() => 'KEPT', codeOf)
    expect(outcome).toBe(human.isErased ? 'people.erased' : 'KEPT')
    if (!human.isErased) human.imported = employer
  } else {
    const root = rootOf(model, one.one)
    if (humans[root]!.isErased) return
    await erase(company, humans[root]!.personId)
    for (const human of together(model, root)) human.isErased = true
  }
}

async function agrees(company: TestCompany, model: Model): Promise<void> {
  for (const [at, human] of model.humans.entries()) {
    const root = rootOf(model, at)
    const [personId, shown] = await company.work(async (work) => {
      const owner = await personOf(work, human.recordId)
      return [owner, await person(work, owner)] as const
    })
    expect(personId).toBe(model.humans[root]!.personId)
    expect(shown.state).toBe(human.isErased ? 'ERASED' : 'ACTIVE')
    expect(shown.fields.employer?.value).toBe(human.isErased ? undefined : employerOf(model, root))
  }
  expect(await company.work((work) => peopleModule.contributions!.verify!(work))).toEqual([])
}

test('merged, edited, imported again, erased and undone in any order, everybody is who a simple model says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 16 }),
      fc.infiniteStream(fc.nat(99)),
      async (steps, choice) => {
        const company = await aCompany()
        const model: Model = { humans: [], merges: [], said: 0 }
        for (const at of names.keys()) {
          const [recordId, employer] = [newId(), `勤務先 ${++model.said}`]
          const { personId } = await arrives(company, { id: recordId, at, employer })
          model.humans.push({ personId, recordId, imported: employer, edits: [], isErased: false })
        }
        for (const one of steps) {
          await take(company, model, one)
          await agrees(company, model)
        }
        for (let left = model.merges.length; left > 0; left--)
          await take(company, model, { kind: 'unmerge', nth: choice.next().value! % model.merges.length })
        await agrees(company, model)
      },
    ),
    { numRuns: 20 },
  )
})
