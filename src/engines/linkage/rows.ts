import type { Dataset } from './dataset.ts'
import { partWidth, writePart } from './name-sketches.ts'
import { sketchOf, type Sketch } from './sketches.ts'
import { sharedInts } from './texts.ts'

/**
 * What candidates are ruled out by, side by side for each record: the codes of its family and given name and a sketch of
 * both, then one code per column, then the sketch of each value. Candidates come in no order of memory; one of them then costs one look into
 * it and not one for each comparison.
 */
export type Rows = { values: Int32Array; width: number }

/** Numbers that tell of the name, in front of the codes of the columns. */
export const nameWidth = 2 + 2 * partWidth

/** Where the sketch of each column stands in a row. */
export type Layout = { sketches: readonly Sketch[]; places: readonly number[]; width: number }

export function layoutOf({ columns }: Dataset): Layout {
  const sketches = columns.map(sketchOf)
  let width = nameWidth + columns.length
  const places = sketches.map((sketch) => (width += sketch.width) - sketch.width)
  return { sketches, places, width }
}

export function rowsOf(dataset: Dataset): Rows {
  const { size, names, columns } = dataset
  const { sketches, places, width } = layoutOf(dataset)
  const values = sharedInts(size * width)
  const fill = (codes: Int32Array | undefined, at: number) => {
    for (let record = 0, to = at; record < size; record++, to += width) values[to] = codes ? codes[record]! : -1
  }
  fill(names?.family, 0)
  fill(names?.given, 1)
  if (names)
    for (let record = 0, to = 2; record < size; record++, to += width) {
      writePart(names, { part: 'family', record, at: to }, values)
      writePart(names, { part: 'given', record, at: to + partWidth }, values)
    }
  for (const [nth, { codes }] of columns.entries()) {
    fill(codes, nameWidth + nth)
    const { write } = sketches[nth]!
    for (let record = 0, to = places[nth]!; record < size; record++, to += width)
      if (codes[record]! >= 0) write(codes[record]!, values, to)
  }
  return { values, width }
}
