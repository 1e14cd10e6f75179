import type { Column } from '../reading/columns.ts'
import type { Dataset } from '../reading/dataset.ts'
import { withHolders } from './held.ts'
import { nearnessTable, partWriter, type NearnessTable } from './name-sketches.ts'
import { sketchOf, type Sketch } from './sketches.ts'
import type { Names } from '../reading/names.ts'
import { sharedInts } from '../reading/texts.ts'
import { wholeName } from './whole-names.ts'

/**
 * What candidates are ruled out by, side by side for each record: the codes of its family and given name, the number of
 * both together (`wholeName`) and a sketch of each, then for each column the code of its value, with who holds it (`held.ts`), and the sketch of it. Candidates come in no order of memory; one of
 * them then costs one look into it and not one for each comparison.
 */
export type Rows = { values: Int32Array; width: number; near: NearnessTable | null }

/** Where the number of the whole name stands in a row, and the sketches of its parts, behind the codes of both. */
export const [wholeAt, familyAt, givenAt] = [2, 3, 4]

/** Where the value of each column stands in a row; its sketch is behind it. */
export type Layout = { sketches: readonly Sketch[]; places: readonly number[]; width: number }

export function layoutOf({ columns }: Dataset): Layout {
  const sketches = columns.map(sketchOf)
  let width = givenAt + 1
  const places = sketches.map((sketch) => (width += 1 + sketch.width) - 1 - sketch.width)
  return { sketches, places, width }
}

export function rowsOf(dataset: Dataset): Rows {
  const { size, names, columns } = dataset
  const { sketches, places, width } = layoutOf(dataset)
  const writers = columns.map((column, nth) => writerOf(column, sketches[nth]!, size))
  const values = sharedInts(size * width)
  const nearness = names ? nearnessTable(names) : null
  const writeName = names && nearness ? nameWriter(names, nearness.places) : null
  for (let from = 0; from < size; from += stretch) {
    const end = Math.min(from + stretch, size)
    for (let record = from, to = from * width; record < end; record++, to += width)
      if (writeName) writeName(record, values, to)
      else values[to] = values[to + 1] = -1
    for (let nth = 0; nth < columns.length; nth++) {
      const { codes, holders } = columns[nth]!
      const write = writers[nth]!
      for (let record = from, to = from * width + places[nth]!; record < end; record++, to += width) {
        const code = codes[record]!
        values[to] = withHolders(code, code < 0 ? 0 : holders[code]!)
        if (code >= 0) write(code, values, to + 1)
      }
    }
  }
  return { values, width, near: nearness?.table ?? null }
}

/** Writes the sketch of a value: values that many records share are sketched once for all. */
function writerOf({ holders: { length: count } }: Column, { width, write }: Sketch, size: number): Sketch['write'] {
  if (count * fewestSharing > size) return write
  const written = new Int32Array(count * width)
  for (let code = 0; code < count; code++) write(code, written, code * width)
  return (code, into, at) => {
    for (let nth = 0; nth < width; nth++) into[at + nth] = written[code * width + nth]!
  }
}

/** Where so many records share a value, it pays to sketch each value once. */
const fewestSharing = 4

/** So many rows are written column by column: while they are at hand. */
const stretch = 1024

/** Writes all that a row has of the name of a record. */
function nameWriter(names: Names, places: Int32Array): (record: number, values: Int32Array, to: number) => void {
  const { family, given } = names
  const [writeFamily, writeGiven] = [partWriter(names, places, 'family'), partWriter(names, places, 'given')]
  return (record, values, to) => {
    values[to] = family[record]!
    values[to + 1] = given[record]!
    writeFamily(record, values, to + familyAt)
    writeGiven(record, values, to + givenAt)
    values[to + wholeAt] = wholeName(names, values, { texts: to, family: to + familyAt, given: to + givenAt })
  }
}
