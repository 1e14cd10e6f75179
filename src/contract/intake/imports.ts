import { z } from 'zod'
import { Done, Instant, Paging, route } from '../route.ts'

export const importEncodings = ['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'utf-16le', 'utf-16be'] as const
export const importPhases = [
  'UPLOADED',
  'CHECKING',
  'CHECKED',
  'COMMITTING',
  'LINKING',
  'DONE',
  'REFUSED',
  'CANCELLED',
] as const
export const ImportPhase = z.enum(importPhases)
export type ImportPhase = (typeof importPhases)[number]

/** The fields of a file that columns can be assigned to, with their names; `many` may stand in several columns. */
export const ImportField = z.object({ id: z.string(), ja: z.string(), en: z.string(), many: z.boolean() })

export const ImportColumn = z.object({
  index: z.int().min(0),
  header: z.string(),
  group: z.string().nullable(),
  use: z.enum(['FIELD', 'FORBIDDEN', 'UNKNOWN']),
  field: z.string().nullable(),
  ground: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  reason: z.string().meta({ description: 'The last part of the message key `intake.column.…`' }),
  rival: z
    .object({ index: z.int().min(0), field: z.string() })
    .nullable()
    .meta({ description: 'For `ALREADY_TAKEN`: the column that got the field which this one seemed to hold as well' }),
  samples: z.array(z.string()),
})
export type ImportColumn = z.output<typeof ImportColumn>

export const ImportSummary = z
  .object({
    id: z.uuid(),
    phase: ImportPhase,
    label: z.string().meta({ description: 'The source the file is of; the same name knows its rows again' }),
    fileName: z.string(),
    byteSize: z.int().min(0),
    rowsTotal: z.int(),
    rowsChecked: z.int(),
    rowsDone: z.int(),
    rowsLinked: z.int(),
    found: z.object({ new: z.int(), known: z.int(), unchanged: z.int(), refused: z.int() }),
    outcome: z.object({ created: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int(), joined: z.int() }),
    refusal: z.object({ code: z.string(), detail: z.record(z.string(), z.unknown()) }).nullable(),
    recordedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'ImportSummary' })
export type ImportSummary = z.output<typeof ImportSummary>

/** What a word for a status may be said to mean; `IGNORED` says nothing of the application. */
export const wordMeanings = [
  'REJECTED',
  'WITHDRAWN',
  'OFFER_DECLINED',
  'HIRED',
  'UNREACHABLE',
  'CLOSED_DUPLICATE',
  'IN_PROGRESS',
  'ON_HOLD',
  'PASSED',
  'APPLIED',
  'CASUAL_MEETING',
  'DOCUMENT_SCREENING',
  'APTITUDE_TEST',
  'INTERVIEW_1',
  'INTERVIEW_2',
  'INTERVIEW_3',
  'FINAL_INTERVIEW',
  'REFERENCE_CHECK',
  'OFFER_MEETING',
  'OFFER',
  'OFFER_ACCEPTED',
  'IGNORED',
] as const

export const Import = ImportSummary.extend({
  hasFile: z.boolean(),
  encoding: z.enum(importEncodings),
  encodingConfidence: z.number(),
  delimiter: z.string(),
  headerRows: z.int(),
  hasHeader: z.boolean(),
  preset: z.string().nullable(),
  missing: z.array(z.string()),
  columns: z.array(ImportColumn),
  fields: z.array(ImportField),
  words: z
    .array(
      z.object({
        text: z.string(),
        column: z.string().nullable(),
        rows: z.int().meta({ description: 'How many rows wait for its meaning' }),
        meaning: z.enum(wordMeanings).nullable(),
      }),
    )
    .meta({ description: 'Words for a stage or a result that nobody knows, and what was chosen for such words' }),
  badLines: z.array(z.object({ line: z.int(), reason: z.enum(['UNDECODABLE', 'EXTERNAL_CHARACTER']), count: z.int() })),
}).meta({ id: 'Import' })
export type Import = z.output<typeof Import>

export const RowFinding = z.object({
  severity: z.enum(['ERROR', 'WARNING']),
  column: z.string().nullable(),
  value: z.string(),
  code: z.string().meta({ description: 'The last part of the message key `intake.row.…`' }),
})
export const FoundRow = z.object({
  number: z.int(),
  line: z.int(),
  verdict: z.enum(['NEW', 'KNOWN', 'UNCHANGED', 'REFUSED']),
  findings: z.array(RowFinding),
})
export type FoundRow = z.output<typeof FoundRow>
const text = z.string().nullable()
/** A row as it will be imported. */
export const ReadRow = z.object({
  number: z.int(),
  verdict: FoundRow.shape.verdict,
  name: text,
  nameKana: text,
  birthDate: text,
  mail: text,
  isMailMasked: z.boolean(),
  phone: text,
  prefecture: text,
  openingTitle: text,
  channel: text,
  appliedAt: text,
  stage: text,
  end: text,
  skills: z.array(z.string()),
})
export type ReadRow = z.output<typeof ReadRow>

const one = z.object({ id: z.uuid() })

export const listImports = route({
  id: 'listImports',
  method: 'GET',
  path: '/v1/imports',
  summary: 'List imported files, newest first',
  permission: 'intake:import',
  query: Paging.extend({ cursor: z.uuid().optional() }),
  status: 200,
  response: z.object({ imports: z.array(ImportSummary), nextCursor: z.string().nullable() }),
})
export const readImport = route({
  id: 'readImport',
  method: 'GET',
  path: '/v1/imports/:id',
  summary: 'Read one import: what was recognised, how far it is, what came of it',
  permission: 'intake:import',
  params: one,
  status: 200,
  response: Import,
})
export const readImportAs = route({
  id: 'readImportAs',
  method: 'PUT',
  path: '/v1/imports/:id/encoding',
  summary: 'Read the uploaded file again in another encoding',
  permission: 'intake:import',
  params: one,
  body: z.object({ encoding: z.enum(importEncodings) }),
  status: 200,
  response: Import,
})
export const chooseImportColumns = route({
  id: 'chooseImportColumns',
  method: 'PUT',
  path: '/v1/imports/:id/columns',
  summary: 'Say what columns hold; null leaves a column out',
  permission: 'intake:import',
  params: one,
  body: z.object({
    columns: z
      .array(z.object({ index: z.int().min(0), field: z.string().max(60).nullable() }))
      .min(1)
      .max(500),
  }),
  status: 200,
  response: Import,
})
export const chooseImportWords = route({
  id: 'chooseImportWords',
  method: 'PUT',
  path: '/v1/imports/:id/words',
  summary: 'Say what words for a stage or a result mean; a file that was checked is read again',
  permission: 'intake:import',
  params: one,
  body: z.object({
    words: z
      .array(z.object({ text: z.string().min(1).max(200), meaning: z.enum(wordMeanings).nullable() }))
      .min(1)
      .max(200),
  }),
  status: 202,
  response: Import,
})
export const checkImport = route({
  id: 'checkImport',
  method: 'POST',
  path: '/v1/imports/:id/check',
  summary: 'Have the whole file read without importing anything',
  permission: 'intake:import',
  params: one,
  body: z.object({ label: z.string().trim().min(1).max(120).optional() }),
  status: 202,
  response: Import,
})
export const previewImport = route({
  id: 'previewImport',
  method: 'GET',
  path: '/v1/imports/:id/rows',
  summary: 'Read the first rows as they will be imported, and the rows about which there is something to say',
  permission: 'intake:import',
  params: one,
  query: z.object({ after: z.coerce.number().int().min(0).default(0), limit: Paging.shape.limit }),
  status: 200,
  response: z.object({ first: z.array(ReadRow), found: z.array(FoundRow), next: z.int().nullable() }),
})
export const commitImport = route({
  id: 'commitImport',
  method: 'POST',
  path: '/v1/imports/:id/commit',
  summary: 'Import the checked rows in the background',
  permission: 'intake:import',
  params: one,
  status: 202,
  response: Import,
})
export const cancelImport = route({
  id: 'cancelImport',
  method: 'POST',
  path: '/v1/imports/:id/cancel',
  summary: 'Give up an import that has not begun, and delete its file',
  permission: 'intake:import',
  params: one,
  status: 200,
  response: Done,
})
