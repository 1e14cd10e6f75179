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
