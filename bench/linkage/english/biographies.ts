import { aDay, diceOf, misspelt, shifted, type Dice } from './dice.ts'
import { families, men, occupations, otherForm, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = [
  'unique_id', 'cluster', 'full_name', 'first_and_surname', 'first_name', 'surname', 'dob', 'birth_place',
  'postcode_fake', 'gender', 'occupation',
] // prettier-ignore

type Person = {
  names: readonly string[][]
  born: string
  places: string[]
  homes: string[]
  gender: string
  occupations: string[]
}

/**
 * People of the past under the many names that encyclopaedias have for them, in the manner of what is published of the
 * generator of Splink's `historical_50k`: the first and the last word of whatever the name is stand for first name and
 * surname, later copies are ever worse, words of a name fall out or stand in another language, relatives share a home,
 * and some records keep hardly more than a word and a year.
 */
export function madeBiographies({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const made: MadeSet = { table: [header], persons: [] }
  let last: Person | null = null
  for (let person = 0; made.persons.length < rows; person++) {
    const one = aPerson(dice, last && dice.chance(0.06) ? last : null)
    const copies = 1 + Math.floor(20 * dice.below(1000) ** 1.2 * 1000 ** -1.2)
    for (let copy = 0; copy < copies && made.persons.length < rows; copy++) {
      const worse = dirt * (0.1 + (0.5 * copy) / 19)
      const record = aRecord(one, dice, copy === 0 ? 0 : worse)
      made.table.push([`Q${90_000 + person}-${copy + 1}`, `Q${90_000 + person}`, ...record])
      made.persons.push(person)
    }
    last = one
  }
  return made
}

function aPerson(dice: Dice, relative: Person | null): Person {
  const { chance, below, frequent, pick, digits } = dice
  const isMan = chance(0.82)
  const pool = isMan ? men : women
  const given = [frequent(pool)]
  while (chance(0.45) && given.length < 4) given.push(chance(0.2) ? frequent(families) : frequent(pool))
  const family = relative ? relative.names[0]!.at(-1)! : frequent(families)
  const seat = pick(towns)
  const peer = `${pick(['1st', '2nd', '3rd', '4th', '5th'])} ${pick(['baron', 'earl', 'viscount', 'marquess'])}`
  const title = pick([`${peer} ${family} of ${seat}`, `${peer} of ${seat}`, `${peer} ${family}`])
  const baronet = `sir ${given.join(' ')} ${family}, ${pick(['1st', '2nd', '3rd', '6th'])} baronet`
  const plain = [...given, family]
  const rank = below(100)
  const written = rank < 10 ? `${plain.join(' ')}, ${title}` : rank < 18 ? baronet : plain.join(' ')
  const others = [
    written, plain.join(' '), `${given[0]} ${family}`, rank < 10 ? title : `${given[0]} ${family}`,
    given.length > 1 ? `${given[0]} ${given[1]![0]} ${family}` : `${given[0]} ${family}`,
    rank < 18 ? `sir ${given[0]} ${family}` : plain.join(' '), rank > 95 ? frequent(families) : plain.join(' '),
  ] // prettier-ignore
  const area = `${pick(['tq', 'ox', 'ba', 'cb', 'yo', 'eh', 'ex', 'sw', 'se', 'le', 'bt', 'cf', 'hr', 'ip'])}${1 + below(25)}`
  const postcode = () => `${area} ${digits(1)}${letter(dice)}${letter(dice)}`
  const near = postcode()
  const home = frequent(towns)
  return {
    names: [written, ...others].map((name) => name.split(' ')),
    born: chance(0.2) ? `${1550 + below(380)}-01-01` : aDay(dice, 1550, 1930),
    places: [home, home, `${home} ${pick(['north', 'st mary', 'abbey', 'castle'])}`, pick(towns)],
    homes: relative ? relative.homes : [near, `${near.slice(0, -2)}${letter(dice)}${letter(dice)}`, postcode(), postcode()],
    gender: isMan ? 'male' : 'female',
    occupations: Array.from({ length: 1 + below(3) }, () => frequent(occupations)),
  } // prettier-ignore
}

const letter = ({ below }: Dice): string => 'abdefghjlnpqrstuwxyz'[below(20)]!

function aRecord(person: Person, dice: Dice, worse: number): string[] {
  const { chance, pick } = dice
  const name = nameOf(person, dice, worse)
  const [first = '', last = ''] = [name[0]?.replace(',', ''), name.at(-1)?.replace(',', '')]
  const dob = bornOf(person, dice, worse)
  return [
    name.join(' '),
    `${first} ${last}`.trim(),
    first,
    last,
    chance(worse * 0.5) ? '' : dob,
    chance(worse * 0.5) ? '' : chance(worse) ? pick(person.places) : person.places[0]!,
    chance(worse * 0.5) ? '' : postcodeOf(person, dice, worse),
    chance(0.1 + worse * 0.4) ? '' : person.gender,
    chance(0.1 + worse * 0.6) ? '' : chance(worse) ? pick(person.occupations) : person.occupations[0]!,
  ]
}

/** The year alone is written as its first day; else a digit is misread, or another day was told. */
function bornOf({ born }: Person, dice: Dice, worse: number): string {
  const { below, chance } = dice
  const kind = below(1000) / 1000 / Math.max(worse, 0.001)
  if (kind < 0.35) return `${born.slice(0, 4)}-01-01`
  if (kind < 0.65) return `${born.slice(0, 2)}${misspeltDigit(born.slice(2), dice)}`
  if (kind < 0.8) return shifted(born, (chance(0.5) ? 1 : -1) * (1 + below(chance(0.5) ? 30 : 500)))
  return born
}

function nameOf(person: Person, dice: Dice, worse: number): string[] {
  const { chance, pick } = dice
  let name = person.names[0]!
  if (chance(worse)) {
    if (chance(0.5)) name = pick(person.names)
    else if (chance(0.8)) name = name.map((word) => (chance(0.6) ? otherForm(word, dice) : word))
    else name = misspelt(name.join(' '), dice).split(' ').filter(Boolean)
  }
  if (chance(worse * 0.8) && name.length > 2)
    name = name.filter((_, at) => at === 0 || at === name.length - 1 || chance(0.5))
  if (chance(worse * 0.25) && name.length > 1) name = chance(0.5) ? name.slice(1) : name.slice(0, -1)
  return name
}

function postcodeOf({ homes }: Person, dice: Dice, worse: number): string {
  const { chance, pick } = dice
  if (!chance(worse)) return homes[0]!
  return chance(0.35) ? homes[1]! : chance(0.6) ? pick(homes) : misspelt(homes[0]!, dice)
}

/** One digit of a text taken for a neighbour of it on the number pad. */
function misspeltDigit(text: string, { pick }: Dice): string {
  const places = Array.from(text).flatMap((one, at) => (/\d/.test(one) ? [at] : []))
  const at = pick(places)
  return `${text.slice(0, at)}${(Number(text[at]) + pick([1, 3, 7, 9])) % 10}${text.slice(at + 1)}`
}
