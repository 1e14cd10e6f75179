import { forbiddenGround } from './forbidden-columns.ts'
import { matchHeader } from './synonyms.ts'

/** A column's name; `group` is the cell above it where the file has two header rows (基本情報 over 氏名). */
export type HeaderCell = { name: string; group: string | null }
export type FoundHeader = { header: HeaderCell[]; headerRows: number; hasHeader: boolean }

const searchedRows = 12

/**
 * Finds the header among the first rows: lines above it (a title, the date of the export) are passed over, a row of groups
 * above it is joined to it. Without one, columns are named 列1, 列2 … and only their values tell what they hold.
 * `headerRows` counts everything up to and including the header.
 */
export function findHeader(rows: string[][]): FoundHeader {
  const scores = rows.slice(0, searchedRows).map(headerScore)
  const best = scores.reduce((top, score, at) => (score > scores[top]! ? at : top), 0)
  const width = Math.max(...rows.map((row) => row.length))
  if ((scores[best] ?? 0) < 0.3) {
    const first = rows.findIndex((row) => row.filter((cell) => cell.trim()).length > width / 2)
    const titled =
      first >= 0 && looksLikeNames(rows[first]!) && rows.slice(first + 1).some((row) => !looksLikeNames(row))
    if (titled) return { header: named(rows[first]!), headerRows: first + 1, hasHeader: true }
    return {
      header: Array.from({ length: width }, (_, at) => ({ name: `列${at + 1}`, group: null })),
      headerRows: Math.max(0, first),
      hasHeader: false,
    }
  }
  const below = rows[best + 1]
  // A second row of names under the first is a header too, not a person.
  if (below && looksLikeNames(below) && (scores[best + 1] ?? 0) >= 0.3) {
    return { header: joined(rows[best]!, below), headerRows: best + 2, hasHeader: true }
  }
  const above = rows[best - 1]
  const header = above && isGroupRow(above) ? joined(above, rows[best]!) : named(rows[best]!)
  return { header, headerRows: best + 1, hasHeader: true }
}

/**
 * Two header rows as one. Where one has gaps the lower names the column and the upper its group (氏名 over 姓 and 名);
 * where both are full they say the same in two languages, and the one that names more fields is taken.
 */
function joined(upper: string[], lower: string[]): HeaderCell[] {
  const full = [upper, lower].every((row) => row.every((cell) => cell.trim() !== ''))
  if (full && headerScore(upper) >= headerScore(lower)) return named(upper)
  const groups = spread(upper, Math.max(upper.length, lower.length))
  return groups.map((group, at) => {
    const name = tidy(lower[at] ?? '') || tidy(upper[at] ?? '')
    return { name, group: !full && group && group !== name ? group : null }
  })
}

const tidy = (cell: string): string => cell.replace(/[\s\u3000]+/g, ' ').trim()
const named = (row: string[]): HeaderCell[] => row.map((cell) => ({ name: tidy(cell), group: null }))

/** The share of a row's cells that name a field; a cell that holds a value makes a header less likely. */
function headerScore(row: string[]): number {
  const filled = row.filter((cell) => cell.trim() !== '')
  if (filled.length < 2) return 0
  const points = filled.map((cell) => {
    if (looksLikeValue(cell) || cell.length > 40) return -1
    const matches = matchHeader(cell)
    return matches.some((match) => match.exact) || forbiddenGround(cell) ? 1 : matches.length ? 0.6 : 0
  })
  const sum = points.reduce((total: number, point) => total + point, 0)
  return (sum / filled.length) * Math.min(1, filled.length / 3)
}

function looksLikeValue(cell: string): boolean {
  const plain = cell.normalize('NFKC')
  return /@|\d{3,}/.test(plain) || /^\d+$/.test(plain) || /^\S+[都道府県]\S+[市区町村]/u.test(plain)
}

const looksLikeNames = (row: string[]): boolean => row.every((cell) => !looksLikeValue(cell) && cell.length <= 40)

/** Few cells with blanks between them, none a value: the row spans groups of columns. */
function isGroupRow(row: string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '').length
  return filled >= 2 && filled < row.length && looksLikeNames(row)
}

function spread(row: string[], width: number): string[] {
  let current = ''
  return Array.from({ length: width }, (_, at) => (current = tidy(row[at] ?? '') || current))
}
