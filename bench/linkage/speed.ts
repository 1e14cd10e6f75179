import { applicantRows, applicantsHeader } from './applicants.ts'
import { inChild } from './child.ts'
import { phasesInWords, type Consumed } from './consumption.ts'
import { tableFile } from './sets.ts'
import { print } from './printing.ts'

function* table(size: number): Generator<string[]> {
  yield applicantsHeader
  for (const { cells } of applicantRows(size, 99)) yield cells
}

/** How time and memory grow: everything from loading the program to the clusters, training included. */
export async function printSpeed(sizes: readonly number[]): Promise<void> {
  print('\nrecords      pairs compared   wall s   CPU s   Mpairs per CPU s   peak MB   bytes per record')
  for (const size of sizes) {
    const path = tableFile(`speed-${size}`, table(size))
    const { pairs, phases, total } = await inChild<Consumed & { pairs: number }>('speed-run.ts', [path])
    print(
      `${String(size).padEnd(12)} ${String(pairs).padStart(14)} ${total.wall.toFixed(1).padStart(8)} ${total.cpu.toFixed(1).padStart(7)} ${(pairs / 1e6 / total.cpu).toFixed(2).padStart(18)} ${String(total.peakMb).padStart(9)} ${String(Math.round((total.peakMb * 1024 * 1024) / size)).padStart(18)}`,
    )
    print(`  CPU by phase: ${phasesInWords(phases)}`)
  }
}
