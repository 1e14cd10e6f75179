import { ColumnCollector, kindOfRole, type Column, type ColumnKind, type ColumnPart } from './columns.ts'
import { madeOfNames } from './mail-names.ts'
import { textId } from './mapping.ts'
import { NameCollector, type NamePart, type Names } from './names.ts'
import { namePartsOf, nameRoles, type NameParts, type WrittenName } from './person-name.ts'
import type { MappedColumn, Role } from './roles.ts'
import {
  addressValues, codeValue, dateDigits, datePartsDigits, employerValue, filled, genderValue, mailValue, phoneValue,
  regionValue, wordsValue, type DayOrder,
} from './values.ts' // prettier-ignore

/** All records as numbers, ready to be compared. Everything in it can be shared between threads. */
export type Dataset = { size: number; names: Names | null; columns: readonly Column[] }

/** Where a file keeps what is compared. */
export type FilePlan = {
  names: Readonly<Record<keyof WrittenName, readonly number[]>>
  fields: readonly { id: string; role: Role; at: number }[]
  birth: { year: number; month: number; date: number } | null
  addresses: readonly number[]
  dayOrder: DayOrder
}

const noName = Object.fromEntries(nameRoles.map((role) => [role, ''])) as WrittenName

/** Lays out how the rows of a file are read. The second column of one role is compared with second ones elsewhere. */
export function planOf(columns: readonly MappedColumn[], dayOrder: DayOrder): FilePlan {
  const indexes = (role: Role) => columns.flatMap((column, at) => (column.role === role ? [at] : []))
  const [year] = indexes('birthYear')
  const dates = indexes('birthDate')
  const fields = Object.keys(kindOfRole).flatMap((role) =>
    indexes(role as Role).map((at, nth) => ({
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
    birth:
      dates.length === 0 && year !== undefined
        ? { year, month: indexes('birthMonth')[0] ?? -1, date: indexes('birthDay')[0] ?? -1 }
        : null,
    addresses: indexes('address'),
    dayOrder,
  }
}

const valueOfRole: Partial<Record<Role, (text: string) => string>> = {
  identifier: codeValue,
  postcode: codeValue,
  houseNumber: codeValue,
  employer: employerValue,
  region: regionValue,
  gender: genderValue,
  age: (text) => /\d{1,3}/.exec(filled(text))?.[0] ?? '',
}

/** What one thread read of a file, to be joined with what others did, in the order of the rows. */
export type DatasetPart = { size: number; names: NamePart; columns: readonly ColumnPart[] }

/** Gathers rows of any number of files into one dataset; the n-th row added is record n. */
export class DatasetCollector {
  readonly #japanese: boolean
  readonly #names = new NameCollector()
  readonly #columns = new Map<string, ColumnCollector>()
  #knownNames = new Map<string, NameParts>()
  readonly #knownValues = new Map<string, Map<string, string>>()
  size = 0

  constructor({ japanese }: { japanese: boolean }) {
    this.#japanese = japanese
  }

  add(plan: FilePlan, cells: readonly string[]): void {
    const name = this.#nameOf(plan, cells)
    this.#names.add(name)
    const taken = new Set<string>()
    this.#set(taken, 'middle', 'middle', name.middle)
    for (const { id, role, at } of plan.fields) {
      const cell = cells[at]
      if (cell) this.#set(taken, id, role, this.#value(role, cell, plan.dayOrder))
    }
    if (plan.birth) {
      const part = (at: number) => (at < 0 ? '' : (cells[at] ?? ''))
      const { year, month, date } = plan.birth
      this.#set(taken, 'birthDate', 'birthDate', datePartsDigits(part(year), part(month), part(date)))
    }
    for (const at of plan.addresses) {
      const { region, place, street, houseNumber } = addressValues(cells[at] ?? '')
      this.#set(taken, 'region', 'region', region)
      this.#set(taken, 'place', 'place', place)
      this.#set(taken, 'street', 'street', street)
      this.#set(taken, 'houseNumber', 'houseNumber', houseNumber)
    }
    this.size++
  }

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

  finish(): Dataset {
    const names = this.#names.isEmpty ? null : this.#names.finish()
    const columns = Array.from(this.#columns.values(), (column) => column.finish(this.size))
    const withNames = (column: Column): Column =>
      column.kind === 'mail' && names ? { ...column, ofNames: madeOfNames(column, names) } : column
    return { size: this.size, names, columns: columns.map(withNames) }
  }

  #nameOf({ names }: FilePlan, cells: readonly string[]): NameParts {
    const written: WrittenName = { ...noName }
    let key = ''
    for (const role of nameRoles) {
      for (const at of names[role]) {
        const cell = cells[at]
        if (cell) written[role] = written[role] ? `${written[role]} ${cell}` : cell
      }
      key += `${written[role]}\n`
    }
    const known = this.#knownNames.get(key)
    if (known) return known
    const parts = namePartsOf(written, this.#japanese)
    if (this.#knownNames.size === maximumRemembered) this.#knownNames = new Map()
    this.#knownNames.set(key, parts)
    return parts
  }

  #value(role: Role, cell: string, order: DayOrder): string {
    // Nearly everybody has a mail address and a telephone number of their own.
    if (role === 'mail') return mailValue(cell).slice(0, 200)
    if (role === 'phone') return phoneValue(cell).slice(0, 200)
    const known = this.#knownValues.get(role)
    const found = known?.get(cell)
    if (found !== undefined) return found
    const value =
      kindOfRole[role] === 'date' ? dateDigits(cell, order) : (valueOfRole[role] ?? wordsValue)(cell).slice(0, 200)
    if (!known || known.size === maximumRemembered) this.#knownValues.set(role, new Map([[cell, value]]))
    else known.set(cell, value)
    return value
  }

  #set(taken: Set<string>, id: string, role: Role, value: string): void {
    if (!value || taken.has(id)) return
    taken.add(id)
    this.#column(id, kindOfRole[role] ?? 'words').set(this.size, value)
  }

  #column(id: string, kind: ColumnKind): ColumnCollector {
    let column = this.#columns.get(id)
    if (!column) this.#columns.set(id, (column = new ColumnCollector(id, kind)))
    return column
  }
}

/** Values whose normal form is remembered, per column: enough to read a repeated value once, and bounded. */
const maximumRemembered = 50_000
