import type { Rows } from './rows.ts'

/**
 * Records laid out to be compared, number by number: number n of the row at place p is `values[n * room + p]`. `own` is
 * the row of the record that they are compared with, `sums` the most that each may still weigh beside it, and `names` how
 * much of that is assumed of their names.
 */
export type Laid = {
  record: number
  own: Int32Array
  records: Int32Array
  values: Int32Array
  room: number
  sums: Float64Array
  names: Float64Array
}

export const nothingLaid = (width: number): Laid => ({
  record: -1,
  own: new Int32Array(width),
  records: new Int32Array(0),
  values: new Int32Array(0),
  room: 0,
  sums: new Float64Array(0),
  names: new Float64Array(0),
})

/** Lays out the first `count` records, in the place of those that were. */
export function layOut(laid: Laid, { values, width }: Rows, records: Int32Array, count: number): void {
  if (count > laid.room) {
    laid.room = Math.max(256, count * 2)
    laid.values = new Int32Array(laid.room * width)
    laid.sums = new Float64Array(laid.room)
    laid.names = new Float64Array(laid.room)
  }
  laid.records = records
  const { values: side, room } = laid
  for (let place = 0; place < count; place++) {
    const row = records[place]! * width
    for (let at = 0, to = place; at < width; at++, to += room) side[to] = values[row + at]!
  }
}

export function beginWith(laid: Laid, { values, width }: Rows, record: number): void {
  laid.record = record
  for (let at = 0; at < width; at++) laid.own[at] = values[record * width + at]!
}

export type EqualOrNot = { at: number; equal: number; unlike: number }

/** Adds what a number of the rows weighs where it is equal, and the most that it may weigh where it is not. */
export function countEqual(laid: Laid, places: Int32Array, count: number, { at, equal, unlike }: EqualOrNot): void {
  const { values, sums, own, room } = laid
  const [code, from] = [own[at]!, at * room]
  for (let nth = 0; nth < count; nth++) {
    const place = places[nth]!
    const other = values[from + place]!
    if (other >= 0) sums[place]! += other === code ? equal : unlike
  }
}

/** Leaves the places that may still weigh enough. */
export function enough({ sums }: Laid, places: Int32Array, count: number, least: number): number {
  let kept = 0
  for (let nth = 0; nth < count; nth++) {
    const place = places[nth]!
    if (sums[place]! >= least) places[kept++] = place
  }
  return kept
}
