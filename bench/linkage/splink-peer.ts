import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { evaluate } from '../../src/engines/linkage/index.ts'
import { englishSets } from './english/index.ts'
import { linkSet, shippedSets, tableFile, type LabelledSet } from './sets.ts'

const runFile = promisify(execFile)
const print = (line: string) => void process.stdout.write(`${line}\n`)
const share = (value: number): string => value.toFixed(4)

/** What `splink_peer.py` leaves: the cluster of each row, and the pairs at p ≥ 0.5. */
type Found = { clusters: number[]; pairs: [number, number][] }

/**
 * Splink itself over the same files and columns, on its defaults and without labels, beside ours: in the Python that
 * `SPLINK_PYTHON` names, where `pip install splink==5.0.0` was run. Both take a pair from p ≥ 0.5.
 */
export async function printSplink(rows: number): Promise<void> {
  const python = process.env.SPLINK_PYTHON
  if (!python) return print('SPLINK_PYTHON names no Python that has Splink: it was left out')
  print(
    'set                               rows  engine   pairs F1   clusters P / R / F1          B3 F1   wall s   CPU s',
  )
  const made = Object.entries(englishSets).map(([name, make]): LabelledSet => {
    const { table, persons } = make({ rows, seed: 303, dirt: 1 })
    return { name: `${name}, seed 303`, paths: [tableFile(name, table)], persons }
  })
  const sets = [...shippedSets().filter(({ paths }) => paths.length === 1), ...made]
  for (const set of sets) {
    const ours = await linkSet(set)
    const line = (engine: string, pairsF1: number, of: ReturnType<typeof evaluate>, wall: number, cpu: number) =>
      print(
        `${set.name.padEnd(30)} ${String(set.persons.length).padStart(7)}  ${engine.padEnd(7)} ${share(pairsF1).padStart(9)}   ${share(of.pairs.precision)} / ${share(of.pairs.recall)} / ${share(of.pairs.f1)} ${share(of.bCubed.f1).padStart(12)} ${wall.toFixed(1).padStart(8)} ${cpu.toFixed(1).padStart(7)}`,
      )
    line('ours', ours.pairs.f1, { pairs: ours.clusters, bCubed: ours.bCubed }, ours.wallMs / 1000, ours.cpuMs / 1000)
    const columns = Object.fromEntries(ours.linked.files[0]!.columns.map(({ header, role }) => [header, role]))
    const out = join(mkdtempSync(join(tmpdir(), 'tasuki-splink-')), 'found.json')
    const script = new URL('splink_peer.py', import.meta.url).pathname
    const { stdout } = await runFile(python, [script, set.paths[0]!, JSON.stringify(columns), out])
    const { wall, cpu } = JSON.parse(stdout.trim().split('\n').at(-1)!) as { wall: number; cpu: number }
    const found = JSON.parse(readFileSync(out, 'utf8')) as Found
    line('Splink', pairF1(found.pairs, set.persons), evaluate(found.clusters, set.persons), wall, cpu)
  }
}

/** Of the pairs themselves, every true pair counted whether it was compared or not. */
function pairF1(pairs: Found['pairs'], persons: LabelledSet['persons']): number {
  const right = pairs.filter(([one, other]) => persons[one - 1] === persons[other - 1]).length
  const sizes = new Map<string | number, number>()
  for (const person of persons) sizes.set(person, (sizes.get(person) ?? 0) + 1)
  const expected = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  return (2 * right) / (pairs.length + expected)
}
