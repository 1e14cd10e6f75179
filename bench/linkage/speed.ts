import { linkFiles } from '../../src/cli/link/link-files.ts'
import { madeApplicants } from './applicants.ts'
import { tableFile } from './sets.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** How time and memory grow: everything from reading the file to the clusters, training included. */
export async function printSpeed(sizes: readonly number[]): Promise<void> {
  print('\nrecords      pairs compared   wall s   CPU s   Mpairs per CPU s   peak MB')
  for (const size of sizes) {
    const path = tableFile(`speed-${size}`, madeApplicants(size, 99).table)
    const [started, cpu] = [performance.now(), process.cpuUsage()]
    const linked = await linkFiles({
      paths: [path],
      mapping: {},
      base: () => undefined,
      train: true,
      threshold: 0,
      onStage: () => {},
    })
    const used = process.cpuUsage(cpu)
    const [wall, cpuSeconds] = [(performance.now() - started) / 1000, (used.user + used.system) / 1e6]
    const peak = Math.round(process.resourceUsage().maxRSS / 1024)
    print(
      `${String(size).padEnd(12)} ${String(linked.compared).padStart(14)} ${wall.toFixed(1).padStart(8)} ${cpuSeconds.toFixed(1).padStart(7)} ${(linked.compared / 1e6 / cpuSeconds).toFixed(2).padStart(18)} ${String(peak).padStart(9)}`,
    )
  }
}
