import { ColumnCollector, kindOfRole, type Column } from './columns.ts'
import { textId } from './mapping.ts'
import { NameCollector, type Names } from './names.ts'
import { namePartsOf, type NameParts, type WrittenName } from './person-name.ts'
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

const nameRoles = [
  'given',
  'family',
  'name',
  'givenKana',
  'familyKana',
  'nameKana',
  'formerFamily',
  'otherName',
] as const

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
  mail: mailValue,
  phone: phoneValue,
  identifier: codeValue,
  postcode: codeValue,
  houseNumber: codeValue,
  employer: employerValue,
  region: regionValue,
  gender: genderValue,
  age: (text) => /\d{1,3}/.exec(filled(text))?.[0] ?? '',
}

/** Gathers rows of any number of files into one dataset; the n-th row added is record n. */
export class DatasetCollector {
  readonly #japanese: boolean
  readonly #names = new NameCollector()
  readonly #columns = new Map<string, ColumnCollector>()
  readonly #knownNames = new Map<string, NameParts>()
  readonly #knownValues = new Map<string, Map<string, string>>()
  size = 0

  constructor({ japanese }: { japanese: boolean }) {
    this.#japanese = japanese
  }

  add(plan: FilePlan, cells: readonly string[]): void {
    this.#names.add(this.#nameOf(plan, cells))
    const taken = new Set<string>()
    for (const { id, role, at } of plan.fields) {
      const cell = cells[at]
      if (cell) this.#set(taken, id, role, this.#value(role, cell, plan.dayOrder))
    }
    if (plan.birth) {
      const part = (at: number) => (at < 0 ? '' : (cells[at] ?? ''))
      const { year, month, date } = plan.birth
      this.#set(taken, 'birthDate', 'birthDate', datePartsDigits(part(year), part(month), part(date)))
    }
    for (const at of plan.addresses)
      for (const [role, value] of Object.entries(addressValues(cells[at] ?? '')))
        this.#set(taken, role, role as Role, value)
    this.size++
  }

  finish(): Dataset {
    return {
      size: this.size,
      names: this.#names.isEmpty ? null : this.#names.finish(),
      columns: [...this.#columns.values()].map((column) => column.finish(this.size)),
    }
  }

  #nameOf({ names }: FilePlan, cells: readonly string[]): NameParts {
    const text = (at: readonly number[]) =>
      at
        .map((one) => cells[one] ?? '')
        .filter(Boolean)
        .join(' ')
    const written = Object.fromEntries(nameRoles.map((role) => [role, text(names[role])])) as WrittenName
    const key = Object.values(written).join('\n')
    const known = this.#knownNames.get(key)
    if (known) return known
    const parts = namePartsOf(written, this.#japanese)
    if (this.#knownNames.size < maximumRemembered) this.#knownNames.set(key, parts)
    return parts
  }

  #value(role: Role, cell: string, order: DayOrder): string {
    let known = this.#knownValues.get(role)
    if (!known) this.#knownValues.set(role, (known = new Map()))
    const found = known.get(cell)
    if (found !== undefined) return found
    const value = role === 'birthDate' ? dateDigits(cell, order) : (valueOfRole[role] ?? wordsValue)(cell).slice(0, 200)
    if (known.size < maximumRemembered) known.set(cell, value)
    return value
  }

  #set(taken: Set<string>, id: string, role: Role, value: string): void {
    if (!value || taken.has(id)) return
    taken.add(id)
    let column = this.#columns.get(id)
    if (!column) this.#columns.set(id, (column = new ColumnCollector(id, kindOfRole[role] ?? 'words')))
    column.set(this.size, value)
  }
}

/** Values whose normal form is remembered, per column: enough to read a repeated value once, and bounded. */
const maximumRemembered = 300_000
