import {
  findPrefecture,
  isFamilyName,
  isKana,
  nameScript,
  normaliseMail,
  parseAddress,
  parseDate,
  phonesIn,
} from '../../../../engines/japanese/index.ts'
import { excelDay } from './excel-day.ts'
import type { Field } from './fields.ts'
import { readStatus } from './words.ts'

/** How well a column's values fit a field: the share from 0 to 1, or null where values cannot tell. */
export function fitOf(field: Field, values: string[]): number | null {
  const test = tests[field]
  if (!test || values.length === 0) return null
  return values.filter((value) => test(value.normalize('NFKC').trim())).length / values.length
}

const yearOf = (value: string): number => {
  const parsed = parseDate(excelDay(value) ?? value)
  return parsed.ok ? Number(parsed.date.slice(0, 4)) : 0
}
const isDate = (value: string): boolean => yearOf(value) >= 1900
/** A serial number says that it is a day only under a header that says so. */
const isWrittenDate = (value: string): boolean => excelDay(value) === null && isDate(value)
const isNameLike = (value: string): boolean =>
  nameScript(value) !== 'OTHER' && value.length <= 30 && !/[0-9@、。]/u.test(value) && !parseAddress(value)?.city
const isStatusLike = (value: string): boolean => readStatus(value).recognised
const isAge = (value: string): boolean =>
  /^\d{2}(?:歳|才)?$/.test(value) && Number.parseInt(value) >= 15 && Number.parseInt(value) <= 89
const isMoney = (value: string): boolean =>
  /^[¥\\]?\d[\d,.]*(?:万円?|円)?(?:\s*[~〜～-]\s*[¥\\]?\d[\d,.]*(?:万円?|円)?)?(?:以上)?$/.test(value)
const isIdentifier = (value: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_\-/#]*$/.test(value)

const tests: Partial<Record<Field, (value: string) => boolean>> = {
  name: isNameLike,
  familyName: isNameLike,
  givenName: isNameLike,
  nameKana: isKana,
  familyKana: isKana,
  givenKana: isKana,
  nameRomaji: (value) => nameScript(value) === 'ROMAJI',
  birthDate: (value) => isDate(value) && yearOf(value) <= 2015,
  age: isAge,
  email: (value) => normaliseMail(value) !== null || /^\S+@\S+$/.test(value),
  phone: (value) => phonesIn(value).length > 0 || (/^[+\d()\-\s]{9,}$/.test(value) && !isDate(value)),
  postcode: (value) => /^〒?\d{3}-?\d{4}$/.test(value),
  prefecture: (value) => findPrefecture(value) !== null,
  address: (value) => parseAddress(value) !== null,
  appliedAt: isDate,
  endedAt: isDate,
  stageAt: isDate,
  stage: isStatusLike,
  result: isStatusLike,
  evaluation: (value) => value.length <= 6,
  desiredSalary: isMoney,
  currentSalary: isMoney,
  externalId: isIdentifier,
  personExternalId: isIdentifier,
  openingId: isIdentifier,
}

/** What a column holds by its values alone, for files without a header or with names nobody knows; null when unsure. */
export function guessByValues(values: string[]): { field: Field; fit: number } | null {
  if (values.length < 3) return null
  const strong: Field[] = ['email', 'phone', 'birthDate', 'nameKana', 'postcode', 'prefecture', 'result']
  for (const field of strong) {
    const fit = fitOf(field, values) ?? 0
    if (
      fit >= 0.9 &&
      (field !== 'birthDate' || (typicalYear(values) < 2010 && values.every((value) => excelDay(value) === null)))
    )
      return { field, fit }
  }
  const dates = values.filter((value) => isWrittenDate(value.normalize('NFKC').trim())).length / values.length
  if (dates >= 0.9) return { field: 'appliedAt', fit: dates }
  const names =
    values.filter((value) => isFamilyName(value.split(/[\s\u3000]/)[0]!) && /[\s\u3000]/.test(value)).length /
    values.length
  return names >= 0.5 ? { field: 'name', fit: names } : null
}

function typicalYear(values: string[]): number {
  const years = values
    .map(yearOf)
    .filter(Boolean)
    .toSorted((one, other) => one - other)
  return years[Math.floor(years.length / 2)] ?? 9999
}
