import { parseDate, type ParsedDate } from '../../japanese/index.ts'
import { filled } from './blank.ts'

export type DayOrder = 'DAY_FIRST' | 'MONTH_FIRST'

/**
 * A date as eight digits, `00` or `0000` for a part that is not known; empty when no year can be read. Impossible days
 * are kept as written: in records to be linked a mistyped day is evidence too. Of a span of years the first counts, of
 * what is only about a year ("c. 1850", "1850s") the year.
 */
export function dateDigits(text: string, order: DayOrder): string {
  const plain = plainDate(text)
  return plain === '' ? '' : writtenDate(plain, order) || yearWithin(plain)
}

/** Whether a cell is a date and nothing else; a number of days since 1900, which any number might be, is not. */
export const isDate = (text: string): boolean => {
  const plain = plainDate(text)
  return plain !== '' && !serial.test(plain) && writtenDate(plain, 'DAY_FIRST') !== ''
}

function writtenDate(plain: string, order: DayOrder): string {
  const digits = inDigits(plain, order) || withMonthName(plain) || fromSerial(plain) || fromParsed(parseDate(plain))
  return placeholder.test(digits) ? '' : digits
}

/** What programs write for a date that there is not. */
const placeholder = /^(?:0*|00010101|(\d)\1{7}|99991231)$/

/** The one year that a remark tells: "Q1 1850", "1801 or so". */
function yearWithin(plain: string): string {
  const years = plain.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g) ?? []
  return years.length === 1 ? `${years[0]}0000` : ''
}

/** Five digits: days since the last of 1899, as spreadsheets hold them. 00000 and 99999 stand for no date. */
const serial = /^((?!99999)[1-9]\d{4})(?:\.\d+)?$/
const dayMs = 86_400_000

function fromSerial(plain: string): string {
  const days = serial.exec(plain)?.[1]
  if (days === undefined) return ''
  return new Date(Date.UTC(1899, 11, 30) + Number(days) * dayMs).toISOString().slice(0, 10).replaceAll('-', '')
}

const about =
  /^(?:c|ca|circa|ab|abt|about|approx|approximately|around|est|estimated|bef|before|aft|after|by|say|calc|cal|possibly|probably|prob|maybe|bet|between|from|born|b|bap|bapt|baptised|chr|christened|né|née)(?:\b|(?=\d))[.:]?\s*(?=\S*\d|[a-z]{3,9}\.? )/i
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+/i

