import { givenNameWritings } from '../../src/engines/japanese/names/given-names.gen.ts'
import {
  familyNameBearers,
  familyReadings,
  formatEra,
  kanaToRomaji,
  romajiToKana,
  toKatakana,
} from '../../src/engines/japanese/index.ts'
import { seededRandom } from '../../src/engines/linkage/index.ts'

/** What is special about a made-up person, for figures by slice. */
export type Trait = 'HOUSEHOLD' | 'MARRIED' | 'FOREIGN' | 'PLAIN'
export type Made = {
  table: string[][]
  persons: number[]
  traits: Trait[]
  scripts: ('KANJI' | 'ROMAJI' | 'KANJI_ONLY')[]
}

export const applicantsHeader = ['氏名', 'フリガナ', '生年月日', 'メールアドレス', '電話番号', '住所', '現職']
const families = familyNameBearers()
const familyTotal = families.reduce((sum, { bearers }) => sum + bearers, 0)
const givens = givenNameWritings
  .split('|')
  .filter(Boolean)
  .map((entry) => entry.split(' '))
const foreign =
  'スミス ジョン Smith John|グエン ティ・リン Nguyen Linh|キム ミンジュン Kim Minjun|チェン ウェイ Chen Wei|ガルシア マリア Garcia Maria|シン ラジ Singh Raj|ブラウン エミリー Brown Emily|ファム ホア Pham Hoa|パテル アニタ Patel Anita|リー ジア Li Jia'
    .split('|')
    .map((line) => line.split(' '))
const variants = new Map(
  Array.from('高髙崎﨑斎齋辺邊沢澤広廣島嶋国國恵惠桜櫻').flatMap((one, at, all) =>
    at % 2 ? [] : [[one, all[at + 1]!]],
  ),
)
const cities =
  '東京都渋谷区|東京都世田谷区|東京都八王子市|神奈川県横浜市西区|神奈川県川崎市中原区|大阪府大阪市北区|大阪府堺市堺区|愛知県名古屋市中村区|福岡県福岡市博多区|北海道札幌市中央区|京都府京都市左京区|兵庫県神戸市中央区|埼玉県さいたま市大宮区|千葉県千葉市中央区|宮城県仙台市青葉区|広島県広島市中区|沖縄県那覇市|静岡県浜松市中央区'.split(
    '|',
  )
const towns = '本町|栄町|中央|旭町|緑町|幸町|桜木町|新町|大手町|山手'.split('|')
const employers = Array.from(
  { length: 400 },
  (_, at) =>
    `${'北斗東西青葉山手港南旭光大和富士'.slice((at % 8) * 2, (at % 8) * 2 + 2)}${'製作所|商事|システムズ|電機|テック|食品|物流|建設|印刷|薬品'.split('|')[at % 10]}${at > 79 ? Math.floor(at / 80) : ''}`,
)

type Person = {
  family: string
  familyKana: string
  given: string
  givenKana: string
  latin: string | null
  birth: string
  mail: string
  phone: string
  address: string
  employer: string
  trait: Trait
  born: { family: string; familyKana: string } | null
}

/** Made-up applicants of Japanese employers, 1.4 rows each, with the slips and habits of real exports. The same seed makes the same people. */
export function madeApplicants(rows: number, seed: number): Made {
  const made: Made = { table: [applicantsHeader], persons: [], traits: [], scripts: [] }
  for (const { cells, person, trait, script } of applicantRows(rows, seed)) {
    made.table.push(cells)
    made.persons.push(person)
    made.traits.push(trait)
    made.scripts.push(script)
  }
  return made
}

type MadeRow = { cells: string[]; person: number; trait: Trait; script: Made['scripts'][number] }

