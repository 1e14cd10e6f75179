import { toKatakana } from './kana.ts'
import { foldVariants } from './variants.ts'

/**
 * The key a text is searched and compared by. Never a stored or shown value: NFKC alone already destroys what a person
 * wrote (㈱, ①, 髙's neighbours). Folded: width, case, kana kind, long vowel marks, ヴ, small ヶ and ヵ, the repetition
 * mark 々, variant characters, spaces and punctuation. Kept: `+ # . @ _`, which tell C++, C#, .NET and addresses apart.
 */
export function searchKey(text: string): string {
  let key = ''
  for (let at = 0; at < text.length; at++) {
    const unit = keyOfUnit(text.charCodeAt(at))
    if (unit === alone) return wholeKey(text)
    if (unit !== dropped) key += String.fromCharCode(unit)
  }
  return key
}

/** What stands for a unit whose key depends on its neighbours, or on more than one unit, and for one that has none. */
const [alone, dropped] = [1, 2]

/** The key of each unit that has one by itself, looked up when it is first met. */
const unitKeys = new Uint16Array(0x10000)

function keyOfUnit(unit: number): number {
  const known = unitKeys[unit]!
  if (known !== 0) return known
  const key = standsAlone.test(String.fromCharCode(unit)) ? wholeKey(String.fromCharCode(unit)) : null
  return (unitKeys[unit] = key === null || key.length > 1 ? alone : key === '' ? dropped : key.charCodeAt(0))
}

/** ASCII in both widths, kana but for marks and ヴ, and kanji: no neighbour changes the key of one of them. */
const standsAlone = /^[\x20-\x7E\u3000ぁ-んァ-ンヵヶ\u4E00-\u9FFF\uFF01-\uFF5E]$/u

function wholeKey(text: string): string {
  // What is no part of the key goes first, so that marks meet the character they belong to and a second call finds nothing.
  const plain = foldVariants(text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(notOfKey, ''))
  return foldKana(plain.normalize('NFKC'))
    .replace(notOfKey, '')
    .replace(/((?!々)\p{Script=Han})(々+)/gu, (_, character: string, marks: string) =>
      character.repeat(1 + marks.length),
    )
}

const notOfKey = /[^\p{L}\p{N}\p{M}+#.@_々]/gu

function foldKana(text: string): string {
  // Long vowel marks go before sound marks are joined, which may have stood behind them.
  const short = toKatakana(text)
    .replace(/ヶ/g, 'ケ')
    .replace(/ヵ/g, 'カ')
    .replace(/(?<=[ァ-ヺ\u3099\u309A])ー+/gu, '')
  return toKatakana(short)
    .replace(/ヴァ/g, 'バ')
    .replace(/ヴィ/g, 'ビ')
    .replace(/ヴェ/g, 'ベ')
    .replace(/ヴォ/g, 'ボ')
    .replace(/ヴ/g, 'ブ')
    .replace(/ヂ/g, 'ジ')
    .replace(/ヅ/g, 'ズ')
}

/** Pairs of neighbouring characters; a text of one character gives that character. */
export function bigrams(key: string): string[] {
  const characters = Array.from(key)
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** The words of a text as keys, by the dictionary of ICU; for exact words and for ranking, not for finding parts of words. */
export function words(text: string): string[] {
  const found: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC'))) {
    const key = isWordLike ? searchKey(segment) : ''
    if (key) found.push(key)
  }
  return found
}

/**
 * What a text is found by in the postings: every character, every bigram, and the words longer than a bigram.
 * Guarantee: if `searchKey(text)` contains `searchKey(query)`, then it has every token of `queryTokens(query)`.
 */
export function searchTokens(text: string): string[] {
  const key = searchKey(text)
  return [
    ...new Set([...Array.from(key), ...bigrams(key), ...words(text).filter((word) => Array.from(word).length > 2)]),
  ]
}

/** The characters and bigrams of a text alone, for postings that keep no words. */
export function gramTokens(text: string): string[] {
  const key = searchKey(text)
  return [...new Set([...Array.from(key), ...bigrams(key)])]
}

/** The terms of a query, by its spaces, as keys; all must be met. */
export function queryTerms(query: string): string[] {
  return [...new Set(query.normalize('NFKC').split(/\s+/u).map(searchKey).filter(Boolean))]
}

/** The postings to intersect for a query. The hits still have to pass `matchesQuery`: bigrams may lie apart. */
export function queryTokens(query: string): string[] {
  return [...new Set(queryTerms(query).flatMap(bigrams))]
}

/** Whether a text contains every term of the query. */
export function matchesQuery(text: string, query: string): boolean {
  const key = searchKey(text)
  return queryTerms(query).every((term) => key.includes(term))
}
