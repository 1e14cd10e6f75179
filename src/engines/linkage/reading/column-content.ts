import { isKana } from '../../japanese/index.ts'
import { dateDigits, isDate } from './dates.ts'
import type { Role } from './roles.ts'

/** The share of cells that pass; 0 of none. */
export function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length ? cells.filter(test).length / cells.length : 0
}

/** What a column tells by what its cells look like, empty ones included. */
export function roleOfContent(cells: readonly string[]): Role {
  const known = cells.map((cell) => cell.trim()).filter(Boolean)
  if (known.length < Math.max(2, cells.length * 0.02)) return 'ignore'
  const mostly = (test: (cell: string) => boolean) => share(known, test) > 0.8
  if (mostly((cell) => /^\S+@\S+\.\S+$/.test(cell))) return 'mail'
  if (mostly((cell) => /^\d{3}-\d{2}-\d{4}$/.test(cell))) return 'identifier'
  if (mostly(looksLikePhone)) return 'phone'
  if (mostly(looksLikeBirth)) return areBirths(known) ? 'birthDate' : 'ignore'
  const distinct = new Set(known).size
  if (distinct < 2) return 'ignore'
  if (mostly((cell) => /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i.test(cell) || /^〒?\d{3}-\d{4}$/.test(cell)))
    return 'postcode'
  if (distinct <= 4 && mostly((cell) => /^(?:[mf]|(?:fe)?male|(?:wo)?man|[男女]性?)$/i.test(cell))) return 'gender'
  // A different value in every row names the row, not the person; long texts are remarks.
  const lengthOfText = known.reduce((sum, cell) => sum + cell.length, 0) / known.length
  if (
    lengthOfText > 60 ||
    (distinct === known.length && known.length > 50 && mostly((cell) => /^(?=.*[\d_])[\w-]+$/.test(cell)))
  )
    return 'ignore'
  if (mostly(isKana) || mostly(isMark) || mostly(isKey)) return 'ignore'
  return 'text'
}

/** Numbers, days and marks such as `Q2017-3`: they name rows, groups or events, and may be the very answer. */
const isMark = (cell: string) => /^\D{0,5}\d[\d.,:/ T-]*\D?$/.test(cell)

/** Marks of letters and digits without a space, such as `rec-1496-org`, `CL000017` and what programs draw at random. */
const isKey = (cell: string) =>
  /^(?=.*\d)[\w:/-]{4,}$/.test(cell) &&
  (/^[a-z]*[-_:/]?\d+(?:[-_:/][a-z]*[-_]?\d*)?$/i.test(cell) || /^[\da-f-]{12,}$/i.test(cell))

const looksLikePhone = (cell: string) => /^[+0(][\d\s().-]{8,17}$/.test(cell) && cell.replace(/\D/g, '').length >= 9

/** Births, and not the days on which something happened of late. */
function looksLikeBirth(cell: string): boolean {
  if (/^\d{1,6}$/.test(cell) || !isDate(cell)) return false
  return dateDigits(cell, 'DAY_FIRST') < '20120000'
}

/** People in one file are born years apart; ships come in, and children are baptised, within a few. */
const fewestYears = 8

/** Fewer cells do not tell over how many years they are spread. */
const fewestCells = 50

function areBirths(cells: readonly string[]): boolean {
  const years = cells.flatMap((cell) => Number(dateDigits(cell, 'DAY_FIRST').slice(0, 4)) || [])
  return years.length < fewestCells || mostOfYears(years) >= fewestYears
}

/** Over how many years all but the earliest and the latest tenth are spread. */
export function mostOfYears(years: readonly number[]): number {
  const inOrder = years.toSorted((one, other) => one - other)
  const at = (share: number) => inOrder[Math.floor((inOrder.length - 1) * share)] ?? 0
  return at(0.9) - at(0.1)
}
