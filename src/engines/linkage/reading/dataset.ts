import { CellReader, isOwn } from './cell-reader.ts'
import type { Cells } from './cells.ts'
import { ColumnCollector, kindOfRole, sourceId, type Column, type ColumnKind, type ColumnPart } from './columns.ts'
import { datePartsDigits, type DayOrder } from './dates.ts'
import { madeOfNames } from './mail-names.ts'
import { textId } from './mapping.ts'
import { NameCollector, type NamePart, type Names } from './names.ts'
import type { WrittenName } from './person-name.ts'
import type { MappedColumn, Role } from './roles.ts'
import { missing } from './texts.ts'
import { addressValues, bornOf } from './values.ts'

/** All records as numbers, ready to be compared. Everything in it can be shared between threads. */
export type Dataset = { size: number; names: Names | null; columns: readonly Column[] }

/** Where a file keeps what is compared. */
export type FilePlan = {
  names: Readonly<Record<keyof WrittenName, readonly number[]>>
  fields: readonly { id: string; role: Role; at: number }[]
  birth: { year: number; month: number; date: number } | null
  /** Where an age stands, and the year of each row or of the file: compared as the year of birth, in a column of its own or as a date. */
  aged: { age: number; year: number | string; as: 'age' | 'birthDate' } | null
  addresses: readonly number[]
  dayOrder: DayOrder
  /** What tells one round of asking from another: of several files which, of one the column that holds a year. */
  source: { file: string } | { year: number } | null
}

/** What is known of ages beside the columns: the year of the whole file, and whether other files tell births instead. */
export type Ages = { year?: string | undefined; asBirths: boolean }

/** Lays out how the rows of a file are read. The second column of one role is compared with second ones elsewhere. */
export function planOf(
  columns: readonly MappedColumn[],
  dayOrder: DayOrder,
  ages: Ages = { asBirths: false },
  file?: string,
): FilePlan {
  const indexes = (role: Role) => columns.flatMap((column, at) => (column.role === role ? [at] : []))
  const [year] = indexes('birthYear')
  const [age] = indexes('age')
  const told = indexes('recordYear')[0] ?? ages.year
  const as = ages.asBirths ? 'birthDate' : 'age'
  const aged = age !== undefined && told !== undefined ? ({ age, year: told, as } as const) : null
  const fields = Object.keys(kindOfRole).flatMap((role) =>
    (role === 'age' && aged ? [] : indexes(role as Role)).map((at, nth) => ({
      id: role === 'text' ? textId(columns[at]!.header) : `${role}${nth === 0 ? '' : nth + 1}`,
      role: role as Role,
      at,
    })),
  )
  return {
    names: {
      given: indexes('given'),
      family: indexes('family'),
      name: indexes('name'),
      givenKana: indexes('givenKana'),
      familyKana: indexes('familyKana'),
      nameKana: indexes('nameKana'),
      formerFamily: indexes('formerFamily'),
      otherName: indexes('otherName'),
      middle: indexes('middle'),
    },
    fields,
    // Where a row has no date its year may still be told.
    birth:
      year !== undefined ? { year, month: indexes('birthMonth')[0] ?? -1, date: indexes('birthDay')[0] ?? -1 } : null,
    aged,
    addresses: indexes('address'),
    dayOrder,
    source: sourceOf(file, indexes('recordYear')[0]),
  }
}

/** Where there are more, they are days of registers rather than rounds in which everybody was asked. */
const mostRounds = 24

const tellsRounds = ({ id, holders }: Column): boolean =>
  id !== sourceId || (holders.length > 1 && holders.length <= mostRounds)

const sourceOf = (file: string | undefined, year: number | undefined): FilePlan['source'] =>
  file !== undefined ? { file } : year !== undefined ? { year } : null

/** The codes of birth dates by record, where there are any. */
export const birthsOf = (columns: readonly Column[]): Int32Array | undefined =>
  columns.find(({ id }) => id === 'birthDate')?.codes

/** What one thread read of a file, to be joined with what others did, in the order of the rows. */
export type DatasetPart = { size: number; names: NamePart; columns: readonly ColumnPart[] }

/** A column of a file under way, and the codes of cells that were read, by their numbers. */
type Field = {
  id: string
  role: Role
  at: number
  codes: number[]
  column: ColumnCollector | null
}

/** Gathers rows of any number of files into one dataset; the n-th row added is record n. */
export class DatasetCollector {
  readonly #reader: CellReader
  readonly #names = new NameCollector()
  readonly #columns = new Map<string, ColumnCollector>()
  #plan: FilePlan | null = null
  #fields: Field[] = []
  size = 0

