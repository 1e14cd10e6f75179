/**
 * The cells of one row, however they are held; columns are counted from 0. `number` tells equal cells of a column by one
 * number, so that what was made of a cell once need not be made again; -1 beyond as many as are remembered. `units` are
 * there where cells stand in ASCII or UTF-8 bytes, the cell of column `at` from `starts[at]` to `ends[at]`.
 */
export type Cells = {
  has: (at: number) => boolean
  /** At most `longestCell` characters. */
  text: (at: number) => string
  number: (at: number) => number
  units: { bytes: Uint8Array; starts: Int32Array; ends: Int32Array } | null
}

/** As many characters of a cell are looked at: no value of a person is longer, and what makes it a value needs no more memory than that. */
export const longestCell = 2000

/** As many cells of a column are remembered: enough to read a repeated one once, and bounded. */
export const mostRemembered = 50_000

/** Cells in bytes and cells in strings are numbered apart, so that what is remembered of both can stand together. */
export const mostNumbers = mostRemembered * 2

/** Rows of strings, one after the other. */
export class StringCells implements Cells {
  readonly #numbers: Map<string, number>[] = []
  row: readonly string[] = []
  readonly units = null

  has(at: number): boolean {
    return Boolean(this.row[at])
  }

  text(at: number): string {
    const cell = this.row[at] ?? ''
    return cell.length > longestCell ? cell.slice(0, longestCell) : cell
  }

  number(at: number): number {
    const numbers = (this.#numbers[at] ??= new Map())
    const cell = this.text(at)
    const known = numbers.get(cell)
    if (known !== undefined) return known
    if (numbers.size === mostRemembered) return -1
    const number = mostRemembered + numbers.size
    numbers.set(cell, number)
    return number
  }
}
