import { hasKanji, isKana } from '../../japanese/index.ts'
import { rolesOfBirth } from './birth-content.ts'
import { filled } from './blank.ts'
import { roleOfContent, share } from './column-content.ts'
import { roleOfNames } from './name-content.ts'
import {
  headerKey,
  isChristening,
  roleOfHeader,
  roleOfOthersAddress,
  roleOfPart,
  type MappedColumn,
  type Role,
} from './roles.ts'

type Sample = readonly (readonly string[])[]

/**
 * Says for each column what it tells about a person: by its header, and where the header tells nothing, by what its
 * cells look like. `sample` are rows of the file; a thousand are plenty.
 */
export function recogniseColumns(headers: readonly string[], sample: Sample): MappedColumn[] {
  const cellsAt = (at: number) => sample.map((row) => filled(row[at] ?? ''))
  const columns = headers.map((header, at): MappedColumn => {
    const named = roleOfHeader(header)
    if (named) return { header, role: named, by: 'HEADER' }
    return { header, role: roleOfContent(cellsAt(at)), by: 'CONTENT' }
  })
  return ownAddresses(settle(withBirths(withNames(withParts(columns), cellsAt), cellsAt), cellsAt))
}

/** The address of an employer stands in for the person's own where a file has no other. */
function ownAddresses(columns: readonly MappedColumn[]): MappedColumn[] {
  const others = columns.map(({ header }) => roleOfOthersAddress(header))
  const own = new Set(columns.flatMap(({ role }, at) => (others[at] ? [] : [role])))
  return columns.map((column, at) => {
    const role = others[at]
    return role ? { ...column, role: own.has(role) ? 'ignore' : role } : column
  })
}

const ofWhole: readonly Role[] = ['name', 'given', 'family']

/** What a part of a header tells counts where no other column says it, and its cells look like no other thing. */
function withParts(columns: readonly MappedColumn[]): MappedColumn[] {
  const has = (role: Role) => columns.some((column) => column.role === role)
  return columns.map((column) => {
    const role = column.by === 'CONTENT' && column.role === 'text' ? roleOfPart(column.header) : null
    if (!role || has(role)) return column
    return ofWhole.includes(role) && ofWhole.some((one) => has(one) && (one === 'name' || role === 'name'))
      ? column
      : { ...column, role }
  })
}

/** Columns whose cells are names, where no header says so. */
function withNames(columns: readonly MappedColumn[], cellsAt: (at: number) => string[]): MappedColumn[] {
  if (columns.some(({ role }) => ofWhole.includes(role))) return [...columns]
  const roles = roleOfNames(
    columns.map(({ role, by }, at) => (by === 'CONTENT' && role === 'text' ? cellsAt(at).filter(Boolean) : null)),
  )
  const given = roles.indexOf('given')
  return columns.map((column, at) => {
    if (roles[at]) return { ...column, role: roles[at] }
    // What holds the given name of its row, and more, is that name once more as a whole.
    const isWhole = given >= 0 && column.role === 'text' && holdsMostly(cellsAt(at), cellsAt(given))
    return isWhole && column.by === 'CONTENT' ? { ...column, role: 'name' } : column
  })
}

const ofBirth: readonly Role[] = ['birthDate', 'birthYear', 'age']

/**
 * Columns whose cells are years, months and days of births, where nothing else tells a birth or an age; where there are
 * none, a christening stands for the birth.
 */
function withBirths(columns: readonly MappedColumn[], cellsAt: (at: number) => string[]): MappedColumn[] {
  if (columns.some(({ role }) => ofBirth.includes(role))) return [...columns]
  const roles = rolesOfBirth(
    columns.map(({ header, by }, at) =>
      by === 'CONTENT' && roleOfHeader(header) === null ? cellsAt(at).filter(Boolean) : null,
    ),
  )
  const christened = roles.some(Boolean) ? -1 : columns.findIndex(({ header }) => isChristening(header))
  if (christened >= 0) {
    const cells = cellsAt(christened).filter(Boolean)
    roles[christened] = share(cells, (cell) => /^\d{4}(?:\.0)?$/.test(cell)) > 0.5 ? 'birthYear' : 'birthDate'
  }
  return columns.map((column, at) => (roles[at] ? { ...column, role: roles[at] } : column))
}

