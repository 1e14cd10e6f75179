import { parse } from 'csv-parse'
import { CsvError, parse as parseWhole } from 'csv-parse/sync'
import { findHeader, type HeaderCell } from './header.ts'
import { quoteTracker, wholeRecords, type QuoteTracker } from './quotes.ts'
import { fileEmpty, nulCharacter, quoteLeftOpen, recordTooLong, tooManyColumns } from './refusals.ts'

export type { HeaderCell } from './header.ts'

export type Delimiter = ',' | '\t' | ';'
/**
 * One record of the file. `number` counts records that hold anything, from 1 after the header; `line` is where it begins
 * in the file. A row with a problem is shown and not imported.
 */
export type ParsedRow = { number: number; line: number; cells: string[]; problem: RowProblem | null }
export type RowProblem =
  | { code: 'RAGGED'; expected: number; found: number }
  /** A quote in the middle of quoted text: the rows after it may have been swallowed into this one. */
  | { code: 'DAMAGED_QUOTES' }
export type Shape = { delimiter: Delimiter; header: HeaderCell[]; headerRows: number; hasHeader: boolean }
export type Table = Shape & { rows: ParsedRow[] }

// A cell of a résumé is long; a megabyte in one record is a quote that was never closed.
const maxRecordCharacters = 1_000_000
const sampleLines = 30
/** The widest exports of tracking systems have some three hundred. */
const mostColumns = 1000

const options = (delimiter: Delimiter) => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  raw: true as const,
  max_record_size: maxRecordCharacters,
})
type Record = { record: string[]; raw: string }

/**
 * A delimited text (RFC 4180, with what spreadsheets do to it) as a table. Refuses `intake.quote-left-open` with the
 * line where it was opened, `intake.nul-character` with its line and column, `intake.record-too-long`, `intake.too-many-columns` and
 * `intake.file-empty`.
 */
export function parseTable(text: string, delimiter: Delimiter = detectDelimiter(text)): Table {
  const tracker = quoteTracker(delimiter)
  feedWithoutNul(tracker, text)
  refuseOpenQuote(tracker.openedAtLine())
  const records = readable(() => parseWhole(text, options(delimiter)) as unknown as Record[])
  const shape = shapeOf(records, delimiter)
  const take = rowTaker(shape)
  return { ...shape, rows: records.map(take).filter((row) => row !== null) }
}

/** The shape alone, from the beginning of a text; what `streamRows` needs. */
export function detectShape(sample: string, delimiter: Delimiter = detectDelimiter(sample)): Shape {
  const records = readable(
    () =>
      parseWhole(wholeRecords(sample, delimiter), { ...options(delimiter), to: sampleLines }) as unknown as Record[],
  )
  return shapeOf(records, delimiter)
}

/** The rows of a text that arrives in pieces, with the memory of one piece; the refusals are those of `parseTable`. */
export async function* streamRows(chunks: AsyncIterable<string>, shape: Shape): AsyncGenerator<ParsedRow> {
  const tracker = quoteTracker(shape.delimiter)
  const parser = parse(options(shape.delimiter))
  const feeding = feed(chunks, parser, tracker)
  const take = rowTaker(shape)
  try {
    for await (const record of parser as AsyncIterable<Record>) {
      const row = take(record)
      if (row) yield row
    }
    await feeding
  } catch (error) {
    refuseOpenQuote(tracker.openedAtLine())
    throw error instanceof CsvError ? tooLong(error) : error
  }
}

async function feed(
  chunks: AsyncIterable<string>,
  parser: ReturnType<typeof parse>,
  tracker: QuoteTracker,
): Promise<void> {
  try {
    for await (const chunk of chunks) {
      feedWithoutNul(tracker, chunk)
      if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve).once('error', resolve))
      if (parser.destroyed) return
    }
    parser.end()
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

function feedWithoutNul(tracker: QuoteTracker, chunk: string): void {
  const nul = chunk.indexOf('\0')
  tracker.feed(nul < 0 ? chunk : chunk.slice(0, nul))
  if (nul >= 0) throw nulCharacter({ line: tracker.line(), column: tracker.column() })
}

/** The delimiter which divides the first lines most evenly; text inside quotes does not count. */
export function detectDelimiter(text: string): Delimiter {
  const lines = wholeLines(text.slice(0, 64_000))
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter(Boolean)
    .slice(0, sampleLines)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of [',', '\t', ';'] as const) {
    const counts = lines.map((line) => line.split(delimiter).length - 1).toSorted((one, other) => one - other)
    const median = counts[Math.floor(counts.length / 2)] ?? 0
    const even = counts.filter((count) => count === median).length / Math.max(1, counts.length)
    const score = median * even
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

function shapeOf(records: Record[], delimiter: Delimiter): Shape {
  const sample = records.slice(0, sampleLines).map(({ record }) => record)
  if (!sample.some((cells) => !isBlank(cells))) throw fileEmpty({})
  const columns = Math.max(...sample.map((cells) => cells.length))
  if (columns > mostColumns) throw tooManyColumns({ columns, most: mostColumns })
  return { delimiter, ...findHeader(sample) }
}

const isBlank = (cells: string[]): boolean => cells.every((cell) => cell.trim() === '')

/** Numbers records as they come: those up to the header and blank ones give null, but their lines count. */
function rowTaker({ header, headerRows }: Shape): (record: Record) => ParsedRow | null {
  let [seen, number, nextLine] = [0, 0, 1]
  return ({ record, raw }) => {
    const line = nextLine
    nextLine += raw.match(/\r\n|\n|\r/g)?.length ?? 0
    seen += 1
    if (seen <= headerRows || isBlank(record)) return null
    number += 1
    return { number, line, ...checked(record, header.length) }
  }
}

function checked(record: string[], expected: number): { cells: string[]; problem: RowProblem | null } {
  const surplus = record.slice(expected)
  const cells = surplus.length && isBlank(surplus) ? record.slice(0, expected) : record
  if (cells.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell)))
    return { cells, problem: { code: 'DAMAGED_QUOTES' } }
  return { cells, problem: cells.length === expected ? null : { code: 'RAGGED', expected, found: cells.length } }
}

function wholeLines(text: string): string {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return end > 0 ? text.slice(0, end + 1) : text
}

function readable<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof CsvError ? tooLong(error) : error
  }
}

function tooLong(error: CsvError): Error {
  const line = 'lines' in error ? Number(error.lines) : null
  return recordTooLong({ line })
}

function refuseOpenQuote(line: number | null): void {
  if (line !== null) throw quoteLeftOpen({ line })
}
