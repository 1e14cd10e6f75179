import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { evaluate, type Measures } from '../../src/engines/linkage/index.ts'
import { ownFolder } from '../own-folder.ts'
import { englishSets } from './english/index.ts'
import { linkSet, madeFiles, shippedSets, type LabelledSet, type LinkedSet } from './sets.ts'
import { truePairs } from './measures.ts'
import { print, share } from './printing.ts'

const runFile = promisify(execFile)

/** What `splink_peer.py` leaves: the cluster of each row, and the pairs at p ≥ 0.5. */
type Found = { clusters: number[]; pairs: [number, number][] }

/** How Splink did on a set; seconds of the clock and of the processor. */
export type SplinkRun = { pairsF1: number; clusters: Measures; bCubed: Measures; wall: number; cpu: number }

/**
 * Splink over a set of one file that we linked, on its own defaults and without labels, from p ≥ 0.5, comparing what we
 * took its columns for; null where `SPLINK_PYTHON` names no Python in which `pip install splink==5.0.0` was run.
 */
export async function runSplink({ paths, persons }: LabelledSet, { linked }: LinkedSet): Promise<SplinkRun | null> {
  const python = process.env.SPLINK_PYTHON
  if (!python) return null
  const columns = Object.fromEntries(linked.files[0]!.columns.map(({ header, role }) => [header, role]))
  const out = join(ownFolder(), 'found.json')
  const script = new URL('splink_peer.py', import.meta.url).pathname
  const { stdout } = await runFile(python, [script, paths[0]!, JSON.stringify(columns), out])
  const { wall, cpu } = JSON.parse(stdout.trim().split('\n').at(-1)!) as { wall: number; cpu: number }
  const found = JSON.parse(readFileSync(out, 'utf8')) as Found
  const { pairs, bCubed } = evaluate(found.clusters, persons)
  return { pairsF1: pairF1(found.pairs, persons), clusters: pairs, bCubed, wall, cpu }
}

/** Splink itself over the same files and columns, beside ours. */
export async function printSplink(rows: number): Promise<void> {
  if (!process.env.SPLINK_PYTHON) return print('SPLINK_PYTHON names no Python that has Splink: it was left out')
  print(
    'set                               rows  engine   pairs F1   clusters P / R / F1          B3 F1   wall s   CPU s',
  )
  const made = Object.entries(englishSets).map(([name, make]): LabelledSet => {
    const made = madeFiles(name, make({ rows, seed: 604, dirt: 1 }))
    return { ...made, name: `${name}, seed 604` }
  })
  // It is set up to find who stands in one file twice.
  const sets = [...shippedSets(), ...made].filter(({ paths }) => paths.length === 1)
  for (const set of sets) {
    const ours = await linkSet(set)
    const line = (engine: string, { pairsF1, clusters, bCubed, wall, cpu }: SplinkRun) =>
      print(
        `${set.name.padEnd(30)} ${String(set.persons.length).padStart(7)}  ${engine.padEnd(7)} ${share(pairsF1).padStart(9)}   ${share(clusters.precision)} / ${share(clusters.recall)} / ${share(clusters.f1)} ${share(bCubed.f1).padStart(12)} ${wall.toFixed(1).padStart(8)} ${cpu.toFixed(1).padStart(7)}`,
      )
    line('ours', { ...ours, pairsF1: ours.pairs.f1, wall: ours.wallMs / 1000, cpu: ours.cpuMs / 1000 })
    line('Splink', (await runSplink(set, ours))!)
  }
}

/** Of the pairs themselves, every true pair counted whether it was compared or not. */
function pairF1(pairs: Found['pairs'], persons: LabelledSet['persons']): number {
  const right = pairs.filter(([one, other]) => persons[one - 1] === persons[other - 1]).length
  return (2 * right) / (pairs.length + truePairs(persons))
}
