import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownFolder } from '../own-folder.ts'
import { diceOf, type Dice } from './english/dice.ts'
import { madeGerman } from './english/german.ts'
import { madeHistorical } from './english/historical.ts'
import type { MadeSet } from './english/made.ts'
import { madePatients } from './english/patients.ts'
import { print, share } from './printing.ts'
import { linkSet } from './sets.ts'

type Table = readonly (readonly string[])[]
/** Files as somebody might hand them in; `persons` in the order of the files and rows. */
type Handed = { files: Buffer[]; persons: MadeSet['persons'] }
type Format = (set: MadeSet, dice: Dice) => Handed

/** Nothing was tuned on it. */
const seed = 502

const bases = { historical: madeHistorical, patients: madePatients, german: madeGerman }

const cellOf = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
const textOf = (table: Table, delimiter = ',', end = '\n'): string =>
  table.map((row) => row.map((cell) => cellOf(cell, delimiter)).join(delimiter) + end).join('')
const inUtf8 = (table: Table): Buffer => Buffer.from(textOf(table))

const eachCell = ([headers = [], ...rows]: Table, change: (cell: string, header: string) => string): Table => [
  headers,
  ...rows.map((row) => row.map((cell, at) => change(cell, headers[at]!))),
]
const whole =
  (change: (table: Table, dice: Dice) => Table): Format =>
  ({ table, persons }, dice) => ({ files: [inUtf8(change(table, dice))], persons })
const isBirth = (header: string): boolean => /^(?:dob|date_of_birth)$/.test(header)
const datesAs = (write: (year: string, month: string, date: string) => string) =>
  whole((table) =>
    eachCell(table, (cell, header) =>
      isBirth(header)
        ? cell.replace(/^(\d{4})-?(\d\d)-?(\d\d)$/, (_, ...of: string[]) => write(of[0]!, of[1]!, of[2]!))
        : cell,
    ),
  )
const months = 'January February March April May June July August September October November December'.split(' ')
const nothings = ['NULL', 'NA', '\\N', '-', 'unknown', 'n/a', 'None', '']

/** Every header taken away; what the rows are is told by nothing but their cells. The answer and the marks of rows stay known. */
const unnamed = ([headers = [], ...rows]: Table): Table => [
  headers.map((header, at) => (/^(?:unique_id|cluster|rec_id|ent_id)$/.test(header) ? header : `var${at + 1}`)),
  ...rows,
]

/** The birth date in three columns, the month by its name. */
const inThree = ([headers = [], ...rows]: Table): Table => {
  const at = headers.findIndex(isBirth)
  if (at < 0) return [headers, ...rows]
  const parts = (cell: string) => {
    const [, year = '', month = '', date = ''] = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(cell) ?? []
    return [date, months[Number(month) - 1]?.slice(0, 3) ?? '', year]
  }
  const replaced = (row: readonly string[], by: readonly string[]) => [...row.slice(0, at), ...by, ...row.slice(at + 1)]
  return [
    replaced(headers, ['Birth Day', 'Birth Month', 'Birth Year']),
    ...rows.map((row) => replaced(row, parts(row[at]!))),
  ]
}

const other: Readonly<Record<string, string>> = {
  first_name: 'Forename', given_name: 'FIRST NAME', fname_c1: 'Vorname', surname: 'Last Name', lname_c1: 'Nachname',
  dob: 'Date of Birth', date_of_birth: 'birthdate', birth_place: 'Place of birth', postcode_fake: 'Postal code', postcode: 'PLZ',
  by: 'yob', bm: 'mob', bd: 'Day of birth', gender: 'Sex', suburb: 'Town', state: 'State', street_number: 'House No.',
} // prettier-ignore

