import { diceOf, misspelt, type Dice } from './dice.ts'
import { families, men, occupations, otherForm, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = [
  'Entry', 'Year', 'Forename', 'Surname', 'Sex', 'Age', 'Occupation', 'Parish', 'Birth place', 'Relation to head', 'Condition',
] // prettier-ignore

const trades = [
  ...occupations,
  ...'ag lab|labourer|servant|farmer|dressmaker|carpenter|miner|weaver|shoemaker|blacksmith|laundress|scholar|groom|baker|mason'.split(
    '|',
  ),
]

type Person = { first: string; second: string; last: string; sex: string; born: number; birthPlace: string; at: number }
type Home = { parish: string; trade: string }

/**
 * Villagers as three censuses ten years apart have them: an age and no birth date, rounded or a few years off, trades that
 * change, women who marry, few names for many people, spellings of the enumerator's own, children named as their parents.
 */
export function madeParish({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const { chance, below, frequent, pick } = dice
  const made: MadeSet = { table: [header], persons: [] }
  const parishes = Array.from({ length: 40 }, () =>
    `${pick(['great', 'little', 'st', 'upper', ''])} ${pick(families)}`.trim(),
  )
  let people = 0
  while (made.persons.length < rows) {
    let home: Home = { parish: frequent(parishes), trade: frequent(trades) }
    const last = frequent(families)
    const members = Array.from({ length: 1 + below(6) }, (_, at) => aMember(dice, { last, at, parish: home.parish }))
    const numbers = members.map(() => people++)
    for (const year of [1851, 1861, 1871]) {
      if (chance(0.2 * dirt)) home = { ...home, parish: frequent(parishes) }
      for (const [at, member] of members.entries()) {
        if (member.born > year || chance(0.25) || made.persons.length >= rows) continue
        if (member.sex === 'F' && at > 1 && year - member.born > 18 && chance(0.4)) member.last = frequent(families)
        made.table.push([`${made.persons.length + 1}`, String(year), ...aRecord(member, { home, year, dirt }, dice)])
        made.persons.push(numbers[at]!)
      }
    }
  }
  return made
}

function aMember(dice: Dice, { last, at, parish }: { last: string; at: number; parish: string }): Person {
  const { chance, below, frequent } = dice
  const isMan = at === 0 ? chance(0.85) : at === 1 ? false : chance(0.5)
  const pool = isMan ? men : women
  return {
    first: frequent(pool),
    second: chance(0.3) ? frequent(pool) : '',
    last,
    sex: isMan ? 'M' : 'F',
    born: at < 2 ? 1790 + below(45) : 1830 + below(38),
    birthPlace: chance(0.6) ? parish : chance(0.5) ? frequent(towns) : `${frequent(families)}`,
    at,
  }
}

type At = { home: Home; year: number; dirt: number }

function aRecord(person: Person, { home, year, dirt }: At, dice: Dice): string[] {
  const { chance, below, frequent, pick } = dice
  const spelt = (text: string, share: number) => (chance(share * dirt) ? misspelt(text, dice) : text)
  const first = chance(0.08 * dirt) ? otherForm(person.first, dice) : spelt(person.first, 0.05)
  let age = year - person.born
  if (chance(0.35 * dirt)) age += pick([-1, 1, -1, 1, 2, -2, 3])
  if (age > 30 && chance(0.1 * dirt)) age = Math.round(age / 5) * 5
  const second = person.second && chance(0.7) ? ` ${chance(0.5) ? person.second[0]! : person.second}` : ''
  const job =
    person.at === 0
      ? chance(0.3 * dirt)
        ? frequent(trades)
        : home.trade
      : age < 14
        ? 'scholar'
        : chance(0.7)
          ? ''
          : frequent(trades)
  return [
    `${first}${second}`, spelt(person.last, 0.08), chance(0.02) ? '' : person.sex, String(Math.max(0, age)), job,
    home.parish, chance(0.1 * dirt) ? '' : chance(0.1 * dirt) ? home.parish : spelt(person.birthPlace, 0.08),
    person.at === 0 ? 'head' : person.at === 1 ? 'wife' : person.sex === 'M' ? 'son' : 'daur',
    age > 25 && person.at < 2 ? 'mar' : below(20) === 0 ? 'wid' : 'unm',
  ] // prettier-ignore
}
