import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { merge, personOf } from '../../people/index.ts'
import { aPerson } from '../../people/testing.ts'
import { acceptable, linkageRuns, startAccept, startUndo } from './bulk.ts'
import { decide, decideGroup, duplicates, linkRecord, undoDecision } from '../index.ts'
import { findRun } from './store-runs.ts'

async function arrives(company: TestCompany, made: Parameters<typeof aPerson>[1]) {
  const one = await aPerson(company, made)
  await company.work((work) => linkRecord(work, one.sourceRecordId))
  return one
}

/** Likely pairs of rare and of common names, and one that something speaks against. */
async function aQueue() {
  const company = await aCompany({ installation: await testInstallation({ intents: [linkageRuns] }) })
  const people = []
  for (const name of ['五百旗頭 航', '小鳥遊 陽菜', '佐藤 直子']) {
    people.push(await arrives(company, { name }))
    people.push(await arrives(company, { name }))
  }
  await arrives(company, { name: '大野 健太', email: 'k@mail.example', birthDate: '1990-04-01' })
  await arrives(company, { name: '大野 健太', email: 'k@mail.example', birthDate: '1991-04-01' })
  return { company, people }
}
const open = async (company: TestCompany) => (await company.work((work) => duplicates(work, { limit: 50 }))).open
const settle = (company: TestCompany) => company.installation.settle(company.companyId)

test('accepting merges as many of the surest pairs as keep the precision, and leaves what is opposed', async () => {
  const { company } = await aQueue()
  expect(await open(company)).toBe(4)
  const sure = await company.work((work) => acceptable(work, 0.99))
  expect(sure).toMatchObject({ leftOut: 1 })
  expect(sure.chosen).toHaveLength(2)
  expect((await company.work((work) => acceptable(work, 0.9))).chosen).toHaveLength(3)
})

test('a run merges in the background, happens once, and is undone as one', async () => {
  const { company, people } = await aQueue()
  const id = newId()
  await company.work((work) => startAccept(work, { id, precision: 0.99 }))
  await company.work((work) => startAccept(work, { id, precision: 0.99 }))
  await settle(company)
  expect(await company.work((work) => findRun(work, id))).toMatchObject({
    state: 'DONE',
    total: 2,
    done: 2,
    changed: 2,
  })
  expect(await open(company)).toBe(2)
  const personsNow = () =>
    company.work((work) => Promise.all(people.map(({ sourceRecordId }) => personOf(work, sourceRecordId))))
  expect(new Set(await personsNow()).size).toBe(4)
  await company.work((work) => startUndo(work, id))
  await settle(company)
  await company.work((work) => startUndo(work, id))
  expect(await open(company)).toBe(4)
  expect(await personsNow()).toEqual(people.map(({ personId }) => personId))
})

test('started and undone by many at once, a run is one', async () => {
  const { company } = await aQueue()
  const id = newId()
  const started = await Promise.all(
    Array.from({ length: 16 }, () => company.work((work) => startAccept(work, { id, precision: 0.99 }))),
  )
  expect(new Set(started.map((run) => run.id))).toEqual(new Set([id]))
  await expect(company.work((work) => startAccept(work, { id, precision: 0.9 }))).rejects.toMatchObject({
    code: 'linkage.run-mismatch',
  })
  await settle(company)
  const undone = await Promise.all(Array.from({ length: 16 }, () => company.work((work) => startUndo(work, id))))
  expect(new Set(undone.map((run) => run.id)).size).toBe(1)
  await settle(company)
  expect(await open(company)).toBe(4)
})

/** How many persons are left of three records of one name, after what is open was accepted in bulk. */
async function acceptedInBulk(company: TestCompany, people: readonly { sourceRecordId: string }[]) {
  const id = newId()
  await company.work((work) => startAccept(work, { id, precision: 0.6 }))
  await settle(company)
  const persons = await company.work((work) =>
    Promise.all(people.map(({ sourceRecordId }) => personOf(work, sourceRecordId))),
  )
  return { id, persons: new Set(persons).size }
}
const name = '五百旗頭 航'

