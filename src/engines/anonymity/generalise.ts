import { SUPPRESSED } from './hierarchy.ts'
import type { Hierarchy } from './hierarchy.ts'
import { classesOf, isAnonymous, isDiverseClass } from './table.ts'
import type { AnonymityCheck, AnonymityRules, PublishedRow, SourceRow } from './table.ts'

/** Why values were coarsened: the value alone was rare, the combination was, or a class showed too few values. */
export type CoarseningCause = 'RARE_VALUE' | 'RARE_COMBINATION' | 'TOO_LITTLE_DIVERSITY'

export interface Coarsening {
  readonly column: string
  /** The level reached: a hierarchy's level name, or `*`. */
  readonly level: string
  readonly cause: CoarseningCause
  /** Rows that took this step. */
  readonly rows: number
}

export interface AnonymityReport {
  /** Columns of the source that are not published at all: identifiers, linking codes, free text. */
  readonly dropped: readonly string[]
  readonly coarsenings: readonly Coarsening[]
  /** Cells published, by column and level: `{ age: { 'age-band-5': 40, '*': 2 } }`. */
  readonly published: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Rows that could not be published at all, since too few were left to hide among. */
  readonly withheldRows: number
  readonly check: AnonymityCheck
}

export interface AnonymousTable {
  readonly rows: readonly PublishedRow[]
  readonly report: AnonymityReport
}

interface Draft {
  readonly sourceIndex: number
  readonly source: SourceRow
  /** Level by column; the number of levels means suppressed. */
  readonly level: Record<string, number>
  values: Record<string, string>
}

/**
 * Publishes a table in which every combination of quasi-identifiers stands for k people and l values at least.
 * Method: local recoding, bottom up. Rows in a class that is too small take one step: columns whose own value is rare
 * first, else the column in which the step gives up least. Rows that reach the top in every column form one class,
 * which draws in the smallest other classes until it is large enough; if it cannot, its rows are withheld. It follows
 * Sweeney's Datafly (2002), applied to rows instead of whole columns so that the common stay precise.
 * The rows come in source order; shuffle them and leave `sourceIndex` out before they leave the house.
 */
export function generalise(source: readonly SourceRow[], rules: AnonymityRules): AnonymousTable {
  const columns = Object.keys(rules.quasiIdentifiers)
  let drafts = source.map((row, sourceIndex) => draftOf(row, sourceIndex, rules))
  const steps = new Map<string, Coarsening>()
  for (let failing = failingRows(drafts, rules); failing.length > 0; failing = failingRows(drafts, rules)) {
    const climbing = failing.filter((draft) => columns.some((column) => canClimb(draft, column, rules)))
    if (climbing.length > 0) {
      climb(climbing, drafts, rules, steps)
      continue
    }
    const drawn = smallestOther(drafts, failing, columns)
    if (drawn.length === 0) drafts = withoutRows(drafts, failing)
    for (const draft of drawn) {
      for (const column of columns) raise(draft, column, topOf(rules, column), 'RARE_COMBINATION', { rules, steps })
    }
  }
  const rows = drafts.map(({ sourceIndex, values }) => ({ sourceIndex, values }))
  const report: AnonymityReport = {
    dropped: droppedColumns(source, rules),
    coarsenings: [...steps.values()],
    published: publishedLevels(drafts, rules),
    withheldRows: source.length - drafts.length,
    check: isAnonymous(rows, { columns, k: rules.k }),
  }
  return { rows, report }
}

function draftOf(source: SourceRow, sourceIndex: number, rules: AnonymityRules): Draft {
  const quasi = Object.entries(rules.quasiIdentifiers).map(([column, hierarchy]) => [
    column,
    valueAt(source, column, hierarchy, 0),
  ])
  const sensitive = rules.sensitive.map((column) => [column, String(source[column] ?? '')])
  const level = Object.fromEntries(Object.keys(rules.quasiIdentifiers).map((column) => [column, 0]))
  return { sourceIndex, source, level, values: Object.fromEntries([...quasi, ...sensitive]) }
}

function valueAt(source: SourceRow, column: string, hierarchy: Hierarchy, level: number): string {
  return hierarchy.levels[level]?.of(source[column] ?? null) ?? SUPPRESSED
}

function failingRows(drafts: readonly Draft[], rules: AnonymityRules): Draft[] {
  const classes = classesOf(drafts, Object.keys(rules.quasiIdentifiers))
  return [...classes.values()].filter((members) => members.length < rules.k || !isDiverseClass(members, rules)).flat()
}

