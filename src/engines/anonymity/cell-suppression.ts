import { possibleRange } from './table-graph.ts'
import type { TableCell } from './table-graph.ts'

/**
 * `PRIMARY`: the count itself is from 1 to k − 1. `COMPLEMENTARY`: it would give another one away by subtraction.
 * Which of the two a cell is tells how large it is: show it to the table's owner, publish only that it is suppressed.
 */
export type Suppression = 'PRIMARY' | 'COMPLEMENTARY'

export type SafeCell = { readonly count: number } | { readonly suppressed: Suppression }

export interface SafeTable {
  readonly cells: readonly (readonly SafeCell[])[]
  readonly rowTotals: readonly SafeCell[]
  readonly columnTotals: readonly SafeCell[]
  readonly total: SafeCell
}

/**
 * Suppresses counts of 1 to k − 1 in a table of counts with its totals, and as many others as needed so that what is
 * left does not give them away: for every cell suppressed for its own sake an outsider must think at least k different
 * counts possible. Zeros are shown (they are about nobody). The choice is greedy: the cheapest rectangle of cells around
 * each exposed cell, by people lost from view; it is safe, not always the least.
 * A list with one total is a table of one row: only its counts and that total should then be published.
 * `isHidden` names cells that may not be told for a reason of their own (the differencing guard refused them), the row
 * and the column after the last being the totals. `atMost` is what an outsider knows each count cannot exceed, totals
 * included: a number of people of whom these are some, told elsewhere; null where nothing is known.
 */
export function suppressCounts(
  counts: readonly (readonly number[])[],
  k: number,
  isHidden: (row: number, column: number) => boolean = () => false,
  atMost: (row: number, column: number) => number | null = () => null,
): SafeTable {
  const grid = withTotals(counts).map((row) => row.map((cell) => ({ ...cell, most: atMost(cell.row, cell.column) })))
  const marks = new Map<TableCell, Suppression>()
  for (const cell of grid.flat()) {
    const isSmall = cell.count > 0 && cell.count < k
    if (isSmall || isHidden(cell.row, cell.column)) marks.set(cell, 'PRIMARY')
  }
  for (let exposed = exposedCell(marks, k); exposed; exposed = exposedCell(marks, k)) {
    const before = marks.size
    for (const cell of cheapestCover(grid, exposed, marks, k)) if (!marks.has(cell)) marks.set(cell, 'COMPLEMENTARY')
    // Where everything is suppressed nothing more can be done.
    if (marks.size === before) break
  }
  return published(grid, marks)
}

function withTotals(counts: readonly (readonly number[])[]): TableCell[][] {
  const width = counts[0]?.length ?? 0
  if (counts.some((row) => row.length !== width)) throw new RangeError('every row needs the same number of cells')
  if (counts.flat().some((count) => !Number.isSafeInteger(count) || count < 0)) {
    throw new RangeError('counts are whole numbers from 0')
  }
  const rows = counts.map((row) => [...row, sum(row)])
  const totals = Array.from({ length: width + 1 }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))
  return [...rows, totals].map((row, rowIndex) =>
    row.map((count, column) => {
      const isOneTotal = (rowIndex === counts.length) !== (column === width)
      return { row: rowIndex, column, count, sign: isOneTotal ? -1 : 1 }
    }),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function exposedCell(marks: ReadonlyMap<TableCell, Suppression>, k: number): TableCell | undefined {
  const suppressed = [...marks.keys()]
  return suppressed.find((cell) => {
    if (marks.get(cell) !== 'PRIMARY') return false
    const { low, high } = possibleRange(cell, suppressed, k)
    return high - low < k - 1
  })
}

/** The three cells that make a rectangle with the exposed one; where none adds anything, all others of its row. */
function cheapestCover(
  grid: readonly (readonly TableCell[])[],
  exposed: TableCell,
  marks: ReadonlyMap<TableCell, Suppression>,
  k: number,
): readonly TableCell[] {
  let best: { cells: TableCell[]; cost: number } | undefined
  for (const row of grid) {
    const below = row[exposed.column]!
    if (below.row === exposed.row) continue
    for (const corner of row) {
      if (corner.column === exposed.column) continue
      const cells = [below, corner, grid[exposed.row]![corner.column]!]
      const added = cells.filter((cell) => !marks.has(cell))
      // A zero can only rise, and a total is worth more than its cells: both are taken last.
      const cost = sum(added.map((cell) => cell.count + (cell.count < k ? 1_000_000 : 0) + totalCost(cell, grid)))
      if (added.length > 0 && (best === undefined || cost < best.cost)) best = { cells, cost }
    }
  }
  return best?.cells ?? grid.flat()
}

function totalCost(cell: TableCell, grid: readonly (readonly TableCell[])[]): number {
  const isTotal = cell.row === grid.length - 1 || cell.column === (grid[0]?.length ?? 0) - 1
  return isTotal ? 10_000 : 0
}

function published(grid: readonly (readonly TableCell[])[], marks: ReadonlyMap<TableCell, Suppression>): SafeTable {
  const safe = grid.map((row) =>
    row.map((cell): SafeCell => {
      const suppressed = marks.get(cell)
      return suppressed ? { suppressed } : { count: cell.count }
    }),
  )
  const inner = safe.slice(0, -1)
  const last = safe.at(-1) ?? []
  return {
    cells: inner.map((row) => row.slice(0, -1)),
    rowTotals: inner.map((row) => row.at(-1)!),
    columnTotals: last.slice(0, -1),
    total: last.at(-1) ?? { count: 0 },
  }
}
