import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edits, leastEdits, mostSimilar } from './distance.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { isMasked, normaliseMail } from '../../japanese/index.ts'
import { nameLevel } from './levels.ts'
import { latinParts } from '../reading/person-name.ts'
import { recogniseColumns } from '../reading/mapping.ts'
import { lookerOf } from './scorer.ts'
import { aDataset } from '../testing.ts'
import { TextCollector } from '../reading/texts.ts'
import { dateDigits } from '../reading/dates.ts'
import { addressValues, codeValue, genderValue, mailValue, phoneValue, wordsValue } from '../reading/values.ts'

function pool(...texts: string[]) {
  const collector = new TextCollector()
  const codes = texts.map((text) => collector.code(text))
  return { texts: collector.finish(), codes }
}

test('Jaro-Winkler has the values of the published examples', () => {
  const { texts, codes } = pool('martha', 'marhta', 'dixon', 'dicksonx', 'jellyfish', 'smellyfish')
  expect(jaroWinkler(texts, codes[0]!, codes[1]!)).toBeCloseTo(0.9611, 4)
  expect(jaroWinkler(texts, codes[2]!, codes[3]!)).toBeCloseTo(0.8133, 4)
  expect(jaroWinkler(texts, codes[4]!, codes[5]!)).toBeCloseTo(0.8963, 4)
})

/** The definition, letter by letter. */
function plainJaroWinkler(one: string, other: string): number {
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1)
  const taken = new Set<number>()
  const ours = Array.from({ length: one.length }, (_, at) => at).filter((at) => {
    const to = Array.from({ length: other.length }, (_, place) => place).find(
      (place) => Math.abs(place - at) <= reach && !taken.has(place) && one[at] === other[place],
    )
    if (to !== undefined) taken.add(to)
    return to !== undefined
  })
  if (ours.length === 0) return 0
  const theirs = [...taken].toSorted((left, right) => left - right)
  const moved = Math.floor(ours.filter((at, nth) => one[at] !== other[theirs[nth]!]).length / 2)
  const jaro = (ours.length / one.length + ours.length / other.length + (ours.length - moved) / ours.length) / 3
  let prefix = 0
  while (prefix < 4 && prefix < Math.min(one.length, other.length) && one[prefix] === other[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

test('Jaro-Winkler is what its definition says, of short texts and of long ones', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '山', '\u{20bb7}'), minLength: 1, maxLength: 36 })
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      const { texts, codes } = pool(one, other)
      expect(jaroWinkler(texts, codes[0]!, codes[1]!)).toBeCloseTo(one === other ? 1 : plainJaroWinkler(one, other), 12)
    }),
    { numRuns: 1000 },
  )
})

test('an exchange of neighbours is one edit, and counting stops at the limit', () => {
  const { texts, codes } = pool('smith', 'smtih', 'kitten', 'sitting')
  expect(edits(texts, codes[0]!, codes[1]!, 3)).toBe(1)
  expect(edits(texts, codes[2]!, codes[3]!, 3)).toBe(3)
  expect(edits(texts, codes[2]!, codes[3]!, 1)).toBe(2)
})

const word = fc.string({ minLength: 1, maxLength: 20 })

test('what signatures tell never rules out what is so', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const { texts, codes } = pool(one, other)
      const [left, right] = [codes[0]!, codes[1]!]
      expect(mostSimilar(texts, left, right)).toBeGreaterThanOrEqual(jaroWinkler(texts, left, right) - 1e-9)
      expect(leastEdits(texts, left, right)).toBeLessThanOrEqual(edits(texts, left, right, 40))
      expect(edits(texts, left, right, 40)).toBe(edits(texts, right, left, 40))
    }),
  )
})

test('an address or a number in its usual form is read as any other would be', () => {
  const letters = (characters: string, least: number, most: number) =>
    fc.string({ unit: fc.constantFrom(...Array.from(characters)), minLength: least, maxLength: most })
  const domain = fc.oneof(
    letters('ab1.-', 3, 9),
    fc.constantFrom('gmail.example', 'indeedemail.com', 'x.mozmail.com', '1.2.3.4', 'xn--a.jp', 'a..jp'),
  )
  fc.assert(
    fc.property(letters('abx1.*-_', 1, 8), domain, (local, at) => {
      const mail = `${local}@${at}`
      const normal = normaliseMail(mail)
      expect(mailValue(mail)).toBe(normal === null ? mailValue(` ${mail}`) : isMasked(normal) ? '' : normal)
    }),
    { numRuns: 2000 },
  )
  const number = fc.tuple(fc.constantFrom('0', '(0', '+81', '81'), letters('06789', 2, 2), fc.constantFrom('', '-', ')'), letters('0123456789', 7, 8), fc.constantFrom('', '-')) // prettier-ignore
  fc.assert(
    fc.property(number, ([country, area, mark, digits, dash]) => {
      const text = `${country}${area}${mark}${digits.slice(0, 4)}${dash}${digits.slice(4)}`
      expect(phoneValue(text)).toBe(phoneValue(` ${text}`))
    }),
    { numRuns: 2000 },
  )
})

