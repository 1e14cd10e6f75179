import { day, type Day } from './calendar.ts'
import { eraHas, findEra } from './eras.ts'

export { formatEra, eraOf, type Era } from './eras.ts'

export type DatePrecision = 'DAY' | 'MONTH' | 'YEAR'
export type DateRefusal = 'EMPTY' | 'NOT_A_DATE' | 'NO_SUCH_DAY' | 'OUTSIDE_ERA' | 'AMBIGUOUS'
/** `date` is the first day of the month or year where the precision says that no more was written. `time` is local, `HH:MM`. */
export type ParsedDate =
  | { ok: true; date: Day; precision: DatePrecision; time: string | null }
  | { ok: false; reason: DateRefusal }

const kanjiDigits: Record<string, string> = {
  〇: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}
const timePart =
  /(?:\s*[T ]\s*|\s*)(\d{1,2})(?::|時)(\d{1,2})(?:(?::|分)\d{1,2}(?:\.\d+)?秒?|分)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/
const separators = '[./\\-年]'
const western = new RegExp(`^(\\d{4})\\s*${separators}\\s*(?:(\\d{1,2})\\s*(?:[./\\-月]\\s*(?:(\\d{1,2})\\s*日?)?)?)?$`)
const inEra = new RegExp(
  `^(令和|平成|昭和|大正|明治|令|平|昭|大|明|[RHSTM]|Reiwa|Heisei|Showa|Taisho|Meiji)\\.?\\s*(元|\\d{1,2})\\s*(?:${separators}\\s*(?:(\\d{1,2})\\s*(?:[./\\-月]\\s*(?:(\\d{1,2})\\s*日?)?)?)?)?$`,
  'i',
)
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a date as Japanese exports write it: 昭和43年1月30日, S43.1.30, 平成元年5月1日, 1973/7/25, 19711118,
 * 2025-01-16 15:18, ２０２５年４月, July 25, 1973, spreadsheet-made 7/25/1973. A day the calendar or the era does not
 * have is refused with its reason and never moved. `7/8/1973` is refused as ambiguous.
 */
export function parseDate(text: string): ParsedDate {
  const plain = tidy(text)
  if (!plain) return { ok: false, reason: 'EMPTY' }
  const clock = timePart.exec(plain)
  const time = clock ? timeOf(Number(clock[1]), Number(clock[2])) : null
  if (clock && !time) return { ok: false, reason: 'NOT_A_DATE' }
  const written = (clock ? plain.slice(0, clock.index) : plain).trim()
  const result = readDay(written)
  return result.ok ? { ...result, time } : result
}

function tidy(text: string): string {
  return text
    .replace(/[㍾㍽㍼㍻㋿]/g, (square) => findEra(square)?.kanji ?? square)
    .normalize('NFKC')
    .replace(
      /([二三四五六七八九]?)十([一二三四五六七八九]?)(?=[年月日])/g,
      (_, tens: string, ones: string) => `${tens ? kanjiDigits[tens] : '1'}${ones ? kanjiDigits[ones] : '0'}`,
    )
    .replace(/[〇一二三四五六七八九](?=[〇一二三四五六七八九年月日])/g, (digit) => kanjiDigits[digit]!)
    .replace(/[(（][日月火水木金土][)）]|[日月火水木金土]曜日?$/gu, ' ')
    .replace(/(?:生まれ|生)$/u, '')
    .replace(/[‐-―−]/gu, '-')
    .replace(/頃$/u, '')
    .trim()
}

function timeOf(hour: number, minute: number): string | null {
  if (hour > 24 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

type DayRead = { ok: true; date: Day; precision: DatePrecision; time: null } | { ok: false; reason: DateRefusal }

function readDay(text: string): DayRead {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? western.exec(text)
  if (digits) return made({ year: Number(digits[1]), month: optional(digits[2]), date: optional(digits[3]) })
  const era = inEra.exec(text)
  if (era) return readEra(era)
  const compact = /^([RHSTM])(\d{2})(\d{2})(\d{2})$/i.exec(text)
  if (compact) return readEra(compact)
  const yearMonth = /^(\d{4})(\d{2})$/.exec(text)
  if (yearMonth) return made({ year: Number(yearMonth[1]), month: Number(yearMonth[2]) })
  return readForeign(text)
}

function readEra(match: RegExpExecArray): DayRead {
  const era = findEra(match[1]!)!
  const count = match[2] === '元' ? 1 : Number(match[2])
  const parts = { year: era.yearZero + count, month: optional(match[3]), date: optional(match[4]) }
  const result = made(parts)
  if (!result.ok) return result
  const given = {
    year: parts.year,
    ...(parts.month && { month: parts.month }),
    ...(parts.date && { date: parts.date }),
  }
  return count >= 1 && eraHas(era, given) ? result : { ok: false, reason: 'OUTSIDE_ERA' }
}

function readForeign(text: string): DayRead {
  const named = /^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s*(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/.exec(
    text.replace(/-/g, ' '),
  )
  if (named) {
    const month = months.indexOf(named[2]!.slice(0, 3).toLowerCase()) + 1
    return month
      ? made({ year: Number(named[4]), month, date: optional(named[1] ?? named[3]) })
      : { ok: false, reason: 'NOT_A_DATE' }
  }
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  if (!slashed) return { ok: false, reason: 'NOT_A_DATE' }
  const [first, second, year] = slashed.slice(1).map(Number) as [number, number, number]
  if (first > 12) return made({ year, month: second, date: first })
  if (second > 12 || first === second) return made({ year, month: first, date: second })
  return { ok: false, reason: 'AMBIGUOUS' }
}

const optional = (digits: string | undefined): number | undefined =>
  digits === undefined || digits === '' ? undefined : Number(digits)

function made({ year, month, date }: { year: number; month?: number | undefined; date?: number | undefined }): DayRead {
  const found = day(year, month ?? 1, date ?? 1)
  if (!found || year < 1868) return { ok: false, reason: 'NO_SUCH_DAY' }
  const precision = date !== undefined ? 'DAY' : month !== undefined ? 'MONTH' : 'YEAR'
  return { ok: true, date: found, precision, time: null }
}
