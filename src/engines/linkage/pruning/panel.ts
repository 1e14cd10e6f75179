import type { Rows } from './rows.ts'

/**
 * The rows of the records at hand. Laid out, they are copied so that the same number of each stands side by side: a loop over
 * many candidates then reads what is next to what it read before. Where few are compared with each other, they are read where
 * they are. Either way the number `at` of the record in place p is `values[at * room + p]`.
 */
export class Panel {
  readonly #rows: Rows
  #copied = new Int32Array(0)
  #copiedRoom = 0
  #starts = new Int32Array(0)
  /** The records that are laid out; null where rows are read where they are. */
  #laid: Int32Array | null = null
  values: Int32Array = this.#copied
  room = 0

  constructor(rows: Rows) {
    this.#rows = rows
  }

  /** Lays the first `count` of some records in the places from 0. */
  lay(records: Int32Array, count: number): void {
    const { values: from, width } = this.#rows
    if (count > this.#copiedRoom) {
      // An odd number, so that the numbers of one record do not all fall on one line of a cache.
      this.#copiedRoom = (count * 2) | 1
      this.#starts = new Int32Array(this.#copiedRoom)
      this.#copied = new Int32Array(this.#copiedRoom * width)
    }
    const [values, room] = [this.#copied, this.#copiedRoom]
    // Number by number, since many rows are fetched at once then, and not one after the other.
    const starts = this.#starts
    for (let place = 0; place < count; place++) starts[place] = records[place]! * width
    for (let at = 0; at < width; at++) {
      const to = at * room
      for (let place = 0; place < count; place++) values[to + place] = from[starts[place]! + at]!
    }
    this.#laid = records
    this.values = values
    this.room = room
  }

  /** Reads rows where they are, and answers how far apart their places are: the first is in place 0. */
  readRows(): number {
    this.#laid = null
    this.values = this.#rows.values
    this.room = 1
    return this.#rows.width
  }

  /** The record in a place. */
  recordIn(place: number): number {
    return this.#laid ? this.#laid[place]! : place / this.#rows.width
  }
}
