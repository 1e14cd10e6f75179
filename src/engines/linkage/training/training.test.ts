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
