import {
  impactSteps,
  races,
  sexes,
  type ImpactKind,
  type ImpactLine,
  type ImpactStep,
  type ImpactTable,
  type Race,
  type Sex,
} from '../../../contract/impact/impact.ts'
import { suppressCounts, type SafeCell, type SafeTable } from '../../../engines/anonymity/index.ts'
import { impactRatios } from '../../../engines/statistics/index.ts'

/** One person with their answer and, of each step, in how many openings it came to that. */
export type Person = { sex: Sex | null; race: Race | null; assessed: number; selected: Record<ImpactStep, number> }

export type Tables = { assessed: number | null; tables: ImpactTable[] }

const rows = [...races, null] as const
const columns = [...sexes, null] as const

/**
 * The impact ratios of each step by sex, by race and by both, as far as they may be told. Race and sex are one table with
 * its sums, what is not known among them: counts of fewer than k, or of fewer than k people (one person stands in it
 * once for each opening), are withheld, with as many others as would give them away. `minimumShare`: see `impactRatios`.
 */
export function impactTables(
  people: readonly Person[],
  { k, minimumShare }: { k: number; minimumShare: number },
): Tables {
  const assessed = gridOf(people, (one) => one.assessed)
  const base = suppressCounts(assessed.counts, k, (row, column) => isFew(assessed.people[row]![column]!, k))
  const tables = impactSteps.flatMap((step) => {
    const safe = stepOf(people, step, { base, k })
    const told = (kind: ImpactKind) => tableOf(kind, { step, base, safe, minimumShare })
    return [told('SEX'), told('RACE'), told('INTERSECTION')]
  })
  return { assessed: countOf(base.total), tables }
}

type Grid = { counts: number[][]; people: number[][] }

/** Counts with the people behind them, of whom the sums stand in a further row and column. */
function gridOf(people: readonly Person[], count: (one: Person) => number): Grid {
  const empty = () => rows.map(() => columns.map(() => 0))
  const [counts, behind] = [empty(), empty()]
  for (const one of people) {
    const [row, column] = [rows.indexOf(one.race), columns.indexOf(one.sex)]
    counts[row]![column]! += count(one)
    if (count(one) > 0) behind[row]![column]! += 1
  }
  return { counts, people: withSums(behind) }
}

function withSums(grid: readonly number[][]): number[][] {
  const wide = grid.map((row) => [...row, row.reduce((sum, count) => sum + count, 0)])
  return [...wide, wide[0]!.map((_, column) => wide.reduce((sum, row) => sum + row[column]!, 0))]
}

const isFew = (count: number, k: number): boolean => count > 0 && count < k

type Based = { base: SafeTable; k: number }

/** What was selected, where neither those nor the others of the same cell tell about few; more than assessed is impossible. */
function stepOf(people: readonly Person[], step: ImpactStep, { base, k }: Based): SafeTable {
  const selected = gridOf(people, (one) => one.selected[step])
  const others = gridOf(people, (one) => one.assessed - one.selected[step])
  const left = withSums(others.counts)
  return suppressCounts(
    selected.counts,
    k,
    (row, column) =>
      countOf(cellOf(base, row, column)) === null ||
      isFew(left[row]![column]!, k) ||
      isFew(selected.people[row]![column]!, k) ||
      isFew(others.people[row]![column]!, k),
    (row, column) => countOf(cellOf(base, row, column)),
  )
}

function cellOf({ cells, rowTotals, columnTotals, total }: SafeTable, row: number, column: number): SafeCell {
  if (row === rows.length) return column === columns.length ? total : columnTotals[column]!
  return column === columns.length ? rowTotals[row]! : cells[row]![column]!
}

const countOf = (cell: SafeCell): number | null => ('count' in cell ? cell.count : null)

/** Where the lines of each kind stand in the table, and the cells whose sum, the last subtracted, is not in them. */
const places: Record<ImpactKind, { lines: (readonly [number, number])[]; unknown: (readonly [number, number])[] }> = {
  SEX: {
    lines: sexes.map((_, column) => [rows.length, column] as const),
    unknown: [[rows.length, columns.length - 1]],
  },
  RACE: {
    lines: races.map((_, row) => [row, columns.length] as const),
    unknown: [[rows.length - 1, columns.length]],
  },
  INTERSECTION: {
    lines: races.flatMap((_, row) => sexes.map((__, column) => [row, column] as const)),
    unknown: [
      [rows.length, columns.length - 1],
      [rows.length - 1, columns.length],
      [rows.length - 1, columns.length - 1],
    ],
  },
}

type Telling = { step: ImpactStep; base: SafeTable; safe: SafeTable; minimumShare: number }

function tableOf(kind: ImpactKind, { step, base, safe, minimumShare }: Telling): ImpactTable {
  const { lines, unknown } = places[kind]
  const { categories, reference } = impactRatios({
    minimumShare,
    categories: lines.map(([row, column], at) => ({
      category: String(at),
      trials: countOf(cellOf(base, row, column)),
      successes: countOf(cellOf(safe, row, column)),
    })),
  })
  const outside = unknown.map(([row, column]) => countOf(cellOf(base, row, column)))
  const [first = null, second = 0, both = 0] = outside
  return {
    step,
    kind,
    unknown: first === null || second === null || both === null ? null : first + second - both,
    lines: categories.map(({ category, trials, successes, ...told }, at): ImpactLine => {
      const [row, column] = lines[at]!
      const { rate, ratio, fourFifths, leftOut, rateInterval, ratioInterval } = told
      return {
        race: rows[row] ?? null,
        sex: columns[column] ?? null,
        assessed: trials,
        selected: successes,
        rate,
        rateInterval,
        ratio,
        ratioInterval: ratioInterval && {
          low: ratioInterval.low,
          high: Number.isFinite(ratioInterval.high) ? ratioInterval.high : null,
        },
        fourFifths,
        leftOut,
        isReference: category === reference,
      }
    }),
  }
}
