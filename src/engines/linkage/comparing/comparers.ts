import { nameComparer, type NameMeeting } from './compare-names.ts'
import { comparerOf, type ValueComparer } from './compare-values.ts'
import type { Dataset } from '../reading/dataset.ts'

/** What compares the names and values of a dataset, and remembers what it met: made once for all who ask of the same pairs. */
export type Comparers = {
  names: ((one: number, other: number) => NameMeeting) | null
  columns: readonly ValueComparer[]
}

export const comparersOf = ({ names, columns, size }: Dataset): Comparers => ({
  names: names ? nameComparer(names, size) : null,
  columns: columns.map(comparerOf),
})
