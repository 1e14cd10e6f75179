import { basename } from 'node:path'
import { dayOrderOf, recogniseColumns, type MappedColumn } from '../../engines/linkage/index.ts'
import { planOf, type Ages, type FilePlan } from '../../engines/linkage/index.ts'
import { refusal } from '../../server/kernel/errors.ts'
import { OddityCounter, type Oddities, type QuoteReading } from './reading/oddities.ts'
import { delimiterOf, rowSplitter } from './reading/rows.ts'
import { encodingOf, headOf, textOfFile, type Span } from './reading/text-file.ts'

/** A file to be linked, after its head was looked at. */
export type InputFile = {
  path: string
  name: string
  encoding: string
  delimiter: string
  headers: readonly string[]
  sample: readonly (readonly string[])[]
}

const empty = refusal<{ file: string }>('cli.link-file-empty', 422)
const oneColumn = refusal<{ file: string; header: string }>('cli.link-one-column', 422)

/** Rows looked at to recognise the columns. */
const sampleRows = 1000

export async function inputFile(path: string): Promise<InputFile> {
  const head = await headOf(path)
  const encoding = encodingOf(head)
  const text = new TextDecoder(encoding).decode(head, { stream: true })
  const delimiter = delimiterOf(text)
  const rows: string[][] = []
  const splitter = rowSplitter(delimiter, (cells) => void (rows.length <= sampleRows && rows.push(cells)))
  splitter.push(text)
  if (head.length < 1 << 18) splitter.end()
  const [headers, ...sample] = rows
  if (!headers || headers.every((header) => header === '')) throw empty({ file: basename(path) })
  return { path, name: basename(path), encoding, delimiter, headers, sample }
}

/** A column of a file; `isPassedOver` where more columns than are compared tell something. */
export type InputColumn = MappedColumn & { isPassedOver?: true }

/** What the columns of a file are taken for: as the mapping says, and where it says nothing as recognised. */
export function columnsOf(file: InputFile, mapping: Readonly<Record<string, MappedColumn['role']>>): InputColumn[] {
  const recognised = recogniseColumns(file.headers, file.sample)
  // A header may be called like what every object has: constructor, __proto__.
  const said = new Map(Object.entries(mapping))
  const columns = recognised.map((column): MappedColumn => {
    const role = said.get(column.header)
    return role ? { header: column.header, role, by: 'MAPPING' } : column
  })
  if (columns.length === 1 && !said.has(columns[0]!.header) && /[,;\t|:]/.test(file.sample[0]?.[0] ?? ''))
    throw oneColumn({ file: file.name, header: file.headers[0]!.slice(0, 80) })
  return boundedTo(mostColumns, columns)
}

/** As many columns of a file as are compared: the sets of three that rows may agree on grow with the third power of them. */
export const mostColumns = 120

/** A column named by the mapping comes before one recognised by its header, and that before one by what it holds. */
const surestFirst: readonly MappedColumn['by'][] = ['MAPPING', 'HEADER', 'CONTENT']

function boundedTo(most: number, columns: readonly MappedColumn[]): InputColumn[] {
  const telling = columns.filter(({ role }) => role !== 'ignore')
  if (telling.length <= most) return [...columns]
  const sure = telling.toSorted((one, other) => surestFirst.indexOf(one.by) - surestFirst.indexOf(other.by))
  const compared = new Set(sure.slice(0, most))
  return columns.map((column) => (compared.has(column) ? column : { ...column, role: 'ignore', isPassedOver: true }))
}

/** The year in a file's name; ages in it are of that year where no column says otherwise. */
export const yearInName = (file: InputFile): string | undefined => /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.exec(file.name)?.[0]

export function filePlan(file: InputFile, columns: readonly MappedColumn[], ages?: Ages, source?: string): FilePlan {
  const birth = columns.findIndex(({ role }) => role === 'birthDate')
  return planOf(columns, dayOrderOf(birth < 0 ? [] : file.sample.map((row) => row[birth] ?? '')), ages, source)
}

/**
 * Hands over every row behind the header, in order; of a span that is not the first, every row. `isOpen` says whether a
 * quoted cell was still open at the end.
 */
export async function eachRow(
  file: InputFile,
  onRow: (cells: string[]) => void,
  span?: Span,
): Promise<Oddities & { isOpen: boolean }> {
  const counter = new OddityCounter({ columns: file.headers.length, delimiter: file.delimiter })
  const { oddities } = counter
  let header = !span || span.from === 0
  const onText = (cells: string[], reading: QuoteReading): void => {
    if (header) return void (header = false)
    counter.countText(cells, reading)
    onRow(cells)
  }
  const splitter = rowSplitter(file.delimiter, onText, file.headers.length)
  for await (const piece of textOfFile(file.path, file.encoding, span)) {
    if (piece.includes('\uFFFD')) oddities.unreadable += piece.split('\uFFFD').length - 1
    splitter.push(piece)
  }
  const { isOpen } = splitter
  splitter.end()
  return { ...oddities, isOpen }
}
