import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, clusters, type Recoding } from './cluster.ts'

/** Sets of letters, described by the letters that all have. */
const common: Recoding<readonly string[], readonly string[]> = {
  of: (row) => row,
  join: (one, other) => one.filter((letter) => other.includes(letter)),
  loss: (shape) => 4 - shape.length,
}
const row = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })

describe('clusters', () => {
  test('hold at least k rows each and every row once, and say of all what is true of each', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), fc.integer({ min: 2, max: 11 }), (rows, k) => {
        const found = clusters(rows, { k, ...common })
        const members = found.flatMap((one) => one.members)
        expect(members.toSorted((a, b) => a - b)).toEqual(rows.length >= k ? [...rows.keys()] : [])
        for (const one of found) {
          expect(one.members.length).toBeGreaterThanOrEqual(k)
          for (const at of one.members) expect(rows[at]).toEqual(expect.arrayContaining([...one.shape]))
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('put together those of whom most can be said', () => {
    const rows = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? ['a', 'b'] : ['c', 'd']))
    expect(clusters(rows, { k: 5, ...common }).map(({ shape }) => shape.join(''))).toEqual(
      expect.arrayContaining(['ab', 'cd']),
    )
    expect(clusters(rows, { k: 5, ...common }).every(({ shape }) => shape.length === 2)).toBe(true)
  })
})

test('a block too small to stand alone joins the one before it', () => {
  expect(blocksOf([1, 2, 3, 4, 5, 6, 7], { size: 3, least: 2 })).toEqual([
    [1, 2, 3],
    [4, 5, 6, 7],
  ])
  expect(blocksOf([1], { size: 3, least: 2 })).toEqual([[1]])
})
