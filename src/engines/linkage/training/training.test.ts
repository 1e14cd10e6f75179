import { expect, test } from 'vitest'
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
