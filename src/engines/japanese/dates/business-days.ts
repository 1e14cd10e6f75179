import holidayJp from '@holiday-jp/holiday_jp'
import type { Holiday } from '@holiday-jp/holiday_jp/lib/types.js'
import { addDays, weekday, type Day } from './calendar.ts'

/**
 * Weekdays are working days but for Japanese holidays (国民の祝日に関する法律, as listed by holiday_jp from 1970 to 2050;
 * outside these years only weekends are known) and the days a company adds, such as 12/29 to 1/3.
 */
export type WorkingCalendar = { zone: string; closedDays?: ReadonlySet<Day> }

/** Hours of a day in which mail may leave; `untilHour` is the first hour after it. Weekdays as in `Date`: 0 is Sunday. */
export type SendWindow = WorkingCalendar & {
  fromHour: number
  untilHour: number
  weekdays: readonly number[]
  onHolidays?: boolean
}

/** Weekdays from 9 to 18 in Japan. */
export const defaultSendWindow: SendWindow = {
  zone: 'Asia/Tokyo',
  fromHour: 9,
  untilHour: 18,
  weekdays: [1, 2, 3, 4, 5],
}

const holidays: Readonly<Record<string, Holiday>> = holidayJp.holidays

export function holidayName(day: Day): { ja: string; en: string } | null {
  const holiday = holidays[day]
  return holiday ? { ja: holiday.name, en: holiday.name_en } : null
}

export function isBusinessDay(day: Day, closedDays?: ReadonlySet<Day>): boolean {
  const of = weekday(day)
  return of !== 0 && of !== 6 && holidayName(day) === null && !closedDays?.has(day)
}

/** The day `count` business days after a day, which itself does not count; 0 gives the day, or the next business day. */
export function addBusinessDaysToDay(from: Day, count: number, closedDays?: ReadonlySet<Day>): Day {
  let day = from
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isBusinessDay(day, closedDays)) left -= 1
  }
  while (!isBusinessDay(day, closedDays)) day = addDays(day, 1)
  return day
}

/** The same time of day `count` business days later, both in the calendar's zone. */
export function addBusinessDays(from: Date, count: number, { zone, closedDays }: WorkingCalendar): Date {
  const local = localTime(from, zone)
  return instantAt(addBusinessDaysToDay(local.day, count, closedDays), local.millisecond, zone)
}

/** How many business days lie after `from` up to and including `to`. */
export function businessDaysBetween(from: Day, to: Day, closedDays?: ReadonlySet<Day>): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isBusinessDay(day, closedDays)) count += 1
  return count
}

export function inSendWindow(now: Date, window: SendWindow = defaultSendWindow): boolean {
  const { day, millisecond } = localTime(now, window.zone)
  const hour = millisecond / 3_600_000
  return isSendDay(day, window) && hour >= window.fromHour && hour < window.untilHour
}

/** The given moment if mail may leave then, else the next opening of the window. Null if it never opens within a year. */
export function nextSendWindow(now: Date, window: SendWindow = defaultSendWindow): Date | null {
  if (inSendWindow(now, window)) return now
  const { day: today, millisecond } = localTime(now, window.zone)
  const openedToday = millisecond >= window.fromHour * 3_600_000
  for (let ahead = openedToday ? 1 : 0; ahead <= 366; ahead++) {
    const day = addDays(today, ahead)
    if (isSendDay(day, window)) return instantAt(day, window.fromHour * 3_600_000, window.zone)
  }
  return null
}

function isSendDay(day: Day, { weekdays, closedDays, onHolidays = false }: SendWindow): boolean {
  return weekdays.includes(weekday(day)) && !closedDays?.has(day) && (onHolidays || holidayName(day) === null)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The day and the milliseconds since its midnight that a clock on the wall of the zone shows. */
export function localTime(instant: Date, zone: string): { day: Day; millisecond: number } {
  let clock = clocks.get(zone)
  if (!clock) {
    const part = '2-digit'
    clock = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: part,
      day: part,
      hour: part,
      minute: part,
      second: part,
    })
    clocks.set(zone, clock)
  }
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]))
  const seconds = (Number(parts['hour']) * 60 + Number(parts['minute'])) * 60 + Number(parts['second'])
  return {
    day: `${parts['year']}-${parts['month']}-${parts['day']}`,
    millisecond: seconds * 1000 + instant.getUTCMilliseconds(),
  }
}

/** The day on which somebody in the zone would say that it happened. */
export const dayIn = (instant: Date, zone: string): Day => localTime(instant, zone).day

/** The moment a zone's clock shows this; where clocks skip the hour, the moment after the gap. */
export function instantAt(day: Day, millisecond: number, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + millisecond
  let guess = wanted
  for (let round = 0; round < 3; round++) {
    const shown = localTime(new Date(guess), zone)
    const difference = wanted - (Date.parse(`${shown.day}T00:00:00Z`) + shown.millisecond)
    if (difference === 0) break
    guess += difference
  }
  return new Date(guess)
}
