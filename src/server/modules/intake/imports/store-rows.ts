import { sql } from 'kysely'
import { insertRows } from '../../../kernel/database/insert-rows.ts'
import type { Work } from '../../../kernel/work.ts'
import type { ParsedRow, RowFinding } from '../files/index.ts'

export type Verdict = 'NEW' | 'KNOWN' | 'UNCHANGED' | 'REFUSED'
/** What the import itself may say of a row, beside what `draftOf` finds. */
export type Found = Omit<RowFinding, 'code'> & {
  code: RowFinding['code'] | 'row.disposed' | 'row.erased' | 'row.failed'
}

export type StagedRow = ParsedRow & { recordId: string | null; verdict: Verdict; findings: Found[] }

const columns = {
  import_id: 'uuid',
  number: 'integer',
  line: 'integer',
  cells: 'jsonb',
  problem: 'jsonb',
  record_id: 'uuid',
  verdict: 'text',
  findings: 'jsonb',
  has_findings: 'boolean',
} as const

export async function stageRows(work: Work, importId: string, rows: readonly StagedRow[]): Promise<void> {
  await insertRows(
    work,
    { table: 'intake_import_row', columns, onConflict: sql`on conflict (company_id, import_id, number) do nothing` },
    rows.map(({ number, line, cells, problem, recordId, verdict, findings }) => ({
      import_id: importId,
      number,
      line,
      cells,
      problem,
      record_id: recordId,
      verdict,
      findings,
      has_findings: findings.length > 0,
    })),
  )
}

type Row = {
  number: number
  line: number
  cells: unknown
  problem: unknown
  record_id: string | null
  verdict: string
  findings: unknown
}
const staged = (row: Row): StagedRow => ({
  number: row.number,
  line: row.line,
  cells: (row.cells ?? []) as string[],
  problem: row.problem as StagedRow['problem'],
  recordId: row.record_id,
  verdict: row.verdict as Verdict,
  findings: row.findings as Found[],
})

const rowsOf = ({ tx, companyId }: Work, importId: string) =>
  tx
    .selectFrom('intake_import_row')
    .select(['number', 'line', 'cells', 'problem', 'record_id', 'verdict', 'findings'])
    .where('company_id', '=', companyId)
    .where('import_id', '=', importId)

