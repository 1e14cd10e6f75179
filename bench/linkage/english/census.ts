import { aDay, diceOf, misspelt, type Dice } from './dice.ts'
import { families, men, otherForm, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = [
  'simulant_id', 'household_id', 'first_name', 'middle_initial', 'last_name', 'age', 'date_of_birth', 'street_number',
  'street_name', 'unit_number', 'city', 'state', 'zipcode', 'housing_type', 'relationship_to_reference_person', 'sex',
  'race_ethnicity', 'year',
] // prettier-ignore

type Person = { id: number; first: string; middle: string; last: string; born: string; sex: string; relation: string }
type Home = { number: string; street: string; unit: string; city: number; zip: string; race: string }

/**
 * Whole households counted twice, ten years apart, in the manner of what `pseudopeople` publishes of its census: between
 * the counts people move, marry and die; forms are misread, days and months exchanged, ages misreckoned, names short, those
 * of another member of the household, or left out.
 */
export function madeCensus({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const { chance, below, frequent } = dice
  const made: MadeSet = { table: [header], persons: [] }
  let people = 0
  for (let household = 0; made.persons.length < rows; household++) {
    let home = aHome(dice)
    const race = home.race
    const last = frequent(families)
    const members = Array.from({ length: 1 + below(5) }, (_, at) => aMember(dice, { id: people++, last, at }))
    for (const year of [2020, 2030]) {
      if (year === 2030 && chance(0.3 * dirt)) home = { ...aHome(dice), race }
      for (const member of members) {
        if (made.persons.length >= rows || Number(member.born.slice(0, 4)) > year) continue
        if (chance(0.15)) continue
        const married = year === 2030 && member.sex === 'Female' && chance(0.06 * dirt)
        const now = married ? { ...member, last: frequent(families) } : member
        const own =
          year === 2030 && member.relation !== 'Reference person' && chance(0.25) ? { ...aHome(dice), race } : home
        made.table.push([`${member.id}`, `${household}_${year}`, ...aRecord(now, own, { year, members, dirt }, dice)])
        made.persons.push(member.id)
      }
    }
  }
  return made
}

function aHome({ chance, below, frequent, pick }: Dice): Home {
  const city = below(70)
  return {
    number: String(1 + below(9000)),
    street: `${pick(['', '', '', 'n ', 'sw '])}${frequent(families)} ${pick(['st', 'rd', 'ave', 'dr', 'ln', 'ct', 'blvd'])}`,
    unit: chance(0.15) ? `apt ${1 + below(40)}` : '',
    city,
    zip: `${30_000 + city * 11 + below(4)}`,
    race: pick(['White', 'White', 'White', 'Black', 'Latino', 'Asian']),
  }
}

function aMember(dice: Dice, { id, last, at }: { id: number; last: string; at: number }): Person {
  const { chance, frequent } = dice
  const isMan = chance(0.5)
  const first = frequent(isMan ? men : women)
  return {
    id, first, last: at > 0 && chance(0.12) ? frequent(families) : last,
    middle: frequent(isMan ? men : women)[0]!.toUpperCase(),
    born: at < 2 ? aDay(dice, 1940, 1995) : aDay(dice, 1996, 2028),
    sex: isMan ? 'Male' : 'Female',
    relation: at === 0 ? 'Reference person' : at === 1 ? 'Opposite-sex spouse' : 'Biological child',
  } // prettier-ignore
}

type At = { year: number; members: readonly Person[]; dirt: number }

function aRecord(person: Person, home: Home, { year, members, dirt }: At, dice: Dice): string[] {
  const { chance, below, pick } = dice
  const spelt = (text: string): string => (chance(0.03 * dirt) ? misspelt(text, dice) : text)
  const missing = (text: string, share = 0.02): string => (chance(share * dirt) ? '' : text)
  const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
  let first = chance(0.05 * dirt) ? otherForm(person.first, dice) : spelt(person.first)
  if (chance(0.02 * dirt)) first = chance(0.5) ? pick(members).first : pick(['child', 'adult', 'household member'])
  const [y, m, d] = person.born.split('-') as [string, string, string]
  const age = year - Number(y) + (chance(0.03 * dirt) ? pick([-1, 1, 2]) : 0)
  const born = chance(0.02 * dirt) ? `${d}/${m}/${y}` : `${m}/${chance(0.02 * dirt) ? `${10 + below(18)}` : d}/${y}`
  return [
    missing(capital(first)), missing(person.middle, 0.1), missing(capital(spelt(person.last))), missing(String(Math.max(0, age))),
    missing(born), missing(home.number), missing(spelt(home.street)), home.unit, capital(spelt(towns[home.city % towns.length]!)),
    'US', missing(home.zip), 'Household', person.relation, missing(person.sex), missing(home.race), String(year),
  ] // prettier-ignore
}
