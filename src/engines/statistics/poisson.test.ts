import fc from 'fast-check'
import { expect, test } from 'vitest'
import { poissonInterval } from './poisson.ts'

// The exact limits are Garwood's (1936), as printed in Breslow & Day, table 2.10.
test.each([
  [5, 1.623, 11.668],
  [10, 4.795, 18.39],
  [30, 20.24, 42.83],
  [100, 81.36, 121.63],
])('of %i events agrees with the exact limits within one in a hundred', (count, low, high) => {
  const found = poissonInterval(count)
  expect(Math.abs(found.low / low - 1)).toBeLessThan(0.01)
  expect(Math.abs(found.high / high - 1)).toBeLessThan(0.01)
})

test('a count lies within its interval, which starts at 0 for none', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), (count) => {
      const { low, high } = poissonInterval(count)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(low).toBeLessThanOrEqual(count)
      expect(high).toBeGreaterThan(count)
    }),
  )
  expect(poissonInterval(0)).toMatchObject({ low: 0 })
})
