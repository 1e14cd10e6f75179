import { mostNumbers, StringCells, type Cells } from './cells.ts'
import { kindOfRole } from './columns.ts'
import type { FilePlan } from './dataset.ts'
import { dateDigits } from './dates.ts'
import { namePartsOf, nameRoles, type NameParts, type WrittenName } from './person-name.ts'
import { plainCode, plainMails, plainMobile } from './plain-values.ts'
import type { Role } from './roles.ts'
import {
  ageValue, codeValue, employerValue, genderValue, mailValue, phoneValue, regionValue, wordsValue,
} from './values.ts' // prettier-ignore

const valueOfRole: Partial<Record<Role, (text: string) => string>> = {
  mail: mailValue,
  phone: phoneValue,
  identifier: codeValue,
  postcode: codeValue,
  houseNumber: codeValue,
  employer: employerValue,
  region: regionValue,
  gender: genderValue,
  age: ageValue,
}

/** Nearly everybody has one of their own: to remember such cells does not pay. */
export const isOwn = (role: Role): boolean => role === 'mail' || role === 'phone'

const noName = Object.fromEntries(nameRoles.map((role) => [role, ''])) as WrittenName

/** Longer values are cut. */
const longest = 200

type Plain = { bytes: Uint8Array; from: number; end: number }

/** What is made of the cells of a file, remembered by the numbers of the cells. */
export class CellReader {
  readonly #japanese: boolean
  #plan: FilePlan | null = null
  #nameCells: { role: keyof WrittenName; at: number }[] = []
  #names = new Map<number, NameParts>()
  #fields: { role: Role; at: number; value: (text: string) => string; values: string[] }[] = []
  /** Rows of strings become cells here, whose numbers last as long as what is remembered by them. */
  readonly strings = new StringCells()
  readonly #isPlainMail = plainMails(mailValue)
  readonly #plain: Plain = { bytes: new Uint8Array(0), from: 0, end: 0 }

  constructor(japanese: boolean) {
    this.#japanese = japanese
  }

  /** The same cell may tell another value in another file: its dates may have the month first. */
  begin(plan: FilePlan): void {
    if (plan === this.#plan) return
    this.#plan = plan
    this.#names = new Map()
    this.#nameCells = nameRoles.flatMap((role) => plan.names[role].map((at) => ({ role, at })))
    this.#fields = plan.fields.map(({ role, at }) => ({
      role,
      at,
      value:
        kindOfRole[role] === 'date' ? (cell) => dateDigits(cell, plan.dayOrder) : (valueOfRole[role] ?? wordsValue),
      values: [],
    }))
  }

  /** The name in a row. */
  name(cells: Cells): NameParts {
    let key = 0
    for (const { at } of this.#nameCells) {
      const number = cells.has(at) ? cells.number(at) + 1 : mostNumbers + 1
      // Beyond two cells and a bit, a number is not told from others any more.
      key = number === 0 || key < 0 || key > mostKeys ? -1 : key * (mostNumbers + 2) + number
    }
    const known = key < 0 ? undefined : this.#names.get(key)
    if (known) return known
    const written: WrittenName = { ...noName }
    for (const { role, at } of this.#nameCells) {
      const cell = cells.text(at)
      if (cell) written[role] = written[role] ? `${written[role]} ${cell}` : cell
    }
    const parts = namePartsOf(written, this.#japanese)
    if (key >= 0 && this.#names.size < mostNames) this.#names.set(key, parts)
    return parts
  }

  /** The normal form of the cell of a field, which has this number. */
  value(nth: number, number: number, cells: Cells): string {
    const { at, value, values } = this.#fields[nth]!
    const known = number < 0 ? undefined : values[number]
    if (known !== undefined) return known
    const made = value(cells.text(at)).slice(0, longest)
    if (number >= 0) values[number] = made
    return made
  }

  /** Where the normal form of a cell stands as it is, in bytes; null where it has to be made. */
  plain(nth: number, cells: Cells): Plain | null {
    const { role, at, value } = this.#fields[nth]!
    if (!cells.units || (!isOwn(role) && value !== codeValue)) return null
    const { bytes, starts, ends } = cells.units
    const plain = this.#plain
    plain.bytes = bytes
    plain.from = starts[at]!
    plain.end = ends[at]!
    if (role === 'mail') return this.#isPlainMail(plain, () => cells.text(at)) ? plain : null
    if (value === codeValue) return plainCode(plain) ? plain : null
    const digits = plainMobile(plain)
    if (!digits) return null
    plain.bytes = digits
    plain.from = 0
    plain.end = digits.length
    return plain
  }
}

/** As many names are remembered: those of a few cells come again and again. */
const mostNames = 100_000

/** Above it a key of one more cell would not be a whole number any more. */
const mostKeys = Math.floor(Number.MAX_SAFE_INTEGER / (mostNumbers + 2)) - 1
