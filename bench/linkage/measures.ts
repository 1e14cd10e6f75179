import type { LinkedFiles } from '../../src/cli/link/link-files.ts'
import { candidatesOf, probabilityOf } from '../../src/engines/linkage/index.ts'

type Persons = readonly (string | number)[]

const pairsOf = (count: number) => (count * (count - 1)) / 2

function sizesOf(values: Iterable<string | number>): number[] {
  const sizes = new Map<string | number, number>()
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()]
}

/** How many pairs of rows are of one person. */
export const truePairs = (persons: Persons): number => sizesOf(persons).reduce((sum, size) => sum + pairsOf(size), 0)

/** The share of true pairs that some rule of blocking brought together; what it leaves out nothing can find. */
export function blockingRecall({ originals: { original, kept }, blocks, dataset }: LinkedFiles, persons: Persons) {
  // Rows alike in everything are one record of the dataset, and may be of two people all the same.
  const ofPerson = (first: number, row: number) => `${first} ${persons[row]}`
  const rowsOf = new Map<string, number[]>()
  const peopleOf = new Map<number, Set<number>>()
  for (const [row, first] of original.entries()) {
    const key = ofPerson(first, row)
    const rows = rowsOf.get(key)
    if (rows) rows.push(row)
    else {
      rowsOf.set(key, [row])
      peopleOf.set(first, (peopleOf.get(first) ?? new Set()).add(row))
    }
  }
  let found = Array.from(rowsOf.values(), ({ length }) => pairsOf(length)).reduce((sum, count) => sum + count, 0)
  const earlierOf = candidatesOf(blocks.index, dataset.size)
  for (let record = 0; record < dataset.size; record++) {
    const one = kept[record]!
    const { candidates, count } = earlierOf(record)
    for (let at = 0; at < count; at++) {
      const other = kept[candidates[at]!]!
      for (const row of peopleOf.get(one)!)
        found += rowsOf.get(ofPerson(one, row))!.length * (rowsOf.get(ofPerson(other, row))?.length ?? 0)
    }
  }
  return found / Math.max(1, truePairs(persons))
}

export type Calibration = { bins: { upTo: number; pairs: number; said: number; were: number }[]; error: number }

/**
 * What was said of pairs against what they were, and the expected calibration error over them (Naeini, Cooper and
 * Hauskrecht, 2015): how far, on average, a probability is from the share that is right.
 */
export function calibrationOf({ edges, originals: { kept } }: LinkedFiles, persons: Persons): Calibration {
  const bounds = [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999, 1.1]
  const bins = bounds.map((bound) => ({ upTo: Math.min(bound, 1), pairs: 0, said: 0, were: 0 }))
  for (let edge = 0; edge < edges.count; edge++) {
    const probability = probabilityOf(edges.weights[edge]!)
    const bin = bins[bounds.findIndex((bound) => probability < bound)]!
    bin.pairs++
    bin.said += probability
    if (persons[kept[edges.one[edge]!]!] === persons[kept[edges.other[edge]!]!]) bin.were++
  }
  const error = bins.reduce((sum, { said, were }) => sum + Math.abs(said - were), 0) / Math.max(edges.count, 1)
  return { error, bins: bins.filter(({ pairs }) => pairs > 0) }
}
