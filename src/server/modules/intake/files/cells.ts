import {
  ageOn,
  mailsIn,
  parseAddress,
  findPrefecture,
  parseDate,
  phonesIn,
  type Mail,
} from '../../../../engines/japanese/index.ts'
import type { DraftMoment, RowCode, RowFinding } from './draft.ts'
import { excelDay } from './excel-day.ts'
import type { Field } from './fields.ts'

export type Cell = { column: string; field: Field; value: string }
export type Report = (cell: Cell, code: RowCode, severity?: RowFinding['severity']) => void

const blank = /^(?:[-‐−ー―—/]+|なし|無し|未入力|未設定|未登録|n\/?a|null|none|不明)$/iu

/** The cell's text without the spaces around it; null where it is empty or says that there is nothing. */
export function textOf(cell: Cell | undefined): string | null {
  const text = cell?.value.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '') ?? ''
  return text === '' || blank.test(text) ? null : text
}

/**
 * Whether a spreadsheet would run the text as a formula (OWASP: CSV injection). Such a cell is kept as text and reported;
 * telephone numbers, negative numbers and dashes begin alike and are harmless.
 */
export function looksLikeFormula(text: string): boolean {
  const plain = text.normalize('NFKC').trimStart()
  if (/^[=\t\r]/.test(plain) || /^@[A-Za-z]+\(/.test(plain)) return true
  return /^[+-]/.test(plain) && /[A-Za-z(!|]/.test(plain) && phonesIn(plain).length === 0
}

const dateCodes = {
  NOT_A_DATE: 'date.not-a-date',
  NO_SUCH_DAY: 'date.no-such-day',
  OUTSIDE_ERA: 'date.outside-era',
  AMBIGUOUS: 'date.ambiguous',
} as const

export function momentOf(cell: Cell | undefined, report: Report): DraftMoment | null {
  const text = textOf(cell)
  if (!cell || !text) return null
  const parsed = parseDate(excelDay(text) ?? text)
  if (parsed.ok) return { date: parsed.date, precision: parsed.precision, time: parsed.time }
  if (parsed.reason !== 'EMPTY') report(cell, dateCodes[parsed.reason])
  return null
}

/** A birth date makes its bearer 10 to 100 years old; anything else is a slip, and worse than none. */
export function birthDateOf(
  cell: Cell | undefined,
  { today, report }: { today: string; report: Report },
): DraftMoment | null {
  const moment = momentOf(cell, report)
  if (!cell || !moment) return null
  const age = ageOn(moment.date, today)
  if (age !== null && age >= 10 && age <= 100) return moment
  report(cell, 'birth-date.implausible')
  return null
}

export function ageOf(cell: Cell | undefined, report: Report): number | null {
  const text = textOf(cell)
  if (!cell || !text) return null
  const age = Number(/^(\d{1,3})\s*(?:歳|才)?$/.exec(text.normalize('NFKC'))?.[1] ?? Number.NaN)
  if (age >= 10 && age <= 100) return age
  report(cell, 'age.invalid', 'WARNING')
  return null
}

/** The addresses in the columns of mail, and those that stand beside a number: 連絡先 often holds both. */
export function mailsOf({ mails, phones }: { mails: Cell[]; phones: Cell[] }, report: Report): Mail[] {
  const found = [...mails, ...phones].flatMap((cell) => {
    const text = textOf(cell)
    const held = text ? mailsIn(text) : []
    if (text && held.length === 0 && cell.field === 'email') report(cell, 'mail.invalid')
    return held
  })
  return found.filter((mail, at) => found.findIndex(({ address }) => address === mail.address) === at)
}

export function phonesOf(cells: Cell[], report: Report): string[] {
  const found = cells.flatMap((cell) => {
    const text = textOf(cell)
    const phones = text ? numbersIn(text) : []
    if (text && phones.length === 0 && mailsIn(text).length === 0) report(cell, 'phone.invalid', 'WARNING')
    return phones
  })
  return [...new Set(found)]
}

/** A spreadsheet takes a number for an amount and drops the 0 in front of it: 453302000 is 045-330-2000. */
function numbersIn(text: string): string[] {
  const found = phonesIn(text)
  return found.length === 0 && /^[1-9]\d{8,9}$/.test(text) ? phonesIn(`0${text}`) : found
}

export type Place = { prefecture: { code: string; name: string } | null; city: string | null; address: string | null }

export function placeOf(
  { prefecture, address }: { prefecture: Cell | undefined; address: Cell | undefined },
  report: Report,
): Place {
  const [region, street] = [textOf(prefecture), textOf(address)]
  const parts = street
    ? parseAddress(region && !parseAddress(street) ? `${region}${street}` : street)
    : region
      ? parseAddress(region)
      : null
  const found = region ? findPrefecture(region) : (parts?.prefecture ?? null)
  const cell = prefecture && region ? prefecture : address
  if (cell && (region ?? street) && !found) report(cell, 'prefecture.unknown', 'WARNING')
  return { prefecture: found && { code: found.code, name: found.name }, city: parts?.city ?? null, address: street }
}

/** Yen a year. `header` and the text may say 万円; a bare number under 100,000 means it too; of a range the lower end; of a month, twelve. */
export function salaryOf(cell: Cell | undefined, report: Report): number | null {
  const text = textOf(cell)
  if (!cell || !text) return null
  const plain = text.normalize('NFKC').replace(/[,\s¥\\]/g, '')
  const amount = Number(/\d+(?:\.\d+)?/.exec(plain)?.[0] ?? Number.NaN)
  if (!Number.isFinite(amount)) {
    report(cell, 'salary.invalid', 'WARNING')
    return null
  }
  const tenThousands = /万/.test(plain) || /万/.test(cell.column) || amount < 100_000
  const months = /月給|月収|月額/.test(cell.column + plain) ? 12 : 1
  return Math.round(amount * (tenThousands ? 10_000 : 1) * months)
}

/** The items of a list, divided by 、 , ; ／ | and line ends, each once; `・` and `/` stay, as in CI/CD. */
export function listOf(cells: Cell[]): string[] {
  const items = cells.flatMap((cell) => (textOf(cell) ?? '').split(/[、,，;；|｜\n／]/u).map((item) => item.trim()))
  return [...new Set(items.filter((item) => item !== '' && !blank.test(item)))]
}