test('a normal form is its own normal form', () => {
  const normal = [
    mailValue,
    phoneValue,
    codeValue,
    wordsValue,
    genderValue,
    (text: string) => dateDigits(text, 'DAY_FIRST'),
    (text: string) => latinParts(text).join(' '),
  ]
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from("aZé -.,'/@0９(山髙邊々佐ｶﾞァーか😀\u3000")) }),
    fc.emailAddress(),
    fc.constantFrom('昭和43年1月30日', '090-1234-5678', '3/7/1980', 'St. James', '東京都港区芝1-2-3', '𠮷田😀', 'ﯪ⺀'),
  )
  fc.assert(
    fc.property(cell, (text) => {
      for (const form of normal) expect(form(form(text))).toBe(form(text))
    }),
    { numRuns: 2000 },
  )
  fc.assert(fc.property(cell, (text) => typeof addressValues(text).street === 'string'))
})

const meeting = (header: string[], one: string[], other: string[]) =>
  Array.from(lookerOf(aDataset([header, one, other]))(0, 1).levels)

test('kanji, kana and romaji of one name meet', () => {
  const header = ['氏名', 'フリガナ']
  const { exact, sound } = nameLevel
  expect(meeting(header, ['髙橋 美織', ''], ['高橋美織', '']).slice(0, 2)).toEqual([exact, exact])
  expect(meeting(header, ['高橋 美織', 'タカハシ ミオ'], ['TAKAHASHI Mio', '']).slice(0, 2)).toEqual([sound, sound])
  expect(meeting(header, ['高橋 美織', ''], ['Mio Takahashi', '']).slice(0, 2)).toEqual([sound, sound])
  expect(meeting(header, ['大野 翔', 'オオノ ショウ'], ['Ono Sho', '']).slice(0, 2)).toEqual([sound, sound])
})

test('one kanji in common is no likeness of given names that are read otherwise, whether or not their kana is written', () => {
  const levelOf = (one: string, other: string) => {
    const rows = [one, other].map((given) => [`山田 ${given}`, '1990-04-01'])
    return lookerOf(aDataset([['氏名', '生年月日'], ...rows]))(0, 1).levels[1]
  }
  expect(levelOf('太郎', '次郎')).toBe(nameLevel.different)
  expect(levelOf('健一', '雄一')).toBe(nameLevel.different)
  expect(levelOf('裕子', '祐子')).toBe(nameLevel.similar)
  // What no dictionary can read may be a slip.
  expect(levelOf('太郎', '郎龘')).toBe(nameLevel.similar)
})

test('a name in the other order, a short form and a former name are evidence', () => {
  const header = ['first_name', 'surname', 'maiden_name']
  const { exact, sound, elsewhere, close } = nameLevel
  expect(meeting(header, ['Rowe', 'Caleb', ''], ['Caleb', 'Rowe', '']).slice(0, 2)).toEqual([elsewhere, elsewhere])
  expect(meeting(header, ['Bob', 'Miller', ''], ['Robert', 'Millar', '']).slice(0, 2)).toEqual([close, sound])
  expect(meeting(header, ['Ann', 'Clark', 'Hughes'], ['Ann', 'Hughes', '']).slice(0, 2)).toEqual([elsewhere, exact])
})

test('an address made of the name tells that name alone', () => {
  const header = ['first_name', 'surname', 'email']
  const mail = (one: string[], other: string[]) => meeting(header, one, other)[2]
  expect(mail(['Ann', 'Clark', 'ann.clark@a.example'], ['Ann', 'Clark', 'ann.clark@b.example'])).toBe(0)
  expect(mail(['Ann', 'Clark', 'owl77@a.example'], ['Ann', 'Clark', 'owl77@b.example'])).toBe(2)
  expect(mail(['Ann', 'Clark', 'ann.clark@a.example'], ['Bo', 'Reid', 'ann.clark@b.example'])).toBe(2)
})

test('addresses of one beginning with other numbers behind it are of two people, and a slip in them is none', () => {
  const header = ['first_name', 'surname', 'email']
  const mail = (one: string, other: string) =>
    meeting(header, ['Ann', 'Clark', `${one}@a.example`], ['Ann', 'Clark', `${other}@a.example`])[2]
  expect([mail('clark853', 'clark2031'), mail('clark85', 'clark2085'), mail('clark68', 'clark18')]).toEqual([5, 5, 5])
  expect(mail('clark68', 'clark86')).toBe(3)
  expect([
    mail('clark853', 'clark953'),
    mail('clark853', 'clark85'),
    mail('clark853', 'clark835'),
    mail('clark853', 'clarke853'),
  ]).toEqual([3, 3, 3, 3])
})

