import { expect, test } from 'vitest'
import { aCompany } from '../../accounts/testing.ts'
import { aPerson } from '../../people/testing.ts'
import { duplicates, linkRecord, linkRecords } from '../index.ts'
import { acceptable } from './bulk.ts'
import { explain } from './explain.ts'
import { countAndWeigh } from './weigh-again.ts'

test('once a company has grown, pairs that wait are as probable in the queue and in bulk as their waterfall says', async () => {
  const company = await aCompany()
  for (const name of ['五百旗頭 航', '五百旗頭 航']) {
    const { sourceRecordId } = await aPerson(company, { name })
    await company.work((work) => linkRecord(work, sourceRecordId))
  }
  const waiting = async () => (await company.work((work) => duplicates(work, { limit: 5 }))).candidates
  const [before] = await waiting()
  expect((await company.work((work) => acceptable(work, 0.99))).chosen).toHaveLength(1)

  const others: string[] = []
  for (let nth = 0; nth < 200; nth++)
    others.push((await aPerson(company, { name: `五百旗頭 ${String.fromCodePoint(0x4e00 + nth)}` })).sourceRecordId)
  await company.work((work) => linkRecords(work, others))
  expect(await company.work(countAndWeigh)).toBe(true)

  const after = (await waiting()).find(({ id }) => id === before!.id)!
  const [evidence] = await company.work((work) => explain(work, [after]))
  expect(after.score).toBeCloseTo(evidence!.probability, 5)
  expect(after.score).toBeLessThan(before!.score)
  expect(await company.work(countAndWeigh)).toBe(false)
})
