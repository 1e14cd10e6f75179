/** Full hours of the day from 0 to 23, never the same; from a later to an earlier hour they span midnight. */
export type QuietHours = { from: number; until: number }

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Japan's clock, on which members read their hours: nine hours ahead all year, without summer time. */
const japanMs = 9 * hourMs

/** The moment itself where mail may leave at it, else the end of the quiet hours it falls into. */
export function afterQuiet(moment: Date, quiet: QuietHours | null): Date {
  if (!quiet) return moment
  const time = (moment.getTime() + japanMs) % dayMs
  const [from, until] = [quiet.from * hourMs, quiet.until * hourMs]
  const isQuiet = from < until ? time >= from && time < until : time >= from || time < until
  return isQuiet ? new Date(moment.getTime() + ((until - time + dayMs) % dayMs)) : moment
}
