import { expect, test } from 'vitest'
import { systemActor } from '../../../kernel/work.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { aPerson } from '../../people/testing.ts'
import { countAgain } from '../comparing/counting.ts'
import { duplicates, linkRecords } from '../index.ts'
import { acceptable } from './bulk.ts'
import { explain } from './explain.ts'
import { countAndWeigh, weighNext } from './weigh-again.ts'

async function arrive(company: TestCompany, names: readonly string[]) {
  const records: string[] = []
  for (const name of names) records.push((await aPerson(company, { name })).sourceRecordId)
  await company.work((work) => linkRecords(work, records))
}
/** As many names of one family, of one kanji each. */
const given = (from: number, count: number) =>
  Array.from({ length: count }, (_, nth) => `五百旗頭 ${String.fromCodePoint(0x4e00 + from + nth)}`)

const countsAndWeighs = ({ installation, companyId }: TestCompany) =>
  countAndWeigh(installation, { companyId, actor: systemActor('linkage.count') })

/** Every pair that waits, with how probable the queue and its waterfall say it is. */
const waiting = (company: TestCompany) =>
  company.work(async (work) => {
    const { candidates } = await duplicates(work, { limit: 100 })
    const evidence = await explain(work, candidates)
    return candidates.map((one, at) => ({ ...one, explained: evidence[at]!.probability }))
  })

test('once a company has grown, pairs that wait are as probable in the queue and in bulk as their waterfall says', async () => {
  const company = await aCompany()
  await arrive(company, ['五百旗頭 航', '五百旗頭 航'])
  const [before] = await waiting(company)
  expect((await company.work((work) => acceptable(work, 0.99))).chosen).toHaveLength(1)
  await arrive(company, given(0, 200))
  await countsAndWeighs(company)
  const after = (await waiting(company)).find(({ id }) => id === before!.id)!
  expect(after.score).toBeCloseTo(after.explained, 5)
  expect(after.score).toBeLessThan(before!.score)
})

test('pairs are weighed few at a time, and by a run that was cut off the next one goes on', async () => {
  const company = await aCompany()
  const twice = given(0, 60)
  await arrive(company, [...twice, ...twice, ...given(1000, 100)])
  expect(await company.work(countAgain)).toBe(true)
  expect(await company.work(weighNext)).toBe(true)
  const isWeighed = ({ score, explained }: { score: number; explained: number }) => Math.abs(score - explained) < 1e-5
  const cutOff = await waiting(company)
  expect(cutOff.filter(isWeighed).length).toBeLessThan(cutOff.length)
  await countsAndWeighs(company)
  const all = await waiting(company)
  expect(all.length).toBe(cutOff.length)
  expect(all.filter((one) => !isWeighed(one))).toEqual([])
  expect(await company.work(weighNext)).toBe(false)
})
