import type { Day } from './calendar.ts'

/**
 * Full years on a day, by the birthday as people count it: one born on 29 February is a year older on 1 March of a
 * common year. (The law, 年齢計算ニ関スル法律, reaches an age a day earlier; no rule here turns on that day.)
 * Null when the day lies before the birth.
 */
export function ageOn(birth: Day, on: Day): number | null {
  if (on < birth) return null
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) >= birth.slice(5) ? years : years - 1
}

/** The band of five years an age is shown by where the exact one must not be: 34 → { from: 30, to: 34 }. */
export function ageBand(age: number, width = 5): { from: number; to: number } {
  const from = Math.floor(age / width) * width
  return { from, to: from + width - 1 }
}

/** The birth days that fit an age told on a day: evidence when only the age is known. Both ends included. */
export function birthRange(age: number, on: Day): { from: Day; to: Day } {
  const year = Number(on.slice(0, 4))
  const rest = on.slice(5)
  const leapDay = rest === '02-29'
  return { from: `${year - age - 1}-${leapDay ? '03-01' : rest}`, to: `${year - age}-${leapDay ? '02-28' : rest}` }
}
