import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { refusal } from '../errors.ts'

export const folderInUse = refusal<{ folder: string; pid: number }>('data-folder.in-use', 409)

/**
 * Takes a data folder for this process. A lock left by a process that is gone is taken over; a living one is
 * refused (`data-folder.in-use`), because two servers over one embedded database would destroy it.
 */
export async function lockFolder(folder: string): Promise<{ release: () => Promise<void> }> {
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'lock')
  for (;;) {
    try {
      const handle = await open(file, 'wx', 0o600)
      await handle.writeFile(String(process.pid))
      await handle.close()
      return { release: () => rm(file, { force: true }) }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const pid = Number(await readFile(file, 'utf8').catch(() => ''))
      if (pid !== process.pid && (await isTasuki(pid))) throw folderInUse({ folder, pid })
      await rm(file, { force: true })
    }
  }
}

/** Whether the pid is alive and a Node process; after a restart of the machine it may belong to anything. */
async function isTasuki(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'node')
  return command.includes('node') || command.includes('tasuki')
}
