import { formatEra, kanaToRomaji } from '../../engines/japanese/index.ts'
import type { MadeUpPerson } from './people/people.ts'
import type { Chance } from './people/random.ts'

/** How the same fact is written by different hands. */
export function writePhone(chance: Chance, digits: string): string {
  const [head, middle, tail] = [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)]
  return chance.pick([
    digits,
    `${head}-${middle}-${tail}`,
    `(${head})${middle}-${tail}`,
    `+81-${head.slice(1)}-${middle}-${tail}`,
    wide(`${head}-${middle}-${tail}`).replaceAll('-', '－'),
  ])
}

const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

export function writeBirthDate(chance: Chance, day: string): string {
  const [year, month, date] = day.split('-')
  return chance.pick([
    formatEra(day),
    `${year}/${Number(month)}/${Number(date)}`,
    `${year}/${month}/${date}`,
    formatEra(day).replace(/^昭和(\d+)年(\d+)月(\d+)日$/u, 'S$1.$2.$3'),
  ])
}

export const slashed = (day: string): string => day.replaceAll('-', '/')

const halfWidth = new Map<string, string>()
for (let code = 0xff61; code <= 0xff9d; code++) {
  const half = String.fromCharCode(code)
  halfWidth.set(half.normalize('NFKC'), half)
  for (const mark of ['ﾞ', 'ﾟ']) {
    const voiced = (half + mark).normalize('NFKC')
    if (voiced.length === 1) halfWidth.set(voiced, half + mark)
  }
}
export const toHalfWidth = (kana: string): string =>
  Array.from(kana, (character) => halfWidth.get(character) ?? character).join('')

/** Forms in family registers, each of which CP932 has. */
const registerForms: Record<string, string[]> = {
  高: ['髙'],
  崎: ['﨑', '嵜'],
  辺: ['邊', '邉'],
  斎: ['齋', '齊', '斉'],
  浜: ['濱', '濵'],
  島: ['嶋'],
  沢: ['澤'],
  桜: ['櫻'],
  広: ['廣'],
  国: ['國'],
  富: ['冨'],
  関: ['關'],
  滝: ['瀧'],
}

export function writeVariant(chance: Chance, family: string): string {
  return Array.from(family, (character) =>
    registerForms[character] && chance.happens(0.4) ? chance.pick(registerForms[character]) : character,
  ).join('')
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** SUGE Naoki or Naoki Suge: as passports, and as mail clients, write it. */
export function writeRomaji(
  chance: Chance,
  { familyKana, givenKana }: Pick<MadeUpPerson, 'familyKana' | 'givenKana'>,
): string {
  const [family, given] = [kanaToRomaji(familyKana), kanaToRomaji(givenKana)]
  return chance.happens(0.5)
    ? `${family.toUpperCase()} ${capitalised(given)}`
    : `${capitalised(given)} ${capitalised(family)}`
}

/** RFC 4180: quoted where it has to be. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
