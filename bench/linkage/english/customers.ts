import { aDay, diceOf, misspelt, type Dice } from './dice.ts'
import { families, men, otherForm, towns, women } from './names.ts'
import type { Asked, MadeSet } from './made.ts'

const header = [
  'CustRef',
  'CUST_NM_1',
  'CUST_NM_2',
  'Birth dt',
  'E-Mail addr',
  'Day phone',
  'Addr Ln 1',
  'Addr Ln 2',
  'ZIP5',
  'Acct opened',
  'Segment',
]

type Customer = {
  first: string
  last: string
  born: string
  mail: string
  phone: string
  home: { street: string; city: string; zip: string }
  isFirm: boolean
}

/**
 * Customers of a bank or shop after many migrations: short forms of given names, family names missing, firms among the people,
 * dates in the American order, addresses before and after moves, a household's telephone, headers that few would guess.
 */
export function madeCustomers({ rows, seed, dirt }: Asked): MadeSet {
  const dice = diceOf(seed)
  const { chance, below } = dice
  const made: MadeSet = { table: [header], persons: [] }
  let last: Customer | null = null
  for (let person = 0; made.persons.length < rows; person++) {
    const one = aCustomer(dice, last && chance(0.25) ? last : null)
    const copies = chance(0.5) ? 1 : 2 + below(3)
    let now = one
    for (let copy = 0; copy < copies && made.persons.length < rows; copy++) {
      if (copy > 0 && chance(0.2 * dirt)) now = { ...now, home: aHome(dice) }
      if (copy > 0 && chance(0.15 * dirt)) now = { ...now, phone: aPhone(dice) }
      made.table.push(aRow(now, dice, dirt, made.persons.length))
      made.persons.push(person)
    }
    if (!one.isFirm) last = one
  }
  return made
}

const aPhone = ({ below, digits }: Dice): string => `${2 + below(8)}${digits(2)}${2 + below(8)}${digits(6)}`

function aHome({ below, frequent, pick }: Dice): Customer['home'] {
  const city = below(50)
  return {
    street: `${1 + below(4000)} ${frequent(families)} ${pick(['St', 'Rd', 'Ave', 'Dr', 'Ln', 'Ct', 'Blvd'])}`,
    city: towns[city]!,
    zip: String(10_000 + city * 97 + below(6)),
  }
}

function aCustomer(dice: Dice, relative: Customer | null): Customer {
  const { chance, frequent, pick, digits } = dice
  if (!relative && chance(0.08)) {
    const firm = `${frequent(families)} ${pick(['Plumbing', 'Foods', 'Realty', 'Auto', 'Dental', 'Landscaping'])}`
    const mail = `${pick(['info', 'office', 'accounts'])}@${firm.toLowerCase().replace(/\W/g, '')}.example`
    return { first: '', last: `${firm} ${pick(['Inc', 'LLC', 'Co'])}`, born: '', mail, phone: aPhone(dice), home: aHome(dice), isFirm: true } // prettier-ignore
  }
  const first = frequent(chance(0.5) ? men : women)
  const last = relative && chance(0.9) ? relative.last : frequent(families)
  return {
    first, last, isFirm: false,
    born: aDay(dice, 1935, 2004),
    mail: `${pick([`${first}.${last}`, `${first[0]}${last}`, `${first}${digits(3)}`, `${last}${digits(2)}`])}@${pick(['gmail', 'aol', 'yahoo', 'comcast'])}.example`,
    phone: relative && chance(0.5) ? relative.phone : aPhone(dice),
    home: relative ? relative.home : aHome(dice),
  } // prettier-ignore
}

function aRow(customer: Customer, dice: Dice, dirt: number, row: number): string[] {
  const { chance, below, pick } = dice
  const { first, last, born, mail, phone, home, isFirm } = customer
  const spelt = (text: string, share: number) => (chance(share * dirt) ? misspelt(text, dice) : text)
  const [year, month, day] = born.split('-')
  const birth = born && (chance(0.03 * dirt) ? `${month}/${1 + below(28)}/${year}` : `${month}/${day}/${year}`)
  const given = chance(0.15 * dirt) ? otherForm(first, dice) : spelt(first, 0.05)
  const middle = !isFirm && chance(0.15) ? ` ${pick(['A', 'J', 'M', 'L'])}` : ''
  const phoned = phone.replace(/^(\d{3})(\d{3})(\d{4})$/, pick(['$1-$2-$3', '($1) $2-$3', '$1.$2.$3', '$1$2$3']))
  const cased = chance(0.3) ? (text: string) => text.toUpperCase() : (text: string) => text
  return [
    `C${100_000 + row}`, cased(`${given}${middle}`), chance(isFirm ? 0 : 0.06 * dirt) ? '' : cased(spelt(last, 0.06)),
    chance(0.25 * dirt) ? '' : birth, chance(0.4 * dirt) ? '' : spelt(mail, 0.03), chance(0.25 * dirt) ? '' : phoned,
    chance(0.1 * dirt) ? '' : cased(spelt(home.street, 0.08)), cased(home.city), chance(0.05 * dirt) ? '' : home.zip,
    `0${1 + below(9)}/1${below(9)}/20${10 + below(12)}`, pick(['A', 'B', 'C']),
  ] // prettier-ignore
}