/** Every other row in a second file: its columns in another order, other headers, delimiter, letters and dates. */
const twoFiles: Format = ({ table: [headers = [], ...rows], persons }) => {
  const of = (nth: number) => rows.filter((_, row) => row % 2 === nth)
  const second = [headers.map((header) => other[header] ?? header), ...of(1).map((row) =>
    row.map((cell, at) => (isBirth(headers[at]!) ? cell.replace(/^(\d{4})-?(\d\d)-?(\d\d)$/, '$3/$2/$1') : cell.toUpperCase()))
  )].map((row) => row.toReversed()) // prettier-ignore
  return {
    files: [inUtf8([headers, ...of(0)]), Buffer.from(`\uFEFF${textOf(second, ';', '\r\n')}`)],
    persons: [0, 1].flatMap((nth) => persons.filter((_, row) => row % 2 === nth)),
  }
}

/** Days since the last of 1899, as spreadsheets write dates; those before 1900 they leave as text. */
const serialOf = (year: string, month: string, date: string): string => {
  const days = (Date.parse(`${year}-${month}-${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
  return days >= 10_000 ? String(days) : `${year}-${month}-${date}`
}

/** Columns that tell nothing, and marks of rows and of people under headers that do not say so. */
const withMarks = (table: Table, persons: MadeSet['persons']): Table =>
  table.map((row, at) =>
    at === 0
      ? ['system', 'xref', ...row, 'batch', 'spare']
      : ['A', `p-${persons[at - 1]! * 7 + 10_001}-${at % 3 === 0 ? 'org' : 'dup'}`, ...row, `b${at}`, ''],
  )

/** The sex as numbers, as surveys have it. */
const sexInNumbers = (table: Table): Table =>
  eachCell(table, (cell) => (/^male$/i.test(cell) ? '1' : /^female$/i.test(cell) ? '2' : cell))

const formats: Readonly<Record<string, Format>> = {
  plain: whole((table) => table),
  'semicolons, mark, CRLF': ({ table, persons }) => ({ files: [Buffer.from(`\uFEFF${textOf(table, ';', '\r\n')}`)], persons }),
  'tabs, UTF-16': ({ table, persons }) => ({ files: [Buffer.from(`\uFEFF${textOf(table, '\t')}`, 'utf16le')], persons }),
  'Latin-1': ({ table, persons }) => ({ files: [Buffer.from(textOf(table), 'latin1')], persons }),
  'bars, capitals': ({ table, persons }) => ({
    files: [Buffer.from(textOf(eachCell(table, (cell) => cell.toUpperCase()), '|'))],
    persons,
  }),
  'words for nothing': whole((table, { pick }) => eachCell(table, (cell) => (cell === '' ? pick(nothings) : cell))),
  'spaces around': whole((table, { pick }) => eachCell(table, (cell) => `${pick(['', ' '])}${cell.replaceAll(' ', pick([' ', '  ']))}${pick(['', '  '])}`)),
  'dates by name': datesAs((year, month, date) => `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`),
  'dates, month first': datesAs((year, month, date) => `${Number(month)}/${Number(date)}/${year}`),
  'dates with points': datesAs((year, month, date) => `${date}.${month}.${year}`),
  'dates as serial numbers': datesAs(serialOf),
  'dates with time': datesAs((year, month, date) => `${year}-${month}-${date}T00:00:00Z`),
  'dates in three columns': whole(inThree),
  'no headers that tell': whole(unnamed),
  'sex in numbers': whole(sexInNumbers),
  'marks that tell the answer': ({ table, persons }) => ({ files: [inUtf8(withMarks(table, persons))], persons }),
  'two files': twoFiles,
} // prettier-ignore

/** The same rows in the forms that people's files have: each form's clusters F1 beside that of the plain file. */
export async function printFormats(rows: number): Promise<void> {
  print(`form                      ${Object.keys(bases).map((name) => name.padStart(12)).join('')}`) // prettier-ignore
  for (const [form, make] of Object.entries(formats)) {
    const cells = []
    for (const base of Object.values(bases)) {
      const { files, persons } = make(base({ rows, seed, dirt: 1 }), diceOf(seed))
      const folder = ownFolder()
      const paths = files.map((bytes, at) => {
        const path = join(folder, `part${at + 1}.csv`)
        writeFileSync(path, bytes)
        return path
      })
      cells.push(share((await linkSet({ name: form, paths, persons })).clusters.f1).padStart(12))
    }
    print(`${form.padEnd(26)}${cells.join('')}`)
  }
}
