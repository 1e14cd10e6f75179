import { diceOf, misspelt, type Dice } from './dice.ts'
import { families, men, otherForm, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = ['Id', 'First Name', 'Last Name', 'Company', 'Job Title', 'Email Address', 'Phone', 'City', 'Country', 'Lead Source', 'Created Date'] // prettier-ignore
const trades = 'systems foods logistics media software paper bank energy airlines design'.split(' ')
const titles = [
  'Manager',
  'Director',
  'Engineer',
  'Sales Manager',
  'Accountant',
  'Consultant',
  'CEO',
  'Buyer',
  'Analyst',
]

/**
 * Contacts of a company as trade fairs, forms and lists of addresses have them: the address at work or the private one,
 * shared switchboards and mailboxes (info@), changes of employer, names swapped or in capitals, fields left empty.
 */
export function madeContacts({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const { chance, below, frequent, pick, digits } = dice
  const companies = Array.from({ length: Math.max(30, Math.ceil(rows / 25)) }, (_, at) => ({
    name: `${families[(at * 7 + 90) % families.length]} ${pick(trades)}`,
    city: pick(towns),
    phone: `+44 ${pick(['20', '121', '161', '113'])} ${digits(3)} ${digits(4)}`,
  }))
  const made: MadeSet = { table: [header], persons: [] }
  for (let person = 0; made.persons.length < rows; person++) {
    const given = frequent(chance(0.55) ? men : women)
    const family = frequent(families)
    const jobs = [pick(companies), pick(companies)]
    const [title, mobile] = [pick(titles), `+44 7${digits(3)} ${digits(6)}`]
    const own = `${pick([`${given}.${family}`, `${given[0]}${family}`, `${given}${digits(2)}`])}@${pick(['gmail', 'outlook', 'yahoo'])}.example`
    const copies = chance(0.5) ? 1 : chance(0.6) ? 2 : 3 + below(3)
    for (let copy = 0; copy < copies && made.persons.length < rows; copy++) {
      const job = jobs[chance(0.12 * dirt) ? 1 : 0]!
      const domain = `${job.name.replace(/\W/g, '')}.example`
      const work = `${chance(0.7) ? `${given}.${family}` : `${given[0]}.${family}`}@${domain}`
      const names = written(given, family, dice, dirt)
      made.table.push([
        String(40_000 + made.persons.length * 3),
        ...names,
        chance(0.15 * dirt) ? '' : pick([job.name, `${job.name} Ltd`, `${job.name} Limited`, job.name.toUpperCase()]),
        chance(0.4) ? '' : chance(0.2 * dirt) ? pick(titles) : title,
        chance(0.2 * dirt) ? '' : chance(0.04) ? `info@${domain}` : slipped(chance(0.3) ? own : work, dice, dirt),
        chance(0.3 * dirt) ? '' : chance(0.3) ? job.phone : mobile.replaceAll(' ', pick(['', ' ', '-'])),
        chance(0.2 * dirt) ? '' : job.city,
        chance(0.3) ? '' : pick(['UK', 'United Kingdom', 'GB']),
        pick(['Web', 'Trade fair', 'Referral', 'List']),
        `2021-0${1 + below(9)}-1${below(10)}`,
      ])
      made.persons.push(person)
    }
  }
  return made
}

const slipped = (mail: string, dice: Dice, dirt: number): string =>
  dice.chance(0.04 * dirt) ? misspelt(mail, dice) : mail

function written(given: string, family: string, dice: Dice, dirt: number): [string, string] {
  const { chance } = dice
  const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
  const first = capital(
    chance(0.1 * dirt) ? otherForm(given, dice) : chance(0.05 * dirt) ? misspelt(given, dice) : given,
  )
  const last = capital(chance(0.06 * dirt) ? misspelt(family, dice) : family)
  if (chance(0.03 * dirt)) return [last, first]
  if (chance(0.04 * dirt)) return [first.slice(0, 1), last]
  return chance(0.1) ? [first.toUpperCase(), last.toUpperCase()] : [first, last]
}
