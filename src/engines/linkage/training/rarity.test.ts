import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rarerBits, rarityOf } from './rarity.ts'

const pairs = fc.array(fc.nat({ max: 5000 }), { minLength: 8, maxLength: 16 })
const kind = fc.constantFrom('name', 'date', 'mail', 'words')

test('a value is no rarer for being shared by strangers, and rarer where one person has it in many records', () => {
  const sharing = Float64Array.from([400, 400, 400, 400])
  expect(rarityOf('words', sharing, new Float64Array(4))).toEqual([])
  const [one = 0, , , eight = 0] = rarityOf('words', sharing, Float64Array.from([390, 390, 390, 390]))
  expect(one).toBeGreaterThan(0)
  expect(eight).toBeGreaterThan(one)
})

test('the more hold a value, the less it tells, whatever was counted', () => {
  fc.assert(
    fc.property(kind, pairs, pairs, fc.double({ min: 10, max: 20, noNaN: true }), (of, shared, matched, logSize) => {
      const sharing = Float64Array.from(shared)
      const rarity = rarityOf(
        of,
        sharing,
        Float64Array.from(shared, (_, at) => matched[at] ?? 0),
      )
      const told = Array.from({ length: 60 }, (_, step) => {
        const chance = step / 4 - 2 - logSize
        return rarerBits(rarity, chance, logSize) - chance
      })
      for (let at = 1; at < told.length; at++) expect(told[at]).toBeLessThanOrEqual(told[at - 1]! + 1e-9)
    }),
  )
})