/** What only the whole row of headers can tell. */
function settle(columns: readonly MappedColumn[], cellsAt: (at: number) => string[]): MappedColumn[] {
  const has = (role: Role) => columns.some((column) => column.role === role)
  const hasOther = (role: Role, at: number) => columns.some((column, other) => column.role === role && other !== at)
  return columns.map((column, at) => {
    const cells = cellsAt(at).filter(Boolean)
    const change = (role: Role): MappedColumn => ({ ...column, role, by: 'CONTENT' })
    if (column.role === 'name' && has('family') !== has('given')) {
      // "Name" beside "Surname" is the given name, beside "Vorname" the family name, unless it holds the other one too.
      const beside: Role = has('family') ? 'family' : 'given'
      const others = cellsAt(columns.findIndex(({ role }) => role === beside))
      if (!holdsMostly(cellsAt(at), others)) return change(beside === 'family' ? 'given' : 'family')
    }
    // Initials beside a first name are those of the names behind it.
    if (column.role === 'given' && /initials?$/i.test(column.header) && hasOther('given', at)) return change('middle')
    if (column.role === 'birthDate' && has('birthYear') && cells.every((cell) => /^\d{1,2}(?:\.0)?$/.test(cell)))
      return change('birthDay')
    if (column.role === 'birthYear' && cells.some((cell) => /\d{4}\D\d|\d{6}/.test(cell))) return change('birthDate')
    // "Address 1" is the street where a street follows; a whole address where it is all there is.
    if (column.role === 'age' && (has('birthDate') || has('birthYear'))) return change('ignore')
    // What is called mail and holds no address of that kind is where letters go.
    if (column.role === 'mail' && share(cells, (cell) => cell.includes('@')) < 0.2 && cells.length > 0)
      return change(roleOfMailing(column.header.replace(/^.*mail(?:ing)?/i, '')) ?? 'ignore')
    // A licence held or not names nobody: what identifies has a value of its own for nearly everybody.
    if (column.role === 'identifier' && new Set(cells).size < cells.length * 0.1) return change('text')
    if (column.role === 'houseNumber' && cells.length > 0 && share(cells, (cell) => cell.length > 12) > 0.5)
      return change('street')
    return column
  })
}

/** What the rest of a header says behind "mail" where letters go. */
const roleOfMailing = (rest: string): Role | null =>
  roleOfHeader(rest) ?? roleOfHeader(rest.replace(/^[\s_.-]*addr(?:ess)?/i, ''))

/** Whether the cells of a column mostly hold those of another, row by row. */
function holdsMostly(cells: readonly string[], others: readonly string[]): boolean {
  const rows = cells.flatMap((cell, at) => (cell && others[at] ? [[cell, others[at]] as const] : []))
  if (rows.length === 0) return true
  const held = rows.filter(([cell, other]) => cell.toLowerCase().includes(other.toLowerCase()))
  return held.length > rows.length / 2
}

/** Whether names of a sample are written in Japanese, or columns say that their readings are given. */
export function namesAreJapanese(columns: readonly MappedColumn[], sample: Sample): boolean {
  if (columns.some(({ role }) => role === 'nameKana' || role === 'familyKana' || role === 'givenKana')) return true
  const cells = columns.flatMap(({ role }, at) => (ofWhole.includes(role) ? sample.map((row) => row[at] ?? '') : []))
  return share(cells.filter(Boolean), (cell) => hasKanji(cell) || isKana(cell)) > 0.05
}

/** The name under which an unlisted column is compared with those of other files. */
export const textId = (header: string): string => `text:${headerKey(header)}`
