import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { LinkageModel } from '../../engines/linkage/index.ts'
import { claimFolder } from './folder-claim.ts'
import type { KeptStretches, Scored } from './scoring.ts'
import { partOf, unwritten } from './output-paths.ts'
import { headOf } from './reading/text-file.ts'

/**
 * What a run has worked out so far, on disk as soon as it is whole, so that a run that was killed is taken up where it
 * stood: the model that was learnt, and the pairs of each stretch. Nothing is taken from a run over other input.
 */
export type KeptWork = KeptStretches & {
  /** How many stretches an earlier run left. */
  found: number
  model: LinkageModel | null
  keepModel: (model: LinkageModel) => void
  /** Forgets it all: the run has ended. */
  drop: () => void
}

/** What the pairs of a stretch depend on beside the program; files count by what they hold. */
export type WorkedOn = {
  paths: readonly string[]
  version: string
  mapping: object
  model: object | null
  train: boolean
  linkOnly: boolean
}

/** Where the work is kept that leads to a clusters file. */
export const keptWorkFolder = (clusters: string): string => `${clusters.replace(/\.csv$/i, '')}.resume`

/**
 * Opens what an earlier run left in a folder, or begins anew where that was over other input. The folder is this run's until
 * it is dropped or the process ends; while another run has it, it is refused (`cli.link-resume-busy`).
 */
export async function openKeptWork(folder: string, on: WorkedOn): Promise<KeptWork> {
  const letGo = await claimFolder(folder)
  const at = (name: string) => join(folder, name)
  try {
    const of = await fingerprint(on)
    if (!existsSync(at('input')) || readFileSync(at('input'), 'utf8') !== of) {
      forget(folder)
      write(at('input'), of)
    }
  } catch (error) {
    letGo()
    throw error
  }
  return {
    found: readdirSync(folder).filter((name) => name.endsWith('.pairs')).length,
    model: readModel(at('model.json')),
    keepModel: (learnt) => write(at('model.json'), JSON.stringify({ sum: sumOf(learnt), model: learnt })),
    stretch: (nth) => (existsSync(at(`${nth}.pairs`)) ? read(readFileSync(at(`${nth}.pairs`))) : null),
    keepStretch: (nth, scored) => write(at(`${nth}.pairs`), written(scored)),
    drop: () => {
      forget(folder)
      letGo()
    },
  }
}

/** Removes what runs keep; what is not theirs stays. */
function forget(folder: string): void {
  const own = readdirSync(folder).filter((name) => /^(?:input|model\.json|\d+\.pairs)(?:\.part)?$/.test(name))
  for (const name of own) rmSync(join(folder, name))
}

async function fingerprint({ paths, ...others }: WorkedOn): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(others))
  for (const path of paths) {
    // Says why where a file cannot be read.
    await headOf(path)
    hash.update(`\n${path}\n`)
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}

/** A file is there whole or not at all, whenever the process is killed or the disk is full. */
function write(path: string, bytes: string | Uint8Array): void {
  try {
    writeFileSync(partOf(path), bytes, { flush: true })
    renameSync(partOf(path), path)
  } catch (error) {
    rmSync(partOf(path), { force: true })
    throw unwritten(path, error)
  }
}

const sumOf = (model: LinkageModel): number => crc32(JSON.stringify(model))

/** What the disk has spoilt is as if it had not been kept: the same input teaches the same again. */
function readModel(path: string): LinkageModel | null {
  if (!existsSync(path)) return null
  try {
    const { sum, model } = KeptModel.parse(JSON.parse(readFileSync(path, 'utf8')))
    return sumOf(model) === sum ? model : null
  } catch {
    return null
  }
}

const KeptModel = z.object({ sum: z.number(), model: LinkageModel })

/** How much was compared, how many pairs there are, and the checksum of what stands behind. */
const headBytes = 3 * Float64Array.BYTES_PER_ELEMENT
const bytesPerPair = 12

function written({ edges, compared }: Scored): Uint8Array {
  const { count, one, other, weights } = edges
  const pairs = Buffer.concat(
    [one, other, weights].map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)),
  )
  return Buffer.concat([Buffer.from(Float64Array.of(compared, count, crc32(pairs)).buffer), pairs])
}

/** A stretch as it was kept; null where the disk has spoilt it. */
function read(bytes: Buffer): Scored | null {
  const whole = new Uint8Array(bytes).buffer
  if (whole.byteLength < headBytes) return null
  const [compared, length, sum] = new Float64Array(whole, 0, 3) as unknown as [number, number, number]
  if (whole.byteLength !== headBytes + length * bytesPerPair || crc32(bytes.subarray(headBytes)) !== sum) return null
  return {
    compared,
    edges: {
      count: length,
      one: new Int32Array(whole, headBytes, length),
      other: new Int32Array(whole, headBytes + length * 4, length),
      weights: new Float32Array(whole, headBytes + length * 8, length),
    },
  }
}
