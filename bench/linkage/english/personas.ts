import { aDay, diceOf, misspelt, shifted, type Dice } from './dice.ts'
import { families, men, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = ['unique_id', 'first_name', 'surname', 'dob', 'city', 'email', 'group']

/**
 * Five columns with much left out and much misspelt, in the manner of the `fake_` sets that Splink ships: names exchanged,
 * cut off or missing in a quarter of the rows, birth dates some days or a year off, addresses with letters changed.
 */
export function madePersonas({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const { chance, below, frequent, pick, digits } = dice
  const made: MadeSet = { table: [header], persons: [] }
  for (let person = 0; made.persons.length < rows; person++) {
    const [first, family] = [
      capital(frequent(chance(0.5) ? men : women)),
      capital(chance(0.4) ? frequent(families) : pick(men)),
    ]
    const born = aDay(dice, 1970, 2022)
    const city = capital(frequent(towns))
    const mail = `${pick([first, family]).toLowerCase()}${pick([family[0]!.toLowerCase(), ''])}${digits(2)}@${pick(families)}-${pick(families)}.${pick(['com', 'info', 'net', 'org', 'biz'])}`
    const copies = 1 + Math.min(below(8), below(8))
    for (let copy = 0; copy < copies && made.persons.length < rows; copy++) {
      const record = [first, family, born, city, mail]
      if (copy > 0) spoil(record, dice, dirt)
      made.table.push([String(made.persons.length), ...record, String(person)])
      made.persons.push(person)
    }
  }
  return made
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

function spoil(record: string[], dice: Dice, dirt: number): void {
  const { chance, below } = dice
  if (chance(0.12 * dirt)) [record[0], record[1]] = [record[1]!, record[0]!]
  if (chance(0.3 * dirt))
    record[2] = shifted(record[2]!, (chance(0.5) ? 1 : -1) * (chance(0.5) ? 1 + below(40) : 30 * below(14)))
  for (const at of [0, 1, 3, 4]) {
    if (chance(0.22 * dirt)) record[at] = ''
    else if (chance(0.25 * dirt)) record[at] = misspelt(record[at]!, dice)
    if (at < 2 && chance(0.05 * dirt)) record[at] = record[at]!.slice(0, 1 + below(3))
  }
  if (chance(0.06 * dirt)) record[2] = ''
}
