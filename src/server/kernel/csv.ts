type Cell = string | number | null

/**
 * A text that no spreadsheet runs as a formula: an apostrophe goes before the signs that begin one, full-width ones
 * included (OWASP, CSV injection; ASVS 1.2.10).
 */
// oxlint-disable-next-line no-control-regex -- a NUL before a formula is one of the ways around this
const harmless = (text: string): string => (/^[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text)

/** A value as one cell of a CSV file, harmless, with its quotes doubled. */
function cell(value: Cell): string {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' ? harmless(text) : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines of cells, ended as RFC 4180 wants. */
export const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

/** By which Excel knows that a file is UTF-8. */
export const byteOrderMark = '\uFEFF'
