import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'
import type { BadLine, Encoding, Recognition, Shape } from '../files/index.ts'

export type Phase = 'UPLOADED' | 'CHECKING' | 'CHECKED' | 'COMMITTING' | 'LINKING' | 'DONE' | 'REFUSED' | 'CANCELLED'

/** How much of a file was checked and done, and what came of it. */
export type Counts = {
  rowsTotal: number
  rowsChecked: number
  rowsDone: number
  rowsLinked: number
  foundNew: number
  foundKnown: number
  foundUnchanged: number
  foundRefused: number
  created: number
  changed: number
  unchanged: number
  refused: number
  joined: number
}

export type Import = Counts & {
  id: string
  phase: Phase
  state: string
  connectionId: string | null
  label: string
  fileName: string
  byteSize: number
  sha256: string
  today: string
  encoding: Encoding
  encodingConfidence: number
  shape: Shape
  recognition: Recognition
  samples: string[][]
  badLines: BadLine[]
  refusal: { code: string; detail: Record<string, unknown> } | null
  hasFile: boolean
  staffId: string
  recordedAt: Date
  committedAt: Date | null
  finishedAt: Date | null
}

const selected = [
  'id',
  'phase',
  'state',
  'connection_id as connectionId',
  'label',
  'file_name as fileName',
  'byte_size as byteSize',
  'sha256',
  'today',
  'encoding',
  'encoding_confidence as encodingConfidence',
  'shape',
  'recognition',
  'samples',
  'bad_lines as badLines',
  'refusal',
  'has_file as hasFile',
  'rows_total as rowsTotal',
  'rows_checked as rowsChecked',
  'rows_done as rowsDone',
  'rows_linked as rowsLinked',
  'found_new as foundNew',
  'found_known as foundKnown',
  'found_unchanged as foundUnchanged',
  'found_refused as foundRefused',
  'created',
  'changed',
  'unchanged',
  'refused',
  'joined',
  'staff_id as staffId',
  'recorded_at as recordedAt',
  'committed_at as committedAt',
  'finished_at as finishedAt',
] as const

/** The import; its row is held until the Work ends when `lock` is asked for. */
export async function findImport(
  { tx, companyId }: Work,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Import | undefined> {
  let query = tx.selectFrom('intake_import').select(selected).where('company_id', '=', companyId).where('id', '=', id)
  if (lock) query = query.forUpdate()
  return (await query.executeTakeFirst()) as Import | undefined
}

export async function listImports(
  { tx, companyId }: Work,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Import[]> {
  let query = tx.selectFrom('intake_import').select(selected).where('company_id', '=', companyId)
  if (after) query = query.where('id', '<', after)
  return (await query.where('phase', '<>', 'CANCELLED').orderBy('id', 'desc').limit(limit).execute()) as Import[]
}

export type NewImport = Pick<Import, 'id' | 'label' | 'fileName' | 'today'>

/** Begins an import that counts for nothing until `completeUpload`. */
export async function insertImport({ tx, companyId, now, actor }: Work, begun: NewImport): Promise<void> {
  await tx
    .insertInto('intake_import')
    .values({
      company_id: companyId,
      id: begun.id,
      kind: 'import',
      state: 'WAITING',
      due_at: now,
      phase: 'CANCELLED',
      label: begun.label,
      file_name: begun.fileName,
      byte_size: 0,
      sha256: '',
      today: begun.today,
      encoding: 'utf-8',
      shape: '{}',
      recognition: '{}',
      samples: '[]',
      bad_lines: '[]',
      staff_id: actor.id,
      recorded_at: now,
    })
    .execute()
}

type Changes = Partial<
  Omit<Import, 'id' | keyof Counts | 'recordedAt' | 'staffId' | 'today' | 'fileName'> & { rowsTotal: number }
> & { resetCounts?: boolean }

const json = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value))

/** Changes what is given. `state: 'READY'` makes it due now and gives up its lease. */
export async function changeImport({ tx, companyId, now }: Work, id: string, changes: Changes): Promise<void> {
  const { resetCounts, shape, recognition, samples, badLines, refusal, rowsTotal, ...rest } = changes
  const values = {
    phase: rest.phase,
    state: rest.state,
    connection_id: rest.connectionId,
    label: rest.label,
    byte_size: rest.byteSize,
    sha256: rest.sha256,
    encoding: rest.encoding,
    encoding_confidence: rest.encodingConfidence,
    has_file: rest.hasFile,
    committed_at: rest.committedAt,
    finished_at: rest.finishedAt,
    shape: json(shape),
    recognition: json(recognition),
    samples: json(samples),
    bad_lines: json(badLines),
    refusal: refusal === null ? null : json(refusal),
    rows_total: rowsTotal,
    ...(rest.state === 'READY' && { due_at: now, lease_until: null, attempts: 0 }),
    ...(resetCounts && { rows_checked: 0, found_new: 0, found_known: 0, found_unchanged: 0, found_refused: 0 }),
  }
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  await tx.updateTable('intake_import').set(given).where('company_id', '=', companyId).where('id', '=', id).execute()
}

const countColumns: Record<keyof Counts, string> = {
  rowsTotal: 'rows_total',
  rowsChecked: 'rows_checked',
  rowsDone: 'rows_done',
  rowsLinked: 'rows_linked',
  foundNew: 'found_new',
  foundKnown: 'found_known',
  foundUnchanged: 'found_unchanged',
  foundRefused: 'found_refused',
  created: 'created',
  changed: 'changed',
  unchanged: 'unchanged',
  refused: 'refused',
  joined: 'joined',
}

/** Adds to the counts, in the transaction of what is counted. */
export async function addCounts({ tx, companyId }: Work, id: string, added: Partial<Counts>): Promise<void> {
  const sums = Object.entries(added).map(
    ([name, by]) =>
      sql`${sql.ref(countColumns[name as keyof Counts])} = ${sql.ref(countColumns[name as keyof Counts])} + ${by}`,
  )
  if (sums.length === 0) return
  await sql`update intake_import set ${sql.join(sums)} where company_id = ${companyId} and id = ${id}`.execute(tx)
}

export async function appendChunk(
  { tx, companyId }: Work,
  { importId, sequence, bytes }: { importId: string; sequence: number; bytes: Buffer },
): Promise<void> {
  await tx.insertInto('intake_upload').values({ company_id: companyId, import_id: importId, sequence, bytes }).execute()
}

export async function readChunk(
  { tx, companyId }: Work,
  { importId, sequence }: { importId: string; sequence: number },
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('intake_upload')
    .select('bytes')
    .where('company_id', '=', companyId)
    .where('import_id', '=', importId)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return row?.bytes
}

export async function dropUpload({ tx, companyId }: Work, importId: string): Promise<void> {
  await tx.deleteFrom('intake_upload').where('company_id', '=', companyId).where('import_id', '=', importId).execute()
}

/** Keeps workers from an import that this process does itself; if it dies, one takes over. */
export async function takeLease({ tx, companyId }: Work, id: string): Promise<void> {
  await sql`update intake_import set lease_until = now() + interval '30 seconds', attempts = 1
    where company_id = ${companyId} and id = ${id}`.execute(tx)
}
