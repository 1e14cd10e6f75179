import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'tasuki-bench-'
const held = new Set<string>()
let isBegun = false
let stopping: (() => Promise<void>)[] = []

/**
 * A folder of this run, which is removed when the process ends, by a signal too. Folders of runs that were killed before they
 * could do so are removed first: each is named after the process it is of.
 */
export function ownFolder(): string {
  begin()
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  held.add(folder)
  return folder
}

/** Has a server stopped, or the like, before a signal ends the process. */
export function stopFirst(stop: () => Promise<void>): void {
  begin()
  stopping.push(stop)
}

function begin(): void {
  if (isBegun) return
  isBegun = true
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (pid && !isRunning(Number(pid))) remove(join(tmpdir(), name))
  }
  process.on('exit', () => held.forEach(remove))
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    // prettier-ignore
    process.on(signal, () => {
      const all = stopping.map((stop) => stop())
      stopping = []
      void Promise.allSettled(all).then(() => process.exit(code))
    })
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Signal 0 asks without doing anything; a process of somebody else may not be asked, and runs. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}
