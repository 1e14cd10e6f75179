import { mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { refusal } from '../../server/kernel/errors.ts'

const busy = refusal<{ folder: string; pid: number }>('cli.link-resume-busy', 409)

/** A process that gives way has done so within this time. */
const patienceMs = 1_000
const lookEveryMs = 20

/**
 * Has a folder for this process alone until it is let go of by what is answered, or the process ends; makes it where it is
 * not there. While another process has it, it is refused (`cli.link-resume-busy`).
 *
 * Each process writes a file of its own before it looks for those of others: of two that come at the same moment at least
 * one sees the other, and of two that see each other the one of the higher number gives way. What a process left that was
 * killed keeps nobody out.
 */
export async function claimFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(claimOf(folder, process.pid), '')
  const letGo = () => {
    rmSync(claimOf(folder, process.pid), { force: true })
    dropIfEmpty(folder)
  }
  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const [first] = claims(folder).filter((pid) => pid !== process.pid && isRunning(pid))
    if (first === undefined) break
    if (first < process.pid || waitedMs >= patienceMs) {
      letGo()
      throw busy({ folder, pid: first })
    }
    await wait(lookEveryMs)
  }
  for (const pid of claims(folder)) if (!isRunning(pid)) rmSync(claimOf(folder, pid), { force: true })
  return letGo
}

const claimOf = (folder: string, pid: number): string => join(folder, `${pid}.run`)

/** The processes that have or had the folder, or want it, the lowest first. */
const claims = (folder: string): number[] =>
  readdirSync(folder)
    .flatMap((name) => /^(\d+)\.run$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other)

/** Signal 0 asks without doing anything; a process of somebody else may not be asked, and runs. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** A folder in which anything stands, of another process or of somebody's own, stays. */
function dropIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY')) throw error
  }
}
