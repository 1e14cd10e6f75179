/** The day (`2026-04-01`) and the time (`09:30`) of a moment, as clocks in the zone show it. */
export function wallClock(instant: string | Date, zone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const [day = '', time = ''] = parts.format(new Date(instant)).split(' ')
  return { day, time }
}

/** The moment at which clocks in the zone show this; of an hour that a change of clocks skips, one beside it. */
export function instantOf({ day, time }: { day: string; time: string }, zone: string): string {
  const asUtc = (clock: { day: string; time: string }) => Date.parse(`${clock.day}T${clock.time}:00Z`)
  const wanted = asUtc({ day, time })
  let at = wanted
  // Twice, since the first guess may lie on the other side of a change of clocks.
  for (let round = 0; round < 2; round += 1) at += wanted - asUtc(wallClock(new Date(at), zone))
  return new Date(at).toISOString()
}
