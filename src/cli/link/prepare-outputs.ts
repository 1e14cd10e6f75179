import { rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refusal } from '../../server/kernel/errors.ts'
import { thresholdsPath } from './thresholds.ts'

const noFolder = refusal<{ file: string; folder: string }>('cli.link-no-folder', 422)
const isFolder = refusal<{ file: string }>('cli.link-output-is-folder', 422)

/** Where a run writes; what is not asked for is undefined. */
type Written = { output: string; pairs?: string | undefined; saveModel?: string | undefined }

/**
 * Refuses before any work is done what could not be written when it is done: over a folder, or into one that is not
 * there. Clusters at every threshold that an earlier run left beside the output go.
 */
export async function prepareOutputs({ output, pairs, saveModel }: Written): Promise<void> {
  for (const file of [output, pairs, saveModel].filter((path) => path !== undefined)) {
    const folder = dirname(file)
    if (!(await found(folder))?.isDirectory()) throw noFolder({ file, folder })
    if ((await found(file))?.isDirectory()) throw isFolder({ file })
  }
  await rm(thresholdsPath(output), { force: true })
}

const found = (path: string) => stat(path).catch(() => null)
