import { aDay, diceOf, misspelt, type Dice } from './dice.ts'
import { families, men, otherForm, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = ['rec_id', 'given_name', 'surname', 'street_number', 'address_1', 'address_2', 'suburb', 'postcode', 'state', 'date_of_birth', 'age', 'phone_number', 'soc_sec_id'] // prettier-ignore

/**
 * Patients in the manner of FEBRL's generator: originals and up to five duplicates with slips in up to several fields,
 * fields left empty, given name and surname exchanged; `rec_id` tells the truth.
 */
export function madePatients({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const { chance, below, frequent, pick, digits } = dice
  const made: MadeSet = { table: [header], persons: [] }
  for (let person = 0; made.persons.length < rows; person++) {
    const born = aDay(dice, 1900, 2000).replaceAll('-', '')
    const original = [
      frequent(chance(0.5) ? men : women), frequent(families), String(1 + below(300)),
      `${pick(families)} ${pick(['street', 'place', 'crescent', 'circuit', 'close'])}`,
      chance(0.4) ? '' : pick(families), frequent(towns), String(2000 + below(5000)),
      pick(['nsw', 'vic', 'qld', 'wa', 'sa', 'tas', 'act']), born, String(2001 - Number(born.slice(0, 4))),
      `0${2 + below(7)} ${digits(8)}`, digits(7),
    ] // prettier-ignore
    const copies = chance(0.5) ? 1 : 1 + below(5)
    for (let copy = 0; copy < copies && made.persons.length < rows; copy++) {
      const record = copy === 0 ? original : duplicate(original, dice, dirt)
      made.table.push([`rec-${person}-${copy === 0 ? 'org' : `dup-${copy - 1}`}`, ...record])
      made.persons.push(person)
    }
  }
  return made
}

function duplicate(original: readonly string[], dice: Dice, dirt: number): string[] {
  const { chance, below } = dice
  const record = original.slice()
  const slips = 1 + below(Math.ceil(6 * dirt))
  for (let slip = 0; slip < slips; slip++) {
    const at = below(record.length)
    record[at] = chance(0.25) ? '' : at === 0 && chance(0.3) ? otherForm(record[0]!, dice) : misspelt(record[at]!, dice)
  }
  if (chance(0.05 * dirt)) [record[0], record[1]] = [record[1]!, record[0]!]
  return record
}
