import type { FileKind, PersonFile } from '../../../contract/people/files.ts'
import { largestFileMb, mostFiles, mostFilesMb } from '../../../contract/people/files.ts'
import { bigrams, searchKey } from '../../../engines/japanese/index.ts'
import { sealBytes, unsealBytes } from '../../kernel/crypto.ts'
import type { Work } from '../../kernel/work.ts'
import { requireNotHeld } from '../consent/index.ts'
import { holdPerson, personOf, recordsOf, recordSource } from '../people/index.ts'
import { fileNotFound, fileTooLarge, fileUnreadable, tooManyFiles, warningNotSeen } from './errors.ts'
import { chunkPlace, contentHash, fileKey, newFileKey, sealField, tokenHasher, unsealField } from './keys.ts'
import { maskPages, searchedLines, type Masked } from './masking.ts'
import { readPages } from './reading.ts'
import { recognise } from './recognise.ts'
import * as store from './store.ts'

const mb = 1024 * 1024
const chunkBytes = 256 * 1024

/** What the source of a file is called to staff; it stands on record also when the file is gone. */
export const fileLabel = '履歴書などのファイル'

/** A file as it was found to be, before anything of it is kept. */
export type Prepared = {
  name: string
  kind: FileKind
  bytes: Buffer
  /** Its text with what may not be collected masked, and where that was. */
  pages: string[]
  masked: Masked[]
}

/** A file as it came, and to which company: its id. */
export type Upload = { name: string; bytes: Buffer; of: string }

/**
 * Looks at a file outside of any transaction: recognises it by its content, reads its text in a process of its own
 * and masks what may not be collected. Refuses what is too large, of another kind, or cannot be read.
 */
export async function prepareFile({ name, bytes, of }: Upload): Promise<Prepared> {
  if (bytes.length > largestFileMb * mb) throw fileTooLarge({ limitMb: largestFileMb })
  if (bytes.length === 0) throw fileUnreadable({})
  const kind = await recognise(bytes)
  return { name: tidyFileName(name), kind, bytes, ...maskPages(await readPages(kind, bytes, of)) }
}

/** A name as it may be shown and offered again: no path, no control characters, not longer than 120 characters. */
export function tidyFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last.replaceAll(/\p{C}/gu, '').trim()
  const [, stem = plain, ending = ''] = /^(.*?)(\.\w{1,5})?$/u.exec(plain) ?? []
  return `${Array.from(stem).slice(0, 110).join('')}${ending}` || 'file'
}

type Keeping = { id: string; personId: string; givenBy: 'STAFF' | 'PERSON'; file: Prepared }

/**
 * Keeps a file of a person, encrypted under a key of its own, with all that a search finds it by, in the Work's one
 * transaction: a crash leaves the whole file or nothing. Kept again, under its id or with the same content, it
 * changes nothing. Answers its id.
 */
export async function keepFile(work: Work, { id, personId, givenBy, file }: Keeping): Promise<string> {
  const { config } = work.installation
  const hash = contentHash(config, work.companyId, file.bytes)
  const held = await filesHeld(work, await holdPerson(work, personId))
  const same = held.find((one) => one.id === id || one.contentHash === hash)
  if (same) return same.id
  const heldBytes = held.reduce((sum, { byteSize }) => sum + byteSize, file.bytes.length)
  if (held.length >= mostFiles || heldBytes > mostFilesMb * mb)
    throw tooManyFiles({ most: mostFiles, mostMb: mostFilesMb })
  const { sourceRecordId } = await recordSource(work, {
    id,
    kind: givenBy,
    label: fileLabel,
    observedAt: work.now,
    personId,
    claims: [],
  })
  const place = { companyId: work.companyId, id }
  const { key, ...wrapped } = newFileKey(config, place)
  const chunkCount = Math.ceil(file.bytes.length / chunkBytes)
  await store.insertFile(work, {
    id,
    sourceRecordId,
    kind: file.kind,
    givenBy,
    byteSize: file.bytes.length,
    chunkCount,
    contentHash: hash,
    ...wrapped,
    nameSealed: sealField(key, place, 'name', file.name),
    textSealed: sealField(key, place, 'text', JSON.stringify(file.pages)),
    hasText: file.pages.some((page) => page.trim() !== ''),
    masked: file.masked,
  })
  for (let sequence = 0; sequence < chunkCount; sequence += 1) {
    const piece = file.bytes.subarray(sequence * chunkBytes, (sequence + 1) * chunkBytes)
    const bytes = sealBytes(key, piece, chunkPlace(place, sequence, chunkCount))
    await store.insertChunk(work, { fileId: id, sequence, bytes })
  }
  const hashed = tokenHasher(config, work.companyId)
  const found = new Set(searchedLines(file.pages).flatMap((line) => bigrams(searchKey(line))))
  found.delete('')
  await store.insertPostings(work, { fileId: id, sourceRecordId, tokens: [...new Set([...found].map(hashed))] })
  return id
}

