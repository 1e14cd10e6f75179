import type { DraftMoment } from '../files/index.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

/** No zone moves its clock within a quarter of an hour, and the same days return in every row of a file. */
const quarterMs = 900_000
const kept = new Map<string, number>()
const mostKept = 20_000

function offsetMs(zone: string, at: number): number {
  const key = `${zone} ${Math.floor(at / quarterMs)}`
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  const offset = offsetAt(zone, at)
  kept.set(key, offset)
  return offset
}

/** How far the wall clock of the zone is ahead of UTC at an instant. */
function offsetAt(zone: string, at: number): number {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, formatter)
  }
  const parts = Object.fromEntries(formatter.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const wall = Date.UTC(
    parts['year']!,
    parts['month']! - 1,
    parts['day'],
    parts['hour'],
    parts['minute'],
    parts['second'],
  )
  return wall - Math.floor(at / 1000) * 1000
}

/** The instant of a day, or of a time on it, on the wall of the zone. A month or year stands for its first day. */
export function instantOf({ date, time }: Pick<DraftMoment, 'date' | 'time'>, zone: string): Date {
  const wall = Date.parse(`${date}T${time ?? '00:00'}:00Z`)
  return new Date(wall - offsetMs(zone, wall - offsetMs(zone, wall)))
}

/** The calendar day of an instant in the zone. */
export const dayIn = (zone: string, at: Date): string =>
  new Date(at.getTime() + offsetMs(zone, at.getTime())).toISOString().slice(0, 10)
