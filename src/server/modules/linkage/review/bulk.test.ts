import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { personOf } from '../../people/index.ts'
import { aPerson } from '../../people/testing.ts'
import { acceptable, linkageRuns, startAccept, startUndo } from './bulk.ts'
import { decideGroup, duplicates, linkRecord } from '../index.ts'
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

test('three records of one human are one group, and decided as one', async () => {
  const company = await aCompany()
  for (const _ of [1, 2, 3]) await arrives(company, { name: '五百旗頭 航' })
  const { candidates } = await company.work((work) => duplicates(work, { limit: 10 }))
  expect(candidates.map(({ group }) => group.length)).toEqual([3, 3, 3])
  const decided = await company.work((work) => decideGroup(work, candidates[0]!.id))
  expect(decided).toHaveLength(2)
  expect(await open(company)).toBe(0)
})
