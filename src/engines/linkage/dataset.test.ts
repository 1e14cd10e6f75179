import { expect, test } from 'vitest'
import { nameComparer } from './compare-names.ts'
import { DatasetCollector, planOf } from './dataset.ts'
import { recogniseColumns } from './mapping.ts'
import { aDataset, someApplicants } from './testing.ts'

const { table } = someApplicants(120)
const [headers = [], ...rows] = table

test('parts read by several threads join to what one pass gives', () => {
  const plan = planOf(recogniseColumns(headers, rows), 'DAY_FIRST')
  const read = (some: readonly string[][]) => {
    const collector = new DatasetCollector({ japanese: true })
    for (const row of some) collector.add(plan, row)
    return collector
  }
  const joined = new DatasetCollector({ japanese: true })
  for (let from = 0; from < rows.length; from += 50) joined.absorb(read(rows.slice(from, from + 50)).part())
  expect(joined.finish()).toEqual(read(rows).finish())
})

test('a whole name that many bear tells less than its parts would by themselves', () => {
  const person = (name: string, at: number) => [name, `19${50 + (at % 50)}-01-01`]
  const many = Array.from({ length: 60 }, (_, at) => person('Raj Singh', at))
  const others = Array.from({ length: 400 }, (_, at) =>
    person(`${'abcdefghij'[at % 10]}an ${'klmnoprstv'[((at / 10) % 10) | 0]}ost${'aeiou'[at % 5]}`, at),
  )
  const dataset = aDataset([['name', 'dob'], ...many, ...others])
  const meet = nameComparer(dataset.names!, dataset.size)
  const { familyChance, givenChance } = meet(0, 1)
  expect(familyChance + givenChance).toBeCloseTo(Math.log2((60 - 20) / dataset.size), 6)
})
