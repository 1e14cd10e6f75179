import { hash } from 'node:crypto'
import { textOf, type Dataset } from '../../../../engines/linkage/index.ts'

/** Under how many readings a name in kanji alone is looked for. */
const mostReadings = 3

/** A value as it is looked up by equality: 48 bits, which a number of JavaScript holds. Two that meet by chance cost one comparison. */
export const hashed = (text: string): number => hash('sha256', text, 'buffer').readUIntBE(0, 6)

/**
 * What a record can be found by: its addresses and numbers, its whole name as written and as spoken, and either part of
 * its name together with the birth date, so that another script, a slip or a marriage does not hide it.
 */
export function keysOf(dataset: Dataset, row: number): string[] {
  const { names } = dataset
  const value = (id: string) => {
    const column = dataset.columns.find((one) => one.id === id)
    return column ? textOf(column.texts, column.codes[row]!) : ''
  }
  const keys: string[] = []
  const [mail, phone, birth] = [value('mail'), value('phone'), value('birthDate')]
  if (mail) keys.push(`mail:${mail}`)
  const local = mail.split('@')[0]!
  if (local.length >= 6) keys.push(`local:${local}`)
  if (phone) keys.push(`phone:${phone}`)
  if (!names) return keys
  const text = (code: number) => textOf(names.texts, code)
  const [family, given] = [text(names.family[row]!), text(names.given[row]!)]
  const [familySound, givenSound] = [text(names.familySound[row]!), text(names.givenSound[row]!)]
  if (family || given) keys.push(`name:${[family, given].toSorted().join('/')}`)
  if (familySound || givenSound) keys.push(`sound:${[familySound, givenSound].toSorted().join('/')}`)
  if (!birth) return keys
  const readings = (lists: typeof names.familyReadings, code: number) =>
    code < 0 ? [] : Array.from(lists.values.subarray(lists.starts[code], lists.starts[code + 1]), text)
  const families = [family, familySound, ...(familySound ? [] : readings(names.familyReadings, names.family[row]!))]
  const givens = [given, givenSound, ...(givenSound ? [] : readings(names.givenReadings, names.given[row]!))]
  for (const part of new Set([...few(families), ...few(givens)])) keys.push(`birth:${birth}/${part}`)
  return keys
}

const few = (parts: readonly string[]): string[] => parts.filter(Boolean).slice(0, mostReadings + 1)

/** The values of a record whose frequency counts, field by field. */
export function termsOf(dataset: Dataset, row: number): string[] {
  const terms = dataset.columns.flatMap(({ id, codes, texts }) =>
    codes[row]! < 0 ? [] : [`${id}:${textOf(texts, codes[row]!)}`],
  )
  const { names } = dataset
  if (!names) return terms
  for (const part of ['family', 'given', 'familySound', 'givenSound'] as const) {
    const code = names[part][row]!
    if (code >= 0) terms.push(`${part}:${textOf(names.texts, code)}`)
  }
  return terms
}
