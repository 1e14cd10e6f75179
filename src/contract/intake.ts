import { z } from 'zod'
import { Done, Instant, Paging, route } from './route.ts'

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
  query: Paging,
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

export const Connection = z
  .object({
    id: z.uuid(),
    connector: z.string(),
    name: z.string(),
    isPaused: z.boolean(),
    address: z.string().nullable().meta({ description: 'Where the system delivers to' }),
    secretSetAt: Instant.nullable().meta({ description: 'The secret itself is never read back' }),
    accepted: z.int(),
    refused: z.int().meta({ description: 'Deliveries whose signature did not fit' }),
    waiting: z.int(),
    lastDeliveryAt: Instant.nullable(),
    lastRefusalAt: Instant.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'Connection' })
export type Connection = z.output<typeof Connection>

export const deliveryStates = ['READY', 'DONE', 'UNUSED', 'WAITING', 'DEAD'] as const
export const Delivery = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    state: z.enum(deliveryStates),
    reason: z.string().nullable().meta({ description: 'The last part of the message key `intake.delivery.…`' }),
    byteSize: z.int(),
    occurredAt: Instant.nullable(),
    receivedAt: Instant,
    personId: z.uuid().nullable(),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.output<typeof Delivery>

export const listConnections = route({
  id: 'listConnections',
  method: 'GET',
  path: '/v1/connections',
  summary: 'List the systems that deliver here',
  permission: 'intake:connect',
  status: 200,
  response: z.object({ connections: z.array(Connection) }),
})
export const readConnection = route({
  id: 'readConnection',
  method: 'GET',
  path: '/v1/connections/:id',
  summary: 'Read one connection with the address it delivers to and its counters',
  permission: 'intake:connect',
  params: one,
  status: 200,
  response: Connection,
})
export const openConnection = route({
  id: 'openConnection',
  method: 'POST',
  path: '/v1/connections',
  summary: 'Connect a system and get the address that it is to deliver to',
  permission: 'intake:connect',
  body: z.object({
    id: z.uuid(),
    connector: z.enum(['greenhouse']),
    name: z.string().trim().min(1).max(120),
    secret: z.string().min(16).max(200).optional(),
  }),
  status: 201,
  response: Connection,
})
export const changeConnection = route({
  id: 'changeConnection',
  method: 'PATCH',
  path: '/v1/connections/:id',
  summary: 'Rename or pause a connection, or give it another secret',
  permission: 'intake:connect',
  params: one,
  body: z.object({
    name: z.string().trim().min(1).max(120).optional(),
    secret: z.string().min(16).max(200).optional(),
    isPaused: z.boolean().optional(),
  }),
  status: 200,
  response: Connection,
})
export const listDeliveries = route({
  id: 'listDeliveries',
  method: 'GET',
  path: '/v1/connections/:id/deliveries',
  summary: 'List what a system delivered, newest first',
  permission: 'intake:connect',
  params: one,
  query: Paging.extend({ view: z.enum(['ALL', 'WAITING', 'UNUSED']).default('ALL') }),
  status: 200,
  response: z.object({ deliveries: z.array(Delivery), nextCursor: z.string().nullable() }),
})
export const retryDelivery = route({
  id: 'retryDelivery',
  method: 'POST',
  path: '/v1/deliveries/:id/retry',
  summary: 'Use a delivery that waits again',
  permission: 'intake:connect',
  params: one,
  status: 202,
  response: Done,
})
export const settleDelivery = route({
  id: 'settleDelivery',
  method: 'POST',
  path: '/v1/deliveries/:id/settle',
  summary: 'Close a delivery that waits; `party` says whose an end without a party was',
  permission: 'intake:connect',
  params: one,
  body: z.object({ party: z.enum(['COMPANY', 'PERSON']).optional() }),
  status: 200,
  response: Done,
})
