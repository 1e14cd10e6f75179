import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import type { Cells, TextCollector } from '../../../engines/linkage/index.ts'
import { ByteCells } from './byte-cells.ts'
import type { InputFile } from '../input.ts'
import { OddityCounter, type Oddities, type QuoteReading } from './oddities.ts'
import { rowSplitter } from './rows.ts'
import type { Span } from './text-file.ts'

/** What is done with rows: nearly all come in bytes, those of which only their text tells the cells (`ByteCells.divide`) as such. */
export type OnRow = { bytes: (cells: Cells) => void; text: (cells: string[]) => void }

export type SpanRead = Oddities & { isOpen: boolean }

const [lineFeed, carriageReturn] = [10, 13]

/**
 * Hands over every row of a span of a file in UTF-8, in order, the header left out: what `eachRow` would, without making
 * texts of cells that are known. Null, and nothing handed over, where the span is not in UTF-8 throughout. `numbers` says
 * which cells of each column are equal, over as many spans as are given it.
 */
export async function eachRowInBytes(
  file: InputFile,
  span: Span,
  { onRow, numbers }: { onRow: OnRow; numbers: TextCollector[] },
): Promise<SpanRead | null> {
  const bytes = await bytesOf(file.path, span)
  if (!isPlainUtf8(bytes)) return null
  try {
    return eachRowOf(bytes, file, { isFirst: span.from === 0, onRow, numbers })
  } finally {
    // A large file's bytes are not to wait beside what is made of them.
    if (bytes.buffer instanceof ArrayBuffer) bytes.buffer.transfer(0)
  }
}

type Reading = { isFirst: boolean; onRow: OnRow; numbers: TextCollector[] }

function eachRowOf(bytes: Buffer, file: InputFile, { isFirst, onRow, numbers }: Reading): SpanRead {
  const columns = file.headers.length
  const cells = new ByteCells(bytes, columns, numbers)
  const counter = new OddityCounter({ columns, delimiter: file.delimiter })
  let isHeader = isFirst
  const onText = (row: string[], reading: QuoteReading): void => {
    if (isHeader) return void (isHeader = false)
    counter.countText(row, reading)
    onRow.text(row)
  }
  const splitter = rowSplitter(file.delimiter, onText, columns)
  const hasCell = (at: number) => cells.has(at)
  const delimiter = file.delimiter.charCodeAt(0)
  let from = 0
  for (;;) {
    const feed = bytes.indexOf(lineFeed, from)
    if (feed < 0) break
    const end = feed > from && bytes[feed - 1] === carriageReturn ? feed - 1 : feed
    if (isHeader || splitter.isOpen || (end > from && !cells.divide(delimiter, from, end)))
      splitter.push(bytes.toString('utf8', from, feed + 1))
    else if (end > from) {
      counter.count(cells.count, hasCell)
      onRow.bytes(cells)
    }
    from = feed + 1
  }
  splitter.push(bytes.toString('utf8', from))
  const { isOpen } = splitter
  splitter.end()
  return { ...counter.oddities, isOpen }
}

const replacement = Buffer.from('\uFFFD')

/** The mark of a file's encoding, and characters that could not be read, are left to the text. */
const isPlainUtf8 = (bytes: Buffer): boolean => isUtf8(bytes) && bytes[0] !== 0xef && !bytes.includes(replacement)

async function bytesOf(path: string, { from, to }: Span): Promise<Buffer> {
  const file = await open(path)
  try {
    const bytes = Buffer.allocUnsafeSlow(to - from)
    for (let filled = 0; filled < bytes.length;) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled)
      if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`)
      filled += bytesRead
    }
    return bytes
  } finally {
    await file.close()
  }
}