  /** `reader` remembers what was made of cells, for as many collectors as are given it. */
  constructor({ japanese, reader = new CellReader(japanese) }: { japanese: boolean; reader?: CellReader }) {
    this.#reader = reader
  }

  add(plan: FilePlan, cells: readonly string[]): void {
    const { strings } = this.#reader
    strings.row = cells
    this.addCells(plan, strings)
  }

  addCells(plan: FilePlan, cells: Cells): void {
    if (plan !== this.#plan) this.#begin(plan)
    const name = this.#reader.name(cells)
    this.#names.add(name)
    this.#set('middle', 'middle', name.middle)
    for (let nth = 0; nth < this.#fields.length; nth++) {
      const field = this.#fields[nth]!
      if (cells.has(field.at)) this.#read(nth, field, cells)
    }
    if (plan.birth) {
      const part = (at: number) => (at < 0 ? '' : cells.text(at))
      const { year, month, date } = plan.birth
      this.#set('birthDate', 'birthDate', datePartsDigits(part(year), part(month), part(date)))
    }
    if (plan.aged) {
      const { age, year, as } = plan.aged
      const born = bornOf(cells.text(age), typeof year === 'string' ? year : cells.text(year))
      this.#set(as, as, as === 'age' || born === '' ? born : `${born}0000`)
    }
    if (plan.source) {
      const round = 'file' in plan.source ? plan.source.file : /\d{4}/.exec(cells.text(plan.source.year))?.[0]
      if (round) this.#column(sourceId, 'category').set(this.size, round)
    }
    for (const at of plan.addresses) {
      const { region, place, street, houseNumber } = addressValues(cells.text(at))
      this.#set('region', 'region', region)
      this.#set('place', 'place', place)
      this.#set('street', 'street', street)
      this.#set('houseNumber', 'houseNumber', houseNumber)
    }
    this.size++
  }

  /** What was gathered, to be absorbed elsewhere; the collector is not to be used any more. */
  part(): DatasetPart {
    return {
      size: this.size,
      names: this.#names.part(),
      columns: Array.from(this.#columns.values(), (column) => column.part(this.size)),
    }
  }

  /** Adds the rows of a part behind those there are, as if they had been added one by one. */
  absorb({ size, names, columns }: DatasetPart): void {
    this.#names.absorb(names, size)
    for (const part of columns) this.#column(part.id, part.kind).absorb(this.size, part)
    this.size += size
  }

  /** What was gathered; the collector is not to be used any more. */
  finish(): Dataset {
    const columns = Array.from(this.#columns.values(), (column) => column.finish(this.size)).filter(tellsRounds)
    const names = this.#names.isEmpty ? null : this.#names.finish(birthsOf(columns))
    const withNames = (column: Column): Column =>
      column.kind === 'mail' && names ? { ...column, ofNames: madeOfNames(column, names) } : column
    return { size: this.size, names, columns: columns.map(withNames) }
  }

  #begin(plan: FilePlan): void {
    this.#plan = plan
    this.#reader.begin(plan)
    this.#fields = plan.fields.map(({ id, role, at }) => ({ id, role, at, codes: [], column: null }))
  }

  /** Reads a cell that holds something; of several columns for one thing the first counts. */
  #read(nth: number, field: Field, cells: Cells): void {
    const { column } = field
    if (column && column.length > this.size) return
    const plain = column && this.#reader.plain(nth, cells)
    if (plain) {
      column.setUnits(this.size, plain.bytes, plain.from, plain.end)
      return
    }
    const number = isOwn(field.role) ? -1 : cells.number(field.at)
    const known = number < 0 ? undefined : field.codes[number]
    if (known !== undefined) {
      if (known >= 0) column!.push(this.size, known)
      return
    }
    const code = this.#set(field.id, field.role, this.#reader.value(nth, number, cells))
    field.column ??= this.#columns.get(field.id) ?? null
    if (number >= 0) field.codes[number] = code
  }

  /** Sets a value of the record under way unless it has one, and answers its code. */
  #set(id: string, role: Role, value: string): number {
    if (!value) return missing
    const column = this.#column(id, kindOfRole[role] ?? 'words')
    return column.length > this.size ? missing : column.set(this.size, value)
  }

  #column(id: string, kind: ColumnKind): ColumnCollector {
    let column = this.#columns.get(id)
    if (!column) this.#columns.set(id, (column = new ColumnCollector(id, kind)))
    return column
  }
}
