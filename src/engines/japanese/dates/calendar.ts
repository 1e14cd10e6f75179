/** A day of the Gregorian calendar as `YYYY-MM-DD`; these compare and sort as text. */
export type Day = string

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The day, or null where the calendar has none: never rolled over into the next month. */
export function day(year: number, month: number, date: number): Day | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999 || month < 1 || month > 12) return null
  if (date < 1 || date > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

export function addDays(from: Day, count: number): Day {
  return new Date(Date.parse(`${from}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}

/** 0 Sunday to 6 Saturday. */
export function weekday(of: Day): number {
  return new Date(`${of}T00:00:00Z`).getUTCDay()
}
