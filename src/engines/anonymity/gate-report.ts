import { ownSay, UNSTATED, type Column, type Gate, type PublishedRow } from './gate.ts'

/**
 * Why a value is shown as it is: as it was said (`AS_STATED`), in the band that everybody's is shown in (`BANDED`),
 * coarser or not at all since fewer than k said the same (`RARE_VALUE`), since fewer than k are alike in it and the rest
 * (`RARE_COMBINATION`), or since all who look alike say the same and it would be known of each (`TOO_LITTLE_DIVERSITY`).
 * `ROW_WITHHELD`: nothing of the person is shown.
 */
export type Cause =
  | 'AS_STATED'
  | 'BANDED'
  | 'NOT_STATED'
  | 'RARE_VALUE'
  | 'RARE_COMBINATION'
  | 'TOO_LITTLE_DIVERSITY'
  | 'ROW_WITHHELD'

export interface ColumnReport {
  /** Null where the value is withheld. */
  readonly shown: string | null
  readonly cause: Cause
  /** How many people say the very same, the person included. Below k it is not for showing. */
  readonly alike: number
}

export interface RowReport {
  /** How many people look exactly like this to others; 0 where the row is withheld. */
  readonly people: number
  readonly columns: Readonly<Record<string, ColumnReport>>
}

/** What the gate did to each row of a table, and why. */
export function explain<Row>(
  rows: readonly Row[],
  published: readonly (PublishedRow | null)[],
  gate: Gate<Row>,
): RowReport[] {
  const alike = gate.columns.map((one) => counts(rows.map((row) => ownSay(one, row))))
  const classes = counts(published.map(keyOf))
  return rows.map((row, at) => {
    const shownRow = published[at] ?? null
    const columns = gate.columns.map((one, column) => {
      const own = ownSay(one, row)
      const shown = shownRow?.[one.name] ?? null
      const same = alike[column]!.get(own)!
      return [one.name, { shown, alike: same, cause: causeOf({ one, own, shown, shownRow, same, k: gate.k }) }] as const
    })
    return { people: shownRow ? classes.get(keyOf(shownRow))! : 0, columns: Object.fromEntries(columns) }
  })
}

type Shown<Row> = {
  one: Column<Row>
  own: string
  shown: string | null
  shownRow: PublishedRow | null
  same: number
  k: number
}

function causeOf<Row>({ one, own, shown, shownRow, same, k }: Shown<Row>): Cause {
  if (own === UNSTATED) return 'NOT_STATED'
  if (shownRow === null) return 'ROW_WITHHELD'
  if (shown === own) return one.isBanded ? 'BANDED' : 'AS_STATED'
  if (same < k) return 'RARE_VALUE'
  return shown === null && one.isSensitive ? 'TOO_LITTLE_DIVERSITY' : 'RARE_COMBINATION'
}

export interface GateCheck {
  /** People in the smallest class that is shown; 0 where none is. */
  readonly smallestClass: number
  /** Classes that break k or l. A release with any must not leave. */
  readonly violations: number
  /** Highest chance to single out one person knowing they are in the table (prosecutor risk): 1 / smallest class. */
  readonly highestRisk: number
  /** The same, averaged over the rows: classes / rows. */
  readonly averageRisk: number
}

/**
 * Judges a published table by itself, not by how it was made: classes as an outsider forms them, after Samarati &
 * Sweeney (1998); the risks as in El Emam, Guide to the De-Identification of Health Information.
 */
export function check<Row>(
  rows: readonly Row[],
  published: readonly (PublishedRow | null)[],
  gate: Gate<Row>,
): GateCheck {
  const shown = rows.flatMap((row, at) => (published[at] ? [{ row, published: published[at] }] : []))
  const classes = [...Map.groupBy(shown, (one) => keyOf(one.published)).values()]
  const isBroken = (members: typeof shown) =>
    members.length < gate.k ||
    gate.columns.some(
      (one) =>
        one.isSensitive &&
        one.name in members[0]!.published &&
        new Set(members.map(({ row }) => ownSay(one, row))).size < gate.l,
    )
  const smallestClass = classes.reduce((least, { length }) => Math.min(least, length), classes[0]?.length ?? 0)
  return {
    smallestClass,
    violations: classes.filter(isBroken).length,
    highestRisk: smallestClass === 0 ? 0 : 1 / smallestClass,
    averageRisk: shown.length === 0 ? 0 : classes.length / shown.length,
  }
}

const keyOf = (row: PublishedRow | null): string => {
  if (row === null) return ''
  const names = Object.keys(row).toSorted((one, other) => (one < other ? -1 : 1))
  return JSON.stringify(names.map((name) => [name, row[name]]))
}

function counts(values: readonly string[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1)
  return found
}
