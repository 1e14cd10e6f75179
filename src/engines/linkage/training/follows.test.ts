import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, learn } from '../linking.ts'
import { seededRandom } from './random.ts'
import { scorerOf } from '../comparing/scorer.ts'
import { aDataset, wronglyRuledOut } from '../testing.ts'

const random = seededRandom(3)
const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
const given = 'john mary anne peter lucy hugh rose paul emma carl ruth owen ivor jane noel'.split(' ')
const family = 'smith jones brown kelly moore hill ward reid shaw lynch byrne cole dunn pope'.split(' ')

/** Households of three at one address of forty places, whose postcodes and counties follow; some people twice. */
const table = [['first_name', 'surname', 'birth_year', 'street', 'city', 'zip', 'county', 'phone']]
for (let home = 0; home < 250; home++) {
  const place = Math.floor(random() * 40)
  const shared = [
    `${home} ${pick(family)} road`,
    `town${place}x`,
    String(40_000 + place),
    `shire${place}`,
    `0207${1_000_000 + home}`,
  ]
  const [usual, first] = [pick(family), Math.floor(random() * given.length)]
  // Each fifth house has a name that no other has.
  const letters = home.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)
  const name = home % 5 === 0 ? `ab${letters}son` : usual
  for (let member = 0; member < 3; member++) {
    const row = [given[(first + member * 4) % given.length]!, name, String(1930 + Math.floor(random() * 70)), ...shared]
    table.push(row)
    if (random() < 0.4) table.push(row.map((cell, at) => (at === 7 && random() < 0.4 ? '' : cell)))
  }
}
const dataset = aDataset(table)
const model = learn(dataset, blocksOf(dataset))
const scorer = scorerOf(dataset, model)
const record = fc.nat({ max: dataset.size - 1 })

test('a place that its postcode tells already is counted once', () => {
  const follows = model.comparisons.find(({ id }) => id === 'place')?.follows ?? []
  expect(follows.map(({ on }) => on)).toContain('postcode')
  const bits = (id: string) => {
    const twin = table.findIndex((row, at) => at > 1 && row.slice(0, 3).join() === table[at - 1]!.slice(0, 3).join())
    return scorer.weigh(scorer.look(twin - 1, twin - 2))[scorer.ids.indexOf(id)]!
  }
  expect(bits('place') + bits('region')).toBeLessThan(2)
})

test('the family name of a house tells little within it, however rare it is elsewhere', () => {
  const at = scorer.ids.indexOf('family')
  const of = (one: number, other: number) => scorer.weigh(scorer.look(one, other))[at]!
  for (let row = 2; row < table.length; row++) {
    const [one, other] = [table[row - 1]!, table[row]!]
    const isHouse = one[3] === other[3] && one[0] !== other[0] && one[1]!.startsWith('ab')
    if (isHouse) expect(of(row - 2, row - 1), `${one.join()} | ${other.join()}`).toBeLessThan(4)
  }
})

test('those of one household stay apart, and each is found again', () => {
  let [joined, pairs] = [0, 0]
  for (let at = 2; at < table.length; at++) {
    const same = table[at]!.slice(0, 3).join() === table[at - 1]!.slice(0, 3).join()
    const home = table[at]![3] === table[at - 1]![3]
    const weight = scorer.score(at - 1, at - 2)
    if (!same && home) expect(weight, table[at]!.join()).toBeLessThan(0)
    if (same) pairs++
    if (same && weight > 0) joined++
  }
  expect(joined / pairs).toBeGreaterThan(0.95)
})

test('evidence that follows weighs alike in either order and is never ruled out where it is enough', () => {
  fc.assert(
    fc.property(record, record, (one, other) => {
      expect(scorer.score(one, other)).toBe(scorer.score(other, one))
      expect(scorer.score(one, one)).toBeGreaterThanOrEqual(scorer.score(one, other) - 1e-9)
    }),
    { numRuns: 2000 },
  )
  for (const least of [-20, -6.6, 0, 10]) expect(wronglyRuledOut(dataset, model, least)).toEqual([])
})
