import type { Cell, Hierarchy } from './hierarchy.ts'

export type SourceRow = Readonly<Record<string, Cell>>

export interface AnonymityRules {
  /** What could be known from elsewhere; every other column of the source is dropped unless it is sensitive. */
  readonly quasiIdentifiers: Readonly<Record<string, Hierarchy>>
  /** Published as they are; each class must show at least `l` different values of each. */
  readonly sensitive: readonly string[]
  /** People in every class: 5 within a company, 11 across the network. */
  readonly k: number
  readonly l: number
}

export interface PublishedRow {
  /** Where the row stands in the source. For the caller alone: it must not be published. */
  readonly sourceIndex: number
  readonly values: Readonly<Record<string, string>>
}

/** The rows that share all published quasi-identifiers. */
export function classesOf<Row extends Pick<PublishedRow, 'values'>>(
  rows: readonly Row[],
  columns: readonly string[],
): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, ({ values }) => JSON.stringify(columns.map((column) => values[column] ?? null)))
}

export interface AnonymityCheck {
  readonly anonymous: boolean
  readonly smallestClass: number
  readonly classesBelowK: number
  /** Highest chance to single out one person knowing they are in the table (prosecutor risk): 1 / smallest class. */
  readonly highestRisk: number
  /** The same, averaged over the rows: classes / rows. */
  readonly averageRisk: number
}

/**
 * Whether every combination of the given columns stands for k rows at least. An empty table is anonymous.
 * Source: Samarati & Sweeney (1998); the risks as in El Emam, Guide to the De-Identification of Health Information.
 */
export function isAnonymous(
  rows: readonly Pick<PublishedRow, 'values'>[],
  { columns, k }: { readonly columns: readonly string[]; readonly k: number },
): AnonymityCheck {
  const sizes = [...classesOf(rows, columns).values()].map((members) => members.length)
  const smallestClass = sizes.reduce((least, size) => Math.min(least, size), sizes[0] ?? 0)
  const classesBelowK = sizes.filter((size) => size < k).length
  return {
    anonymous: classesBelowK === 0,
    smallestClass,
    classesBelowK,
    highestRisk: smallestClass === 0 ? 0 : 1 / smallestClass,
    averageRisk: rows.length === 0 ? 0 : sizes.length / rows.length,
  }
}

/** Whether every class shows l different values of each sensitive column (distinct l-diversity, Machanavajjhala 2007). */
export function isDiverse(
  rows: readonly Pick<PublishedRow, 'values'>[],
  question: { readonly columns: readonly string[]; readonly sensitive: readonly string[]; readonly l: number },
): boolean {
  return [...classesOf(rows, question.columns).values()].every((members) => isDiverseClass(members, question))
}

export function isDiverseClass(
  members: readonly Pick<PublishedRow, 'values'>[],
  { sensitive, l }: { readonly sensitive: readonly string[]; readonly l: number },
): boolean {
  return sensitive.every((column) => new Set(members.map(({ values }) => values[column])).size >= l)
}
