/** Day 1 of a spreadsheet is 1900-01-01, and it counts a 29 February 1900 that never was (ECMA-376, 18.17.4.1). */
const before1900 = Date.UTC(1899, 11, 30)
/** From 1927 to 2119: numbers that no other thing in a column of dates looks like. */
const serial = /^([1-7]\d{4})(?:\.(\d{1,15}))?$/

/** The day, and the time if it has one, of a date that a spreadsheet wrote as its number: 46055.5 is 2026-02-02 12:00. */
export function excelDay(text: string): string | null {
  const found = serial.exec(text.normalize('NFKC').trim())
  if (!found || Number(found[1]) < 10_000) return null
  const minutes = Math.round(Number(`0.${found[2] ?? 0}`) * 1440)
  const moment = new Date(before1900 + Number(found[1]) * 86_400_000 + minutes * 60_000).toISOString()
  return minutes === 0 ? moment.slice(0, 10) : `${moment.slice(0, 10)} ${moment.slice(11, 16)}`
}
