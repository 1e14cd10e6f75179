import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Installation } from '../../../kernel/installation.ts'
import { keepLease } from '../../../kernel/intents.ts'
import { inCompany, type Actor, type Work } from '../../../kernel/work.ts'
import type { Tell } from './check.ts'
import type { Encoding } from '../files/index.ts'
import { chooseColumns, goOn, importOf, imports, startCheck, startCommit, type Chosen } from './imports.ts'
import type { Import } from './store-imports.ts'
import * as store from './store-imports.ts'
import { receiveFile } from './uploads.ts'

export type FileImport = {
  companyId: string
  actor: Actor
  label?: string
  encoding?: Encoding
  mapping?: readonly Chosen[]
  /** Stops before anything is imported: what would be. */
  checkOnly?: boolean
  onProgress?: (progress: Parameters<Tell>[0]) => void
} & ({ path: string } | { bytes: Uint8Array; fileName: string })

/**
 * Imports a file from its beginning to its end in this process, as the wizard does step by step, and answers the import
 * with its counts. Killed in the middle, a worker takes it over. Refuses what cannot be read before anything is imported.
 */
export async function importFile(installation: Installation, given: FileImport): Promise<Import> {
  const { companyId, actor } = given
  const open = <T>(run: (work: Work) => Promise<T>) => inCompany(installation, { companyId, actor }, run)
  const importId = await receiveFile(installation, {
    companyId,
    actor,
    fileName: 'path' in given ? basename(given.path) : given.fileName,
    chunks: 'path' in given ? createReadStream(given.path) : oneChunk(given.bytes),
    ...(given.encoding && { encoding: given.encoding }),
  })
  const chosen = given.mapping ?? []
  if (chosen.length > 0) await open((work) => chooseColumns(work, { id: importId, chosen }))
  const intent = { realmId: companyId, id: importId, attempts: 1 }
  const tell: Tell = async (progress) => {
    await keepLease(installation, imports, intent)
    given.onProgress?.(progress)
    return true
  }
  const ref = { companyId, importId, actor }
  await open(async (work) => {
    await startCheck(work, { id: importId, label: given.label })
    await store.takeLease(work, importId)
  })
  await goOn(installation, ref, tell)
  const checked = await open((work) => importOf(work, importId))
  if (checked.phase !== 'CHECKED' || given.checkOnly) return checked
  await open(async (work) => {
    await startCommit(work, importId)
    await store.takeLease(work, importId)
  })
  await goOn(installation, ref, tell)
  return open((work) => importOf(work, importId))
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}
