import { expect, test } from 'vitest'
import { recogniseColumns } from './mapping.ts'

const rolesOf = (headers: string, ...rows: string[]): string[] =>
  recogniseColumns(headers.split(','), rows.map((row) => row.split(','))).map(({ role }) => role) // prettier-ignore

test('headers of other languages and of registers tell what they tell', () => {
  expect(rolesOf('Vorname,Nachname,Geburtsdatum,Geburtsort,Geschlecht,Beruf,Straße,PLZ,Ort,Telefon')).toEqual([
    'given', 'family', 'birthDate', 'birthPlace', 'gender', 'occupation', 'street', 'postcode', 'place', 'phone',
  ]) // prettier-ignore
  expect(rolesOf('prénom,nom,date_de_naissance,lieu_naissance,code_postal')).toEqual([
    'given', 'family', 'birthDate', 'birthPlace', 'postcode',
  ]) // prettier-ignore
  expect(rolesOf('pername1,pername2,sex,dob_day,dob_mon,dob_year')).toEqual([
    'given', 'family', 'gender', 'birthDay', 'birthMonth', 'birthYear',
  ]) // prettier-ignore
  expect(rolesOf('lifem_id')).toEqual(['ignore'])
})

test('headers of clerks and of old programs tell names and lines of addresses', () => {
  expect(rolesOf('Xtian name,Surname', 'Jno,Lee')).toEqual(['given', 'family'])
  expect(rolesOf('CUST_FNAME,CUST_LNAME,Birth dt,Addr Ln 1,Addr Ln 2', 'Ann,Lee,01/28/1970,5 High St,Leeds')).toEqual([
    'given', 'family', 'birthDate', 'street', 'street',
  ]) // prettier-ignore
})

test('where somebody works is no address of theirs, unless a file has no other', () => {
  const letters = 'mailing_address_street_name,mailing_address_city,mailing_address_state,mailing_address_zipcode'
  const work = 'employer_name,employer_street_name,employer_city,employer_state,employer_zipcode'
  const [at, home] = ['Acme,Mill Ln,Leeds,WA,98101', 'Oak Rd,York,OR,97001']
  expect(rolesOf(`${work},${letters}`, `${at},${home}`, `${at},${home}`)).toEqual([
    'employer', 'ignore', 'ignore', 'ignore', 'ignore', 'street', 'place', 'region', 'postcode',
  ]) // prettier-ignore
  expect(rolesOf(work, at, at)).toEqual(['employer', 'street', 'place', 'region', 'postcode'])
})

test('numbers of registers and lists are no house numbers', () => {
  for (const header of ['medical_record_number', 'COUNTY_NUMBER', 'family number', 'Line number', 'page_number'])
    expect(rolesOf(`first,last,${header}`, ...many((at) => `mary,smith,${1 + (at % 9)}`))[2]).toBe('ignore')
  expect(rolesOf('number,street', '12,High St')).toEqual(['houseNumber', 'street'])
})

test('a death is no birth, and where no birth is told a christening stands for it', () => {
  const years = (header: string) => rolesOf(`first,last,${header}`, ...many((at) => `a,b,${1800 + (at % 90)}`))[2]
  for (const header of ['death_year', 'year of death', 'Died', '没年']) expect(years(header)).toBe('deathDate')
  expect(rolesOf('first,last,cause_of_death', 'a,b,fever')[2]).toBe('text')
  expect(years('baptism_year')).toBe('birthYear')
  expect(rolesOf('first,last,Baptised', 'a,b,12 May 1820', 'a,b,3 June 1821')[2]).toBe('birthDate')
  expect(rolesOf('first,last,dob,baptism_date', 'a,b,1820-05-02,1820-05-12')[3]).toBe('ignore')
})

test('where somebody lives is said in many ways', () => {
  for (const header of ['お住まい', 'ご住所', '現在の住所', '居住地', '連絡先住所'])
    expect(rolesOf(`氏名,${header}`, '佐藤 直子,東京都渋谷区神南1-2-3')[1]).toBe('address')
  expect(rolesOf('氏名,お住まいの都道府県', '佐藤 直子,東京都')[1]).toBe('region')
  expect(rolesOf('氏名,連絡先', '佐藤 直子,090-1111-2222')[1]).toBe('phone')
})

