import { aDay, diceOf, misspelt, type Dice } from './dice.ts'
import { families, men, otherForm, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = [
  'county_id', 'voter_key', 'first_name', 'middle_name', 'last_name', 'name_suffix_lbl', 'sex_code', 'race_code',
  'birth_age', 'year_of_birth', 'birth_place', 'full_phone_number', 'res_street_address', 'res_city_desc', 'zip_code',
  'registr_dt', 'status',
] // prettier-ignore

type Person = {
  first: string
  middle: string
  last: string
  suffix: string
  sex: string
  race: string
  year: number
  state: string
  home: { street: string; city: string; zip: string; phone: string }
}

/**
 * A register of voters at several times, 1 to 4 rows each: households, fathers and sons of one name, women who marry,
 * people who move, middle names that are letters, ages that go on; no birth date, only a year and an age.
 */
export function madeVoters({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const made: MadeSet = { table: [header], persons: [] }
  let last: Person | null = null
  for (let person = 0; made.persons.length < rows; person++) {
    const one: Person = aPerson(dice, last && dice.chance(0.35) ? last : null)
    const copies = dice.chance(0.45) ? 1 : 2 + (dice.chance(0.3) ? 1 + dice.below(2) : 0)
    let now = one
    for (let copy = 0; copy < copies && made.persons.length < rows; copy++) {
      if (copy > 0) now = later(now, dice, dirt)
      made.table.push(aRecord(now, dice, dirt, made.persons.length))
      made.persons.push(person)
    }
    last = one
  }
  return made
}

function aHome({ below, frequent, pick, digits }: Dice): Person['home'] {
  const city = below(60)
  return {
    street: `${1 + below(9900)} ${frequent(families)} ${pick(['st', 'rd', 'ave', 'dr', 'ln', 'ct'])}`,
    city: towns[city]!,
    zip: String(27_000 + city * 13 + below(5)),
    phone: `${pick(['919', '704', '336', '828'])}${2 + below(8)}${digits(6)}`,
  }
}

function aPerson(dice: Dice, relative: Person | null): Person {
  const { chance, below, frequent, pick } = dice
  const sex = chance(0.48) ? 'M' : 'F'
  const names = sex === 'M' ? men : women
  const isJunior = relative?.sex === 'M' && sex === 'M' && chance(0.15)
  return {
    first: isJunior ? relative.first : frequent(names),
    middle: isJunior && chance(0.7) ? relative.middle : frequent(names),
    last: relative && chance(0.85) ? relative.last : frequent(families),
    suffix: isJunior ? 'JR' : '',
    sex,
    race: relative ? relative.race : pick(['W', 'W', 'W', 'B', 'A', 'O']),
    year: isJunior ? Math.min(2004, relative.year + 20 + below(15)) : 1925 + below(79),
    state: chance(0.5) ? 'NC' : pick(['VA', 'SC', 'NY', 'GA', 'PA', 'OC', 'FL', 'OH', 'TX']),
    home: relative && chance(0.9) ? relative.home : aHome(dice),
  }
}

/** The same person some years on. */
function later(person: Person, dice: Dice, dirt: number): Person {
  const { chance, frequent } = dice
  return {
    ...person,
    last: person.sex === 'F' && chance(0.08 * dirt) ? frequent(families) : person.last,
    home: chance(0.25 * dirt) ? aHome(dice) : person.home,
  }
}

function aRecord(person: Person, dice: Dice, dirt: number, row: number): string[] {
  const { chance, below, digits } = dice
  const year = chance(0.02 * dirt) ? person.year + below(3) - 1 : person.year
  const registered = aDay(dice, 2005, 2022)
  const spelt = (text: string) => (chance(0.04 * dirt) ? misspelt(text, dice) : text)
  const middle = chance(0.12) ? '' : chance(0.25) ? person.middle[0]! : spelt(person.middle)
  const nick = chance(0.05 * dirt) ? otherForm(person.first, dice) : spelt(person.first)
  const { street, city, zip, phone } = person.home
  return [
    String(1 + (Number(zip) % 100)), `AB${100_000 + row}`, nick.toUpperCase(), middle.toUpperCase(),
    spelt(person.last).toUpperCase(), chance(0.2) ? '' : person.suffix, chance(0.05 * dirt) ? 'U' : person.sex,
    chance(0.06 * dirt) ? 'U' : person.race, String(2022 - year), String(year), chance(0.2) ? '' : person.state,
    chance(0.5) ? '' : chance(0.1 * dirt) ? `919${digits(7)}` : phone, spelt(street).toUpperCase(), city.toUpperCase(),
    chance(0.02 * dirt) ? String(27_000 + below(900)) : zip, registered, chance(0.8) ? 'ACTIVE' : 'INACTIVE',
  ] // prettier-ignore
}
