import { madePatients } from './patients.ts'
import type { Asked, MadeSet } from './made.ts'

/** Columns of `patients` that FEBRL's own sets do not have. */
const without = ['age', 'phone_number']

/**
 * Patients in two files, in the manner of FEBRL's fourth set: one holds the originals, the other a duplicate of each, and
 * neither the same person twice.
 */
export function madeHospitals({ rows, seed, dirt }: Asked): MadeSet {
  const { table, persons } = madePatients({ rows: rows * 4, seed, dirt })
  const [headers = []] = table
  const kept = headers.flatMap((header, at) => (without.includes(header) ? [] : [at]))
  const pick = (row: readonly string[]) => kept.map((at) => row[at]!)
  const found = table.slice(1).flatMap((row, at) => {
    const [, file] = /-(org|dup-0)$/.exec(row[0]!) ?? []
    return file ? [{ row: pick(row), person: persons[at]!, file: file === 'org' ? 0 : 1 }] : []
  })
  const twice = new Set(found.flatMap(({ person, file }) => (file === 1 ? [person] : [])))
  const pairs = found.filter(({ person }) => twice.has(person)).slice(0, rows - (rows % 2))
  const inOrder = pairs.toSorted((one, other) => one.file - other.file)
  return {
    table: [pick(headers), ...inOrder.map(({ row }) => row)],
    persons: inOrder.map(({ person }) => person),
    files: inOrder.map(({ file }) => file),
  }
}