/** The same rows one by one, so that ten millions of them need no memory. */
export function* applicantRows(rows: number, seed: number): Generator<MadeRow> {
  const random = seededRandom(seed * 1_000_003 + 17)
  const chance = (share: number) => random() < share
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)]!
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const familyName = () => {
    let left = random() * familyTotal
    const found = families.find(({ bearers }) => (left -= bearers) < 0) ?? families[0]!
    const sound = familyReadings(found.kanji)[0] ?? 'mori'
    return { family: found.kanji, familyKana: romajiToKana(sound) ?? 'モリ' }
  }
  const aPerson = (relative: Person | null): Person => {
    const abroad = !relative && chance(0.02) ? pick(foreign) : null
    const [kana, ...writings] = pick(givens)
    const name = relative ?? (abroad ? { family: abroad[0]!, familyKana: abroad[0]! } : familyName())
    const givenKana = abroad ? abroad[1]! : toKatakana(kana!)
    const birth = `${1960 + Math.floor(random() * 45)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`
    const local = kanaToRomaji(givenKana).replace(/[^a-z]/g, '') || 'm'
    return {
      family: name.family, familyKana: name.familyKana, givenKana, birth,
      given: abroad ? abroad[1]! : pick(writings),
      latin: abroad ? `${abroad[3]} ${abroad[2]}` : null,
      mail: `${local}${chance(0.5) ? `.${kanaToRomaji(name.familyKana).replace(/[^a-z]/g, '')}` : ''}${digits(chance(0.5) ? 3 : 4)}@${pick(['gmail', 'docomo', 'yahoo', 'icloud', 'work'])}.example`,
      phone: relative && chance(0.6) ? relative.phone : `0${pick(['8', '9', '7'])}0${1 + Math.floor(random() * 9)}${digits(7)}`,
      address: relative ? relative.address : `${pick(cities)}${pick(towns)}${1 + Math.floor(random() * 9)}-${1 + Math.floor(random() * 30)}-${1 + Math.floor(random() * 20)}`,
      employer: pick(employers),
      trait: relative ? 'HOUSEHOLD' : abroad ? 'FOREIGN' : 'PLAIN',
      born: null,
    } // prettier-ignore
  }
  let last: Person | null = null
  for (let [person, row] = [0, 0]; row < rows; person++) {
    let one: Person = aPerson(last && chance(0.03) ? last : null)
    if (one.trait === 'PLAIN' && chance(0.05)) one = { ...one, trait: 'MARRIED', born: familyName() }
    const copies = chance(0.68) ? 1 : chance(0.73) ? 2 : chance(0.77) ? 3 : 4
    for (let copy = 0; copy < copies && row < rows; copy++, row++) {
      const script = chance(0.18) ? 'ROMAJI' : chance(0.08) ? 'KANJI_ONLY' : 'KANJI'
      yield { cells: aRow(one, script, { chance, pick, digits }), person, trait: one.trait, script }
    }
    last = one
  }
}

type Dice = {
  chance: (share: number) => boolean
  pick: <One>(list: readonly One[]) => One
  digits: (count: number) => string
}

function aRow(person: Person, script: 'KANJI' | 'ROMAJI' | 'KANJI_ONLY', dice: Dice): string[] {
  const { chance, pick, digits } = dice
  const { family, familyKana } = person.born && chance(0.4) ? person.born : person
  const kana = `${familyKana} ${slip(person.givenKana, chance(0.03))}`
  const kanji = `${written(family, chance(0.3))}${pick(['', ' ', '\u3000'])}${written(person.given, chance(0.1))}`
  const phone = chance(0.12) ? `080${1 + (Number(digits(1)) % 9)}${digits(7)}` : person.phone
  const mail = chance(0.1)
    ? `${digits(10)}@indeedemail.com`
    : chance(0.22)
      ? `${person.mail.split('@')[0]!.slice(0, -2)}${digits(2)}@me.example`
      : person.mail
  const birth = chance(0.03) ? `${person.birth.slice(0, -1)}${digits(1)}` : person.birth
  return [
    script === 'ROMAJI' ? latin(person, { family: familyKana, given: person.givenKana }, dice) : kanji,
    script === 'KANJI' ? (chance(0.2) ? halfWidth(kana) : kana) : '',
    chance(script === 'ROMAJI' ? 0.3 : 0.08) ? '' : dated(birth, dice),
    chance(0.06) ? '' : mail,
    chance(0.04)
      ? ''
      : pick([
          phone,
          phone.replace(/^(\d{3})(\d{4})/, '$1-$2-'),
          `+81${phone.slice(1)}`,
          `(${phone.slice(0, 3)})${phone.slice(3)}`,
        ]),
    script === 'ROMAJI' || chance(0.1)
      ? ''
      : chance(0.12)
        ? `${pick(cities)}${pick(towns)}2-${digits(1)}`
        : person.address,
    chance(0.15)
      ? `株式会社${pick(employers)}`
      : pick([`株式会社${person.employer}`, `㈱${person.employer}`, `(株)${person.employer}`]),
  ]
}

function latin(person: Person, { family, given }: { family: string; given: string }, { pick }: Dice): string {
  if (person.latin) return person.latin
  const capital = (kana: string) =>
    kanaToRomaji(kana, pick(['FULL', 'PASSPORT'] as const)).replace(/^./, (letter) => letter.toUpperCase())
  return pick([
    `${capital(family).toUpperCase()} ${capital(given)}`,
    `${capital(given)} ${capital(family)}`,
    `${capital(given)} ${capital(family)}`,
  ])
}

const written = (name: string, old: boolean): string =>
  old ? Array.from(name, (character) => variants.get(character) ?? character).join('') : name
const slip = (kana: string, slips: boolean): string => (slips && kana.length > 2 ? kana.slice(1) : kana)
const halfWidth = (kana: string): string =>
  Array.from(kana.normalize('NFD'), (character) => halves.get(character) ?? character).join('')
const halves = new Map(
  Array.from({ length: 56 }, (_, at) => String.fromCharCode(0xff66 + at)).map((half) => [half.normalize('NFKC'), half]),
)

const dated = (birth: string, { pick }: Dice): string =>
  pick([birth, birth.replaceAll('-', '/'), birth.replaceAll('-', ''), formatEra(birth)])
