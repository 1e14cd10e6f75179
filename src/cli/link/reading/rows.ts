import type { QuoteReading } from './oddities.ts'

/** The delimiter of a table by its first lines: the one that divides most lines into as many cells as the header has. */
export function delimiterOf(head: string): string {
  const lines = head
    .split(/\r\n|[\r\n]/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  let [best, bestScore] = [',', 0]
  for (const delimiter of [',', '\t', ';', '|']) {
    const cells = lines.map((line) => splitLine(line, delimiter).length)
    const columns = cells[0] ?? 0
    if (columns < 2) continue
    const even = cells.filter((count) => count === columns).length / cells.length
    const score = even * Math.min(columns, 20)
    if (score > bestScore) [best, bestScore] = [delimiter, score]
  }
  return best
}

/** The cells of one line of RFC 4180; spaces around a cell do not count. */
export function splitLine(line: string, delimiter: string): string[] {
  if (!line.includes('"')) {
    const plain = line.split(delimiter)
    for (let at = 0; at < plain.length; at++) if (hasEdgeSpace(plain[at]!)) plain[at] = plain[at]!.trim()
    return plain
  }
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    let begin = at
    while (line[begin] === ' ') begin++
    if (line[begin] === '"') {
      let [text, here] = ['', begin + 1]
      for (;;) {
        const quote = line.indexOf('"', here)
        if (quote < 0) {
          text += line.slice(here)
          here = line.length
          break
        }
        text += line.slice(here, quote)
        here = quote + 1
        if (line[here] !== '"') break
        text += '"'
        here++
      }
      const next = line.indexOf(delimiter, here)
      cells.push((text + (next < 0 ? line.slice(here) : line.slice(here, next)).trim()).trim())
      at = next < 0 ? line.length + 1 : next + delimiter.length
    } else {
      const next = line.indexOf(delimiter, at)
      cells.push((next < 0 ? line.slice(at) : line.slice(at, next)).trim())
      at = next < 0 ? line.length + 1 : next + delimiter.length
    }
  }
  return cells
}

/** Whether a cell begins or ends with what `trim` takes off. */
const hasEdgeSpace = (cell: string): boolean => isSpace(cell.charCodeAt(0)) || isSpace(cell.charCodeAt(cell.length - 1))

const isSpace = (unit: number): boolean =>
  unit <= 0x20 || (unit >= 0xa0 && (unit < 0x3001 ? oddSpaces.includes(String.fromCharCode(unit)) : unit === 0xfeff))

const oddSpaces =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000'

/** A row inside quotes may run over this many lines; beyond, its quote is taken for one that was never closed. */
const mostLines = 200

/**
 * Divides a text that comes in pieces into rows. Blank lines are no rows. A quoted cell may hold line breaks; a quote
 * that is never closed costs only its own line. Nor was one closed by the next quote, where neither a delimiter nor the end of
 * a line is behind that and whole rows, of `columns` cells each, stand between them.
 */
export function rowSplitter(
  delimiter: string,
  onRow: (cells: string[], reading: QuoteReading) => void,
  columns = Infinity,
) {
  let rest = ''
  let open: string[] = []
  const take = (line: string) => {
    if (open.length === 0) {
      if (line === '') return
      if (!line.includes('"') || quotesOf(line, delimiter, columns) === 'CLOSED')
        return onRow(splitLine(line, delimiter), 'AS_WRITTEN')
      open = [line]
      return
    }
    open.push(line)
    const joined = open.join('\n')
    const quotes = line.includes('"') ? quotesOf(joined, delimiter, columns) : 'OPEN'
    if (quotes === 'CLOSED') {
      open = []
      onRow(splitLine(joined, delimiter), 'AS_WRITTEN')
    } else if (quotes === 'SWALLOWING' || open.length > mostLines) giveUp()
  }
  const giveUp = () => {
    const [first, ...others] = open
    open = []
    if (first !== undefined) onRow(splitLine(first.replaceAll('"', ''), delimiter), 'WITHOUT_QUOTES')
    for (const line of others) take(line)
  }
  return {
    push(text: string): void {
      const all = rest + text
      let from = 0
      for (;;) {
        const end = all.indexOf('\n', from)
        if (end < 0) break
        take(all.slice(from, all[end - 1] === '\r' ? end - 1 : end))
        from = end + 1
      }
      rest = all.slice(from)
      // Files of old Macintosh manner end their lines with a carriage return alone.
      if (rest.length > 1 << 20 && rest.includes('\r')) {
        const lines = rest.split('\r')
        rest = lines.pop() ?? ''
        for (const line of lines) take(line)
      }
    },
    /** Whether a quoted cell was opened and not closed so far. */
    get isOpen(): boolean {
      return open.length > 0
    },
    end(): void {
      for (const line of rest.split('\r')) take(line)
      rest = ''
      while (open.length > 0) giveUp()
    },
  }
}

/**
 * Whether every quote that opens a cell is closed again. One is not where whole rows stand behind it, and the next quote is
 * followed by neither a delimiter nor the end of a line: that one opens a cell itself.
 */
function quotesOf(lines: string, delimiter: string, columns: number): 'CLOSED' | 'OPEN' | 'SWALLOWING' {
  let at = 0
  for (;;) {
    while (lines[at] === ' ') at++
    if (lines[at] === '"') {
      let here = at + 1
      for (;;) {
        const quote = lines.indexOf('"', here)
        if (quote < 0) return 'OPEN'
        here = quote + 1
        if (lines[here] !== '"') break
        here++
      }
      if (!endsCell(lines, here, delimiter) && holdsRows(lines.slice(at + 1, here - 1), delimiter, columns))
        return 'SWALLOWING'
      at = here
    }
    const next = lines.indexOf(delimiter, at)
    if (next < 0) return 'CLOSED'
    at = next + delimiter.length
  }
}

function endsCell(lines: string, from: number, delimiter: string): boolean {
  let at = from
  while (lines[at] === ' ') at++
  return at >= lines.length || lines[at] === '\n' || lines.startsWith(delimiter, at)
}

const holdsRows = (quoted: string, delimiter: string, columns: number): boolean =>
  quoted.includes('\n') && quoted.split(delimiter).length >= Math.max(3, columns)
