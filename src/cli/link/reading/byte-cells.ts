import { longestCell, mostRemembered, TextCollector, type Cells } from '../../../engines/linkage/index.ts'

/** No unit of a text in UTF-16 takes more in UTF-8. */
const mostBytes = 3

/** The cells of a row that stand in the bytes of a file in UTF-8. */
export class ByteCells implements Cells {
  readonly units: NonNullable<Cells['units']>
  readonly #numbers: TextCollector[]
  readonly #buffer: Buffer
  /** How many cells the row has; those beyond the header are counted and not kept. */
  count = 0

  constructor(bytes: Buffer, columns: number, numbers: TextCollector[]) {
    this.#buffer = bytes
    this.#numbers = numbers
    this.units = { bytes, starts: new Int32Array(columns), ends: new Int32Array(columns) }
  }

  has(at: number): boolean {
    return at < this.count && this.units.ends[at]! > this.units.starts[at]!
  }

  text(at: number): string {
    if (!this.has(at)) return ''
    const [from, to] = [this.units.starts[at]!, this.units.ends[at]!]
    const isLong = to - from > longestCell
    const text = this.#buffer.toString('utf8', from, isLong ? Math.min(to, from + longestCell * mostBytes) : to)
    return isLong ? text.slice(0, longestCell) : text
  }

  number(at: number): number {
    const { bytes, starts, ends } = this.units
    const numbers = (this.#numbers[at] ??= new TextCollector())
    return this.has(at) ? numbers.codeOfUnits(bytes, starts[at]!, ends[at]!, mostRemembered) : -1
  }

  /**
   * Divides the line from `from` to `end` as `splitLine` does with its text. Answers false where that has to be left to the
   * text: a quote within quotes or one that is not closed, and what may be a space beyond ASCII around a cell.
   */
  divide(delimiter: number, from: number, end: number): boolean {
    const { bytes, starts, ends } = this.units
    this.count = 0
    for (let begin = from; ;) {
      let first = begin
      while (first < end && bytes[first] === space) first++
      let last = first
      let next = first
      if (bytes[first] === quote && first < end) {
        first++
        last = first
        while (last < end && bytes[last] !== quote) last++
        next = last + 1
        while (next < end && isSpace(bytes[next]!) && bytes[next] !== delimiter) next++
        if (last === end || (next < end && bytes[next] !== delimiter)) return false
      } else {
        while (next < end && bytes[next] !== delimiter) next++
        last = next
      }
      while (first < last && isSpace(bytes[first]!)) first++
      while (last > first && isSpace(bytes[last - 1]!)) last--
      if (first < last && (mayBeginWithSpace(bytes, first) || mayEndWithSpace(bytes, first, last))) return false
      if (this.count < starts.length) {
        starts[this.count] = first
        ends[this.count] = last
      }
      this.count++
      if (next >= end) return true
      begin = next + 1
    }
  }
}

const [space, quote] = [32, 34]

/** What `trim` takes off, of ASCII. */
const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13)

// The spaces beyond ASCII that `trim` takes off begin with these bytes; of E3 there is one alone, U+3000.
const mayBeSpace = (first: number | undefined): boolean =>
  first === 0xc2 || first === 0xe1 || first === 0xe2 || first === 0xef

const isWideSpace = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0xe3 && bytes[at + 1] === 0x80 && bytes[at + 2] === 0x80

const mayBeginWithSpace = (bytes: Uint8Array, at: number): boolean =>
  bytes[at]! >= 0x80 && (mayBeSpace(bytes[at]) || isWideSpace(bytes, at))

const mayEndWithSpace = (bytes: Uint8Array, from: number, end: number): boolean =>
  bytes[end - 1]! >= 0x80 &&
  ((end - from >= 3 && (mayBeSpace(bytes[end - 3]) || isWideSpace(bytes, end - 3))) ||
    (end - from >= 2 && mayBeSpace(bytes[end - 2])))