test('a run never makes one, by way of a third, of two who were said not to be', async () => {
  const { company } = await aQueue()
  const people = [await arrives(company, { name: '勅使河原 環' }), await arrives(company, { name: '勅使河原 環' })]
  const [pair] = (await company.work((work) => duplicates(work, { limit: 50 }))).candidates.filter(({ onePersonId }) =>
    people.some(({ personId }) => personId === onePersonId),
  )
  await company.work((work) => decide(work, { candidateId: pair!.id, decision: 'NOT_SAME' }))
  people.push(await arrives(company, { name: '勅使河原 環' }))
  expect((await acceptedInBulk(company, people)).persons).toBe(2)
})

test('a run never makes one, by way of a third, of two who were born on different days', async () => {
  const { company } = await aQueue()
  const born = (birthDate: string) => arrives(company, { name: '勅使河原 環', birthDate })
  const people = [await born('1990-04-01'), await born('1971-12-24'), await arrives(company, { name: '勅使河原 環' })]
  expect((await acceptedInBulk(company, people)).persons).toBe(2)
})

test('a run leaves a mail address that nobody confirmed to a human, also one that a merge since then brought', async () => {
  const { company } = await aQueue()
  const listed = [
    await arrives(company, { name: '勅使河原 環', kind: 'IMPORT' }),
    await arrives(company, { name: '勅使河原 環', kind: 'IMPORT' }),
  ]
  const applied = await arrives(company, { name: '勅使河原 環', email: 'k@mail.example' })
  await company.work((work) =>
    merge(work, { id: newId(), survivor: listed[0]!.personId, dissolved: applied.personId, reason: 'STAFF' }),
  )
  expect((await acceptedInBulk(company, listed)).persons).toBe(2)
})

test('what a human decides about a pair of a run is no longer the run’s to undo', async () => {
  const company = await aCompany({ installation: await testInstallation({ intents: [linkageRuns] }) })
  const people = [await arrives(company, { name }), await arrives(company, { name })]
  const [pair] = (await company.work((work) => duplicates(work, { limit: 5 }))).candidates
  const { id, persons } = await acceptedInBulk(company, people)
  expect(persons).toBe(1)
  await company.work((work) => undoDecision(work, pair!.id))
  await company.work((work) => decide(work, { candidateId: pair!.id, decision: 'SAME' }))
  await company.work((work) => startUndo(work, id))
  await settle(company)
  const now = await company.work((work) =>
    Promise.all(people.map(({ sourceRecordId }) => personOf(work, sourceRecordId))),
  )
  expect(new Set(now).size).toBe(1)
})

test('a pair that a human decides while a run takes it is the human’s', async () => {
  const { company } = await aQueue()
  const [surest] = (await company.work((work) => acceptable(work, 0.99))).chosen
  const id = newId()
  const decided = Promise.withResolvers<void>()
  const started = decided.promise.then(() => company.work((work) => startAccept(work, { id, precision: 0.99 })))
  await company.work(async (work) => {
    await decide(work, { candidateId: surest!.id, decision: 'SAME' })
    decided.resolve()
    // The run reads the pair as it stands, open, and then waits for this Work to end.
    await wait(300)
  })
  expect(await started).toMatchObject({ total: 1 })
  await settle(company)
  await company.work((work) => startUndo(work, id))
  await settle(company)
  expect(await open(company)).toBe(3)
})

test('three records of one human are one group, and decided as one', async () => {
  const company = await aCompany()
  for (const _ of [1, 2, 3]) await arrives(company, { name: '五百旗頭 航' })
  const { candidates } = await company.work((work) => duplicates(work, { limit: 10 }))
  expect(candidates.map(({ group }) => group.length)).toEqual([3, 3, 3])
  const decided = await company.work((work) => decideGroup(work, candidates[0]!.id))
  expect(decided).toHaveLength(2)
  expect(await open(company)).toBe(0)
})

test('a group of which two were said not to be the same is not decided as one', async () => {
  const company = await aCompany()
  for (const _ of [1, 2, 3]) await arrives(company, { name: '五百旗頭 航' })
  const { candidates } = await company.work((work) => duplicates(work, { limit: 10 }))
  const [one, other] = candidates
  await company.work((work) => decide(work, { candidateId: one!.id, decision: 'NOT_SAME' }))
  await expect(company.work((work) => decideGroup(work, other!.id))).rejects.toMatchObject({
    code: 'linkage.group-refused',
  })
  expect(await open(company)).toBe(2)
  await company.work((work) => undoDecision(work, one!.id))
  expect(await company.work((work) => decideGroup(work, other!.id))).toHaveLength(2)
})
