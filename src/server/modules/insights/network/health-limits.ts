import type { HealthDimension, HealthGroup, HealthRate } from '../../../../contract/network/network-health.ts'
import { suppressCounts, type SafeTable } from '../../../../engines/anonymity/index.ts'
import type { Exchange } from './fairness.ts'

/** A group with the counts that its rates were made from. */
export type CountedGroup = HealthGroup & { exchange: Exchange }
export type Dimensions<Group> = Record<HealthDimension, Group[]>

/** Two pairs of results with their sums: requests (yes, no or lapsed) and referrals (counted, refused or taken back). */
const pairs = [
  ['received', 'unanswered'],
  ['given', 'refused'],
] as const

type Told = Record<keyof Exchange, number | null>

/**
 * The groups as far as each count stands for k people or for none, and none can be subtracted out of the others and
 * their sums. The line of the whole network is the sum of every dimension: what must be withheld of it in one is
 * withheld in all. A rate is told only with both of its counts, a verdict only with its rate.
 */
export function limitHealth(
  whole: CountedGroup,
  groups: Dimensions<CountedGroup>,
  k: number,
): { whole: HealthGroup; groups: Dimensions<HealthGroup> } {
  const dimensions = Object.keys(groups) as HealthDimension[]
  const tables = pairs.map((pair) => tablesOf(pair, { groups, k }))
  const toldIn = (dimension: HealthDimension, row: number): Told =>
    Object.fromEntries(
      pairs.flatMap((pair, at) =>
        pair.map((key, column) => [key, countOf(tables[at]![dimension].cells[row]?.[column])]),
      ),
    ) as Told
  const [first] = dimensions
  const wholeTold = Object.fromEntries(
    pairs.flatMap((pair, at) =>
      pair.map((key, column) => [key, countOf(tables[at]![first!].columnTotals[column] ?? { count: 0 })]),
    ),
  ) as Told
  return {
    whole: told(whole, wholeTold),
    groups: Object.fromEntries(
      dimensions.map((dimension) => [
        dimension,
        groups[dimension].map((one, row) => told(one, toldIn(dimension, row))),
      ]),
    ) as Dimensions<HealthGroup>,
  }
}

type Pair = (typeof pairs)[number]

/** One table for each dimension, until all agree on which sums over the network are withheld. */
function tablesOf(
  pair: Pair,
  { groups, k }: { groups: Dimensions<CountedGroup>; k: number },
): Record<HealthDimension, SafeTable> {
  const withheld = new Set<number>()
  for (;;) {
    const before = withheld.size
    const tables = Object.fromEntries(
      Object.entries(groups).map(([dimension, all]) => {
        const counts = all.map(({ exchange }) => pair.map((key) => exchange[key]))
        return [dimension, suppressCounts(counts, k, (row, column) => row === all.length && withheld.has(column))]
      }),
    ) as Record<HealthDimension, SafeTable>
    for (const { columnTotals, total } of Object.values(tables))
      for (const [column, cell] of [...columnTotals, total].entries()) if ('suppressed' in cell) withheld.add(column)
    if (withheld.size === before) return tables
  }
}

const countOf = (cell: SafeTable['total'] | undefined): number | null => (cell && 'count' in cell ? cell.count : null)

function told(counted: CountedGroup, counts: Told): HealthGroup {
  const { exchange: _, ...group } = counted
  const { given, refused, received, unanswered } = counts
  const isKnown = (...all: (number | null)[]) => all.every((count) => count !== null)
  const perTen = limited(group.perTen, { isTold: isKnown(given, received), of: given })
  return {
    ...group,
    given,
    received,
    perTen,
    accepted: limited(group.accepted, { isTold: isKnown(received, unanswered), of: group.accepted.of }),
    counted: limited(group.counted, { isTold: isKnown(given, refused), of: group.counted.of }),
    stands: perTen.value === null ? null : group.stands,
  }
}

const limited = (rate: HealthRate, { isTold, of }: { isTold: boolean; of: number | null }): HealthRate =>
  isTold ? { ...rate, of } : { of: null, value: null, interval: null }

/** Counts of one kind, month by month, of which the sum may be known from elsewhere. */
export function limitMonths(counts: readonly number[], k: number): (number | null)[] {
  const [row = []] = suppressCounts([[...counts]], k).cells
  return row.map(countOf)
}
