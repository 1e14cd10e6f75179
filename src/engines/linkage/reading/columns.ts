import type { Role } from './roles.ts'
import { GrowingInts, missing, sharedInts, TextCollector, textOf, type Texts } from './texts.ts'

/** The column that says in which round a record was asked: those of one round are seldom of one person, as the records show. */
export const sourceId = 'source'

/** How the values of a column are compared. */
export type ColumnKind = 'date' | 'mail' | 'phone' | 'code' | 'words' | 'category' | 'number' | 'middle'

export const kindOfRole: Partial<Record<Role, ColumnKind>> = {
  birthDate: 'date',
  deathDate: 'date',
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
  middle: 'middle',
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
  /** Of dates: how many strangers to expect at each, by how common its year and its day of the year are. */
  strangers?: Float64Array
  /** Of mail addresses: which are made of nothing but a name (`mail-names.ts`). */
  ofNames?: Uint8Array
}

/** What a thread gathered of a column, to be joined with what others did. */
export type ColumnPart = { id: string; kind: ColumnKind; codes: Int32Array; pool: Pick<Texts, 'units' | 'starts'> }

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

  /** How many records have been told of, the last of them with a value. */
  get length(): number {
    return this.#codes.length
  }

  /** Sets the value of a record and answers its code; records come in order, and those left out have none. */
  set(record: number, value: string): number {
    const code = this.#values.code(value)
    this.push(record, code)
    return code
  }

  /** Sets a value that stands in some bytes, all of them ASCII, and answers its code. */
  setUnits(record: number, bytes: Uint8Array, from: number, end: number): number {
    const code = this.#values.codeOfUnits(bytes, from, end)
    this.push(record, code)
    return code
  }

  /** Sets a value that is known by its code. */
  push(record: number, code: number): void {
    this.#fill(record)
    this.#codes.push(code)
  }

  part(size: number): ColumnPart {
    this.#fill(size)
    const part = { id: this.id, kind: this.kind, codes: this.#codes.finish(), pool: this.#values.pool() }
    this.#codes.release()
    this.#values.release()
    return part
  }

  /** Adds the records of a part behind those there are, the first of them being `record`. */
  absorb(record: number, { codes, pool }: ColumnPart): void {
    this.#fill(record)
    const mapped = this.#values.absorb(pool)
    for (let at = 0; at < codes.length; at++) this.#codes.push(codes[at]! < 0 ? missing : mapped[codes[at]!]!)
  }

  finish(size: number): Column {
    this.#fill(size)
    const codes = this.#codes.finish()
    this.#codes.release()
    if (this.kind === 'date') openDefaults(codes, this.#values)
    const texts = this.#values.finish()
    const count = texts.starts.length - 1
    const numeric = this.kind === 'date' || this.kind === 'number'
    const numbers = sharedInts(numeric ? count : 0)
    for (let code = 0; code < numbers.length && numeric; code++)
      numbers[code] = Number.parseInt(textOf(texts, code), 10) || 0
    return withStrangers({ id: this.id, kind: this.kind, codes, texts, numbers, holders: holdersOf(codes, count) })
  }

  #fill(record: number): void {
    while (this.#codes.length < record) this.#codes.push(missing)
  }
}

/** Among fewer dates nothing tells what is written by default. */
const fewestDates = 1000

/** Of all dates, as many are the first of January, and of all others as many the first of a month, where nobody makes them up. */
const share = { ofYear: 1 / 365, ofMonth: 1 / 30 }

/** How many times as many there are where a register writes them for a day that it does not know. */
const muchMore = 4

/**
 * A register that knows but the year of a birth often writes its first day, and the first of a month where it knows that
 * much. Where there are far too many of them, they tell no more than that: two such births differ by their years, and one
 * in a year agrees with any other day of it.
 */
function openDefaults(codes: Int32Array, values: TextCollector): void {
  const known = new Map<number, number>()
  for (const code of codes) if (code >= 0) known.set(code, (known.get(code) ?? 0) + 1)
  const dates = Array.from(known, ([code, count]) => ({ code, count, text: values.text(code) })).filter(
    ({ text }) => !text.endsWith('00'),
  )
  const countOf = (some: typeof dates) => some.reduce((sum, { count }) => sum + count, 0)
  const all = countOf(dates)
  if (all < fewestDates) return
  const newYear = dates.filter(({ text }) => text.endsWith('0101'))
  const firsts = dates.filter(({ text }) => text.endsWith('01') && !text.endsWith('0101'))
  const opened = new Map<number, number>()
  const open = (some: typeof dates, parts: string) => {
    for (const { code, text } of some) opened.set(code, values.code(text.slice(0, -parts.length) + parts))
  }
  if (countOf(newYear) > all * share.ofYear * muchMore) open(newYear, '0000')
  if (countOf(firsts) > (all - countOf(newYear)) * share.ofMonth * muchMore) open(firsts, '00')
  if (opened.size > 0) for (let at = 0; at < codes.length; at++) codes[at] = opened.get(codes[at]!) ?? codes[at]!
}

/** How many records hold each code. */
export function holdersOf(codes: Int32Array, count: number): Int32Array {
  const holders = sharedInts(count)
  for (const code of codes) if (code >= 0) holders[code]!++
  return holders
}

/** A column whose codes are of other records now: who holds its values is counted again. */
export const recounted = (column: Column, codes: Int32Array): Column =>
  withStrangers({ ...column, codes, holders: holdersOf(codes, column.holders.length) })

/** As many rows of one date may well be of one person. */
const ownRows = 20

/**
 * Two strangers meet in a date by accident where its year is common and its day of the year is, and not where one person
 * has many rows: their product tells more than how many hold the date. More than one person's rows count as they are.
 */
function withStrangers(column: Column): Column {
  if (column.kind !== 'date') return column
  const { numbers, holders } = column
  const years = new Map<number, number>()
  const days = new Map<number, number>()
  let all = 0
  for (let code = 0; code < holders.length; code++) {
    const [year, day] = [Math.floor(numbers[code]! / 10_000), numbers[code]! % 10_000]
    years.set(year, (years.get(year) ?? 0) + holders[code]!)
    days.set(day, (days.get(day) ?? 0) + holders[code]!)
    all += holders[code]!
  }
  const strangers = new Float64Array(new SharedArrayBuffer(Math.max(holders.length, 1) * 8))
  for (let code = 0; code < holders.length; code++) {
    const held = holders[code]!
    const [year, day] = [Math.floor(numbers[code]! / 10_000), numbers[code]! % 10_000]
    if (day === 0) {
      // A year alone is what many share, and says by itself how many.
      strangers[code] = Math.max(held - 2, 0.5)
      continue
    }
    const expected = ((years.get(year)! - held + 0.5) * (days.get(day)! - held + 0.5)) / Math.max(all, 1)
    strangers[code] = Math.max(expected, held - ownRows, fewestStrangers)
  }
  return { ...column, strangers }
}

const fewestStrangers = 0.02

/** The share of other people who hold a value, in bits: of those beside the two at hand, or part of one where nobody does. */
export function chanceOf({ holders, kind, strangers }: Column, size: number): (code: number) => number {
  if (strangers) return (code) => Math.min(Math.log2(strangers[code]! / size), -1e-6)
  const least = kind === 'mail' || kind === 'phone' || kind === 'code' ? 0.1 : 0.5
  const bitsOf = (count: number): number => Math.min(Math.log2(Math.max(count - 2, least) / size), -1e-6)
  // A table pays where there are more values than it has places; one record against a few has not.
  if (holders.length < 1024) return (code) => bitsOf(holders[code]!)
  const ofCounts = Float64Array.from({ length: 1024 }, (_, count) => bitsOf(count))
  return (code) => {
    const count = holders[code]!
    return count < 1024 ? ofCounts[count]! : bitsOf(count)
  }
}
