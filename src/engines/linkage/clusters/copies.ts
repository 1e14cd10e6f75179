import { recounted, sourceId, type Column } from '../reading/columns.ts'
import { birthsOf, type Dataset } from '../reading/dataset.ts'
import { GrowingInts, missing, sharedInts } from '../reading/texts.ts'
import type { Sources } from './sources.ts'
import { holdersOfNames, namesakesOf, type Lists, type Names } from '../reading/names.ts'

/**
 * Records that are alike in everything compared stand as one: `original` of a record is the first like it. A file of a
 * million identical rows is then a file of one, and no block fills with copies.
 */
export type Originals = { dataset: Dataset; original: Int32Array; kept: Int32Array; copies: number }

export function withoutCopies(dataset: Dataset): Originals {
  const { size, names, columns } = dataset
  const codes = [
    ...(names ? [names.family, names.given, names.familySound, names.givenSound] : []),
    ...columns.filter(({ id }) => id !== sourceId).map((column) => column.codes),
  ]
  const others = names?.others
  const mask = (1 << Math.ceil(Math.log2(size * 2 + 16))) - 1
  const table = new Int32Array(mask + 1).fill(-1)
  const original = new Int32Array(size)
  const kept = new GrowingInts()
  for (let record = 0; record < size; record++) {
    let slot = hashOf(codes, others, record) & mask
    while (table[slot]! >= 0 && !alike(codes, others, table[slot]!, record)) slot = (slot + 1) & mask
    if (table[slot]! < 0) {
      table[slot] = record
      kept.push(record)
    }
    original[record] = table[slot]!
  }
  const chosen = kept.finish()
  // What stands in several rounds is of none.
  const ofAllCopies = (column: Column): Column => {
    if (column.id !== sourceId) return column
    const codes = column.codes.slice()
    for (let record = 0; record < size; record++)
      if (column.codes[record] !== column.codes[original[record]!]) codes[original[record]!] = missing
    return { ...column, codes }
  }
  const reduced = chosen.length === size ? dataset : subset({ ...dataset, columns: columns.map(ofAllCopies) }, chosen)
  return { dataset: reduced, original, kept: chosen, copies: size - chosen.length }
}

/** Every record by itself: what files without duplicates hold alike is of different people within each. */
export function everyRecord(dataset: Dataset): Originals {
  const all = Int32Array.from({ length: dataset.size }, (_, record) => record)
  return { dataset, original: all, kept: all, copies: 0 }
}

/** How many records are alike in everything compared to an earlier one of their own file. */
export function alikeWithinFiles(dataset: Dataset, sources: Sources): number {
  const { original } = withoutCopies(dataset)
  const files = sources.reduce((most, source) => Math.max(most, source + 1), 1)
  const met = new Set<number>()
  for (const [record, first] of original.entries()) met.add(first * files + sources[record]!)
  return dataset.size - met.size
}

function hashOf(codes: readonly Int32Array[], others: Lists | undefined, record: number): number {
  let hash = 0x811c9dc5
  for (const values of codes) hash = Math.imul(hash ^ values[record]!, 0x01000193) ^ (hash >>> 13)
  if (others)
    for (let at = others.starts[record]!; at < others.starts[record + 1]!; at++)
      hash = Math.imul(hash ^ others.values[at]!, 0x01000193)
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 1
}

function alike(codes: readonly Int32Array[], others: Lists | undefined, one: number, other: number): boolean {
  for (const values of codes) if (values[one] !== values[other]) return false
  if (!others) return true
  const { starts, values } = others
  const length = starts[one + 1]! - starts[one]!
  if (starts[other + 1]! - starts[other]! !== length) return false
  for (let at = 0; at < length; at++) if (values[starts[one]! + at] !== values[starts[other]! + at]) return false
  return true
}

function subset({ names, columns }: Dataset, kept: Int32Array): Dataset {
  const picked = columns.map((column): Column => recounted(column, pick(column.codes, kept)))
  return { size: kept.length, names: names ? namesOf(names, kept, birthsOf(picked)) : null, columns: picked }
}

function pick(values: Int32Array, kept: Int32Array): Int32Array {
  const picked = sharedInts(kept.length)
  for (let at = 0; at < kept.length; at++) picked[at] = values[kept[at]!]!
  return picked
}

function namesOf(names: Names, kept: Int32Array, births: Int32Array | undefined): Names {
  const [family, given, familySound, givenSound] = [
    pick(names.family, kept), pick(names.given, kept), pick(names.familySound, kept), pick(names.givenSound, kept),
  ] // prettier-ignore
  const starts = sharedInts(kept.length + 1)
  const values = new GrowingInts()
  for (const [at, record] of kept.entries()) {
    starts[at] = values.length
    for (let other = names.others.starts[record]!; other < names.others.starts[record + 1]!; other++)
      values.push(names.others.values[other]!)
  }
  starts[kept.length] = values.length
  const others = { starts, values: values.finish() }
  const holders = holdersOfNames({ family, given, familySound, givenSound, others }, names.holders.any.length)
  const namesakes = namesakesOf({ family, given, familySound, givenSound }, births)
  return { ...names, family, given, familySound, givenSound, others, holders, namesakes }
}
