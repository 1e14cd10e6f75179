import { evaluate } from '../../src/engines/linkage/index.ts'
import { madeApplicants, type Made } from './applicants.ts'
import { englishSets } from './english/index.ts'
import { blockingRecall, calibrationOf } from './measures.ts'
import { linkSet, madeFiles, shippedSets, tableFile, type LabelledSet, type LinkedSet } from './sets.ts'
import { print, share } from './printing.ts'

/** Seeds and shares of slips that nothing was tuned on; the defaults of the engine were looked at with seeds 1 to 9. */
const english = [
  { seed: 1101, dirt: 0.6 },
  { seed: 1102, dirt: 1.4 },
]

/** The weight from which a pair would be merged without a human: one in a million to be wrong by the model. */
const automaticBits = 20

/** `only` are names of sets, as the table begins with them; of all where none is named. */
export async function printQuality(
  rows: number,
  seeds: readonly number[],
  only: readonly string[] = [],
): Promise<void> {
  const isAsked = (name: string) => only.length === 0 || only.some((one) => name.startsWith(one))
  print(
    'set                               rows    blocked   pairs p>=.5 F1   clusters P / R / F1          B3 F1      ECE   wall s   CPU s   exact mail F1',
  )
  for (const set of shippedSets()) if (isAsked(set.name)) row(set, await linkSet(set), '')
  for (const [name, make] of Object.entries(englishSets).filter(([of]) => isAsked(of)))
    for (const { seed, dirt } of english) {
      const made = madeFiles(`${name}-${seed}`, make({ rows, seed, dirt }))
      const set = { ...made, name: `${name}, seed ${seed}, dirt ${dirt}` }
      const { persons } = set
      const measured = await linkSet(set)
      row(set, measured, '')
      if (seed === english.at(-1)!.seed) printCalibration(measured.linked, persons)
    }
  if (!isAsked('made')) return
  const totals = { right: 0, merged: 0 }
  for (const seed of seeds) {
    const made = madeApplicants(rows, seed)
    const path = tableFile(`made-${seed}`, made.table)
    const set = { name: `made, seed ${seed}`, paths: [path], persons: made.persons }
    const measured = await linkSet(set)
    row(set, measured, exactMail(made))
    const automatic = automaticMerges(measured, made)
    totals.right += automatic.right
    totals.merged += automatic.merged
    if (seed === seeds.at(-1)) printSlices(measured, made)
  }
  print(
    `automatic merges (>= ${automaticBits} bits): ${totals.merged}, precision ${(totals.right / totals.merged).toFixed(5)}, lower 95% bound ${lowerBound(totals).toFixed(5)}`,
  )
}

/** The lower end of the 95% interval of a share (Wilson, 1927). */
function lowerBound({ right, merged }: { right: number; merged: number }): number {
  const [z, n, p] = [1.96, Math.max(merged, 1), right / Math.max(merged, 1)]
  return (p + z ** 2 / (2 * n) - z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n)
}

function row({ name, persons }: LabelledSet, measured: LinkedSet, mail: string): void {
  const { linked, pairs, clusters, bCubed, wallMs, cpuMs } = measured
  const cells = [
    name.padEnd(30),
    String(linked.clusters.length).padStart(8),
    share(blockingRecall(linked, persons)).padStart(10),
    share(pairs.f1).padStart(12),
    `${share(clusters.precision)} / ${share(clusters.recall)} / ${share(clusters.f1)}`.padStart(31),
    share(bCubed.f1).padStart(10),
    share(calibrationOf(linked, persons).error).padStart(8),
    (wallMs / 1000).toFixed(1).padStart(8),
    (cpuMs / 1000).toFixed(1).padStart(7),
    ` ${mail}`,
  ]
  print(cells.join(' '))
}

/** What most products do: one person for each mail address, as written but for case. */
function exactMail({ table, persons }: Made): string {
  const byMail = table.slice(1).map((cells, at) => cells[3]!.toLowerCase() || `row ${at}`)
  return share(evaluate(byMail, persons).pairs.f1)
}

function automaticMerges({ linked: { edges, originals, clusters } }: LinkedSet, { persons }: Made) {
  let [right, merged] = [0, 0]
  for (let edge = 0; edge < edges.count; edge++) {
    const [one, other] = [originals.kept[edges.one[edge]!]!, originals.kept[edges.other[edge]!]!]
    if (edges.weights[edge]! < automaticBits || clusters[one] !== clusters[other]) continue
    merged++
    if (persons[one] === persons[other]) right++
  }
  return { right, merged }
}

/** Recall by what is special about a pair, and how well probabilities hold. */
function printSlices({ linked }: LinkedSet, made: Made): void {
  const found = new Map<string, { all: number; joined: number }>()
  const count = (slice: string, joined: boolean) => {
    const known = found.get(slice) ?? { all: 0, joined: 0 }
    found.set(slice, { all: known.all + 1, joined: known.joined + (joined ? 1 : 0) })
  }
  const rows = new Map<number, number[]>()
  for (const [at, person] of made.persons.entries()) rows.set(person, [...(rows.get(person) ?? []), at])
  for (const of of rows.values())
    for (const [at, one] of of.entries())
      for (const other of of.slice(at + 1)) {
        const joined = linked.clusters[one] === linked.clusters[other]
        count(`of ${made.traits[one]!.toLowerCase()} people`, joined)
        count(
          [made.scripts[one]!, made.scripts[other]!]
            .toSorted((a, b) => a.localeCompare(b))
            .join(' with ')
            .toLowerCase(),
          joined,
        )
        if (givenFirst(made, one) !== givenFirst(made, other)) count('in the other order', joined)
        const missing =
          made.table[one + 1]!.some((cell) => cell === '') || made.table[other + 1]!.some((cell) => cell === '')
        count(missing ? 'with a missing field' : 'with every field', joined)
      }
  for (const [slice, { all, joined }] of [...found].toSorted(([one], [other]) => one.localeCompare(other)))
    print(`  recall of pairs ${slice.padEnd(28)} ${share(joined / all)}  of ${all}`)
  printCalibration(linked, made.persons)
}

/** Whether the name of a row is written given name first. */
const givenFirst = ({ table, scripts }: Made, row: number): boolean =>
  scripts[row] === 'ROMAJI' && !/^[A-Z]{2,} /.test(table[row + 1]![0]!)

function printCalibration(linked: LinkedSet['linked'], persons: LabelledSet['persons']): void {
  const { bins, error } = calibrationOf(linked, persons)
  for (const { upTo, pairs, said, were } of bins)
    print(
      `  calibration p < ${String(upTo).padEnd(7)} said ${share(said / pairs)}, were ${share(were / pairs)} of ${pairs}`,
    )
  print(`  expected calibration error ${share(error)}`)
}
