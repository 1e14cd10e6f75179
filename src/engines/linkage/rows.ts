import type { Dataset } from './dataset.ts'
import { sharedInts } from './texts.ts'

/**
 * What is compared of each record, side by side: the four codes of its name (family, given and the sounds of both), then
 * one code per column. Candidates come in no order of memory; one of them then costs one look into it and not one for
 * each comparison.
 */
export type Rows = { values: Int32Array; width: number }

/** Codes of a name in front of those of the columns. */
export const nameWidth = 4

export function rowsOf({ size, names, columns }: Dataset): Rows {
  const width = nameWidth + columns.length
  const values = sharedInts(size * width)
  const sources = [
    ...(names ? [names.family, names.given, names.familySound, names.givenSound] : [null, null, null, null]),
    ...columns.map(({ codes }) => codes),
  ]
  for (const [at, codes] of sources.entries())
    for (let record = 0, to = at; record < size; record++, to += width) values[to] = codes ? codes[record]! : -1
  return { values, width }
}
