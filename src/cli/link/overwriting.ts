import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { refusal } from '../../server/kernel/errors.ts'

const overwrites = refusal<{ file: string }>('cli.link-overwrites', 422)

type Paths = readonly (string | undefined)[]

/** Refuses to write a file that is read, or two into one, by whatever names: what a file held would be lost. */
export function refuseOverwriting({ read, written }: { read: Paths; written: Paths }): void {
  const taken = new Set(named(read).map(placeOf))
  for (const file of named(written)) {
    const place = placeOf(file)
    if (taken.has(place)) throw overwrites({ file })
    if (keepsWhatIsWritten(place)) taken.add(place)
  }
}

const named = (paths: Paths): string[] => paths.filter((path) => path !== undefined)

/** Not of /dev/null and its like, into which anything may go. */
const keepsWhatIsWritten = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? true

function placeOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
