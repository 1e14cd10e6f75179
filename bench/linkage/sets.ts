import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { linkFiles, usualBase, type LinkedFiles, type LinkRequest } from '../../src/cli/link/link-files.ts'
import { bitsOf } from '../../src/cli/link/thresholds.ts'
import { evaluate, type Measures } from '../../src/engines/linkage/index.ts'
import { ownFolder } from '../own-folder.ts'
import type { MadeSet } from './english/made.ts'
import { truePairs } from './measures.ts'

/** A labelled set: files, and who each row is, in the order of the files. */
export type LabelledSet = { name: string; paths: string[]; persons: readonly (string | number)[] }

const lines = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))

export function shippedSets(): LabelledSet[] {
  const fake = 'bench/sets/fake_1000/fake_1000.csv'
  const applicants = ['ats_export.csv', 'board_export.csv', 'agency_export.csv']
  const truth = lines('bench/sets/applicants/truth.csv')
  return [
    ...[1, 2, 3].map((nth) => {
      const febrl = `bench/sets/febrl/dataset${nth}.csv`
      return { name: `FEBRL ${nth}`, paths: [febrl], persons: lines(febrl).map(([id]) => id!.split('-')[1]!) }
    }),
    { name: 'fake_1000', paths: [fake], persons: lines(fake).map((cells) => cells.at(-1)!) },
    {
      name: 'applicants',
      paths: applicants.map((file) => `bench/sets/applicants/${file}`),
      persons: applicants.flatMap((file) =>
        truth
          .filter(([of]) => of === file)
          .toSorted((one, other) => Number(one[1]) - Number(other[1]))
          .map(([, , person]) => person!),
      ),
    },
  ]
}

/** Writes rows to a file of their own as they are made, as any user would have it. */
export function tableFile(name: string, rows: Iterable<readonly string[]>): string {
  const path = join(ownFolder(), `${name}.csv`)
  const file = openSync(path, 'w')
  let held = ''
  for (const row of rows) {
    held += `${row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`
    if (held.length < 1 << 20) continue
    writeSync(file, held)
    held = ''
  }
  writeSync(file, held)
  closeSync(file)
  return path
}

/** A made set as files: one of its name, or as many as its rows are said to come in. */
export function madeFiles(name: string, { table, persons, files }: MadeSet): LabelledSet {
  if (!files) return { name, paths: [tableFile(name, table)], persons }
  const numbers = [...new Set(files)].toSorted((one, other) => one - other)
  const of = <One>(all: readonly One[], number: number) => all.filter((_, at) => files[at] === number)
  return {
    name,
    paths: numbers.map((number) => tableFile(`${name}-${number}`, [table[0]!, ...of(table.slice(1), number)])),
    persons: numbers.flatMap((number) => of(persons, number)),
  }
}

export type LinkedSet = {
  linked: LinkedFiles
  wallMs: number
  cpuMs: number
  bCubed: Measures
  clusters: Measures
  pairs: Measures
}

/** Links files with the defaults of the command line. */
export const linkByDefault = (
  paths: readonly string[],
  more: Partial<Pick<LinkRequest, 'linkOnly' | 'onStage'>> = {},
): Promise<LinkedFiles> =>
  linkFiles({ paths, mapping: {}, base: usualBase, train: true, threshold: bitsOf(0.5), onStage: () => {}, ...more })

/** Links a set with those defaults and measures pairs at p ≥ 0.5, and clusters. */
export async function linkSet({ paths, persons }: LabelledSet): Promise<LinkedSet> {
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const linked = await linkByDefault(paths)
  const used = process.cpuUsage(cpu)
  const { pairs, bCubed } = evaluate(linked.clusters, persons)
  return {
    linked,
    wallMs: performance.now() - started,
    cpuMs: (used.user + used.system) / 1000,
    clusters: pairs,
    bCubed,
    pairs: pairMeasures(linked, persons),
  }
}

/** Pairs at p ≥ 0.5 before clusters are made; rows alike in everything are taken as the clusters have them. */
function pairMeasures({ edges, originals, clusters }: LinkedFiles, persons: LabelledSet['persons']): Measures {
  const copies = new Map<number, number[]>()
  for (const [row, first] of originals.original.entries()) copies.set(first, [...(copies.get(first) ?? []), row])
  let [right, found] = [0, 0]
  const count = (one: number, other: number) => {
    found++
    if (persons[one] === persons[other]) right++
  }
  for (let edge = 0; edge < edges.count; edge++) {
    if (edges.weights[edge]! < 0) continue
    for (const one of copies.get(originals.kept[edges.one[edge]!]!)!)
      for (const other of copies.get(originals.kept[edges.other[edge]!]!)!) count(one, other)
  }
  for (const rows of copies.values())
    for (const [at, one] of rows.entries())
      for (const other of rows.slice(at + 1)) if (clusters[one] === clusters[other]) count(one, other)
  const expected = truePairs(persons)
  const [precision, recall] = [right / Math.max(found, 1), right / Math.max(expected, 1)]
  return { precision, recall, f1: (2 * precision * recall) / Math.max(precision + recall, 1e-9) }
}
