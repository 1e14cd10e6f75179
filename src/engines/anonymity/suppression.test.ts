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

type Bounds = { low: number; high: number }

/** What somebody works out who goes round all sums until none says more: never narrower than what can be known. */
function workedOut(safe: SafeTable): Bounds[][] {
  const start = (cell: SafeCell): Bounds =>
    'count' in cell ? { low: cell.count, high: cell.count } : { low: 0, high: Number.POSITIVE_INFINITY }
  const grid = [
    ...safe.cells.map((row, at) => [...row, safe.rowTotals[at]!].map(start)),
    [...safe.columnTotals, safe.total].map(start),
  ]
  const lines = [...grid, ...grid[0]!.map((_, column) => grid.map((row) => row[column]!))]
  for (let isMoving = true; isMoving;) {
    isMoving = false
    for (const line of lines) {
      const [sum, parts] = [line.at(-1)!, line.slice(0, -1)]
      const least = parts.reduce((all, { low }) => all + low, 0)
      const most = parts.reduce((all, { high }) => all + high, 0)
      const narrow = (one: Bounds, low: number, high: number) => {
        if (low > one.low || high < one.high) isMoving = true
        one.low = Math.max(one.low, low)
        one.high = Math.min(one.high, high)
      }
      narrow(sum, least, most)
      for (const one of parts) {
        const others = most === Number.POSITIVE_INFINITY && one.high === most ? null : most - one.high
        const ceiling = sum.high - (least - one.low)
        narrow(one, others === null || Number.isNaN(others) ? 0 : Math.max(0, sum.low - others), ceiling)
      }
    }
  }
  return grid
}

describe('a table of counts', () => {
  test('gives no small count away to whoever goes round its sums, in 10,000 random tables with refused cells', () => {
    let violations = 0
    const shape = fc.record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 2, max: 4 }) })
    const tables = shape.chain(({ rows, columns }) =>
      fc.record({
        counts: table(rows, columns, 15),
        refused: fc.array(fc.tuple(fc.nat(rows - 1), fc.nat(columns - 1))),
      }),
    )
    fc.assert(
      fc.property(tables, fc.constantFrom(3, 5), ({ counts, refused }, k) => {
        const isRefused = (row: number, column: number) => refused.some(([r, c]) => r === row && c === column)
        const safe = suppressCounts(counts, k, isRefused)
        const known = workedOut(safe)
        counts.forEach((row, at) =>
          row.forEach((count, column) => {
            const { low, high } = known[at]![column]!
            const isPrimary = (count > 0 && count < k) || isRefused(at, column)
            if (low > count || high < count) throw new Error('worked out what is not so')
            if (isPrimary && high - low < k - 1) violations += 1
            if (isPrimary && 'count' in safe.cells[at]![column]!) violations += 1
          }),
        )
      }),
      { numRuns: 10_000 },
    )
    expect(violations).toBe(0)
  })

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
      { numRuns: 100 },
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
        const more = [...asked].filter((member) => !members.has(member)).length
        if (verdict.allowed && asked.size > 0 && members.size > 0)
          for (const about of [fewer, more]) expect(about === 0 || about >= 5).toBe(true)
      }),
      { numRuns: 10_000 },
    )
  })

  test('rounds public counts to fives', () => {
    expect([2, 3, 11, 13].map((count) => roundedCount(count))).toEqual([0, 5, 10, 15])
  })
})
