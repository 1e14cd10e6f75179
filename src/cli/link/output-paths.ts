import { accessSync, constants, realpathSync, statSync, type Stats } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { refusal } from '../../server/kernel/errors.ts'
import { thresholdsPath } from './thresholds.ts'

const noFolder = refusal<{ file: string; folder: string }>('cli.link-no-folder', 422)
const isFolder = refusal<{ file: string }>('cli.link-output-is-folder', 422)
const notWritable = refusal<{ file: string }>('cli.link-not-writable', 422)
const overwrites = refusal<{ file: string }>('cli.link-overwrites', 422)
const diskFull = refusal<{ file: string }>('cli.link-disk-full', 507)
const notWritten = refusal<{ file: string; reason: string }>('cli.link-not-written', 503)

/** The paths a run was given to read and to write; what was not asked for is undefined. */
type Paths = {
  input: readonly string[]
  mapping?: string | undefined
  model?: string | undefined
  output: string
  pairs?: string | undefined
  saveModel?: string | undefined
}

/**
 * Refuses before any work is done what would go wrong when it is done: to write over a folder (`cli.link-output-is-folder`)
 * or into one that is not there (`cli.link-no-folder`), where nothing may be written (`cli.link-not-writable`), over a file
 * that is read (a model may be saved over the one it began with), or two outputs into one, by whatever names
 * (`cli.link-overwrites`): what a file held would be lost. Nothing is changed.
 */
export function refuseOutputs({ input, mapping, model, output, pairs, saveModel }: Paths): void {
  for (const file of named([output, pairs, saveModel])) {
    const folder = dirname(file)
    if (!found(folder)?.isDirectory()) throw noFolder({ file, folder })
    if (found(file)?.isDirectory()) throw isFolder({ file })
    if (!isWritable(found(file) ? file : folder)) throw notWritable({ file })
  }
  const taken = new Set(named([...input, mapping]).map(placeOf))
  const begunWith = model === undefined ? undefined : placeOf(model)
  const beside = keepsWhatIsWritten(output) ? thresholdsPath(output) : undefined
  for (const file of named([output, beside, pairs, saveModel])) {
    const place = placeOf(file)
    if (taken.has(place) || taken.has(partOf(place)) || (place === begunWith && file !== saveModel))
      throw overwrites({ file })
    if (keepsWhatIsWritten(file)) taken.add(place)
  }
}

/**
 * What to say when the system would not write a file to its end: that its disk is full (`cli.link-disk-full`) or what else was
 * in the way (`cli.link-not-written`). An error that is not of the system is answered as it is.
 */
export function unwritten(file: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  return error.code === 'ENOSPC' || error.code === 'EDQUOT'
    ? diskFull({ file })
    : notWritten({ file, reason: error.message })
}

/** Where a file is written until it is whole. */
export const partOf = (place: string): string => `${place}.part`

const named = (paths: readonly (string | undefined)[]): string[] => paths.filter((path) => path !== undefined)

/** Not of /dev/null, a pipe and their like, into which anything may go. */
export const keepsWhatIsWritten = (path: string): boolean => found(path)?.isFile() ?? true

/** What stands at a path; nothing where it may not be asked, too. */
function found(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

/** Whether one may write to a file, or into a folder, that is there. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Where a path leads, whatever its name. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
