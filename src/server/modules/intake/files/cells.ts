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
  const parsed = parseDate(text)
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

export function mailsOf(cells: Cell[], report: Report): Mail[] {
  const found = cells.flatMap((cell) => {
    const text = textOf(cell)
    const mails = text ? mailsIn(text) : []
    if (text && mails.length === 0) report(cell, 'mail.invalid')
    return mails
  })
  return found.filter((mail, at) => found.findIndex(({ address }) => address === mail.address) === at)
}

export function phonesOf(cells: Cell[], report: Report): string[] {
  const found = cells.flatMap((cell) => {
    const text = textOf(cell)
    const phones = text ? phonesIn(text) : []
    if (text && phones.length === 0) report(cell, 'phone.invalid', 'WARNING')
    return phones
  })
  return [...new Set(found)]
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
