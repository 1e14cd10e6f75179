import { expect, test } from 'vitest'
import { blocksOf, learn } from '../linking.ts'
import { probabilityOf, scorerOf } from '../comparing/scorer.ts'
import { aDataset, wronglyRuledOut } from '../testing.ts'
import { seededRandom } from './random.ts'

const given = 'john mary anne peter lucy hugh rose paul emma carl ruth owen ivor jane noel'.split(' ')

/** Three hundred houses, each of one family name of its own: `members` people in each, of whom two fifths stand there twice. */
function houses(members: number): string[][] {
  const random = seededRandom(5)
  const table = [['first_name', 'surname', 'date_of_birth', 'street', 'city']]
  for (let home = 0; home < 300; home++) {
    const letters = home.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)
    for (let member = 0; member < members; member++) {
      const digits = (least: number, most: number) => String(least + Math.floor(random() * (most - least + 1)))
      const birth = `${digits(1930, 1999)}-0${digits(1, 9)}-${digits(10, 28)}`
      const row = [given[(home + member * 4) % given.length]!, `ab${letters}son`, birth, `${home} mill lane`, 'york']
      table.push(row)
      if (random() < 0.4) table.push(row)
    }
  }
  return table
}

/** How probable it is that a father and his son of one name are one person, where so many live in a house. */
function fatherAndSon(members: number) {
  const [home, town] = ['5 mill lane', 'york']
  const [father, son] = [
    ['george', 'harkerby', '1931-03-12', home, town],
    ['george', 'harkerby', '1964-11-27', home, town],
  ]
  const table = [...houses(members), father, son]
  const dataset = aDataset(table)
  const model = learn(dataset, blocksOf(dataset))
  return {
    dataset,
    model,
    probability: probabilityOf(scorerOf(dataset, model).score(dataset.size - 2, dataset.size - 1)),
  }
}

test('where families live together, a house and its name tell no more than how many of a house are two people', () => {
  const { dataset, model, probability } = fatherAndSon(4)
  expect(model.housemates).toBeGreaterThan(0.7)
  expect(probability).toBeLessThan(0.5)
  for (const least of [-10, 0, 10]) expect(wronglyRuledOut(dataset, model, least)).toEqual([])
})

test('where everybody lives alone it is not asked', () => {
  const { model, probability } = fatherAndSon(1)
  expect(model.housemates).toBeUndefined()
  expect(probability).toBeGreaterThan(0.9)
})
