const dayMs = 86_400_000

/** The instant at which a calendar day begins in a zone, as the API wants it; `later` days after it. */
export function instantOf(day: string, zone: string, later = 0): string {
  const guess = Date.parse(`${day}T00:00:00Z`) + later * dayMs
  return new Date(guess - offsetAt(guess - offsetAt(guess, zone), zone)).toISOString()
}

/** The last moment of a span that is kept with the instant after it: the day it falls on is the span's last. */
export const lastMomentBefore = (end: string): string => new Date(Date.parse(end) - 1).toISOString()

/** The day that a calendar in the zone shows at an instant. */
export const dayIn = (at: Date, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(at)

function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  return Date.parse(`${parts.format(at).replace(' ', 'T')}Z`) - at
}
