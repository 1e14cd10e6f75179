import { textOf } from '../../../../engines/linkage/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { datasetOf } from './compared.ts'
import { comparerOf, type Comparer } from './comparer.ts'
import { frequenciesOf } from './counting.ts'
import type { Neighbour, Neighbourhood } from './neighbourhood.ts'
import { rowsOfUnits, type Rows } from './rows.ts'

/** A neighbourhood ready to be compared, with how common everything in it is. */
export type Weighed = {
  around: Neighbourhood
  comparer: Comparer
  rows: Rows
  /** The records that hold the mail or phone of a row, as far as `neighbour` sees them. */
  holdersOf: (contact: 'mail' | 'phone', row: number, neighbour: Neighbour) => readonly string[]
  /** The same for a contact as `mail:…` or `phone:…`. */
  holdersNamed: (contact: string, neighbour: Neighbour) => readonly string[]
}

export async function weighed(work: Work, around: Neighbourhood): Promise<Weighed> {
  // All of them: those joined with who was found are asked whether anything speaks against it.
  const rows = rowsOfUnits(around.units.values())
  const dataset = datasetOf(rows.all)
  const frequencies = await frequenciesOf(work, { dataset, rows: rows.all.length, counted: around.counted })
  const columnOf = (id: string) => dataset.columns.find((column) => column.id === id)
  const contacts = { mail: columnOf('mail'), phone: columnOf('phone') }
  const holdersNamed = (contact: string, neighbour: Neighbour) =>
    (around.holders.get(contact) ?? []).filter((id) => around.isBefore(id, neighbour))
  return {
    around,
    rows,
    holdersNamed,
    comparer: comparerOf(dataset, frequencies),
    holdersOf: (contact, row, neighbour) => {
      const column = contacts[contact]
      if (!column) return []
      return holdersNamed(`${contact}:${textOf(column.texts, column.codes[row]!)}`, neighbour)
    },
  }
}
