import { aDay, diceOf, misspelt, shifted, type Dice } from './dice.ts'
import { families, men, occupations, otherForm, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = [
  'unique_id', 'cluster', 'full_name', 'first_and_surname', 'first_name', 'surname', 'dob', 'birth_place',
  'postcode_fake', 'gender', 'occupation',
] // prettier-ignore

type Person = {
  given: string[]
  family: string
  title: string
  born: string
  place: string
  postcodes: string[]
  gender: string
  occupations: string[]
}

/**
 * People of the past as reference works have them, 1 to 20 records each: middle names and titles that come and go, short
 * forms and forms of other languages, days of birth unknown (1 January), guessed or left out, a neighbouring postcode,
 * another of somebody's occupations, names in the other order.
 */
export function madeHistorical({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const made: MadeSet = { table: [header], persons: [] }
  for (let person = 0; made.persons.length < rows; person++) {
    const one = aPerson(dice)
    const copies = dice.chance(0.12) ? 1 : 1 + dice.below(20)
    for (let copy = 0; copy < copies && made.persons.length < rows; copy++) {
      const record = aRecord(one, dice, copy === 0 ? 0 : dirt * (0.4 + dice.below(100) / 80))
      made.table.push([`Q${70_000 + person}-${copy + 1}`, `Q${70_000 + person}`, ...record])
      made.persons.push(person)
    }
  }
  return made
}

function aPerson(dice: Dice): Person {
  const { chance, below, frequent, pick, digits } = dice
  const isMan = chance(0.8)
  const given = [frequent(isMan ? men : women)]
  while (chance(0.4) && given.length < 4) given.push(chance(0.25) ? frequent(families) : frequent(isMan ? men : women))
  const family = frequent(families)
  const area = `${pick(['tq', 'ox', 'ba', 'cb', 'yo', 'eh', 'ex', 'sw', 'se', 'le', 'bt', 'cf', 'hr', 'ip'])}${1 + below(25)}`
  const postcode = () => `${area} ${digits(1)}${'abdefghjlnpqrstuwxyz'[below(20)]}${'abdefghjlnpqrstuwxyz'[below(20)]}`
  const peer = `${pick(['1st', '2nd', '3rd', '4th'])} ${pick(['baron', 'earl of', 'baronet', 'viscount', 'baron'])} ${family}`
  return {
    given,
    family,
    title: chance(0.12) ? peer : chance(0.06) ? 'sir' : '',
    born: chance(0.15) ? `${1600 + below(320)}-01-01` : aDay(dice, 1600, 1920),
    place: frequent(towns),
    postcodes: [postcode(), postcode(), postcode()],
    gender: isMan ? 'male' : 'female',
    occupations: Array.from({ length: 1 + below(3) }, () => frequent(occupations)),
  }
}

function aRecord(person: Person, dice: Dice, dirt: number): string[] {
  const { chance, below, frequent, pick, digits } = dice
  let given = person.given
  if (chance(0.3 * dirt)) given = given.slice(0, 1 + below(given.length))
  if (chance(0.2 * dirt)) given = given.map((name) => (chance(0.6) ? otherForm(name, dice) : name))
  if (chance(0.06 * dirt)) given = given.map((name, at) => (at > 0 || chance(0.3) ? name[0]! : name))
  if (chance(0.04 * dirt) && given.length > 1) given = given.slice(1)
  let { family } = person
  if (chance(0.1 * dirt)) given = given.map((name) => misspelt(name, dice))
  if (chance(0.1 * dirt)) family = misspelt(family, dice)
  if (chance(0.02 * dirt)) family = frequent(families)
  let parts = [...given, family]
  if (chance(0.04 * dirt)) parts = [family, ...given]
  if (chance(0.03 * dirt)) parts = parts.slice(0, -1)
  const first = parts[0]!
  const last = parts.length > 1 ? parts.at(-1)! : ''
  const whole =
    person.title && !chance(0.35)
      ? person.title === 'sir'
        ? `sir ${parts.join(' ')}`
        : `${parts.join(' ')}, ${person.title}`
      : parts.join(' ')
  const kind = below(1000) / 1000 / Math.max(dirt, 0.01)
  let dob = person.born
  if (kind < 0.11) dob = ''
  else if (kind < 0.2) dob = `${dob.slice(0, 4)}-01-01`
  else if (kind < 0.28) dob = shifted(dob, (below(2) ? 1 : -1) * (1 + below(chance(0.5) ? 30 : 900)))
  else if (kind < 0.32) dob = dob.slice(0, -1) + digits(1)
  let postcode = person.postcodes[0]!
  if (chance(0.2 * dirt)) postcode = ''
  else if (chance(0.25 * dirt)) postcode = pick(person.postcodes)
  else if (chance(0.06 * dirt)) postcode = `${postcode.slice(0, 2)}${1 + below(25)} ${digits(1)}ab`
  return [
    whole,
    `${first} ${last}`.trim(),
    first,
    last,
    dob,
    chance(0.15 * dirt) ? '' : chance(0.08 * dirt) ? frequent(towns) : person.place,
    postcode,
    chance(0.25 * dirt) ? '' : person.gender,
    chance(0.3 * dirt) ? '' : chance(0.15) ? pick(person.occupations) : person.occupations[0]!,
  ]
}
