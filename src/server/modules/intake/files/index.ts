import { decodeText, type DecodedText, type Encoding } from './decode.ts'
import type { RowDraft } from './draft.ts'
import { parseTable, type Table } from './parse.ts'
import { recognise, type Recognition } from './recognise.ts'
import { draftOf } from './row.ts'

export { decodeText, encodings, type BadLine, type DecodedText, type Encoding } from './decode.ts'
export { rowCodes } from './draft.ts'
export type { ApplicationDraft, DraftMoment, PersonDraft, RowDraft, RowFinding } from './draft.ts'
export { fieldNames, fields, type Field } from './fields.ts'
export { detectDelimiter, parseTable, streamRows, type ParsedRow, type Shape, type Table } from './parse.ts'
export {
  choose,
  columnReasons,
  recognise,
  rememberedOf,
  rememberInto,
  type Recognition,
  type Remembered,
} from './recognise.ts'
export { draftOf } from './row.ts'
export { readChannel, readStatus, statusKey, type Meaning } from './words.ts'

export type ReadFile = {
  decoded: Omit<DecodedText, 'text'>
  table: Table
  recognition: Recognition
  drafts: RowDraft[]
}

/** A file as it arrived, read whole with nothing chosen by hand. Refuses what `parseTable` refuses. */
export function readFile(bytes: Uint8Array, { today, encoding }: { today: string; encoding?: Encoding }): ReadFile {
  const { text, ...decoded } = decodeText(bytes, encoding)
  const table = parseTable(text)
  const recognition = recognise(table.header, table.rows)
  return { decoded, table, recognition, drafts: table.rows.map((row) => draftOf(row, { recognition, today })) }
}