function topOf(rules: AnonymityRules, column: string): number {
  return rules.quasiIdentifiers[column]!.levels.length
}

function canClimb(draft: Draft, column: string, rules: AnonymityRules): boolean {
  return draft.level[column]! < topOf(rules, column)
}

type Steps = { readonly rules: AnonymityRules; readonly steps: Map<string, Coarsening> }

function climb(
  climbing: readonly Draft[],
  drafts: readonly Draft[],
  rules: AnonymityRules,
  steps: Map<string, Coarsening>,
): void {
  const columns = Object.keys(rules.quasiIdentifiers)
  const counts = new Map(columns.map((column) => [column, countValues(drafts, column)]))
  const distinct = new Map(columns.map((column) => [column, countValues(climbing, column).size]))
  const rowsOfClass = classSizes(drafts, columns)
  for (const draft of climbing) {
    const open = columns.filter((column) => canClimb(draft, column, rules))
    const rare = open.filter((column) => counts.get(column)!.get(draft.values[column]!)! < rules.k)
    const isTooSmall = rowsOfClass(draft) < rules.k
    // The step that gives up least of its column's precision; of equal ones, in the column that varies most.
    const loss = (column: string): number => (draft.level[column]! + 1) / topOf(rules, column)
    const mildest = open.toSorted((a, b) => loss(a) - loss(b) || distinct.get(b)! - distinct.get(a)!).slice(0, 1)
    const chosen = rare.length > 0 && isTooSmall ? rare : mildest
    const small = rare.length > 0 ? 'RARE_VALUE' : 'RARE_COMBINATION'
    const cause = isTooSmall ? small : 'TOO_LITTLE_DIVERSITY'
    for (const column of chosen) raise(draft, column, draft.level[column]! + 1, cause, { rules, steps })
  }
}

/** Sizes as they stand before the step, so that the order of rows does not matter. */
function classSizes(drafts: readonly Draft[], columns: readonly string[]): (draft: Draft) => number {
  const sizes = new Map<Draft, number>()
  for (const members of classesOf(drafts, columns).values()) {
    for (const member of members) sizes.set(member, members.length)
  }
  return (draft) => sizes.get(draft) ?? 0
}

function countValues(drafts: readonly Draft[], column: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { values } of drafts) counts.set(values[column]!, (counts.get(values[column]!) ?? 0) + 1)
  return counts
}

function raise(draft: Draft, column: string, to: number, cause: CoarseningCause, { rules, steps }: Steps): void {
  const hierarchy = rules.quasiIdentifiers[column]!
  if (draft.level[column] === to) return
  draft.level[column] = to
  draft.values = { ...draft.values, [column]: valueAt(draft.source, column, hierarchy, to) }
  const level = hierarchy.levels[to]?.name ?? SUPPRESSED
  const key = JSON.stringify([column, level, cause])
  const before = steps.get(key)?.rows ?? 0
  steps.set(key, { column, level, cause, rows: before + 1 })
}

function withoutRows(drafts: readonly Draft[], gone: readonly Draft[]): Draft[] {
  const withheld = new Set(gone)
  return drafts.filter((draft) => !withheld.has(draft))
}

/** The smallest class of rows that can still give up something: it joins the rows that have nothing left to give. */
function smallestOther(drafts: readonly Draft[], failing: readonly Draft[], columns: readonly string[]): Draft[] {
  const classes = [...classesOf(withoutRows(drafts, failing), columns).values()].toSorted((a, b) => a.length - b.length)
  return [...(classes[0] ?? [])]
}

function droppedColumns(source: readonly SourceRow[], rules: AnonymityRules): string[] {
  const all = new Set(source.flatMap((row) => Object.keys(row)))
  return [...all]
    .filter((column) => !(column in rules.quasiIdentifiers) && !rules.sensitive.includes(column))
    .toSorted()
}

function publishedLevels(drafts: readonly Draft[], rules: AnonymityRules): AnonymityReport['published'] {
  return Object.fromEntries(
    Object.entries(rules.quasiIdentifiers).map(([column, hierarchy]) => {
      const counts: Record<string, number> = {}
      for (const { level } of drafts) {
        const name = hierarchy.levels[level[column]!]?.name ?? SUPPRESSED
        counts[name] = (counts[name] ?? 0) + 1
      }
      return [column, counts]
    }),
  )
}