/** Without the time of day and what stands around a date. */
function plainDate(text: string): string {
  const plain = filled(text.normalize('NFKC').trim())
    .replace(/^['"+(]+|['")]+$|(?<=\d)\?+$/g, '')
    .replace(/[T ]\d{1,2}:\d{2}.*$|(?<=\d)(?:Z|[+-]\d\d:\d\d)$|(?<=^\d{8})(?:\d{4}|\d{6})$/, '')
    .replace(/^(\d{4}|\d{8})\.0+$/, '$1')
    // Where the year began in March, a day before it was of two years.
    .replace(/(?<=[a-z\d][-/. ]+\d{4})\/\d{1,2}$|\s*\([a-z. ]*\)?$/i, '')
    .replace(/(?<=\d)\.(?= |$)/g, '')
    .trim()
  return /[a-z]/i.test(plain) ? plain.replace(about, '').replace(weekday, '') : plain
}

/** One or two digits, or marks for those that are not known. */
const part = '([\\dx?*_-]{1,2})'
const compact = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/
const yearFirst = new RegExp(`^(\\d{3,4})[-/. ]${part}(?:[-/. ]${part})?$`, 'i')
const yearLast = new RegExp(`^${part}[-/. ]${part}[-/. ](\\d{4}|\\d{2})$`, 'i')
const shortFirst = /^(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/
const monthLast = /^(\d{1,2})[-/. ](\d{4})$/
const sixDigits = /^(\d{2})(\d{2})(\d{2})$/
const yearAlone = /^(\d{4})(?:s|\s*[-–~/]\s*(?:\d{2,4})?)?$/i

function inDigits(plain: string, order: DayOrder): string {
  const eight = compact.exec(plain)
  if (eight) return fromEight(eight[1]!, eight[2]!, eight[3]!, plain, order)
  const six = sixDigits.exec(plain) ?? shortFirst.exec(plain)
  // A first part that is no day is a year, of which the century is left out.
  if (six && Number(six[1]) > 31 && Number(six[2]) <= 12 && Number(six[3]) <= 31)
    return `${wholeYear(six[1]!)}${two(six[2])}${two(six[3])}`
  const month = monthLast.exec(plain)
  if (month && Number(month[1]) <= 12) return `${month[2]}${two(month[1])}00`
  const first = yearFirst.exec(plain)
  if (first && Number(first[2]) > 12 && !first[3]) return `${first[1]!.padStart(4, '0')}0000`
  if (first) return `${first[1]!.padStart(4, '0')}${two(first[2])}${two(first[3])}`
  const last = yearLast.exec(plain)
  if (last) return `${wholeYear(last[3]!)}${inOrder(two(last[1]), two(last[2]), order)}`
  const alone = yearAlone.exec(plain)
  return alone ? `${alone[1]}0000` : ''
}

/** Eight digits, nearly always the year first; two years of a span; day and month before the year where else nothing fits. */
function fromEight(year: string, month: string, date: string, plain: string, order: DayOrder): string {
  if (Number(month) <= 12 || isYear(year)) {
    const isSpan = Number(month) > 12 && plain.length === 9 && isYear(month + date)
    return isSpan ? `${year}0000` : `${year}${month}${date}`
  }
  const [one, other] = [year.slice(0, 2), year.slice(2)]
  const fits =
    isYear(month + date) && Math.max(Number(one), Number(other)) <= 31 && Math.min(Number(one), Number(other)) <= 12
  return fits ? `${month}${date}${inOrder(one, other, order)}` : `${year}${month}${date}`
}

const isYear = (digits: string): boolean => digits >= '1500' && digits < '2100'

/** Month and day of what stands before a year. */
function inOrder(first: string, second: string, order: DayOrder): string {
  const dayFirst = Number(first) > 12 || (order === 'DAY_FIRST' && Number(second) <= 12)
  return dayFirst ? second + first : first + second
}

/** Two digits of a year: nobody in records of people is to be born far ahead. */
const wholeYear = (digits: string): string =>
  digits.length === 4 ? digits : Number(digits) <= latestShortYear ? `20${digits}` : `19${digits}`
const latestShortYear = 25

const monthBegins: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen'], ['feb', 'fev'], ['mar', 'mrz', 'maa'], ['apr', 'avr', 'abr'], ['may', 'mai', 'mag', 'mei', 'maj'],
  ['jun', 'juin', 'giu'], ['jul', 'juil', 'lug'], ['aug', 'aou', 'ago'], ['sep', 'set'], ['oct', 'okt', 'out', 'ott'],
  ['nov'], ['dec', 'dez', 'dic', 'des'],
] // prettier-ignore

/** The number of a month by its name in a European language, as two digits; empty of no month. */
function monthNamed(name: string): string {
  const key = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const at = key.startsWith('juil') ? 6 : monthBegins.findIndex((begins) => begins.includes(key.slice(0, 3)))
  const found = at < 0 ? monthBegins.findIndex((begins) => begins.some((one) => key.startsWith(one))) : at
  return found < 0 ? '' : two(String(found + 1))
}

const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const romanMonth = /^(\d{1,2})[-/. ]+([ivx]{1,4})[-/. ]+(\d{4})$/i

const dayMonthYear =
  /^(?:(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[-/. ]*(?:de |of )?)?(\p{L}{3,10})\.?[-/, ]*(?:de |of )?(\d{4}|\d{2})\??$/u
const monthDayYear = /^(\p{L}{3,10})\.?[-/ ]*(\d{1,2})(?:st|nd|rd|th)?[-/, ]+(\d{4}|\d{2})$/u
const yearMonthDay = /^(\d{4})[-/, ]*(\p{L}{3,10})\.?(?:[-/, ]*(\d{1,2})(?:st|nd|rd|th)?)?$/u

function withMonthName(plain: string): string {
  const roman = romanMonth.exec(plain)
  const nth = roman ? romanMonths.indexOf(roman[2]!.toLowerCase()) : -1
  if (roman && nth >= 0) return `${roman[3]}${two(String(nth + 1))}${two(roman[1])}`
  const [of, [date, month, year]] = namedParts(plain)
  if (!of) return ''
  const named = monthNamed(month ?? '')
  return named && year ? `${wholeYear(year)}${named}${two(date)}` : ''
}

function namedParts(plain: string): [boolean, (string | undefined)[]] {
  const one = dayMonthYear.exec(plain)
  if (one) return [true, [one[1], one[2], one[3]]]
  const two = monthDayYear.exec(plain)
  if (two) return [true, [two[2], two[1], two[3]]]
  const three = yearMonthDay.exec(plain)
  return three ? [true, [three[3], three[2], three[1]]] : [false, []]
}

function fromParsed(parsed: ParsedDate): string {
  if (!parsed.ok) return ''
  const digits = parsed.date.replaceAll('-', '')
  if (parsed.precision === 'YEAR') return `${digits.slice(0, 4)}0000`
  return parsed.precision === 'MONTH' ? `${digits.slice(0, 6)}00` : digits
}

/** Two digits; `00` where not both are. */
const two = (digits: string | undefined): string => (/^\d{1,2}$/.test(digits ?? '') ? digits!.padStart(2, '0') : '00')

/** A birth date given in columns of its own; a month may be told by its name. */
export const datePartsDigits = (year: string, month: string, date: string): string => {
  const digits = /\d{4}/.exec(year)?.[0] ?? shortYear(year)
  if (!digits) return ''
  const part = (text: string) => two(/\d{1,2}/.exec(text)?.[0])
  return `${digits}${/\d/.test(month) ? part(month) : monthNamed(month) || '00'}${part(date)}`
}

const shortYear = (year: string): string => {
  const digits = /^\d{2}(?=(?:\.0)?$)/.exec(year.trim())?.[0]
  return digits ? wholeYear(digits) : ''
}

/** Whether days or months come first in dates such as 4/5/1980: one that can be only one of them decides for its column. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  let [dayFirst, monthFirst] = [0, 0]
  for (const cell of cells) {
    const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](?:\d{4}|\d{2})(?!\d)/.exec(cell.trim())
    if (!parts) continue
    if (Number(parts[1]) > 12) dayFirst++
    if (Number(parts[2]) > 12) monthFirst++
  }
  return monthFirst > dayFirst ? 'MONTH_FIRST' : 'DAY_FIRST'
}
