import { clusters, type Recoding } from './cluster.ts'

/** What a column says of somebody who left it open. */
export const UNSTATED = '不明'

/** How the values of a column are said of one person, of several together, and as what they are published. */
export interface Coding<Row, Value> {
  /** What can be said of one row alone. */
  of(row: Row): Value
  /** What is true of everyone whom either describes; in any order the same, and of a value with itself, itself. */
  join(one: Value, other: Value): Value
  /** From 0, nothing lost, to 1, nothing told. */
  loss(value: Value): number
  /** As it is published; `UNSTATED` where everyone left it open, null where nothing can be said. */
  say(value: Value): string | null
}

export interface Column<Row> {
  readonly name: string
  /** What the column is worth to whoever looks for people: what is worth most is given up last. */
  readonly worth: number
  /** Who is known to stand in a class must not thereby be known by this: it shows l different values or none. */
  readonly isSensitive: boolean
  /** Even what is published at best is coarser than what was stated: a band, a quarter. */
  readonly isBanded: boolean
  readonly coding: Coding<Row, unknown>
}

type Told = { readonly name: string; readonly worth: number; readonly isSensitive?: true; readonly isBanded?: true }

export const column = <Row, Value>(told: Told, coding: Coding<Row, Value>): Column<Row> => ({
  isSensitive: false,
  isBanded: false,
  ...told,
  coding,
})

export interface Gate<Row> {
  readonly columns: readonly Column<Row>[]
  /** People behind every combination of published values: 11 across the network. */
  readonly k: number
  /** Different values of each sensitive column behind every combination that shows it. */
  readonly l: number
}

/** One row as others may see it. A column of which nothing can be said is left out. */
export type PublishedRow = Readonly<Record<string, string>>

/**
 * What of each row may be shown, so that every published combination stands for k rows and shows l values of what is
 * sensitive; null where too few rows are left, or where nothing says anything. Every column that no coding names stays
 * inside. Takes time with the square of the rows: cut a large table into blocks first (`blocksOf`).
 */
export function publish<Row>(rows: readonly Row[], gate: Gate<Row>): (PublishedRow | null)[] {
  const published: (PublishedRow | null)[] = rows.map(() => null)
  for (const { members, shape } of clusters(rows, { k: gate.k, ...together(gate.columns) })) {
    const said = gate.columns.flatMap((one, at) => {
      const value = one.coding.say(shape[at])
      const isShown = value !== null && (!one.isSensitive || isDiverse(rows, members, { one, l: gate.l }))
      return isShown ? [[one.name, value] as const] : []
    })
    const row = said.some(([, value]) => value !== UNSTATED) ? Object.fromEntries(said) : null
    for (const member of members) published[member] = row
  }
  return published
}

/** What one row alone says in a column. */
export const ownSay = <Row>({ coding }: Column<Row>, row: Row): string => coding.say(coding.of(row)) ?? UNSTATED

function together<Row>(columns: readonly Column<Row>[]): Recoding<Row, readonly unknown[]> {
  return {
    of: (row) => columns.map(({ coding }) => coding.of(row)),
    join: (one, other) => columns.map(({ coding }, at) => coding.join(one[at], other[at])),
    loss: (shape) => columns.reduce((sum, { worth, coding }, at) => sum + worth * coding.loss(shape[at]), 0),
  }
}

/** Distinct l-diversity: Machanavajjhala et al., "l-Diversity: Privacy beyond k-Anonymity" (TKDD 2007). */
function isDiverse<Row>(
  rows: readonly Row[],
  members: readonly number[],
  { one, l }: { readonly one: Column<Row>; readonly l: number },
): boolean {
  return new Set(members.map((member) => ownSay(one, rows[member]!))).size >= l
}
