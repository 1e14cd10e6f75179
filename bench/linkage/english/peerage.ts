import { aDay, diceOf, misspelt, shifted, type Dice } from './dice.ts'
import { families, men, occupations, otherForm, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = [
  'unique_id', 'cluster', 'full_name', 'first_and_surname', 'first_name', 'surname', 'dob', 'birth_place',
  'postcode_fake', 'gender', 'occupation',
] // prettier-ignore

type Person = {
  written: readonly string[]
  others: readonly (readonly string[])[]
  born: string
  place: string
  places: readonly string[]
  homes: readonly string[]
  gender: string
  occupations: readonly string[]
}

/** What relatives have in common. */
type House = { family: string; given: readonly string[]; seat: string; area: string; born: number; trade: string }

/** How likely a value is written otherwise, and left out, in the first copy and in the last. */
const otherwise = { first: 0.1, last: 0.6 }
const leftOut = { first: 0, last: 0.5 }
const mostCopies = 20

/**
 * Houses, a share `related` of them of relatives over generations, who share names, seat and trade, each person under up to twenty records that are
 * ever worse, with the shares that are published of the generator of Splink's `historical_50k`: at the end six in ten values
 * are written otherwise and five in ten left out, of a name its first and its last word half the time each.
 */
export function madePeerage({ rows, seed, dirt }: Asked, related = 0.15): MadeSet {
  const dice = diceOf(seed)
  const { chance, below } = dice
  const made: MadeSet = { table: [header], persons: [] }
  for (let person = 0; made.persons.length < rows;) {
    const house = aHouse(dice)
    for (let relative = chance(related) ? 2 + below(5) : 1; relative > 0; relative--, person++) {
      const one = aPerson(house, dice)
      const copies = Math.max(1, Math.ceil(mostCopies * (below(1000) / 1000) ** 1.3))
      for (let copy = 0; copy < copies && made.persons.length < rows; copy++) {
        const worse = copy / (mostCopies - 1)
        const between = ({ first, last }: typeof otherwise) => Math.min(0.9, dirt * (first + (last - first) * worse))
        const record = copy === 0 ? aRecord(one, dice, { other: 0, out: 0 }) : aRecord(one, dice, { other: between(otherwise), out: between(leftOut) }) // prettier-ignore
        made.table.push([`Q${50_000 + person}-${copy + 1}`, `Q${50_000 + person}`, ...record])
        made.persons.push(person)
      }
    }
  }
  return made
}

function aHouse({ frequent, pick, below }: Dice): House {
  const area = `${pick(['tq', 'ox', 'ba', 'cb', 'yo', 'eh', 'ex', 'sw', 'se', 'le', 'bt', 'cf', 'hr', 'ip', 'ng', 'nr', 'pl', 'so'])}${1 + below(25)}`
  return {
    family: frequent(families),
    given: [frequent(men), frequent(men)],
    seat: frequent(towns),
    area,
    born: 1580 + below(320),
    trade: frequent(occupations),
  }
}

const letter = ({ below }: Dice): string => 'abdefghjlnpqrstuwxyz'[below(20)]!
const capital = (place: string): string => place.replace(/^./, (one) => one.toUpperCase())

function aPerson(house: House, dice: Dice): Person {
  const { chance, below, frequent, pick, digits } = dice
  const isMan = chance(0.8)
  const pool = isMan ? men : women
  const given = [isMan && chance(0.4) ? pick(house.given) : frequent(pool)]
  while (chance(0.4) && given.length < 4) given.push(chance(0.3) ? frequent(families) : frequent(pool))
  const plain = [...given, house.family]
  const nth = pick(['1st', '2nd', '3rd', '4th', '5th'])
  const title = chance(0.12) ? `${nth} ${pick(['baron', 'earl of', 'viscount', 'duke of'])} ${chance(0.5) ? house.family : house.seat}` : '' // prettier-ignore
  const written = (title ? `${plain.join(' ')}, ${title}` : chance(0.1) ? `sir ${plain.join(' ')}, ${nth} baronet` : plain.join(' ')).split(' ') // prettier-ignore
  const year = house.born + below(90)
  const postcode = () => `${house.area} ${digits(1)}${letter(dice)}${letter(dice)}`.toUpperCase()
  const home = postcode()
  const place = capital(chance(0.7) ? house.seat : frequent(towns))
  return {
    written,
    others: [[given[0]!, house.family], plain, title ? title.split(' ') : plain, given.length > 1 ? [given[1]!, house.family] : plain, isMan ? plain : [...given, frequent(families)]],
    born: chance(0.25) ? `${year}-01-01` : aDay(dice, year, year + 1),
    place,
    places: [place, capital(house.seat), capital(pick(towns))],
    homes: [home, `${home.slice(0, -1)}${letter(dice).toUpperCase()}`, postcode(), postcode()],
    gender: isMan ? 'male' : 'female',
    occupations: [house.trade, ...Array.from({ length: below(3) }, () => frequent(occupations))],
  } // prettier-ignore
}

type Worse = { other: number; out: number }

function aRecord(person: Person, dice: Dice, worse: Worse): string[] {
  const { chance, pick } = dice
  const name = nameOf(person, dice, worse).map((word) => word.replace(',', ''))
  const told = (value: string, other: () => string) => (chance(worse.out) ? '' : chance(worse.other) ? other() : value)
  const [first = '', last = ''] = [name[0], name.length > 1 ? name.at(-1) : '']
  return [
    name.join(' '),
    `${first} ${last}`.trim(),
    first,
    last,
    told(person.born, () => bornOtherwise(person.born, dice)),
    told(person.place, () => pick(person.places)),
    told(person.homes[0]!, () => pick(person.homes)),
    chance(worse.out) ? '' : person.gender,
    told(person.occupations[0]!, () => pick(person.occupations)),
  ]
}

function bornOtherwise(born: string, dice: Dice): string {
  const { below, digits } = dice
  const kind = below(10)
  if (kind < 3) return `${born.slice(0, 4)}-01-01`
  if (kind < 7) return shifted(born, below(61) - 30)
  const at = 2 + below(8)
  return born[at] === '-' ? born : `${born.slice(0, at)}${digits(1)}${born.slice(at + 1)}`
}

function nameOf({ written, others }: Person, dice: Dice, worse: Worse): readonly string[] {
  const { chance, pick, below } = dice
  if (chance(worse.out)) {
    const kept = written.filter((_, at) => chance(0.5) || (at > 0 && at < written.length - 1 && chance(0.2)))
    return kept.length > 0 ? kept : [written[below(written.length)]!]
  }
  if (!chance(worse.other)) return written
  const kind = below(10)
  if (kind < 5) return pick(others)
  if (kind < 9) return written.map((word) => otherForm(word, dice))
  return misspelt(written.join(' '), dice).split(' ').filter(Boolean)
}
