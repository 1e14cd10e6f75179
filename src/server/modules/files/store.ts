import { sql } from 'kysely'
import type { FileKind } from '../../../contract/people/files.ts'
import type { Work } from '../../kernel/work.ts'
import type { WrappedKey } from './keys.ts'
import type { Masked } from './masking.ts'

export type StoredFile = WrappedKey & {
  id: string
  sourceRecordId: string
  kind: FileKind
  givenBy: 'STAFF' | 'PERSON'
  byteSize: number
  chunkCount: number
  contentHash: string
  nameSealed: string
  textSealed: string
  hasText: boolean
  masked: Masked[]
  recordedAt: Date
}

export async function insertFile({ tx, companyId, now }: Work, file: Omit<StoredFile, 'recordedAt'>): Promise<void> {
  await tx
    .insertInto('files_file')
    .values({
      company_id: companyId,
      id: file.id,
      source_record_id: file.sourceRecordId,
      kind: file.kind,
      given_by: file.givenBy,
      byte_size: file.byteSize,
      chunk_count: file.chunkCount,
      content_hash: file.contentHash,
      key_print: file.keyPrint,
      key_wrapped: file.keyWrapped,
      name_sealed: file.nameSealed,
      text_sealed: file.textSealed,
      has_text: file.hasText,
      masked: JSON.stringify(file.masked),
      recorded_at: now,
    })
    .execute()
}

export async function insertChunk(
  { tx, companyId }: Work,
  { fileId, sequence, bytes }: { fileId: string; sequence: number; bytes: Buffer },
): Promise<void> {
  await tx.insertInto('files_chunk').values({ company_id: companyId, file_id: fileId, sequence, bytes }).execute()
}

type Posted = { fileId: string; sourceRecordId: string; tokens: readonly string[] }

export async function insertPostings({ tx, companyId }: Work, posted: Posted): Promise<void> {
  const { fileId, sourceRecordId, tokens } = posted
  await sql`insert into files_posting (company_id, token, file_id, source_record_id)
    select ${companyId}, token, ${fileId}, ${sourceRecordId} from unnest(${tokens as string[]}::bigint[]) as given (token)
    order by token`.execute(tx)
}

const files = ({ tx, companyId }: Pick<Work, 'tx' | 'companyId'>) =>
  tx
    .selectFrom('files_file')
    .select([
      'id',
      'source_record_id as sourceRecordId',
      'kind',
      'given_by as givenBy',
      'byte_size as byteSize',
      'chunk_count as chunkCount',
      'content_hash as contentHash',
      'key_print as keyPrint',
      'key_wrapped as keyWrapped',
      'name_sealed as nameSealed',
      'text_sealed as textSealed',
      'has_text as hasText',
      'masked',
      'recorded_at as recordedAt',
    ])
    .where('company_id', '=', companyId)

export async function findFile(work: Work, id: string): Promise<StoredFile | undefined> {
  return (await files(work).where('id', '=', id).executeTakeFirst()) as StoredFile | undefined
}

/** The files that hang on these records, the oldest first. */
export async function filesOfRecords(work: Work, sourceRecordIds: readonly string[]): Promise<StoredFile[]> {
  if (sourceRecordIds.length === 0) return []
  const rows = await files(work)
    .where('source_record_id', '=', sql<string>`any (${sourceRecordIds as string[]}::uuid[])`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows as StoredFile[]
}

export async function chunksOf({ tx, companyId }: Work, fileId: string): Promise<Buffer[]> {
  const rows = await tx
    .selectFrom('files_chunk')
    .select('bytes')
    .where('company_id', '=', companyId)
    .where('file_id', '=', fileId)
    .orderBy('sequence')
    .execute()
  return rows.map(({ bytes }) => bytes)
}

/** What belongs to a file goes with it. */
export async function deleteFile({ tx, companyId }: Work, id: string): Promise<void> {
  await tx.deleteFrom('files_file').where('company_id', '=', companyId).where('id', '=', id).execute()
}

export async function deleteOfRecords({ tx, companyId }: Work, sourceRecordIds: readonly string[]): Promise<void> {
  await sql`delete from files_file where company_id = ${companyId}
    and source_record_id = any (${sourceRecordIds as string[]}::uuid[])`.execute(tx)
}

type Wrapped = WrappedKey & { id: string }

/** Files whose key another installation key wraps than this, in the order of their ids. */
export async function wrappedOtherwise(
  { tx, companyId }: Work,
  { keyPrint, after, limit }: { keyPrint: string; after: string | undefined; limit: number },
): Promise<Wrapped[]> {
  return tx
    .selectFrom('files_file')
    .select(['id', 'key_print as keyPrint', 'key_wrapped as keyWrapped'])
    .where('company_id', '=', companyId)
    .where('key_print', '!=', keyPrint)
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()
}

export async function putKey({ tx, companyId }: Work, { id, keyPrint, keyWrapped }: Wrapped): Promise<void> {
  await tx
    .updateTable('files_file')
    .set({ key_print: keyPrint, key_wrapped: keyWrapped })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
