import { expect, test } from 'vitest'
import { aCompany } from '../../accounts/testing.ts'
import { aPerson } from '../../people/testing.ts'
import { linkRecord } from '../index.ts'
import { keepMissing, verifyKept } from './keep-missing.ts'

const later = 4 * 3_600_000

test('who came before linkage kept anything is found by who comes after, and merged with nobody meanwhile', async () => {
  const company = await aCompany()
  const same = { name: '大野 健太', nameKana: 'オオノ ケンタ', birthDate: '1990-04-01', email: 'ono@mail.example' }
  const [one, other] = [await aPerson(company, same), await aPerson(company, same)]
  const missing = await company.work((work) => verifyKept({ ...work, now: new Date(work.now.getTime() + later) }))
  expect(missing.map(({ where }) => where).toSorted()).toEqual([one.sourceRecordId, other.sourceRecordId].toSorted())
  expect(await company.work((work) => verifyKept(work))).toEqual([])
  const done = await company.work((work) => keepMissing(work, null))
  expect(done).toHaveLength(2)
  expect(await company.work((work) => keepMissing(work, null))).toEqual([])
  expect(await company.work((work) => verifyKept({ ...work, now: new Date(work.now.getTime() + later) }))).toEqual([])
  const third = await aPerson(company, same)
  expect((await company.work((work) => linkRecord(work, third.sourceRecordId))).outcome).toBe('LINKED')
})

test('a record of which nothing can be compared is kept too, and not asked for again', async () => {
  const company = await aCompany()
  await aPerson(company, { title: '営業' })
  expect(await company.work((work) => keepMissing(work, null))).toHaveLength(1)
  expect(await company.work((work) => keepMissing(work, null))).toEqual([])
})
