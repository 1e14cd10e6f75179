import { expect, test } from 'vitest'
import { nameComparer } from '../comparing/compare-names.ts'
import { chanceOf, type Column } from './columns.ts'
import { DatasetCollector, planOf } from './dataset.ts'
import { recogniseColumns } from './mapping.ts'
import { nameLevel } from '../comparing/levels.ts'
import { aDataset, someApplicants } from '../testing.ts'
import { nameGroups } from './nicknames.ts'
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

const namesOf400 = Array.from(
  { length: 400 },
  (_, at) => `${'abcdefghij'[at % 10]}an ${'klmnoprstv'[((at / 10) % 10) | 0]}ost${'aeiou'[at % 5]}`,
)

/** What two of so many bearers of one name among 400 others meet by chance, in bits; `born` tells the birth of each. */
function chanceAmong(bearers: number, born: (at: number) => string): { bits: number; size: number } {
  const names = [...Array.from({ length: bearers }, () => 'Raj Singh'), ...namesOf400]
  const dataset = aDataset([['name', 'dob'], ...names.map((name, at) => [name, born(at)])])
  const { familyChance, givenChance } = nameComparer(dataset.names!, dataset.size)(0, 1)
  return { bits: familyChance + givenChance, size: dataset.size }
}

const apart = (at: number) => `19${50 + (at % 50)}-01-01`

test('a whole name that many bear tells less than its parts would by themselves', () => {
  const { bits, size } = chanceAmong(60, (at) => (at < 60 ? '' : apart(at)))
  expect(bits).toBeCloseTo(Math.log2((60 - 20) / size), 6)
})

test('a few rows of one name are of one person, unless hardly two of them tell one birth', () => {
  const { bits: ofOne, size } = chanceAmong(16, (at) => (at < 16 ? '1970-01-01' : apart(at)))
  const { bits: ofMany } = chanceAmong(16, apart)
  expect(ofMany).toBeCloseTo(Math.log2((16 - 3) / size), 6)
  expect(ofOne).toBeLessThan(ofMany - 3)
})

test('a clerk’s short form and the Latin one are the name itself, and no man’s form is a woman’s', () => {
  const forms = (one: string, other: string) => nameGroups(one).some((group) => nameGroups(other).includes(group))
  for (const [short, full] of [
    ['jno', 'john'],
    ['margt', 'margaret'],
    ['gulielmus', 'william'],
    ['marie', 'mary'],
  ] as const)
    expect(forms(short, full)).toBe(true)
  expect(forms('nicholas', 'maria')).toBe(false)
})

test('a foreign name in kana meets its Latin letters, and one of several words by each of them', () => {
  const { names, size } = aDataset([
    ['氏名', 'フリガナ'],
    ['ファムホア', 'ファム ホア'],
    ['Hoa Pham', ''],
    ['グエンティ・リン', 'グエン ティ・リン'],
    ['Linh Nguyen', ''],
    ['山田太郎', 'ヤマダ タロウ'],
  ])
  const meet = nameComparer(names!, size)
  expect(meet(0, 1)).toMatchObject({ family: nameLevel.sound, given: nameLevel.sound })
  expect(meet(2, 3)).toMatchObject({ family: nameLevel.sound, given: nameLevel.elsewhere })
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

test('a year that no age stands beside tells of a person only in which round they were met', () => {
  const { columns } = aDataset([
    ['Forename', 'Date of birth', 'Age', 'Year'],
    ['Ann', '1820-02-03', '31', '1851'],
    ['Joan', '1861-05-06', '0', '1861'],
  ])
  expect(columns.map(({ id }) => id)).toEqual(['birthDate', 'source'])
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
