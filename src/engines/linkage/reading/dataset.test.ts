import { expect, test } from 'vitest'
import { nameComparer } from '../comparing/compare-names.ts'
import { chanceOf, type Column } from './columns.ts'
import { DatasetCollector, planOf } from './dataset.ts'
import { recogniseColumns } from './mapping.ts'
import { aDataset, someApplicants } from '../testing.ts'
import { textOf } from './texts.ts'

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

test('an age beside the year in which it was told is compared as the year of birth', () => {
  const { columns } = aDataset([
    ['Forename', 'Surname', 'Age', 'Census year', 'Parish'],
    ['Ann', 'Lee', '31', '1851', 'Ashford'],
    ['Ann', 'Lee', '41', '1861', 'Ashford'],
    ['Joan', 'Lee', '3 mths', '1861', 'Ashford'],
    ['Joan', 'Lee', '', '1871', 'Ashford'],
  ])
  const age = columns.find(({ id }) => id === 'age')!
  expect(Array.from(age.codes, (code) => (code < 0 ? null : age.numbers[code]))).toEqual([1820, 1820, 1861, null])
})

test('a year that no age stands beside tells nothing of a person', () => {
  const { columns } = aDataset([
    ['Forename', 'Date of birth', 'Age', 'Year'],
    ['Ann', '1820-02-03', '31', '1851'],
    ['Joan', '1861-05-06', '0', '1861'],
  ])
  expect(columns.map(({ id }) => id)).toEqual(['birthDate'])
})

test('a date that one person’s rows share tells as much as one that two rows share', () => {
  const rows = Array.from({ length: 500 }, (_, at) => [
    `person ${at}`,
    `19${10 + (at % 80)}-0${1 + (at % 9)}-${10 + (at % 17)}`,
  ])
  const held = Array.from({ length: 9 }, () => ['ann lee', '1931-11-30'])
  const dataset = aDataset([['name', 'dob'], ...rows, ...held, ['joan lee', '1932-12-29'], ['joan lee', '1932-12-29']])
  const born = dataset.columns.find(({ id }) => id === 'birthDate')!
  const chance = chanceOf(born, dataset.size)
  const of = (text: string) => chance(codeOf(born, text))
  expect(Math.abs(of('19311130') - of('19321229'))).toBeLessThan(1)
  expect(of('19311130')).toBeLessThan(Math.log2(1 / dataset.size))
})

const codeOf = ({ holders, texts }: Column, text: string): number =>
  Array.from(holders, (_, code) => textOf(texts, code)).indexOf(text)
