import type { Rows } from './rows.ts'

/**
 * The rows of the records at hand, copied so that the same number of each stands side by side: a loop over many candidates
 * then reads what is next to what it read before. The number `at` of the record in place p is `values[at * room + p]`.
 */
export class Panel {
  readonly #rows: Rows
  values = new Int32Array(0)
  /** How many places there are. */
  room = 0

  constructor(rows: Rows) {
    this.#rows = rows
  }

  /** Lays the first `count` of some records in the places from 0. */
  lay(records: Int32Array, count: number): void {
    const { values: from, width } = this.#rows
    if (count > this.room) {
      // An odd number, so that the numbers of one record do not all fall on one line of a cache.
      this.room = (count * 2) | 1
      this.values = new Int32Array(this.room * width)
    }
    const { values, room } = this
    for (let place = 0; place < count; place++) {
      const row = records[place]! * width
      for (let at = 0, to = place; at < width; at++, to += room) values[to] = from[row + at]!
    }
  }
}
