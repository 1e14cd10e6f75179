import { prefectureByCity, prefectures, type Prefecture } from './prefectures.ts'
import { foldVariants } from './variants.ts'

export { prefectures, regionNames, type Prefecture, type Region } from './prefectures.ts'

/** `city` is 市区町村 with the ward of a city by ordinance and the county of a town (横浜市西区, 三島郡島本町), as written. */
export type AddressParts = { prefecture: Prefecture; city: string | null; rest: string }

/**
 * Names of cities that hold 市, 区, 町 or 村 inside themselves, and would be cut too early. Counties that hold 郡 or 市
 * likewise.
 */
const cityNames =
  /^(?:四日市市|廿日市市|野々市市|八日市市|市川市|市原市|町田市|十日町市|大町市|村山市|武蔵村山市|東村山市|村上市|田村市|羽村市|玉村町|大村市|郡山市|郡上市|小郡市|大和郡山市|蒲郡市|今市市|余市町|村田町|余市郡余市町|高市郡[^町村]+[町村]|町屋町)/u
const cityPattern =
  /^(?:[^市区町村郡]{1,6}郡[^町村]{1,6}?[町村]|(?:札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本)市[^0-9]{1,4}?区|[^市区町村]{1,7}?[市区町村])/u

const prefecturesByBeginning = Map.groupBy(prefectures, ({ name }) => name.slice(0, 2))

/**
 * The prefecture and city of an address, or null when no prefecture can be told. The prefecture may be missing
 * (京都市…, 名古屋市中村区), short (大阪), in romaji (Tokyo) or preceded by a postcode.
 */
export function parseAddress(text: string): AddressParts | null {
  const plain = text
    .normalize('NFKC')
    .replace(/^\s*〒?\s*\d{3}-?\d{4}(?!\d)/u, '')
    .replace(/\s+/g, ' ')
    .trim()
  const compact = plain.replace(/ /g, '')
  const folded = foldVariants(compact)
  const named = prefecturesByBeginning.get(folded.slice(0, 2))?.find(({ name }) => folded.startsWith(name))
  if (named) return withCity(named, compact.slice(named.name.length))
  const city = cityOf(compact)
  const known = (city && findByCity(city)) || findByCity(compact)
  if (known) return withCity(known, compact)
  const short = prefectures.find(
    (prefecture) => compact === prefecture.short || compact.startsWith(`${prefecture.short} `),
  )
  if (short) return { prefecture: short, city: null, rest: '' }
  const begins = prefectures.find(
    ({ short: name }) =>
      compact.startsWith(name) &&
      !/^[市区町村郡]/u.test(compact.slice(name.length)) &&
      cityOf(compact.slice(name.length)),
  )
  if (begins) return withCity(begins, compact.slice(begins.short.length))
  return inRomaji(plain)
}

/** The prefecture alone: `愛知県`, `愛知`, `京都市`, `Aichi`, `23` and `JP-23` all name one. */
export function findPrefecture(text: string): Prefecture | null {
  const plain = text.normalize('NFKC').trim()
  const code = /^(?:JP-)?(\d{1,2})$/i.exec(plain)?.[1]?.padStart(2, '0')
  if (code) return prefectures.find((prefecture) => prefecture.code === code) ?? null
  return parseAddress(plain)?.prefecture ?? null
}

function withCity(prefecture: Prefecture, after: string): AddressParts {
  const city = cityOf(after)
  return { prefecture, city, rest: city ? after.slice(city.length) : after }
}

function cityOf(text: string): string | null {
  return (cityNames.exec(text) ?? cityPattern.exec(text))?.[0] ?? null
}

function findByCity(city: string): Prefecture | null {
  const names = [city, city.replace(/市$/u, ''), /^.+?(?=市)/u.exec(city)?.[0] ?? '', /^.+?区/u.exec(city)?.[0] ?? '']
  for (const name of names) {
    const found = prefectureByCity.get(name)
    if (found) return found
  }
  return null
}

function inRomaji(text: string): AddressParts | null {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ou?(?=[^a-z]|$)/g, 'o')
  const parts = plain.split(/[^a-z]+/).toReversed()
  for (const part of parts) {
    const found = prefectures.find((prefecture) => prefecture.romaji.toLowerCase() === part)
    if (found) return { prefecture: found, city: null, rest: text }
  }
  return null
}
