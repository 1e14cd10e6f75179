/**
 * A text as one cell of a CSV file. A value that a spreadsheet would run as a formula gets an apostrophe before it
 * (OWASP, CSV injection); quotes are doubled.
 */
export function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines of cells, ended as RFC 4180 wants. */
export const line = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`

/** By which Excel knows that a file is UTF-8. */
export const byteOrderMark = '\uFEFF'
