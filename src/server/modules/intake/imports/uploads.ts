import { createHash } from 'node:crypto'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, type Actor, type Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { excelFile, fileTooLarge, notATable, pdfFile, uploadGone } from '../errors.ts'
import { binaryKind } from './file-kind.ts'
import { dayIn } from './moments.ts'
import { recogniseSample } from './sample.ts'
import * as store from './store-imports.ts'
import type { Import } from './store-imports.ts'
import { usualConnection } from '../connections/connections.ts'
import { rememberInto, type Encoding } from '../files/index.ts'

export type Upload = {
  companyId: string
  actor: Actor
  fileName: string
  chunks: AsyncIterable<Uint8Array>
  encoding?: Encoding
}

const chunkBytes = 1024 * 1024

/**
 * Keeps a file for an import and says what it seems to be. It is kept in pieces, so that its size needs no memory; until
 * it is whole and was recognised it counts for nothing. Refuses a file over the limit (`intake.file-too-large`), one that
 * is no text (`intake.excel-file`, `intake.pdf-file`, `intake.not-a-table`), and what `parseTable` refuses.
 */
export async function receiveFile(installation: Installation, upload: Upload): Promise<string> {
  const { companyId, actor, chunks } = upload
  const open = <T>(run: (work: Work) => Promise<T>) => inCompany(installation, { companyId, actor }, run)
  const id = newId()
  // A path of the sender's machine says nothing here and may name a person.
  const bare = upload.fileName.split(/[/\\]/).at(-1) ?? ''
  const fileName = bare.replace(/\p{Cc}/gu, '').slice(0, 200) || 'file.csv'
  await open(async (work) => {
    const { timeZone } = await company(work)
    await store.insertImport(work, { id, label: labelOf(fileName), fileName, today: dayIn(timeZone, work.now) })
  })
  try {
    const kept = await keepChunks(installation, { chunks, importId: id, open })
    const sample = recogniseSample(kept.beginning, { isWhole: kept.isWhole, encoding: upload.encoding })
    await open(async (work) => {
      const connection = await usualConnection(work, sample.recognition)
      await store.changeImport(work, id, {
        phase: 'UPLOADED',
        byteSize: kept.byteSize,
        sha256: kept.sha256,
        connectionId: connection?.id ?? null,
        ...(connection && { label: connection.name }),
        ...sample,
        ...(connection && { recognition: rememberInto(sample.recognition, connection.reading) }),
      })
      await record(work, {
        action: 'intake.uploaded',
        subject: { kind: 'import', id },
        detail: { bytes: kept.byteSize, sha256: kept.sha256 },
      })
    })
  } catch (error) {
    await open(async (work) => {
      await store.dropUpload(work, id)
      await store.changeImport(work, id, { hasFile: false, samples: [] })
    })
    throw error
  }
  return id
}

/** `2026-04_応募者一覧(最新).csv` → `応募者一覧`: what stays the same from one export to the next. */
export function labelOf(fileName: string): string {
  const bare = fileName
    .normalize('NFKC')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/\((?:\d+|最新|コピー|copy)\)/gi, '')
    .replace(/(?:19|20)\d{2}[-_.年]?\d{1,2}[-_.月]?(?:\d{1,2}日?)?(?:[-_T ]?\d{4,6})?/g, '')
    .replace(/^[\s_\-.]+|[\s_\-.]+$/g, '')
  return bare.slice(0, 120) || fileName.slice(0, 120)
}

type Kept = { byteSize: number; sha256: string; beginning: Buffer; isWhole: boolean }
type Keeping = {
  chunks: AsyncIterable<Uint8Array>
  importId: string
  open: <T>(run: (work: Work) => Promise<T>) => Promise<T>
}

async function keepChunks(installation: Installation, { chunks, importId, open }: Keeping): Promise<Kept> {
  const limitMb = installation.config.MAX_UPLOAD_MB
  const hash = createHash('sha256')
  const kept: { beginning: Buffer | null; byteSize: number; sequence: number } = {
    beginning: null,
    byteSize: 0,
    sequence: 0,
  }
  let pending: Buffer[] = []
  let pendingBytes = 0
  const flush = async () => {
    if (pendingBytes === 0) return
    const bytes = Buffer.concat(pending)
    if (kept.beginning === null) refuseBinary((kept.beginning = bytes))
    const { sequence } = kept
    await open((work) => store.appendChunk(work, { importId, sequence, bytes }))
    kept.sequence += 1
    pending = []
    pendingBytes = 0
  }
  for await (const chunk of chunks) {
    kept.byteSize += chunk.length
    if (kept.byteSize > limitMb * 1024 * 1024) throw fileTooLarge({ limitMb })
    hash.update(chunk)
    pending.push(Buffer.from(chunk))
    pendingBytes += chunk.length
    if (pendingBytes >= chunkBytes) await flush()
  }
  await flush()
  return {
    byteSize: kept.byteSize,
    sha256: hash.digest('hex'),
    beginning: kept.beginning ?? Buffer.alloc(0),
    isWhole: kept.sequence <= 1,
  }
}

function refuseBinary(beginning: Uint8Array): void {
  const kind = binaryKind(beginning)
  if (kind === 'EXCEL') throw excelFile({})
  if (kind === 'PDF') throw pdfFile({})
  if (kind) throw notATable({ kind })
}

/** The kept file from its beginning, one piece in memory at a time. */
export async function* fileOf(
  installation: Installation,
  { companyId, actor, importId }: { companyId: string; actor: Actor; importId: string },
): AsyncGenerator<Uint8Array> {
  for (let sequence = 0; ; sequence += 1) {
    const bytes = await inCompany(installation, { companyId, actor }, (work) =>
      store.readChunk(work, { importId, sequence }),
    )
    if (!bytes) return
    yield bytes
  }
}

/** The beginning of the kept file, for another reading of it. */
export async function beginningOf(
  work: Work,
  { id, hasFile }: Import,
): Promise<{ beginning: Buffer; isWhole: boolean }> {
  const beginning = await store.readChunk(work, { importId: id, sequence: 0 })
  if (!hasFile || !beginning) throw uploadGone({})
  const second = await store.readChunk(work, { importId: id, sequence: 1 })
  return { beginning, isWhole: second === undefined }
}