test('mail addresses of a few letters are others where one letter is, however long their domain', () => {
  const header = ['first_name', 'surname', 'email']
  const mail = (one: string, other: string) => meeting(header, ['Ann', 'Clark', one], ['Ann', 'Clark', other])[2]
  expect([mail('a@long-domain.example', 'b@long-domain.example'), mail('ken@b.example', 'kei@b.example')]).toEqual([
    5, 5,
  ])
  expect(mail('kenji@b.example', 'kenju@b.example')).toBe(3)
})

test('middle names meet by one in common or by their first letter', () => {
  const header = ['first_name', 'middle_name', 'last_name']
  const middle = (one: string, other: string) => meeting(header, ['Ann', one, 'Clark'], ['Ann', other, 'Clark'])[2]
  expect([middle('Rose', 'Rose Mary'), middle('R', 'Rose'), middle('Rose', 'Ruth'), middle('', 'Rose')]).toEqual([
    2, 3, 4, 0,
  ])
})

test('a name in the other order is found although both parts are misspelt', () => {
  const { elsewhere } = nameLevel
  expect(meeting(['first_name', 'surname'], ['Margaret', 'Dalwell'], ['Dallwell', 'Margret']).slice(0, 2)).toEqual([
    elsewhere,
    elsewhere,
  ])
})

test('what may name the row or be the answer is never compared', () => {
  const headers = 'rec_id unique_id cluster true_person Unnamed:0 registr_dt grp mark voter_reg_num'.split(' ')
  const row = ['rec-12-dup-0', 'Q12-3', 'Q12', '7', '4', '2008-11-02', 'Q12', 'x0012', '9001']
  const sample = Array.from({ length: 5 }, (_, at) => row.map((cell) => `${cell}${at}`))
  expect(new Set(recogniseColumns(headers, sample).map(({ role }) => role))).toEqual(new Set(['ignore']))
})

test('columns are recognised by Japanese and English headers and by what they hold', () => {
  const roles = (headers: string[], row: string[]) =>
    recogniseColumns(
      headers,
      Array.from({ length: 5 }, () => row),
    ).map(({ role }) => role)
  expect(
    roles(
      ['rec_id', ' given_name', 'surname', 'date_of_birth', 'soc_sec_id'],
      ['rec-1-org', 'a', 'b', '19800101', '1'],
    ),
  ).toEqual(['ignore', 'given', 'family', 'birthDate', 'identifier'])
  expect(
    roles(['セイ', '姓(カナ)', '名', '都道府県', '選考結果'], ['サトウ', 'サトウ', '愛', '東京都', '不採用']),
  ).toEqual(['familyKana', 'familyKana', 'given', 'region', 'ignore'])
  expect(roles(['birth_year', 'birth_day', 'col7'], ['1850', '3', 'ann@mail.example'])).toEqual([
    'birthYear',
    'birthDay',
    'mail',
  ])
  expect(roles(['full_name', 'cluster', 'birth_place', 'postcode_fake'], ['a b', '1', 'x', 'y'])).toEqual([
    'name',
    'ignore',
    'birthPlace',
    'postcode',
  ])
})

test('columns of published sets are recognised by their headers alone', () => {
  const sets: Readonly<Record<string, string>> = {
    'id fname lname stNo add1 add2 city areacode state dob ssn':
      'ignore given family houseNumber street street place postcode region birthDate identifier',
    'fname_c1 fname_c2 lname_c1 lname_c2 by bm bd ent_id':
      'given middle family otherName birthYear birthMonth birthDay ignore',
    'given_name family_name dob_d dob_m dob_y nhs_number': 'given family birthDay birthMonth birthYear identifier',
    'simulant_id first_name middle_initial last_name date_of_birth street_name zipcode':
      'ignore given middle family birthDate street postcode',
    'histid namefrst namelast birthyr bpl sex': 'ignore given family birthYear birthPlace gender',
    'FIRST LAST MAIDEN PREFIX SSN DRIVERS': 'given family otherName ignore identifier identifier',
  }
  for (const [headers, roles] of Object.entries(sets)) {
    const names = headers.split(' ')
    const sample = Array.from({ length: 40 }, (_, at) => names.map((name) => `${name.length % 9}${at}`))
    expect(recogniseColumns(names, sample).map(({ role }) => role), headers).toEqual(roles.split(' ')) // prettier-ignore
  }
})
