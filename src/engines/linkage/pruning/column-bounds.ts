import { chanceOf, type Column, type ColumnKind } from '../reading/columns.ts'
import { codeOf, fewestOfClass, holderClass } from './held.ts'
import { bitsAt, wholeBits, type LevelTable } from './level-tables.ts'
import type { Panel } from './panel.ts'
import {
  bestOfCodes, bestOfDates, bestOfMails, bestOfMiddles, bestOfNumbers, bestOfPhones, bestOfWords,
  type MailSketch,
} from './sketches.ts' // prettier-ignore

/**
 * What two values of a column weigh at best, in whole bits. They stand at number `at` of a panel: where they are equal
 * `ofEqual` tells it, by their code or by how many hold it, and else `bits` by the best level that their sketches leave.
 */
export type ColumnBound = { kind: ColumnKind; at: number; bits: Int32Array; ofEqual: Int32Array; byCode: boolean }

export const columnBound = (
  column: Column,
  { at, size, table }: { at: number; size: number; table: LevelTable },
): ColumnBound => ({
  kind: column.kind,
  at,
  bits: Int32Array.from(table.best, wholeBits),
  ...equalBits(column, size, table),
})

/** What equal values weigh: by how many hold them, since what more people hold weighs less; of dates, each by itself. */
function equalBits(column: Column, size: number, table: LevelTable): Pick<ColumnBound, 'ofEqual' | 'byCode'> {
  const byCode = column.strangers !== undefined
  const holders = byCode ? column.holders : Int32Array.from(fewestOfClass)
  const chance = chanceOf(byCode ? column : { ...column, holders }, size)
  return { ofEqual: Int32Array.from(holders, (_, at) => wholeBits(bitsAt(table, 1, chance(at)))), byCode }
}

/** What a value weighs beside an equal one. */
export const bitsOfEqual = ({ ofEqual, byCode }: ColumnBound, held: number): number =>
  ofEqual[byCode ? codeOf(held) : holderClass(held)]!

/** The best level that the sketches behind two different values leave: `left` and `right` are where these stand in a panel. */
export function bestOfKind(kind: ColumnKind, { values, room }: Panel, left: number, right: number): number {
  const one = values[left + room]!
  const other = values[right + room]!
  switch (kind) {
    case 'category':
      return 2
    case 'date':
      return bestOfDates(one, other)
    case 'phone':
      return bestOfPhones(one, other)
    case 'number':
      return bestOfNumbers(one, other)
    case 'middle':
      return bestOfMiddles(one, other)
    case 'code':
      return bestOfCodes(one, values[left + room * 2]!, other, values[right + room * 2]!)
    case 'words':
      return bestOfWords(one, values[left + room * 2]!, other, values[right + room * 2]!)
    case 'mail':
      own.signature = one
      own.repeated = values[left + room * 2]!
      own.front = values[left + room * 3]!
      own.tail = values[left + room * 4]!
      return bestOfMails(own, other, values[right + room * 2]!, values[right + room * 3]!, values[right + room * 4]!)
  }
}

/** One for all pairs: to make one for each would take more than to compare them. */
const own: MailSketch = { signature: 0, repeated: 0, front: 0, tail: 0 }
