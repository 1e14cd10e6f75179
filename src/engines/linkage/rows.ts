import type { Dataset } from './dataset.ts'
import { withHolders } from './held.ts'
import { nearnessTable, partWidth, writePart, type NearnessTable } from './name-sketches.ts'
import { sketchOf, type Sketch } from './sketches.ts'
import { sharedInts } from './texts.ts'
import { wholeName } from './whole-names.ts'

/**
 * What candidates are ruled out by, side by side for each record: the codes of its family and given name, the number of
 * both together (`wholeName`) and a sketch of each, then for each column the code of its value, with who holds it (`held.ts`), and the sketch of it. Candidates come in no order of memory; one of
 * them then costs one look into it and not one for each comparison.
 */
export type Rows = { values: Int32Array; width: number; near: NearnessTable | null }

/** Where the number of the whole name stands in a row, and the sketches of its parts, behind the codes of both. */
export const [wholeAt, familyAt, givenAt] = [2, 3, 3 + partWidth]

/** Where the value of each column stands in a row; its sketch is behind it. */
export type Layout = { sketches: readonly Sketch[]; places: readonly number[]; width: number }

export function layoutOf({ columns }: Dataset): Layout {
  const sketches = columns.map(sketchOf)
  let width = givenAt + partWidth
  const places = sketches.map((sketch) => (width += 1 + sketch.width) - 1 - sketch.width)
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
  const nearness = names ? nearnessTable(names) : null
  if (names && nearness)
    for (let record = 0, to = 0; record < size; record++, to += width) {
      writePart(names, nearness.places, { part: 'family', record, at: to + familyAt }, values)
      writePart(names, nearness.places, { part: 'given', record, at: to + givenAt }, values)
      const texts = [names.family[record]!, names.given[record]!] as const
      values[to + wholeAt] = wholeName(names, { row: values, family: to + familyAt, given: to + givenAt, texts })
    }
  for (const [nth, { codes, holders }] of columns.entries()) {
    const { write } = sketches[nth]!
    for (let record = 0, to = places[nth]!; record < size; record++, to += width) {
      const code = codes[record]!
      values[to] = withHolders(code, holders[code] ?? 0)
      if (code >= 0) write(code, values, to + 1)
    }
  }
  return { values, width, near: nearness?.table ?? null }
}
