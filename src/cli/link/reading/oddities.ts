/**
 * What was odd about a file as it was read. `filled` counts the cells of each column that hold something. Of rows in which a
 * quote was never closed, and of those that hold what looks like other rows within their quotes, the first are named, counted
 * from 1 behind the header, and all are counted.
 */
export type Oddities = {
  rows: number
  unreadable: number
  uneven: number
  filled: number[]
  unclosed: OddRows
  swallowing: OddRows
}

export type OddRows = { count: number; first: readonly number[] }

/** How a row was read that has a quote: as it stands in the lines, or without its quotes, which one of them left open. */
export type QuoteReading = 'AS_WRITTEN' | 'WITHOUT_QUOTES'

const none: OddRows = { count: 0, first: [] }
const mostNamed = 10

const withRow = ({ count, first }: OddRows, row: number): OddRows => ({
  count: count + 1,
  first: first.length < mostNamed ? [...first, row] : first,
})

/** Counts rows as they come: one by the number of its cells and which of them are filled, one with a quote by its text too. */
export class OddityCounter {
  readonly #delimiter: string
  readonly oddities: Oddities

  constructor({ columns, delimiter }: { columns: number; delimiter: string }) {
    this.#delimiter = delimiter
    const filled = Array.from({ length: columns }, () => 0)
    this.oddities = { rows: 0, unreadable: 0, uneven: 0, filled, unclosed: none, swallowing: none }
  }

  count(width: number, has: (at: number) => boolean): void {
    const { filled } = this.oddities
    this.oddities.rows++
    if (width !== filled.length) this.oddities.uneven++
    for (let at = 0; at < filled.length; at++) if (has(at)) filled[at]!++
  }

  countText(cells: readonly string[], reading: QuoteReading): void {
    this.count(cells.length, (at) => Boolean(cells[at]))
    const { oddities } = this
    if (reading === 'WITHOUT_QUOTES') oddities.unclosed = withRow(oddities.unclosed, oddities.rows)
    else if (cells.some((cell) => this.#holdsRow(cell)))
      oddities.swallowing = withRow(oddities.swallowing, oddities.rows)
  }

  /** Whether a cell runs over lines and holds as many delimiters as a row has. */
  #holdsRow(cell: string): boolean {
    if (!cell.includes('\n')) return false
    return cell.split(this.#delimiter).length >= Math.max(3, this.oddities.filled.length)
  }
}

/** What was odd about a part of a file and the part behind it. */
export function addOddities(one: Oddities, other: Oddities): Oddities {
  const joined = (left: OddRows, right: OddRows): OddRows => ({
    count: left.count + right.count,
    first: [...left.first, ...right.first.map((row) => row + one.rows)].slice(0, mostNamed),
  })
  return {
    rows: one.rows + other.rows,
    unreadable: one.unreadable + other.unreadable,
    uneven: one.uneven + other.uneven,
    filled: one.filled.map((count, at) => count + other.filled[at]!),
    unclosed: joined(one.unclosed, other.unclosed),
    swallowing: joined(one.swallowing, other.swallowing),
  }
}
