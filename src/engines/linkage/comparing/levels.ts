import type { ColumnKind } from '../reading/columns.ts'

/**
 * The levels of each comparison, best first; number 0 is always "one side has no value", which tells nothing. `m` is
 * the share of matching pairs at a level, `u` of others: where training begins and what it leans on when the data are
 * few. `frequent` marks levels whose weight depends on how common the value is. Levels of one `ladder` are ordered: a
 * better one never weighs less than a worse one.
 */
export type LevelDefault = { name: string; m: number; u: number; frequent?: true; ladder?: true }

const name: readonly LevelDefault[] = [
  { name: 'exact', m: 0.7, u: 0.002, frequent: true, ladder: true },
  { name: 'sound', m: 0.06, u: 0.003, frequent: true, ladder: true },
  { name: 'close', m: 0.12, u: 0.004, ladder: true },
  { name: 'similar', m: 0.03, u: 0.02, ladder: true },
  { name: 'initial', m: 0.01, u: 0.01 },
  { name: 'elsewhere', m: 0.03, u: 0.002, frequent: true },
  { name: 'different', m: 0.05, u: 0.959, ladder: true },
]

export const levelsOfKind: Readonly<Record<ColumnKind | 'name', readonly LevelDefault[]>> = {
  name,
  date: [
    { name: 'exact', m: 0.75, u: 0.0003, frequent: true, ladder: true },
    { name: 'near', m: 0.13, u: 0.003, ladder: true },
    { name: 'partial', m: 0.06, u: 0.01, ladder: true },
    { name: 'year', m: 0.03, u: 0.03, ladder: true },
    { name: 'different', m: 0.03, u: 0.9567, ladder: true },
  ],
  mail: [
    { name: 'exact', m: 0.6, u: 0.0001, frequent: true, ladder: true },
    { name: 'local', m: 0.07, u: 0.0002, ladder: true },
    { name: 'close', m: 0.13, u: 0.0004, ladder: true },
    { name: 'similar', m: 0.05, u: 0.005, ladder: true },
    { name: 'different', m: 0.15, u: 0.9943, ladder: true },
  ],
  phone: [
    { name: 'exact', m: 0.7, u: 0.0001, frequent: true, ladder: true },
    { name: 'close', m: 0.05, u: 0.0004, ladder: true },
    { name: 'different', m: 0.25, u: 0.9995, ladder: true },
  ],
  code: [
    { name: 'exact', m: 0.8, u: 0.002, frequent: true, ladder: true },
    { name: 'close', m: 0.1, u: 0.005, ladder: true },
    { name: 'area', m: 0.03, u: 0.02, ladder: true },
    { name: 'different', m: 0.07, u: 0.973, ladder: true },
  ],
  words: [
    { name: 'exact', m: 0.65, u: 0.005, frequent: true, ladder: true },
    { name: 'close', m: 0.12, u: 0.005, ladder: true },
    { name: 'partial', m: 0.08, u: 0.04, ladder: true },
    { name: 'different', m: 0.15, u: 0.95, ladder: true },
  ],
  middle: [
    { name: 'exact', m: 0.55, u: 0.01, frequent: true, ladder: true },
    { name: 'close', m: 0.15, u: 0.006, ladder: true },
    { name: 'initial', m: 0.2, u: 0.03, ladder: true },
    { name: 'different', m: 0.1, u: 0.954, ladder: true },
  ],
  category: [
    { name: 'exact', m: 0.9, u: 0.2, frequent: true, ladder: true },
    { name: 'different', m: 0.1, u: 0.8, ladder: true },
  ],
  number: [
    { name: 'exact', m: 0.5, u: 0.02, frequent: true, ladder: true },
    { name: 'near', m: 0.25, u: 0.04, ladder: true },
    { name: 'close', m: 0.1, u: 0.08, ladder: true },
    { name: 'different', m: 0.15, u: 0.86, ladder: true },
  ],
}

/** Who is met in one round may or may not be met there again: the records say it, and equal need not weigh more. */
export const levelsOfSource: readonly LevelDefault[] = [
  { name: 'exact', m: 0.5, u: 0.5 },
  { name: 'different', m: 0.5, u: 0.5 },
]

/** Names for the numbers of the name levels, in the order of the table above. */
export const nameLevel = { exact: 1, sound: 2, close: 3, similar: 4, initial: 5, elsewhere: 6, different: 7 } as const
