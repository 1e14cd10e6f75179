import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { blocksOf, learn } from './linking.ts'
import { seededRandom } from './training/random.ts'
import { scorerOf } from './comparing/scorer.ts'
import { sqlOracle } from './testing-sql.ts'
import { aDataset } from './testing.ts'

const random = seededRandom(9)
const below = (most: number) => Math.floor(random() * most)
const chance = (share: number) => random() < share
const words = (starts: string, ends: string) =>
  starts.split(' ').flatMap((start) => ends.split(' ').map((end) => start + end))
const givens = words('bor del fan gor hil jum kel lor', 'ana evin isto ulda')
const families = words('ash brad carl den est ford grim holt', 'wick worth mere stone')

/** A word with a letter left out, put in, replaced or exchanged with its neighbour. */
function slip(word: string): string {
  const at = below(word.length - 1)
  const letter = 'abdeginorst'[below(11)]!
  return [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
  ][below(4)]!
}

const table = [['first_name', 'surname', 'dob', 'email', 'phone', 'zip', 'state', 'gender']]
for (let person = 0; person < 90; person++) {
  const place = below(12)
  const own = [
    givens[below(givens.length)]!,
    families[below(families.length)]!,
    `${1940 + below(60)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`,
    `${givens[below(givens.length)]}${below(90) + 10}@mail.example`,
    `0207${1_000_000 + below(8_999_999)}`,
    String(30_000 + place * 37),
    `st${'abcd'[place % 4]}`,
    'mf'[below(2)]!,
  ]
  for (let copy = 0; copy < 1 + below(3); copy++) {
    const row = own.map((cell, at) => (chance(0.12) ? '' : chance(0.15) && at < 6 ? slip(cell) : cell))
    if (chance(0.1)) [row[0], row[1]] = [row[1]!, row[0]!]
    table.push(row)
  }
}

test('every pair weighs what SQL written from the model makes it weigh', async () => {
  const dataset = aDataset(table)
  const model = learn(dataset, blocksOf(dataset))
  expect(model.comparisons.some(({ follows = [] }) => follows.length > 0)).toBe(true)
  const { score, look, ids } = scorerOf(dataset, model)
  const oracle = sqlOracle(dataset, model)
  const connection = await (await DuckDBInstance.create()).connect()
  for (const statement of oracle.table) await connection.run(statement)
  const rows = (await connection.runAndReadAll(oracle.scores)).getRows()
  expect(rows).toHaveLength((dataset.size * (dataset.size - 1)) / 2)
  for (const [one, other, expected, ...levels] of rows) {
    const [left, right] = [Number(one), Number(other)]
    const told = `${table[left + 1]!.join()} | ${table[right + 1]!.join()}`
    expect(Array.from(look(left, right).levels, Number), `${ids.join()} of ${told}`).toEqual(levels.map(Number))
    expect(Math.abs(score(left, right) - Number(expected)), told).toBeLessThan(1e-6)
  }
  connection.closeSync()
})