test('a name beside a surname is the given name, unless it holds the surname', () => {
  expect(rolesOf('SURNAME,NAME', 'ROSSI,MARIO', 'BIANCHI,ANNA')).toEqual(['family', 'given'])
  expect(rolesOf('Name,Vorname', 'Meier,Anna', 'Huber,Karl')).toEqual(['family', 'given'])
  expect(rolesOf('surname,name', 'Rossi,Mario Rossi', 'Bianchi,Anna Bianchi')).toEqual(['family', 'name'])
})

test('a part of a header counts where nothing else says as much', () => {
  const rows = ['Mary Jones,Leeds', 'John Smith,York', 'Ann Smith,York']
  expect(rolesOf('Ship passenger name,Last residence town', ...rows)).toEqual(['name', 'place'])
  expect(rolesOf('name,ship name', 'Mary Jones,Great Western', 'John Smith,Sirius', 'Ann Lee,Sirius')[1]).toBe('text')
})

test('without headers that tell, cells tell names, births and postcodes', () => {
  const given = 'Mary John Ann William Sarah Thomas'.split(' ')
  const family = 'Ashford Pickworth Dalton Millgate Hawkshaw Selwood'.split(' ')
  const rows = given.map(
    (name, at) => `${name},${family[at]},19${40 + at}-0${1 + at}-12,LS${at} 4AB,${at % 2 ? 'M' : 'F'}`,
  )
  expect(rolesOf('a,b,c,d,e', ...rows)).toEqual(['given', 'family', 'birthDate', 'postcode', 'gender'])
  expect(rolesOf('a,b', ...given.map((name, at) => `${name} ${family[at]},${at}`))[0]).toBe('name')
})

const many = (row: (at: number) => string): string[] => Array.from({ length: 400 }, (_, at) => row(at))
const letters = (number: number): string => number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)

test('births in three columns of numbers are known without headers, and years of events are not', () => {
  const rows = many(
    (at) => `${at % 3 ? 'mary' : 'john'},ab${letters(at)},${1 + (at % 28)},${1 + (at % 12)},${1850 + (at % 70)}`,
  )
  expect(rolesOf('a,b,c,d,e', ...rows)).toEqual(['given', 'family', 'birthDay', 'birthMonth', 'birthYear'])
  expect(
    rolesOf('a,b,c', ...many((at) => `${at % 3 ? 'mary' : 'john'},ab${letters(at)},${1851 + (at % 3) * 5}`))[2],
  ).not.toBe('birthYear')
  const ships = many((at) => `${at % 3 ? 'mary' : 'john'},ab${letters(at)},${1901 + (at % 3)}-0${1 + (at % 9)}-12`)
  expect(rolesOf('a,b,c', ...ships)[2]).toBe('ignore')
})

test('names of a language that is not known are the most varied words side by side', () => {
  const rows = many((at) => `${letters(900 + (at % 90))}o,${letters(9000 + at)}ko,${at % 3 ? 'krakow' : 'lublin'}`)
  expect(rolesOf('a,b,c', ...rows)).toEqual(['given', 'family', 'text'])
})

test('a whole name beside its parts is a name, and no further evidence', () => {
  const rows = many((at) =>
    [`mary ab${letters(at)}`, 'mary', `ab${letters(at)}`]
      .map((cell) => (at % 3 ? cell : cell.replace('mary', 'john')))
      .join(','),
  )
  expect(rolesOf('a,b,c', ...rows)).toEqual(['name', 'given', 'family'])
})

test('marks of rows and of people are no evidence, whatever their header says', () => {
  const marks = [
    (at: number) => `rec-${at >> 1}-${at % 2 ? 'dup-0' : 'org'}`,
    (at: number) => `Q${70_000 + (at >> 2)}-${at % 4}`,
    (at: number) => `P${1000 + (at >> 2)}`,
    (at: number) => `${(at >> 2).toString(16).padStart(8, '0')}-1b2c-4d3e`,
  ]
  for (const mark of marks) expect(rolesOf('given,family,x', ...many((at) => `a,b,${mark(at)}`))[2]).toBe('ignore')
})
