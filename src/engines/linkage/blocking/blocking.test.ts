import { expect, test } from 'vitest'
import { blocksOf } from '../linking.ts'
import { seededRandom } from '../training/random.ts'
import { aDataset } from '../testing.ts'
import { candidatesOf } from './candidates.ts'

test('columns that say nearly the same of everybody leave room for the rules that find people', () => {
  const random = seededRandom(3)
  const people = 3000
  const word = (syllables: number) =>
    Array.from({ length: syllables }, () => 'bdfgklmnprst'[Math.floor(random() * 12)]! + 'aeiou'[Math.floor(random() * 5)]!).join('') // prettier-ignore
  const usual = (common: string) => (random() < 0.985 ? common : `${common}${'abcde'[Math.floor(random() * 5)]}`)
  const table = [
    [
      'first_name',
      'last_name',
      'zip',
      'mailing zip',
      'city',
      'birthplace',
      'employer',
      'occupation',
      'mother',
      'hobby',
    ],
  ]
  for (let person = 0; person < people; person++) {
    const name = [word(2), word(3)]
    for (let copy = 0; copy < 2; copy++)
      table.push([
        ...name,
        usual('00000'), usual('anytown'), usual('elsewhere'), usual('the mill'), usual('labourer'),
        usual('unknown'), usual('walking'), usual('weaving'), usual('saint paul'), usual('harriers'),
      ]) // prettier-ignore
  }
  const dataset = aDataset(table)
  const { index } = blocksOf(dataset)
  const earlierOf = candidatesOf(index, dataset.size)
  let found = 0
  for (let record = 1; record < dataset.size; record += 2) {
    const { candidates, count } = earlierOf(record)
    if (candidates.subarray(0, count).includes(record - 1)) found++
  }
  expect(found).toBe(people)
})
