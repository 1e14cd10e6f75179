import type { Role } from './roles.ts'
import { GrowingInts, missing, sharedInts, TextCollector, type Texts } from './texts.ts'

/** How the values of a column are compared. */
export type ColumnKind = 'date' | 'mail' | 'phone' | 'code' | 'words' | 'category' | 'number'

export const kindOfRole: Partial<Record<Role, ColumnKind>> = {
  birthDate: 'date',
  mail: 'mail',
  phone: 'phone',
  identifier: 'code',
  postcode: 'code',
  houseNumber: 'code',
  street: 'words',
  place: 'words',
  birthPlace: 'words',
  employer: 'words',
  occupation: 'words',
  relative: 'words',
  text: 'words',
  region: 'category',
  gender: 'category',
  age: 'number',
}

/**
 * One compared column over all records: the code of each record's value (-1 where it has none), the texts, and how many
 * records hold each. `numbers` are the values as numbers where the kind has them (dates as yyyymmdd).
 */
export type Column = {
  id: string
  kind: ColumnKind
  codes: Int32Array
  texts: Texts
  holders: Int32Array
  numbers: Int32Array
}

/** Gathers one column, record by record. */
export class ColumnCollector {
  readonly id: string
  readonly kind: ColumnKind
  readonly #values = new TextCollector()
  readonly #codes = new GrowingInts()

  constructor(id: string, kind: ColumnKind) {
    this.id = id
    this.kind = kind
  }

  /** Sets the value of a record; records come in order, and those left out have none. */
  set(record: number, value: string): void {
    while (this.#codes.length < record) this.#codes.push(missing)
    this.#codes.push(this.#values.code(value))
  }

  finish(size: number): Column {
    while (this.#codes.length < size) this.#codes.push(missing)
    const codes = this.#codes.finish()
    const texts = this.#values.finish()
    const numeric = this.kind === 'date' || this.kind === 'number'
    const numbers = sharedInts(numeric ? this.#values.texts.length : 0)
    if (numeric) for (const [at, text] of this.#values.texts.entries()) numbers[at] = Number.parseInt(text, 10) || 0
    return { id: this.id, kind: this.kind, codes, texts, holders: holdersOf(codes, this.#values.texts.length), numbers }
  }
}

/** How many records hold each code. */
export function holdersOf(codes: Int32Array, count: number): Int32Array {
  const holders = sharedInts(count)
  for (const code of codes) if (code >= 0) holders[code]!++
  return holders
}
