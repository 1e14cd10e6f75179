import { mostOfYears, share } from './column-content.ts'
import type { Role } from './roles.ts'

type Cells = readonly string[]

const wholeNumber = (cell: string): number => (/^\d{1,4}(?:\.0)?$/.test(cell) ? Number(cell) : Number.NaN)

/** Births of people are spread over a generation; years of events are not. */
const fewestYears = 15

/** How far from the year its month and day stand. */
const nearby = 2

/**
 * Which columns of numbers, `null` being another column, tell a year of birth and beside it the month and the day: all
 * years that people are born in, all months there are, nearly all days.
 */
export function rolesOfBirth(columns: readonly (Cells | null)[]): (Role | undefined)[] {
  const roles = columns.map((): Role | undefined => undefined)
  const year = columns.findIndex((cells) => cells !== null && areYears(cells))
  if (year < 0) return roles
  roles[year] = 'birthYear'
  const near = (most: number, fewest: number) =>
    columns.findIndex(
      (cells, at) => cells !== null && !roles[at] && Math.abs(at - year) <= nearby && areAll(cells, most, fewest),
    )
  const month = near(12, 11)
  if (month < 0) return roles
  roles[month] = 'birthMonth'
  const date = near(31, 26)
  if (date >= 0) roles[date] = 'birthDay'
  return roles
}

function areYears(cells: Cells): boolean {
  const isYear = (cell: string) => wholeNumber(cell) >= 1500 && wholeNumber(cell) <= 2020
  if (share(cells, isYear) < 0.95) return false
  return mostOfYears(cells.filter(isYear).map(wholeNumber)) >= fewestYears
}

/** Whether cells are whole numbers from one to the most there is, and at least so many different ones. */
function areAll(cells: Cells, most: number, fewest: number): boolean {
  const isOne = (cell: string) => wholeNumber(cell) >= 1 && wholeNumber(cell) <= most
  const known = cells.filter(isOne)
  return known.length >= cells.length * 0.95 && new Set(known.map(wholeNumber)).size >= fewest
}
