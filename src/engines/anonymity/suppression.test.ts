import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differencingGuard, roundedCount, suppressCounts } from './index.ts'
import type { SafeCell, SafeTable } from './index.ts'

const table = (rows: number, columns: number, most: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.nat({ max: most }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })

/** Every table of small counts that agrees with what was published: what an outsider can work out, by brute force. */
function possibleTables(safe: SafeTable, most: number): number[][][] {
  const width = safe.columnTotals.length
  const fits = (cell: SafeCell, count: number): boolean => 'suppressed' in cell || cell.count === count
  const found: number[][][] = []
  const fill = (cells: number[]): void => {
    const at = cells.length
    if (at === safe.cells.length * width) {
      const rows = safe.cells.map((_, row) => cells.slice(row * width, (row + 1) * width))
      const columnSums = safe.columnTotals.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0))
      const total = cells.reduce((sum, count) => sum + count, 0)
      const agrees =
        rows.every((row, index) =>
          fits(
            safe.rowTotals[index]!,
            row.reduce((sum, count) => sum + count, 0),
          ),
        ) &&
        safe.columnTotals.every((cell, index) => fits(cell, columnSums[index]!)) &&
        fits(safe.total, total)
      if (agrees) found.push(rows)
      return
    }
    const cell = safe.cells[Math.floor(at / width)]![at % width]!
    if ('count' in cell) fill([...cells, cell.count])
    else for (let count = 0; count <= most; count += 1) fill([...cells, count])
  }
  fill([])
  return found
}

describe('a table of counts', () => {
  test('shows no count of 1 to k − 1, and every count it shows is true', () => {
    fc.assert(
      fc.property(table(4, 5, 30), fc.constantFrom(3, 5, 11), (counts, k) => {
        const safe = suppressCounts(counts, k)
        const shown = [safe.cells.flat(), safe.rowTotals, safe.columnTotals, safe.total].flat()
        for (const cell of shown) if ('count' in cell) expect(cell.count === 0 || cell.count >= k).toBe(true)
        safe.cells.forEach((row, rowIndex) =>
          row.forEach((cell, column) => {
            if ('count' in cell) expect(cell.count).toBe(counts[rowIndex]![column])
          }),
        )
      }),
    )
  })

  test('leaves at least k possible counts for every cell suppressed for its own sake, by brute force', () => {
    const k = 3
    fc.assert(
      fc.property(table(2, 3, 6), (counts) => {
        const safe = suppressCounts(counts, k)
        const possible = possibleTables(safe, 8)
        safe.cells.forEach((row, rowIndex) =>
          row.forEach((cell, column) => {
            if (!('suppressed' in cell) || cell.suppressed !== 'PRIMARY') return
            expect(new Set(possible.map((rows) => rows[rowIndex]![column])).size).toBeGreaterThanOrEqual(k)
          }),
        )
      }),
      { numRuns: 20 },
    )
  })

  test('hides a rectangle, so that a total does not give the small count away', () => {
    const safe = suppressCounts(
      [
        [2, 20, 30],
        [25, 40, 50],
        [60, 70, 80],
      ],
      5,
    )
    expect(safe.cells[0]).toEqual([{ suppressed: 'PRIMARY' }, { suppressed: 'COMPLEMENTARY' }, { count: 30 }])
    expect(safe.cells[1]).toEqual([{ suppressed: 'COMPLEMENTARY' }, { suppressed: 'COMPLEMENTARY' }, { count: 50 }])
    expect(safe.cells[2]).toEqual([{ count: 60 }, { count: 70 }, { count: 80 }])
    expect(safe.total).toEqual({ count: 377 })
  })

  test('stays as it is when nothing is small', () => {
    const safe = suppressCounts(
      [
        [10, 0],
        [20, 30],
      ],
      5,
    )
    expect(safe.cells).toEqual([
      [{ count: 10 }, { count: 0 }],
      [{ count: 20 }, { count: 30 }],
    ])
  })

  test('refuses what is no table of counts', () => {
    expect(() => suppressCounts([[1, 2], [3]], 5)).toThrow(RangeError)
    expect(() => suppressCounts([[-1]], 5)).toThrow(RangeError)
  })
})

describe('the differencing guard', () => {
  const people = (from: number, until: number): Set<string> =>
    new Set(Array.from({ length: until - from }, (_, index) => `p${from + index}`))

  test.each([
    ['one person fewer', people(0, 19), false],
    ['one person exchanged for another', people(1, 21), false],
    ['the same again', people(0, 20), true],
    ['k more', people(0, 25), true],
    ['quite other people', people(40, 60), true],
    ['nobody', people(0, 0), true],
    ['too few to begin with', people(40, 43), false],
  ])('judges %s', (_, asked, allowed) => {
    const given = [{ id: 'first', members: people(0, 20) }]
    expect(differencingGuard({ asked, given, k: 5 }).allowed).toBe(allowed)
  })

  test('never allows two answers whose difference is about fewer than k people', () => {
    const sets = fc.uniqueArray(fc.nat({ max: 40 }).map(String)).map((members) => new Set(members))
    fc.assert(
      fc.property(sets, sets, (asked, members) => {
        const verdict = differencingGuard({ asked, given: [{ id: 'first', members }], k: 5 })
        const fewer = [...members].filter((member) => !asked.has(member)).length
        if (verdict.allowed && asked.size > 0 && members.size > 0) expect(fewer === 0 || fewer >= 5).toBe(true)
      }),
    )
  })

  test('rounds public counts to fives', () => {
    expect([2, 3, 11, 13].map((count) => roundedCount(count))).toEqual([0, 5, 10, 15])
  })
})
