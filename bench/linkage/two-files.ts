import { evaluate } from '../../src/engines/linkage/index.ts'
import { madeApplicants } from './applicants.ts'
import { englishSets } from './english/index.ts'
import type { MadeSet } from './english/made.ts'
import { linkByDefault, madeFiles } from './sets.ts'
import { print, share } from './printing.ts'

/** Nothing was looked at with it. */
const seed = 703

/** The made sets as two files, neither of which holds a person twice: with the defaults, and told so by `--link-only`. */
export async function printTwoFiles(rows: number): Promise<void> {
  print('set             rows    defaults P / R / F1          --link-only P / R / F1')
  const sets = Object.entries(englishSets).map(([name, make]) => ({ name, made: make({ rows, seed, dirt: 1.4 }) }))
  for (const { name, made } of [...sets, { name: 'japanese', made: madeApplicants(rows, seed) }]) {
    const { paths, persons } = madeFiles(`two-${name}`, inTwoFiles(made))
    const measure = async (linkOnly: boolean) => {
      const { clusters } = await linkByDefault(paths, { linkOnly })
      const { precision, recall, f1 } = evaluate(clusters, persons).pairs
      return `${share(precision)} / ${share(recall)} / ${share(f1)}`
    }
    print(
      `${name.padEnd(12)} ${String(persons.length).padStart(7)}    ${await measure(false)}     ${await measure(true)}`,
    )
  }
}

/** The first two rows of each person, in a file each; who has one stands in either. */
function inTwoFiles({ table, persons }: Pick<MadeSet, 'table' | 'persons'>): MadeSet {
  const met = new Map<string | number, number[]>()
  for (const [at, person] of persons.entries()) {
    const rows = met.get(person) ?? []
    met.set(person, rows.length < 2 ? [...rows, at] : rows)
  }
  const kept = [...met.values()].flatMap((rows, nth) =>
    rows.map((at, place) => ({ at, file: rows.length === 2 ? place : nth % 2 })),
  )
  return {
    table: [table[0]!, ...kept.map(({ at }) => table[at + 1]!)],
    persons: kept.map(({ at }) => persons[at]!),
    files: kept.map(({ file }) => file),
  }
}
