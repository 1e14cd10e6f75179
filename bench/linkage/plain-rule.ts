import { evaluate, Sets, type MappedColumn, type Measures, type Role } from '../../src/engines/linkage/index.ts'
import type { LabelledSet } from './sets.ts'

const births: readonly Role[] = ['birthDate', 'birthYear', 'age']
const names: readonly Role[] = ['given', 'family', 'name']

/** What most products do: one person for each mail address, and for each name with its birth, as written but for case. */
export function plainRule(
  table: readonly (readonly string[])[],
  columns: readonly MappedColumn[],
  persons: LabelledSet['persons'],
): Measures {
  const places = (of: readonly Role[]) => columns.flatMap(({ role }, at) => (of.includes(role) ? [at] : []))
  const [mail] = places(['mail'])
  const [birth] = places(births)
  const name = places(names)
  const sets = new Sets(persons.length)
  const first = new Map<string, number>()
  const meet = (key: string, row: number): void => {
    const known = first.get(key)
    if (known === undefined) first.set(key, row)
    else sets.join(known, row)
  }
  for (const [row, cells] of table.slice(1).entries()) {
    const cell = (at: number | undefined) => (at === undefined ? '' : cells[at]!.trim().toLowerCase())
    if (cell(mail)) meet(`mail ${cell(mail)}`, row)
    const whole = name.map(cell)
    if (whole.some(Boolean) && cell(birth)) meet(`name ${[...whole, cell(birth)].join('|')}`, row)
  }
  return evaluate(
    persons.map((_, row) => sets.find(row)),
    persons,
  ).pairs
}
