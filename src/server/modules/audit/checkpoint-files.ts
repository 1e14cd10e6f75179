import { mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Installation } from '../../kernel/installation.ts'
import { job, nothing } from '../../kernel/jobs.ts'
import type { Finding } from '../../kernel/module.ts'
import { checkpointForged, checkpointIn, takeCheckpoint, verifyAgainst, type Checkpoint } from './checkpoints.ts'

/** Ten days of four a day: each was written after the one before it held, so that the newest stands for all. */
const keptFiles = 40
const named = /^audit-(?:(\d{6,})-)?(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.json$/

const nameOf = ({ number, takenAt }: Checkpoint) =>
  `audit-${number === undefined ? '' : `${String(number).padStart(6, '0')}-`}${takenAt?.replaceAll(/[:.]/g, '-')}.json`

/** One that was kept before they were numbered is before all that are. */
export type CheckpointFile = { path: string; number: number; takenAt: Date }

/**
 * The checkpoints in a folder in the order in which they were kept, whatever the clock said; none where there is no such
 * folder. Throws where it cannot be read.
 */
export async function checkpointFiles(folder: string): Promise<CheckpointFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names
    .flatMap((name) => {
      const found = named.exec(name)
      if (!found) return []
      const [, number = '0', day, hour, minute, second, milli] = found
      const takenAt = new Date(`${day}T${hour}:${minute}:${second}.${milli}Z`)
      return [{ path: join(folder, name), number: Number(number), takenAt }]
    })
    .toSorted((one, other) => one.number - other.number || one.takenAt.getTime() - other.takenAt.getTime())
}

export type Checked = { file: CheckpointFile | null; findings: Finding[] }

/** What the chains no longer hold of the newest checkpoint in the folder. Refuses one that was changed or renamed (`audit.checkpoint-forged`). */
export async function verifyAgainstNewest(installation: Installation, folder: string): Promise<Checked> {
  const file = (await checkpointFiles(folder)).at(-1) ?? null
  if (!file) return { file, findings: [] }
  const text = await readFile(file.path, 'utf8')
  const findings = await verifyAgainst(installation, text)
  // The signature stands for the number and time inside: by its name alone an older one would pass for the newest.
  if (nameOf(checkpointIn(text)) !== basename(file.path)) throw checkpointForged({})
  return { file, findings }
}

/**
 * Writes a checkpoint into the folder, once the newest one there still holds: a chain that was cut off is never attested.
 * Answers what no longer holds; nothing is written then.
 */
export async function keepCheckpoint(installation: Installation, folder: string): Promise<Finding[]> {
  await mkdir(folder, { recursive: true })
  const { file: newest, findings } = await verifyAgainstNewest(installation, folder)
  if (findings.length > 0) return findings
  const taken = await takeCheckpoint(installation, (newest?.number ?? 0) + 1)
  if (taken.takenAt === null) return []
  const path = join(folder, nameOf(taken))
  await writeFile(`${path}.part`, `${JSON.stringify(taken)}\n`, { mode: 0o600, flag: 'wx' })
  await rename(`${path}.part`, path)
  // A folder that forbids removal keeps all of them.
  for (const old of (await checkpointFiles(folder)).slice(0, -keptFiles)) await unlink(old.path).catch(() => {})
  return []
}

/** Four times a day, where a folder is named for it. */
export const writeCheckpoint = job({
  name: 'audit.checkpoint',
  payload: nothing,
  schedule: '40 */6 * * *',
  run: async (installation) => {
    const folder = installation.config.AUDIT_CHECKPOINT_DIR
    const findings = folder ? await keepCheckpoint(installation, folder) : []
    if (findings.length > 0)
      installation.log.error(
        { findings: findings.slice(0, 20), count: findings.length },
        'the audit log no longer holds what the newest checkpoint noted: none was written',
      )
  },
})
