import { expect, test } from 'vitest'
import { atomsOf } from '../blocking/atoms.ts'
import { withoutCopies } from '../clusters/copies.ts'
import { scorerOf } from '../comparing/scorer.ts'
import { blocksOf, learn } from '../linking.ts'
import { seededRandom } from './random.ts'
import { aDataset } from '../testing.ts'

test('children of one name in one village are not taken for one child, however alike their columns', () => {
  const random = seededRandom(5)
  const pick = (words: readonly string[]) => words[Math.floor(random() ** 2 * words.length)]!
  const given = 'mary ann jane ellen ruth alice emma kate rose lucy'.split(' ')
  const family = 'ash bel car den est far gor hil ing jud kel lor'
    .split(' ')
    .flatMap((one) => [`${one}ton`, `${one}ley`])
  const table = [['forename', 'surname', 'relation', 'condition', 'occupation', 'parish']]
  for (let person = 0; person < 700; person++) {
    const isChild = random() < 0.7
    const row = [
      pick(given),
      pick(family),
      isChild ? 'daur' : 'wife',
      isChild ? 'unm' : 'mar',
      isChild ? 'scholar' : '',
      pick(family),
    ]
    table.push(row)
    if (random() < 0.5) table.push(row.map((cell, at) => (at === 1 && random() < 0.1 ? `${cell}e` : cell)))
  }
  const dataset = aDataset(table)
  const { comparisons, pairsPerRecord } = learn(dataset, blocksOf(dataset))
  const surname = comparisons.find(({ id }) => id === 'family')!
  expect(surname.levels.at(-1)!.m).toBeLessThanOrEqual(0.3)
  expect(pairsPerRecord).toBeLessThan(1)
})

test('where only those tell a birth who are nobody twice, other births still speak against a pair', () => {
  const random = seededRandom(8)
  const pick = (words: readonly string[]) => words[Math.floor(random() ** 2 * words.length)]!
  const given = 'mary ann jane ellen ruth alice emma kate rose lucy'.split(' ')
  const family = Array.from(
    { length: 60 },
    (_, at) => `${'bcdfghklmn'[at % 10]}${'aeiou'[at % 5]}${'rstlnd'[at % 6]}ton`,
  )
  const table = [['forename', 'surname', 'date_of_birth', 'relation', 'ethnicity', 'street']]
  for (let person = 0; person < 900; person++) {
    const [name, other, street] = [pick(given), pick(family), `${person} ${pick(family)} road`]
    const birth = `${1930 + Math.floor(random() * 80)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`
    table.push([name, other, birth, pick(['child', 'head', 'spouse', 'lodger']), pick(['a', 'b', 'c', 'd']), street])
    if (random() < 0.4) table.push([name, other, '', '', '', street])
  }
  const dataset = aDataset(table)
  const { comparisons } = learn(dataset, blocksOf(dataset))
  const of = (wanted: string) => comparisons.find(({ id }) => id === wanted)!
  expect(of('birthDate').levels.at(-1)!.m).toBeLessThanOrEqual(0.3)
  for (const { beside } of ['family', 'birthDate'].flatMap((id) => of(id).follows ?? []))
    expect(beside.at(-1)).toEqual([])
})

const decade = (rounds: readonly string[]) => {
  const random = seededRandom(12)
  const pick = (words: readonly string[]) => words[Math.floor(random() ** 2 * words.length)]!
  const given = 'jon gudrun sigurdur margret olafur helga einar kristin bjarni anna'.split(' ')
  const family = given.map((name) => `${name}sson`)
  const places = Array.from({ length: 60 }, (_, at) => `${'bcdfghklmn'[at % 10]}${'aeiou'[at % 5]}${'rst'[at % 3]}vik`)
  const rows: string[][] = []
  for (let person = 0; person < 700; person++) {
    const [name, other, farm, age] = [pick(given), pick(family), pick(places), Math.floor(random() * 60)]
    for (const round of rounds)
      if (random() < 0.8)
        rows.push([round, name, other, String(age + Number(round) - 1840), random() < 0.7 ? farm : pick(places)])
  }
  return aDataset([['census_year', 'forename', 'surname', 'age', 'farm'], ...rows])
}

test('where nobody is met twice in one census, namesakes of one census weigh less than the same in two', () => {
  const dataset = decade(['1840', '1850'])
  const model = learn(dataset, blocksOf(dataset))
  const [same, other] = model.comparisons.find(({ id }) => id === 'source')!.levels
  expect(same!.m).toBeLessThan(0.2)
  expect(other!.m).toBeGreaterThan(0.8)
  const { look, weigh, ids } = scorerOf(dataset, model)
  const rounds = dataset.columns.find(({ id }) => id === 'source')!.codes
  const [first, again] = [rounds.indexOf(0), rounds.indexOf(0, rounds.indexOf(0) + 1)]
  expect(weigh(look(first, again))[ids.indexOf('source')]).toBeLessThan(-1)
})

test('who is met twice in one round as often as in two is not held to be somebody else', () => {
  const dataset = decade(['1840', '1840', '1850', '1850'])
  const [same] = learn(dataset, blocksOf(dataset)).comparisons.find(({ id }) => id === 'source')!.levels
  expect(Math.abs(Math.log2(same!.m / same!.u))).toBeLessThan(1)
})

test('rows alike in several rounds are of none of them, and no records meet by their round alone', () => {
  const row = ['jon', 'einarsson', '30']
  const table = [['census_year', 'forename', 'surname', 'age'], ['1840', ...row], ['1850', 'jon', 'einarsson', '40'], ['1840', 'anna', 'olafs', '9']] // prettier-ignore
  const { dataset, copies } = withoutCopies(aDataset(table))
  expect(copies).toBe(1)
  expect(Array.from(dataset.columns.find(({ id }) => id === 'source')!.codes)).toEqual([-1, 0])
  expect(atomsOf(dataset).map(({ about }) => about)).not.toContain('source')
})

test('years of a register that are many tell no rounds, and those of a census do beside births as well', () => {
  const table = (years: number) => [
    ['year', 'forename', 'surname', 'date_of_birth'],
    ...Array.from({ length: 90 }, (_, at) => [`${1850 + (at % years)}`, 'jon', `einar${at}`, `1${800 + at}-02-03`]),
  ]
  const rounds = (years: number) => aDataset(table(years)).columns.filter(({ id }) => id === 'source').length
  expect([1, 3, 80].map(rounds)).toEqual([0, 1, 0])
})
