import type { NameCodes } from './compare-names.ts'
import type { Dataset } from './dataset.ts'
import { sharedInts } from './texts.ts'

/**
 * What is compared of each record, side by side: the four codes of its name (family, given and the sounds of both), how
 * many other names and namesakes it has, then one code per column. Candidates come in no order of memory; one of them then costs one look into it and not one for
 * each comparison.
 */
export type Rows = { values: Int32Array; width: number }

/** Numbers that tell of the name, in front of the codes of the columns. */
export const nameWidth = 7

export function rowsOf({ size, names, columns }: Dataset): Rows {
  const width = nameWidth + columns.length
  const values = sharedInts(size * width)
  const sources = [
    ...(names ? [names.family, names.given, names.familySound, names.givenSound] : [null, null, null, null]),
    names
      ? Int32Array.from({ length: size }, (_, at) => names.others.starts[at + 1]! - names.others.starts[at]!)
      : null,
    names ? names.namesakes.text : null,
    names ? names.namesakes.sound : null,
    ...columns.map(({ codes }) => codes),
  ]
  for (const [at, codes] of sources.entries())
    for (let record = 0, to = at; record < size; record++, to += width) values[to] = codes ? codes[record]! : -1
  return { values, width }
}

export function readName({ values, width }: Rows, record: number, into: NameCodes): NameCodes {
  const from = record * width
  into.record = record
  into.family = values[from]!
  into.given = values[from + 1]!
  into.familySound = values[from + 2]!
  into.givenSound = values[from + 3]!
  into.others = values[from + 4]!
  into.namesakes = values[from + 5]!
  into.soundNamesakes = values[from + 6]!
  return into
}
