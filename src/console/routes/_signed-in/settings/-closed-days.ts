/** A calendar day and the one after it, without a zone. */
const next = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}

/** `2026/12/29`, `2026年12月29日` and full-width digits are read as the day they mean. */
function dayOf(written: string): string | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(written)
  const [, year = '', month = '', day = ''] = parts ?? []
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return parts && isDay(found) ? found : undefined
}

export type ClosedDays = { days: string[]; unread: string[] }

/**
 * The days that are written one to a line, each alone or as a stretch of up to 60 days (`2026-12-29 〜 2027-01-03`),
 * and the lines that could not be read.
 */
export function readClosedDays(text: string): ClosedDays {
  const days = new Set<string>()
  const unread: string[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const written = line.normalize('NFKC').split(/~|〜|–|から|to|\s-\s/)
    const [from, until] = written.map((part) => dayOf(part.trim()))
    const last = written.length === 1 ? from : until
    const stretch = from && last && written.length <= 2 ? between(from, last) : []
    if (stretch.length === 0) unread.push(line.trim())
    for (const day of stretch) days.add(day)
  }
  return { days: [...days].toSorted(), unread }
}

function between(from: string, until: string): string[] {
  const days: string[] = []
  for (let day = from; day <= until && days.length <= 60; day = next(day)) days.push(day)
  return days.length > 60 ? [] : days
}

/** The same days as text, days in a row as one line. */
export function writeClosedDays(days: readonly string[]): string {
  const stretches: [string, string][] = []
  for (const day of [...days].toSorted()) {
    const last = stretches.at(-1)
    if (last && next(last[1]) === day) last[1] = day
    else stretches.push([day, day])
  }
  return stretches.map(([from, until]) => (from === until ? from : `${from} 〜 ${until}`)).join('\n')
}