/** The last row staged so far; 0 for none. */
export async function lastStaged({ tx, companyId }: Work, importId: string): Promise<number> {
  const row = await tx
    .selectFrom('intake_import_row')
    .select((e) => e.fn.max('number').as('last'))
    .where('company_id', '=', companyId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  return row?.last ?? 0
}

/** The next rows to import, held until the Work ends. */
export async function openRows(work: Work, importId: string, limit: number): Promise<StagedRow[]> {
  const rows = await rowsOf(work, importId)
    .where('outcome', 'is', null)
    .orderBy('number')
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.map(staged)
}

export async function firstRows(work: Work, importId: string, limit: number): Promise<StagedRow[]> {
  return (await rowsOf(work, importId).orderBy('number').limit(limit).execute()).map(staged)
}

export type FoundFilter = { after: number; limit: number; onlyRefused?: boolean }

/** Rows about which there is something to say, in the order of the file. */
export async function rowsWithFindings(work: Work, importId: string, filter: FoundFilter): Promise<StagedRow[]> {
  let query = rowsOf(work, importId).where('has_findings', '=', true).where('number', '>', filter.after)
  if (filter.onlyRefused) query = query.where('verdict', '=', 'REFUSED')
  return (await query.orderBy('number').limit(filter.limit).execute()).map(staged)
}

export async function dropRows(
  { tx, companyId }: Work,
  importId: string,
  numbers: readonly number[] | 'UNCHANGED' | 'ALL',
): Promise<number> {
  let query = tx.deleteFrom('intake_import_row').where('company_id', '=', companyId).where('import_id', '=', importId)
  if (numbers === 'UNCHANGED') query = query.where('verdict', '=', 'UNCHANGED')
  else if (numbers !== 'ALL') query = query.where('number', '=', sql<number>`any (${numbers as number[]}::int[])`)
  const { numDeletedRows } = await query.executeTakeFirst()
  return Number(numDeletedRows)
}

/** Settles the rows that were refused when the file was checked; says how many. */
export async function settleRefused({ tx, companyId }: Work, importId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('intake_import_row')
    .set({ outcome: 'REFUSED' })
    .where('company_id', '=', companyId)
    .where('import_id', '=', importId)
    .where('verdict', '=', 'REFUSED')
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Sets a row apart with why; of whoever was erased nothing that the file says is kept. */
export async function refuseRow(
  { tx, companyId }: Work,
  { importId, number, findings }: { importId: string; number: number; findings: readonly Found[] },
): Promise<void> {
  await tx
    .updateTable('intake_import_row')
    .set({
      outcome: 'REFUSED',
      verdict: 'REFUSED',
      findings: JSON.stringify(findings),
      has_findings: true,
      ...(findings.some(({ code }) => code === 'row.erased') && { cells: sql<null>`null` }),
    })
    .where('company_id', '=', companyId)
    .where('import_id', '=', importId)
    .where('number', '=', number)
    .execute()
}

/** Leaves of imported rows only which record they became, for the linking. */
export async function markToLink(
  { tx, companyId }: Work,
  importId: string,
  rows: readonly { number: number; recordId: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`update intake_import_row r set outcome = 'TO_LINK', cells = null, findings = '[]', has_findings = false, record_id = given.record_id
    from jsonb_to_recordset(${JSON.stringify(rows.map(({ number, recordId }) => ({ number, record_id: recordId })))}::jsonb)
      as given (number integer, record_id uuid)
    where r.company_id = ${companyId} and r.import_id = ${importId} and r.number = given.number`.execute(tx)
}

export async function rowsToLink(
  { tx, companyId }: Work,
  importId: string,
  limit: number,
): Promise<{ number: number; recordId: string }[]> {
  const rows = await tx
    .selectFrom('intake_import_row')
    .select(['number', 'record_id as recordId'])
    .where('company_id', '=', companyId)
    .where('import_id', '=', importId)
    .where('outcome', '=', 'TO_LINK')
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.flatMap(({ number, recordId }) => (recordId ? [{ number, recordId }] : []))
}

export type UnknownWord = { text: string; column: string | null; rows: number }

/** The words for a status that nobody knows, the most frequent first. */
export async function unknownWords({ tx, companyId }: Work, importId: string, limit: number): Promise<UnknownWord[]> {
  const { rows } = await sql<UnknownWord>`
    select finding->>'value' as text, min(finding->>'column') as "column", count(distinct number)::integer as rows
    from intake_import_row, jsonb_array_elements(findings) as finding
    where company_id = ${companyId} and import_id = ${importId} and has_findings and finding->>'code' = 'status.unknown'
    group by 1 order by 3 desc, 1 limit ${limit}`.execute(tx)
  return rows
}

export type KnownRow = { key: string; sourceRecordId: string; contentHash: string }

export async function knownRows(
  { tx, companyId }: Work,
  connectionId: string,
  keys: readonly string[],
): Promise<Map<string, KnownRow>> {
  if (keys.length === 0) return new Map()
  const rows = await tx
    .selectFrom('intake_known_row')
    .select(['key', 'source_record_id as sourceRecordId', 'content_hash as contentHash'])
    .where('company_id', '=', companyId)
    .where('connection_id', '=', connectionId)
    .where('key', '=', sql<string>`any (${keys as string[]})`)
    .execute()
  return new Map(rows.map((row) => [row.key, row]))
}

export async function putKnownRows(
  work: Work,
  { connectionId, importId }: { connectionId: string; importId: string },
  rows: readonly KnownRow[],
): Promise<void> {
  await insertRows(
    work,
    {
      table: 'intake_known_row',
      columns: {
        connection_id: 'uuid',
        key: 'text',
        source_record_id: 'uuid',
        content_hash: 'text',
        import_id: 'uuid',
        recorded_at: 'timestamptz',
      },
      onConflict: sql`on conflict (company_id, connection_id, key) do update
        set content_hash = excluded.content_hash, import_id = excluded.import_id, recorded_at = excluded.recorded_at`,
    },
    rows.map(({ key, sourceRecordId, contentHash }) => ({
      connection_id: connectionId,
      key,
      source_record_id: sourceRecordId,
      content_hash: contentHash,
      import_id: importId,
      recorded_at: work.now,
    })),
  )
}

/** Drops rows that are done with, except those that were refused. */
export async function dropSettled(
  { tx, companyId }: Work,
  importId: string,
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) return
  await tx
    .deleteFrom('intake_import_row')
    .where('company_id', '=', companyId)
    .where('import_id', '=', importId)
    .where('number', '=', sql<number>`any (${numbers as number[]}::int[])`)
    .where('outcome', 'is', null)
    .execute()
}
