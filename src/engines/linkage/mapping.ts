import { hasKanji, isKana } from '../japanese/index.ts'
import { headerKey, roleOfHeader, type MappedColumn, type Role } from './roles.ts'
import { dateDigits, type DayOrder } from './values.ts'

/**
 * Says for each column what it tells about a person: by its header, and where the header tells nothing, by what its
 * cells look like. `sample` are rows of the file; a thousand are plenty.
 */
export function recogniseColumns(headers: readonly string[], sample: readonly (readonly string[])[]): MappedColumn[] {
  const columns = headers.map((header, at): MappedColumn => {
    const named = roleOfHeader(header)
    if (named) return { header, role: named, by: 'HEADER' }
    return { header, role: roleOfContent(sample.map((row) => row[at] ?? '')), by: 'CONTENT' }
  })
  return settle(columns, sample)
}

/** What only the whole row of headers can tell. */
function settle(columns: readonly MappedColumn[], sample: readonly (readonly string[])[]): MappedColumn[] {
  const has = (role: Role) => columns.some((column) => column.role === role)
  return columns.map((column, at) => {
    const cells = sample.map((row) => row[at] ?? '').filter(Boolean)
    const change = (role: Role): MappedColumn => ({ ...column, role, by: 'CONTENT' })
    if (column.role === 'birthDate' && has('birthYear') && cells.every((cell) => /^\d{1,2}(?:\.0)?$/.test(cell)))
      return change('birthDay')
    if (column.role === 'birthYear' && cells.some((cell) => /\d{4}\D\d|\d{6}/.test(cell))) return change('birthDate')
    // "Address 1" is the street where a street follows; a whole address where it is all there is.
    if (column.role === 'age' && (has('birthDate') || has('birthYear'))) return change('ignore')
    // When something was told matters where an age was: together they are a birth.
    if (column.role === 'recordYear' && (!has('age') || has('birthDate') || has('birthYear'))) return change('ignore')
    // What is called mail and holds no address of that kind is where letters go.
    if (column.role === 'mail' && share(cells, (cell) => cell.includes('@')) < 0.2 && cells.length > 0)
      return change(roleOfHeader(column.header.replace(/^.*mail(?:ing)?/i, '')) ?? 'ignore')
    // A licence held or not names nobody: what identifies has a value of its own for nearly everybody.
    if (column.role === 'identifier' && new Set(cells).size < cells.length * 0.1) return change('text')
    if (column.role === 'houseNumber' && cells.length > 0 && share(cells, (cell) => cell.length > 12) > 0.5)
      return change('street')
    return column
  })
}

function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length ? cells.filter(test).length / cells.length : 0
}

function roleOfContent(cells: readonly string[]): Role {
  const known = cells.map((cell) => cell.trim()).filter(Boolean)
  if (known.length < Math.max(2, cells.length * 0.02)) return 'ignore'
  if (share(known, (cell) => /^\S+@\S+\.\S+$/.test(cell)) > 0.8) return 'mail'
  if (share(known, (cell) => looksLikePhone(cell)) > 0.8) return 'phone'
  if (share(known, (cell) => looksLikeBirth(cell)) > 0.8) return 'birthDate'
  const distinct = new Set(known).size
  if (distinct < 2) return 'ignore'
  // A different value in every row names the row, not the person; long texts are remarks.
  const lengthOfText = known.reduce((sum, cell) => sum + cell.length, 0) / known.length
  if (lengthOfText > 60 || (distinct === known.length && known.length > 50 && /^[\w-]+$/.test(known[0]!)))
    return 'ignore'
  if (share(known, isKana) > 0.8 || share(known, isMark) > 0.8) return 'ignore'
  return 'text'
}

/** Numbers, days and marks such as `Q2017-3`: they name rows, groups or events, and may be the very answer. */
const isMark = (cell: string) => /^\D{0,5}\d[\d.,:/ T-]*\D?$/.test(cell)

const looksLikePhone = (cell: string) => /^[+0(][\d\s().-]{8,17}$/.test(cell) && cell.replace(/\D/g, '').length >= 9

/** Births, and not the days on which something happened of late. */
function looksLikeBirth(cell: string): boolean {
  if (/^\d{1,4}$/.test(cell)) return false
  const digits = dateDigits(cell, 'DAY_FIRST')
  return digits !== '' && digits < '20120000'
}

/** Whether days or months come first in dates such as 4/5/1980: one that can be only one of them decides for its column. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  let [dayFirst, monthFirst] = [0, 0]
  for (const cell of cells) {
    const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{4}/.exec(cell.trim())
    if (!parts) continue
    if (Number(parts[1]) > 12) dayFirst++
    if (Number(parts[2]) > 12) monthFirst++
  }
  return monthFirst > dayFirst ? 'MONTH_FIRST' : 'DAY_FIRST'
}

/** Whether names of a sample are written in Japanese, or columns say that their readings are given. */
export function namesAreJapanese(columns: readonly MappedColumn[], sample: readonly (readonly string[])[]): boolean {
  const nameRoles: readonly Role[] = ['name', 'family', 'given']
  if (columns.some(({ role }) => role === 'nameKana' || role === 'familyKana' || role === 'givenKana')) return true
  const cells = columns.flatMap(({ role }, at) => (nameRoles.includes(role) ? sample.map((row) => row[at] ?? '') : []))
  return share(cells.filter(Boolean), (cell) => hasKanji(cell) || isKana(cell)) > 0.05
}

/** The name under which an unlisted column is compared with those of other files. */
export const textId = (header: string): string => `text:${headerKey(header)}`
