import { diceOf, misspelt } from './dice.ts'
import { families, men, otherForm, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = ['recid', 'givenname', 'surname', 'suburb', 'postcode']

/**
 * Four columns and no more, in the manner of the files of several parties made from North Carolina's voters (Christen,
 * University of Leipzig): each party has a person once, a share of the values with a slip.
 */
export function madeShort({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const { chance, below, frequent, pick } = dice
  const suburbs = Array.from({ length: 400 }, (_, at) => ({
    suburb: at < towns.length ? towns[at]! : `${pick(families)} ${pick(['hill', 'park', 'creek', 'springs', 'grove'])}`,
    postcode: String(27_000 + at * 7),
  }))
  const made: MadeSet = { table: [header], persons: [] }
  for (let person = 0; made.persons.length < rows; person++) {
    const { suburb, postcode } = frequent(suburbs)
    const family = chance(0.5) ? frequent(families) : pick(families)
    const original = [frequent(chance(0.5) ? men : women), family, suburb, String(Number(postcode) + below(3))]
    const copies = chance(0.5) ? 1 : 2 + (chance(0.4) ? 1 + below(3) : 0)
    for (let copy = 0; copy < copies && made.persons.length < rows; copy++) {
      const record = original.slice()
      if (copy > 0 && chance(0.6 * dirt))
        for (let slips = 1 + below(2); slips > 0; slips--) {
          const at = below(4)
          record[at] = at === 0 && chance(0.3) ? otherForm(record[0]!, dice) : misspelt(record[at]!, dice)
        }
      made.table.push([String(person * 10 + copy), ...record])
      made.persons.push(person)
    }
  }
  return made
}
