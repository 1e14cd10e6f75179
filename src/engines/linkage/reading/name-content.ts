import { hasKanji } from '../../japanese/index.ts'
import { share } from './column-content.ts'
import { nameGroups } from './nicknames.ts'
import type { Role } from './roles.ts'

const wordsOf = (cell: string): string[] => cell.toLowerCase().split(/[^\p{L}'’-]+/u).filter(Boolean) // prettier-ignore
const isGiven = (word: string): boolean => nameGroups(word).length > 0
const hasDigits = (cell: string): boolean => /\d/.test(cell)
/** One word that is more than a letter. */
const isOneWord = (cell: string): boolean => {
  const [word = '', ...more] = wordsOf(cell)
  return word.length > 1 && more.length === 0 && !hasDigits(cell)
}

/** From this share of given names on that are in every book of names a column is one of given names. */
const fewestGiven = 0.3

/** Fewer different words than these, in all or for each row, are places, trades and the like sooner than names. */
const fewestNames = { words: 20, share: 0.03 }

/** A family name is told by itself where it is as varied as this; beside given names it need not be as much. */
const fewestFamilies = 0.06

type Cells = readonly string[]

/**
 * Which of some columns of texts are whole names, given names and family names; `null` in the list is no text. Given
 * names are known by a list of English ones; the family name is the column of single words beside it that is the most
 * varied. Names in kanji of two to six characters are whole names. Where no name is known, as in other languages, two
 * columns of single words side by side that are the most varied are taken for names.
 */
export function roleOfNames(columns: readonly (Cells | null)[]): (Role | undefined)[] {
  const roles = columns.map((): Role | undefined => undefined)
  const best = (score: (cells: Cells, at: number) => number, least: number): number => {
    const scores = columns.map((cells, at) => (cells && cells.length > 1 && !roles[at] ? score(cells, at) : 0))
    const most = Math.max(...scores)
    return most >= least ? scores.indexOf(most) : -1
  }
  const japanese = best((cells) => share(cells, isJapanese) * varied(cells), 0.4)
  if (japanese >= 0) {
    roles[japanese] = 'name'
    return roles
  }
  const whole = best((cells) => share(cells, isWholeName), fewestGiven)
  const given = best((cells) => share(cells, isGivenName), fewestGiven)
  if (given >= 0) {
    roles[given] = 'given'
    // The trades and places of a file may well be more varied than its names, and stand further off.
    const near = (at: number) => (Math.abs(at - given) === 1 ? 3 : 1)
    const family = best((cells, at) => (areFamilies(cells) ? varied(cells) * near(at) : 0), fewestFamilies)
    if (family >= 0) roles[family] = 'family'
  }
  if (whole >= 0 && !roles[whole]) roles[whole] = 'name'
  return given < 0 && whole < 0 ? unknownNames(columns) : roles
}

/** Names in no language that is known here: two columns of words side by side, or one of two words and more. */
function unknownNames(columns: readonly (Cells | null)[]): (Role | undefined)[] {
  const roles = columns.map((): Role | undefined => undefined)
  const varieties = columns.map((cells) => (cells && areWords(cells) && areMany(cells) ? varied(cells) : 0))
  const beside = varieties.map((one, at) => Math.min(one, varieties[at + 1] ?? 0))
  const most = Math.max(0, ...beside)
  if (most > 0) {
    const first = beside.indexOf(most)
    // There are more family names than given names; where names are in kanji the family comes first.
    const isFamilyFirst = varieties[first]! > varieties[first + 1]! || share(columns[first]!, hasKanji) > 0.5
    const given = isFamilyFirst ? first + 1 : first
    roles[given] = 'given'
    roles[given === first ? first + 1 : first] = 'family'
    return roles
  }
  const whole = columns.map((cells) =>
    cells && share(cells, (cell) => isTwoWords(cell) || isJapanese(cell)) > 0.8 ? varied(cells) : 0,
  )
  const found = Math.max(0, ...whole)
  if (found > 0.4) roles[whole.indexOf(found)] = 'name'
  return roles
}

const varied = (cells: Cells): number => new Set(cells).size / cells.length
const areWords = (cells: Cells): boolean => share(cells, isOneWord) > 0.7
/** Words of which most are not given names, as middle names are. */
const areFamilies = (cells: Cells): boolean => areWords(cells) && share(cells, isGivenName) < 0.5
const areMany = (cells: Cells): boolean => {
  const words = new Set(cells).size
  return words >= fewestNames.words && words >= cells.length * fewestNames.share
}

const isJapanese = (cell: string): boolean => hasKanji(cell) && /^[\p{L}々 \u3000]{3,8}$/u.test(cell)

function isTwoWords(cell: string): boolean {
  const words = wordsOf(cell)
  return !hasDigits(cell) && words.length >= 2 && words.length <= 4 && words.every((word) => word.length < 14)
}

const isGivenName = (cell: string): boolean => {
  const words = wordsOf(cell)
  return words.length <= 2 && words.every(isGiven)
}

/** "Mary Ann Smith", "Smith, Mary": a given name among two to four words without digits. */
function isWholeName(cell: string): boolean {
  const words = wordsOf(cell)
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    !hasDigits(cell) &&
    (isGiven(words[0]!) || (cell.includes(',') && isGiven(words[1]!)))
  )
}
