import { addDays, kanaToRomaji, listedFamilyNames, romajiKey, toKatakana } from '../../../engines/japanese/index.ts'
import { givenNamesOfMen, givenNamesOfWomen } from './given-names.gen.ts'
import type { Chance } from './random.ts'

/** Somebody who does not exist. `formerFamily` is the name before a marriage, under which some applications were made. */
export type MadeUpPerson = {
  id: string
  family: string
  familyKana: string
  formerFamily: { kanji: string; kana: string } | null
  given: string
  givenKana: string
  birthDate: string
  mails: string[]
  phones: string[]
  prefecture: string
  city: string
  employer: string
  education: string
}

// The frequent names only: rare ones make people too easy to tell apart.
const families = listedFamilyNames.slice(0, 600).map(({ kanji, reading }) => ({ kanji, kana: toKatakana(reading) }))
const given = [givenNamesOfMen, givenNamesOfWomen].map((list) =>
  [...list.matchAll(/([\u3041-\u3096]+)=(\S+) /g)].flatMap(([, kana, kanji]) =>
    kanji!.split('/').map((written) => ({ kanji: written, kana: toKatakana(kana!) })),
  ),
)

export const places: readonly [prefecture: string, city: string][] = [
  ['北海道', '札幌市中央区'],
  ['宮城県', '仙台市青葉区'],
  ['埼玉県', 'さいたま市大宮区'],
  ['千葉県', '千葉市中央区'],
  ['千葉県', '市川市'],
  ['東京都', '渋谷区'],
  ['東京都', '世田谷区'],
  ['東京都', '八王子市'],
  ['神奈川県', '横浜市西区'],
  ['神奈川県', '川崎市中原区'],
  ['静岡県', '浜松市中央区'],
  ['愛知県', '名古屋市中村区'],
  ['三重県', '四日市市'],
  ['京都府', '京都市下京区'],
  ['大阪府', '大阪市北区'],
  ['大阪府', '堺市堺区'],
  ['兵庫県', '神戸市中央区'],
  ['広島県', '広島市中区'],
  ['福岡県', '福岡市博多区'],
  ['沖縄県', '那覇市'],
]
export const employers = [
  '株式会社山手システムズ',
  '㈱北斗製作所',
  '(株)青葉テック',
  '合同会社みなと',
  '東西商事株式会社',
  '株式会社ひかり電機',
  'NPO法人つばさ',
  'フリーランス',
]
const schooling = ['大学院卒', '大学卒', '高校卒', '専門学校卒']
const mailHosts = ['gmail.example', 'yahoo.example', 'icloud.example', 'docomo.example', 'work.example']

/**
 * People with what makes records hard to link: namesakes (1 in 50 takes another's name), shared telephones of a household
 * (1 in 50), married names (1 in 20), a second mail address (1 in 5).
 */
export function makePeople(chance: Chance, count: number): MadeUpPerson[] {
  const people: MadeUpPerson[] = []
  for (let at = 0; at < count; at++) {
    const person = makePerson(chance, at)
    const other = people.length > 10 ? chance.pick(people) : undefined
    if (other && chance.happens(0.02)) {
      Object.assign(person, {
        family: other.family,
        familyKana: other.familyKana,
        given: other.given,
        givenKana: other.givenKana,
      })
    }
    if (other && chance.happens(0.02)) person.phones = [other.phones[0]!]
    people.push(person)
  }
  return people
}

function makePerson(chance: Chance, at: number): MadeUpPerson {
  const family = chance.pick(families)
  const name = chance.pick(given[chance.below(2)]!)
  const married = chance.happens(0.05) ? chance.pick(families) : null
  const [prefecture, city] = chance.pick(places)
  const local = [romaji(name.kana), romaji(family.kana)]
  const mail = (): string =>
    chance.happens(0.85)
      ? `${local.join('.')}${chance.between(10, 999)}@${chance.pick(mailHosts)}`
      : `${local[0]}${chance.between(1000, 9999)}@${chance.pick(mailHosts)}`
  return {
    id: `p${at + 1}`,
    family: family.kanji,
    familyKana: family.kana,
    formerFamily: married && married.kanji !== family.kanji ? married : null,
    given: name.kanji,
    givenKana: name.kana,
    birthDate: addDays('1962-01-01', chance.below(14_200)),
    mails: chance.happens(0.2) ? [mail(), mail()] : [mail()],
    phones: [`${chance.pick(['070', '080', '090'])}${chance.between(10_000_000, 99_999_999)}`],
    prefecture,
    city,
    employer: chance.pick(employers),
    education: chance.pick(schooling),
  }
}

const romaji = (kana: string): string => romajiKey(kanaToRomaji(kana)).replace(/\s/g, '')
