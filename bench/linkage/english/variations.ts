import { madeBiographies } from './biographies.ts'
import { madeCensus } from './census.ts'
import { madeContacts } from './contacts.ts'
import { diceOf, type Dice } from './dice.ts'
import { madeHistorical } from './historical.ts'
import type { Asked, MadeSet } from './made.ts'
import { madeParish } from './parish.ts'
import { madePatients } from './patients.ts'
import { madePeerage } from './peerage.ts'
import { madePersonas } from './personas.ts'
import { madeShort } from './short.ts'
import { madeVoters } from './voters.ts'

type Variation = (asked: Asked) => MadeSet

type Change = (cell: string, dice: Dice) => string

/** Only some columns, under other headers, in the order given. */
const only =
  (headers: Readonly<Record<string, string>>) =>
  ({ table, persons }: MadeSet): MadeSet => {
    const places = Object.keys(headers).map((header) => table[0]!.indexOf(header))
    return {
      persons,
      table: [Object.values(headers), ...table.slice(1).map((row) => places.map((at) => row[at] ?? ''))],
    }
  }

const changed = (set: MadeSet, headers: readonly string[], dice: Dice, change: Change): MadeSet => {
  const places = headers.map((header) => set.table[0]!.indexOf(header))
  const rows = set.table
    .slice(1)
    .map((row) => row.map((cell, at) => (places.includes(at) && cell !== '' ? change(cell, dice) : cell)))
  return { ...set, table: [set.table[0]!, ...rows] }
}

/** Cells left empty, but for the first column and for what would leave nothing. */
const gaps = (set: MadeSet, share: number, dice: Dice): MadeSet =>
  changed(set, set.table[0]!, dice, (cell) => (dice.chance(share) ? '' : cell))

const swapped = (set: MadeSet, [one, other]: readonly [string, string], share: number, dice: Dice): MadeSet => {
  const [left, right] = [set.table[0]!.indexOf(one), set.table[0]!.indexOf(other)]
  const rows = set.table.slice(1).map((row) => {
    if (!dice.chance(share)) return row
    const turned = row.slice()
    ;[turned[left], turned[right]] = [row[right]!, row[left]!]
    return turned
  })
  return { ...set, table: [set.table[0]!, ...rows] }
}

const initial: Change = (cell) => cell.slice(0, 1)
const year: Change = (cell) => cell.slice(0, 4)
const diceFor = ({ seed }: Asked) => diceOf(seed + 5_000)

const historicalColumns = {
  first_name: 'Forename', surname: 'Surname', dob: 'Date of birth', birth_place: 'Birthplace', postcode_fake: 'Postcode',
  occupation: 'Occupation',
} // prettier-ignore

/** Unseen tables: other headers, fewer columns, more gaps, ages for dates. Each is made of a set that is there. */
export const variations: Readonly<Record<string, Variation>> = {
  'historical, gaps of 30 %': (asked) =>
    gaps(only(historicalColumns)(madeHistorical(asked)), 0.3, diceFor(asked)),
  'historical, no postcode': (asked) =>
    only({ first_name: 'first', surname: 'last', dob: 'birth_date', birth_place: 'birth_town', occupation: 'trade' })(madeHistorical(asked)),
  'historical, years only': (asked) =>
    changed(
      only({ full_name: 'Name', dob: 'Birth year', birth_place: 'Born in', occupation: 'Profession', gender: 'Sex' })(madeHistorical(asked)),
      ['Birth year'], diceFor(asked), year,
    ),
  'historical, initials': (asked) =>
    changed(only(historicalColumns)(madeHistorical(asked)), ['Forename'], diceFor(asked), (cell, dice) => (dice.chance(0.5) ? initial(cell, dice) : cell)),
  'biographies, one name': (asked) =>
    only({ first_and_surname: 'name', dob: 'dob', postcode_fake: 'postcode', occupation: 'occupation', birth_place: 'birth_place' })(madeBiographies(asked)),
  'biographies, names and dates': (asked) =>
    only({ first_name: 'given_name', surname: 'family_name', dob: 'dob', gender: 'gender' })(madeBiographies(asked)),
  'voters, four columns': (asked) =>
    only({ first_name: 'fname', last_name: 'lname', birth_age: 'age', res_city_desc: 'city' })(madeVoters(asked)),
  'voters, no street': (asked) =>
    only({
      voter_key: 'ncid', last_name: 'last_name', first_name: 'first_name', middle_name: 'midl_name', sex_code: 'sex', race_code: 'race',
      birth_age: 'age', birth_place: 'birth_place', res_city_desc: 'res_city', zip_code: 'zip',
    })(madeVoters(asked)),
  'voters, gaps of 20 %': (asked) => gaps(madeVoters(asked), 0.2, diceFor(asked)),
  'patients, names swapped': (asked) => swapped(madePatients(asked), ['given_name', 'surname'], 0.2, diceFor(asked)),
  'patients, names and dates': (asked) =>
    only({ rec_id: 'key', surname: 'Last Name', given_name: 'First Name', date_of_birth: 'DOB', postcode: 'ZIP' })(madePatients(asked)),
  'patients, gaps of 40 %': (asked) => gaps(madePatients(asked), 0.4, diceFor(asked)),
  'census, ages': (asked) =>
    only({
      first_name: 'first_name', middle_initial: 'middle_initial', last_name: 'last_name', age: 'age', street_number: 'street_number',
      street_name: 'street_name', city: 'city', zipcode: 'zipcode', sex: 'sex', year: 'year',
    })(madeCensus(asked)),
  'census, no address': (asked) =>
    only({ first_name: 'given', last_name: 'surname', date_of_birth: 'birthdate', sex: 'gender', city: 'town' })(madeCensus(asked)),
  parish: madeParish,
  'parish, no year': (asked) =>
    only({ Forename: 'Christian name', Surname: 'Surname', Sex: 'Sex', Age: 'Age', Occupation: 'Trade', 'Birth place': 'Where born' })(madeParish(asked)),
  'contacts, no mail': (asked) =>
    only({ 'First Name': 'first', 'Last Name': 'last', Company: 'organisation', 'Job Title': 'position', Phone: 'telephone', City: 'town' })(madeContacts(asked)),
  'personas, no mail': (asked) =>
    only({ first_name: 'forename', surname: 'surname', dob: 'dob', city: 'city' })(madePersonas(asked)),
  'short, gaps of 10 %': (asked) => gaps(madeShort(asked), 0.1, diceFor(asked)),
  'peerage, all related': (asked) => madePeerage(asked, 0.8),
  contacts: madeContacts,
  personas: madePersonas,
  historical: madeHistorical,
  biographies: madeBiographies,
} // prettier-ignore
