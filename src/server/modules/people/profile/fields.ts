import type { FieldValue, PersonField } from '../../../../contract/people/person-fields.ts'
import { listFields } from '../../../../contract/people/person-fields.ts'
import {
  bigrams,
  findPrefecture,
  gramTokens,
  isKana,
  isMasked,
  nameKey,
  normaliseMail,
  parseDate,
  searchKey,
  tidyName,
  toE164,
  toKatakana,
} from '../../../../engines/japanese/index.ts'

const lists = new Set<PersonField>(listFields)
const dates = new Set<PersonField>(['birthDate', 'availableFrom'])
const names = new Set<PersonField>(['name', 'nameRomaji', 'formerName'])

/**
 * A value in the form it is kept, or null when it cannot be one of this field. What a source wrote is kept as it
 * wrote it as far as the field's type allows: nothing is folded, only trimmed, split and dated.
 */
export function tidyValue(field: PersonField, raw: unknown): FieldValue | null {
  if (raw === null || raw === undefined) return null
  if (field === 'workHistory' || field === 'education') return Array.isArray(raw) ? tidyEntries(raw) : tidyText(raw)
  if (lists.has(field)) return tidyList(raw)
  if (field === 'desiredSalaryMin') return tidySalary(raw)
  const text = tidyText(raw)
  if (text === null) return null
  if (names.has(field)) return tidyName(text) || null
  if (field === 'nameKana') return isKana(text) ? toKatakana(tidyName(text)) : null
  if (dates.has(field)) return tidyDay(text)
  if (field === 'email') return normaliseMail(text)
  if (field === 'prefecture') return findPrefecture(text)?.name ?? null
  return text
}

function tidyText(raw: unknown): string | null {
  if (typeof raw !== 'string' && typeof raw !== 'number') return null
  const text = String(raw).trim()
  return text === '' ? null : text.slice(0, 20_000)
}

function tidyList(raw: unknown): string[] | null {
  const parts = Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(/[,、;；\n|]|\s[/／]\s/u) : []
  const texts = parts.filter((part) => typeof part === 'string').map((part) => part.trim().slice(0, 400))
  const kept = [...new Set(texts.filter(Boolean))].slice(0, 200)
  return kept.length > 0 ? kept : null
}

function tidyEntries(raw: readonly unknown[]): FieldValue | null {
  const entries = raw.filter((entry) => typeof entry === 'object' && entry !== null && 'organisation' in entry)
  return entries.length > 0 ? (entries as FieldValue) : null
}

/** Yen a year; 万円 is read. */
function tidySalary(raw: unknown): number | null {
  if (typeof raw === 'number') return Number.isFinite(raw) && raw >= 0 ? Math.round(raw) : null
  if (typeof raw !== 'string') return null
  const found = /^([\d,]+(?:\.\d+)?)(万)?円?/u.exec(raw.normalize('NFKC').trim())
  if (!found) return null
  return Math.round(Number(found[1]!.replaceAll(',', '')) * (found[2] ? 10_000 : 1))
}

function tidyDay(text: string): string | null {
  const read = parseDate(text)
  return read.ok && read.precision === 'DAY' ? read.date : null
}

/** The form two values of a field are compared by, to tell whether sources agree. */
export function comparedAs(field: PersonField, value: FieldValue): string {
  if (Array.isArray(value)) {
    const parts = value.map((part) => (typeof part === 'string' ? searchKey(part) : JSON.stringify(part)))
    return parts.toSorted().join('\n')
  }
  const text = String(value)
  if (field === 'phone') return toE164(text) ?? searchKey(text)
  if (field === 'email') return normaliseMail(text) ?? text
  if (names.has(field) || field === 'nameKana') return nameKey(text)
  return searchKey(text)
}

export type IdentifierKind = 'MAIL' | 'PHONE' | 'KANA_BIRTH' | 'NAME_BIRTH' | 'KANA' | 'NAME'
export type Identifier = { kind: IdentifierKind; key: string }
export type Stated = Partial<Record<PersonField, FieldValue | null>>

/** The exact keys one record can be found by. A masked address names an application, not a human, and gives no key. */
export function identifiersOf(stated: Stated): Identifier[] {
  const text = (field: PersonField) => (typeof stated[field] === 'string' ? stated[field] : null)
  const [email, phone, kana, name, birth] = [
    text('email'),
    text('phone'),
    text('nameKana'),
    text('name'),
    text('birthDate'),
  ]
  const mail = email === null ? null : normaliseMail(email)
  const number = phone === null ? null : toE164(phone)
  const kanaKey = kana === null ? null : nameKey(kana)
  const written = name === null ? null : nameKey(name)
  const keys: (Identifier | null)[] = [
    mail !== null && !isMasked(mail) ? { kind: 'MAIL', key: mail } : null,
    number === null ? null : { kind: 'PHONE', key: number },
    kanaKey ? { kind: 'KANA', key: kanaKey } : null,
    kanaKey && birth !== null ? { kind: 'KANA_BIRTH', key: `${kanaKey}/${birth}` } : null,
    written ? { kind: 'NAME', key: written } : null,
    written && birth !== null ? { kind: 'NAME_BIRTH', key: `${written}/${birth}` } : null,
  ]
  return keys.filter((key) => key !== null)
}

const shortTexts = [
  'name',
  'nameKana',
  'nameRomaji',
  'formerName',
  'email',
  'phone',
  'employer',
  'title',
  'prefecture',
  'city',
] as const
const longTexts = ['skills', 'languages', 'desiredOccupations', 'workHistory', 'education'] as const

/** The text a person is found by, one line per field; hits of the postings are re-checked against it. */
export function searchedText(fields: Stated): string {
  return [...shortTexts, ...longTexts]
    .map((field) => plain(fields[field]))
    .filter(Boolean)
    .join('\n')
}

/**
 * The tokens of that text. Short fields give single characters too; in long ones a single character would be found
 * everywhere and cost a row each.
 */
export function postingsOf(fields: Stated): string[] {
  const tokens = new Set<string>()
  for (const field of shortTexts) for (const token of gramTokens(plain(fields[field]))) tokens.add(token)
  for (const field of longTexts)
    for (const line of plain(fields[field]).split('\n')) for (const token of bigrams(searchKey(line))) tokens.add(token)
  return [...tokens].filter((token) => token !== '')
}

function plain(value: FieldValue | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (!Array.isArray(value)) return String(value)
  return value
    .map((part) =>
      typeof part === 'string' ? part : [part.organisation, part.role, part.summary].filter(Boolean).join('\n'),
    )
    .join('\n')
}
