import {
  foldVariants, hasKanji, isKana, kanaSoundKey, latinSoundKey, splitName, tidyName,
} from '../../japanese/index.ts' // prettier-ignore
import { filled } from './blank.ts'

/** The names of a row as its columns have them; empty where there is no such column. */
export type WrittenName = {
  given: string
  family: string
  name: string
  givenKana: string
  familyKana: string
  nameKana: string
  formerFamily: string
  otherName: string
  middle: string
}

export const nameRoles = [
  'given', 'family', 'name', 'givenKana', 'familyKana', 'nameKana', 'formerFamily', 'otherName', 'middle',
] as const // prettier-ignore

/**
 * A name taken apart for comparing: the family and given name as written (folded kanji, or Latin letters alone), their
 * sound where it is written in kana or romaji, and every other part: middle and former names, parts of double names.
 * `middle` are the middle names of a Latin name once more, in their order.
 */
export type NameParts = {
  family: string
  given: string
  familySound: string
  givenSound: string
  others: string[]
  middle: string
}

const titles = new Set(
  'mr mrs ms miss mx dr prof professor rev reverend sir dame lady lord hon honourable right the of and de jr sr junior senior i ii iii iv esq esquire capt captain col colonel maj major gen general lt lieutenant adm admiral sgt st nd rd th bt bart baronet baron baroness earl duke duchess viscount viscountess count countess marquess marquis marchioness king queen prince princess bishop archbishop saint cardinal father brother sister phd md kbe cbe obe mbe kcb gcb frs'.split(
    ' ',
  ),
)

const plainLetters = /^[A-Za-z]+$/

/** A Latin name in lower case, without marks and without what stands between letters; parts stay apart. */
export function latinParts(text: string): string[] {
  if (text === '') return []
  if (plainLetters.test(text)) return [text.toLowerCase()]
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’`ʼ.]/gu, '')
    .replace(/ø/gi, 'o')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
}

const withoutTitles = (parts: readonly string[]): string[] => {
  const kept = parts.filter((part) => !titles.has(part))
  return kept.length ? kept : [...parts]
}

/** Takes the names of a row apart. `japanese` says whether the files hold Japanese names, which decides how romaji is read. */
export function namePartsOf(written: WrittenName, japanese: boolean): NameParts {
  const row = { ...written }
  for (const role of nameRoles) if (row[role]) row[role] = filled(tidyName(row[role]))
  return japanese ? japaneseParts(row) : latinName(row)
}

function latinName(row: WrittenName): NameParts {
  if (plainLetters.test(row.given) && plainLetters.test(row.family) && !hasMore(row)) {
    const [given, family] = [row.given.toLowerCase(), row.family.toLowerCase()]
    return { family, given, familySound: '', givenSound: '', others: [], middle: '' }
  }
  let given = withoutTitles(latinParts(row.given))
  let family = withoutTitles(latinParts(row.family))
  const others = [row.formerFamily, row.otherName].flatMap(latinParts)
  const between = latinParts(row.middle)
  const whole = wholeLatin(row.name)
  if (!given.length && !family.length) [given, family] = [whole.given, whole.family]
  else others.push(...whole.given, ...whole.family)
  const familyText = family.join('')
  const [first = '', ...more] = given
  const middle = [...more, ...between, ...(whole.given[0] === first ? whole.given.slice(1) : [])]
  others.push(...more, ...between)
  if (family.length > 1) others.push(...family)
  return {
    family: familyText,
    given: first,
    familySound: '',
    givenSound: '',
    others: distinct(others.filter((part) => part !== first && part !== familyText && !titles.has(part))),
    middle: [...new Set(middle)].filter((part) => part !== first && part !== familyText && !titles.has(part)).join(' '),
  }
}

const hasMore = (row: WrittenName): boolean => Boolean(row.name || row.formerFamily || row.otherName || row.middle)

/** `Smith, John A` is family first; otherwise the last part is the family name. */
function wholeLatin(text: string): { given: string[]; family: string[] } {
  const comma = text.indexOf(',')
  const before = comma < 0 ? [] : withoutTitles(latinParts(text.slice(0, comma)))
  if (before.length === 1) return { family: before, given: withoutTitles(latinParts(text.slice(comma + 1))) }
  const parts = withoutTitles(latinParts(text))
  return { family: parts.slice(-1), given: parts.slice(0, -1) }
}

function japaneseParts(row: WrittenName): NameParts {
  const kana = row.nameKana ? splitKana(row.nameKana) : { family: row.familyKana, given: row.givenKana }
  const split = row.family || row.given ? null : splitName(row.name, row.nameKana || undefined)
  // One part alone, which nothing divides: it is compared as a family name and meets either part of another.
  const family = writtenPart(split?.family ?? (row.family || (row.given ? '' : row.name)))
  const given = writtenPart(split?.given ?? row.given)
  const former = writtenPart(row.formerFamily)
  const other = writtenPart(row.otherName || row.middle)
  return {
    family: family.text,
    given: given.text,
    familySound: soundOf(kana.family) || family.sound,
    givenSound: soundOf(kana.given) || given.sound,
    others: distinct([
      former.text,
      former.sound,
      other.text,
      other.sound,
      ...[kana.given, split?.given ?? row.given, split?.family ?? row.family].flatMap(partSounds),
    ]),
    middle: '',
  }
}

/** The sounds of a name that is several words, one by one: ティ・リン is called Linh as well. */
function partSounds(text: string): string[] {
  const words = text === '' ? [] : text.split(/[\s\u3000・]+/u)
  return words.length > 1 ? words.map((word) => writtenPart(word).sound) : []
}

function splitKana(text: string): { family: string; given: string } {
  const [family = '', ...given] = text.split(/[\s\u3000・,]+/u)
  return { family, given: given.join(' ') }
}

const soundOf = (text: string): string => (text ? writtenPart(text).sound : '')

type WrittenPart = { text: string; sound: string }
const nothing: WrittenPart = { text: '', sound: '' }
const known = new Map<string, WrittenPart>()

/** A part of a name; the same few thousand come again and again, so that as many are remembered. */
function writtenPart(text: string): WrittenPart {
  if (text === '') return nothing
  const found = known.get(text)
  if (found) return found
  const part = readPart(text)
  if (known.size < 60_000) known.set(text, part)
  return part
}

function readPart(text: string): WrittenPart {
  const plain = text.normalize('NFKC').replace(/[\s・]+/gu, '')
  if (!plain) return { text: '', sound: '' }
  if (isKana(plain)) return { text: '', sound: kanaSoundKey(plain) }
  if (!hasKanji(plain)) return { text: '', sound: latinSoundKey(latinParts(text.normalize('NFKC')).join('')) }
  return { text: foldVariants(plain).replace(/(\p{Script=Han})々/gu, '$1$1'), sound: '' }
}

const distinct = (parts: readonly string[]): string[] => [...new Set(parts)].filter((part) => part.length > 1)