/** The files of a person, through the merges in force. */
async function filesHeld(work: Work, personId: string): Promise<store.StoredFile[]> {
  const records = await recordsOf(work, personId)
  return store.filesOfRecords(
    work,
    records.map(({ id }) => id),
  )
}

const keyOf = ({ installation, companyId }: Work, file: store.StoredFile) =>
  fileKey(installation.config, { companyId, id: file.id }, file)

const nameOf = (work: Work, file: store.StoredFile): string =>
  unsealField(keyOf(work, file), { companyId: work.companyId, id: file.id }, 'name', file.nameSealed)

export type HeldFile = Omit<PersonFile, 'recordedAt'> & { recordedAt: Date }

/** What is known of a person's files, the newest first. */
export async function filesOf(work: Work, personId: string): Promise<HeldFile[]> {
  return (await filesHeld(work, personId)).toReversed().map((file) => shown(work, file))
}

const shown = (work: Work, file: store.StoredFile): HeldFile => ({
  id: file.id,
  name: nameOf(work, file),
  kind: file.kind,
  byteSize: file.byteSize,
  givenBy: file.givenBy,
  hasText: file.hasText,
  masked: file.masked.length,
  maskedKinds: [...new Set(file.masked.map(({ kind }) => kind))],
  recordedAt: file.recordedAt,
})

async function found(work: Work, id: string): Promise<store.StoredFile> {
  const file = await store.findFile(work, id)
  if (!file) throw fileNotFound()
  return file
}

export type FileText = { personId: string; name: string; pages: string[]; masked: Masked[] }

/** The text of a file as it may be shown. */
export async function fileText(work: Work, id: string): Promise<FileText> {
  const file = await found(work, id)
  const place = { companyId: work.companyId, id }
  const pages = JSON.parse(unsealField(keyOf(work, file), place, 'text', file.textSealed)) as string[]
  return { personId: await personOf(work, file.sourceRecordId), name: nameOf(work, file), pages, masked: file.masked }
}

export type WholeFile = HeldFile & { personId: string; bytes: Buffer }

/**
 * The file as it was handed in. One that holds what may not be collected is given only to who has seen the warning
 * (`files.warning-not-seen`). Throws where a piece is missing or was changed.
 */
export async function wholeFile(work: Work, id: string, { isWarned }: { isWarned: boolean }): Promise<WholeFile> {
  const file = await found(work, id)
  if (file.masked.length > 0 && !isWarned) throw warningNotSeen({ masked: file.masked.length })
  return { ...shown(work, file), personId: await personOf(work, file.sourceRecordId), bytes: await opened(work, file) }
}

async function opened(work: Work, file: store.StoredFile): Promise<Buffer> {
  const chunks = await store.chunksOf(work, file.id)
  if (chunks.length !== file.chunkCount) throw new Error(`the file ${file.id} has ${chunks.length} pieces`)
  const key = keyOf(work, file)
  const place = { companyId: work.companyId, id: file.id }
  return Buffer.concat(
    chunks.map((sealed, sequence) => unsealBytes(key, sealed, chunkPlace(place, sequence, file.chunkCount))),
  )
}

/**
 * Removes a file and all that was made of it; answers whose it was. Refused while a legal hold is open on the person
 * (`consent.held`), also to the person themselves: what a lawsuit is about is not given up piece by piece.
 */
export async function removeFile(work: Work, id: string): Promise<{ personId: string }> {
  const file = await found(work, id)
  const personId = await personOf(work, file.sourceRecordId)
  await requireNotHeld(work, personId)
  await store.deleteFile(work, id)
  return { personId }
}

/** Everything that is held of a person as files, their content in base64: for an export or a disclosure. */
export async function exportFiles(work: Work, sourceRecordIds: readonly string[]) {
  const whole = []
  for (const file of await store.filesOfRecords(work, sourceRecordIds)) {
    const { id, name, kind, givenBy, recordedAt } = shown(work, file)
    whole.push({ id, name, kind, givenBy, recordedAt, contentBase64: (await opened(work, file)).toString('base64') })
  }
  return whole
}
