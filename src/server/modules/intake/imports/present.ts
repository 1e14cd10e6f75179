import type * as connecting from '../../../../contract/intake/connections.ts'
import type * as contract from '../../../../contract/intake/imports.ts'
import type { Work } from '../../../kernel/work.ts'
import { keyedOf, readRow } from './check.ts'
import { addressOf } from '../connections/connections.ts'
import { fieldNames, fields } from '../files/index.ts'
import type { Connection } from '../connections/store-connections.ts'
import type { Import } from './store-imports.ts'
import { unknownWords, type StagedRow } from './store-rows.ts'

export const summaryOf = (found: Import): contract.ImportSummary => ({
  id: found.id,
  phase: found.phase,
  label: found.label,
  fileName: found.fileName,
  byteSize: found.byteSize,
  rowsTotal: found.rowsTotal,
  rowsChecked: found.rowsChecked,
  rowsDone: found.rowsDone,
  rowsLinked: found.rowsLinked,
  found: {
    new: found.foundNew,
    known: found.foundKnown,
    unchanged: found.foundUnchanged,
    refused: found.foundRefused,
  },
  outcome: {
    created: found.created,
    changed: found.changed,
    unchanged: found.unchanged,
    refused: found.refused,
    joined: found.joined,
  },
  refusal: found.refusal,
  recordedAt: found.recordedAt.toISOString(),
  finishedAt: found.finishedAt?.toISOString() ?? null,
})

const fieldList = fieldNames.map((id) => ({
  id,
  ja: fields[id].ja,
  en: fields[id].en,
  many: fields[id].kind === 'MANY',
}))

const mostWords = 200

/** Words to decide, and those that were decided. */
async function wordsOf(work: Work, { id, recognition }: Import): Promise<contract.Import['words']> {
  const unknown = await unknownWords(work, id, mostWords)
  const decided = Object.entries(recognition.meanings ?? {}).map(([key, meaning]) => ({
    text: recognition.texts?.[key] ?? key,
    column: null,
    rows: 0,
    meaning,
  }))
  return [...unknown.map((word) => ({ ...word, meaning: null })), ...decided]
}

export const importAnswer = async (work: Work, found: Import): Promise<contract.Import> => ({
  ...summaryOf(found),
  words: await wordsOf(work, found),
  hasFile: found.hasFile,
  encoding: found.encoding,
  encodingConfidence: found.encodingConfidence,
  delimiter: found.shape.delimiter,
  headerRows: found.shape.headerRows,
  hasHeader: found.shape.hasHeader,
  preset: found.recognition.preset,
  missing: found.recognition.missing,
  columns: found.recognition.columns.map((column) => ({
    index: column.index,
    header: column.header,
    group: column.group,
    use: column.use,
    field: column.use === 'FIELD' ? column.field : null,
    ground: column.use === 'FORBIDDEN' ? column.ground : null,
    confidence: column.confidence,
    reason: column.reason,
    rival: (column.use === 'UNKNOWN' && column.rival) || null,
    samples: found.samples[column.index] ?? [],
  })),
  fields: fieldList,
  badLines: found.badLines.slice(0, 200),
})

export const foundAnswer = ({ number, line, verdict, findings }: StagedRow): contract.FoundRow => ({
  number,
  line,
  verdict,
  findings: findings.map(({ severity, column, value, code }) => ({ severity, column, value, code })),
})

/** Rows as they will be imported. */
export async function readAnswer(work: Work, found: Import, staged: readonly StagedRow[]): Promise<contract.ReadRow[]> {
  const keyed = await keyedOf(work, found)
  return staged.map((row) => {
    const { person, application } = readRow(row, found, keyed).draft
    const [mail] = person.mails.toSorted((one, other) => Number(one.masked) - Number(other.masked))
    return {
      number: row.number,
      verdict: row.verdict,
      name: person.name?.full ?? person.nameRomaji?.full ?? null,
      nameKana: person.nameKana?.full ?? null,
      birthDate: person.birthDate?.date ?? null,
      mail: mail?.address ?? null,
      isMailMasked: mail?.masked ?? false,
      phone: person.phones[0] ?? null,
      prefecture: person.prefecture?.name ?? null,
      openingTitle: application.openingTitle,
      channel: application.channel?.kind ?? null,
      appliedAt: application.appliedAt?.date ?? null,
      stage: application.stage,
      end: application.end?.kind ?? application.state,
      skills: person.skills,
    }
  })
}

export const connectionAnswer = (work: Work, found: Connection, waiting: number): connecting.Connection => ({
  id: found.id,
  connector: found.connector,
  name: found.name,
  isPaused: found.state === 'PAUSED',
  address: addressOf(work, found),
  secretSetAt: found.secretSetAt?.toISOString() ?? null,
  accepted: found.accepted,
  refused: found.refused,
  waiting,
  lastDeliveryAt: found.lastDeliveryAt?.toISOString() ?? null,
  lastRefusalAt: found.lastRefusalAt?.toISOString() ?? null,
  recordedAt: found.recordedAt.toISOString(),
})
