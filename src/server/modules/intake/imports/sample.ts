import {
  decodeText,
  parseTable,
  recognise,
  type BadLine,
  type Encoding,
  type Recognition,
  type Shape,
} from '../files/index.ts'
import { wholeRecords } from '../files/quotes.ts'
import { detectDelimiter } from '../files/index.ts'

export type Sampled = {
  encoding: Encoding
  encodingConfidence: number
  shape: Shape
  recognition: Recognition
  /** A few values of each column, as read; none of a column that may not be collected. */
  samples: string[][]
  badLines: BadLine[]
}

const samplesPerColumn = 3

/** What a file seems to be, from its beginning; refuses as `parseTable` does where the beginning is all there is. */
export function recogniseSample(
  beginning: Uint8Array,
  { isWhole, encoding }: { isWhole: boolean; encoding?: Encoding | undefined },
): Sampled {
  const lineEnd = beginning.lastIndexOf(0x0a)
  const readable = isWhole || lineEnd < 0 ? beginning : beginning.subarray(0, lineEnd + 1)
  const decoded = decodeText(readable, encoding)
  const delimiter = detectDelimiter(decoded.text)
  const text = isWhole ? decoded.text : wholeRecords(decoded.text, delimiter)
  const { rows, ...shape } = parseTable(text, delimiter)
  const recognition = recognise(shape.header, rows)
  const samples = recognition.columns.map((column) => {
    if (column.use === 'FORBIDDEN') return []
    const values = rows.map((row) => (row.cells[column.index] ?? '').trim().slice(0, 60)).filter(Boolean)
    return [...new Set(values)].slice(0, samplesPerColumn)
  })
  return {
    encoding: decoded.encoding,
    encodingConfidence: decoded.confidence,
    shape,
    recognition,
    samples,
    badLines: decoded.badLines.slice(0, 1000),
  }
}
