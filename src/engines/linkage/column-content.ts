import { hasKanji, isKana } from '../japanese/index.ts'
import { dateDigits } from './dates.ts'
import { nameGroups } from './nicknames.ts'
import type { Role } from './roles.ts'

/** The share of cells that pass; 0 of none. */
export function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length ? cells.filter(test).length / cells.length : 0
}

/** What a column tells by what its cells look like, empty ones included. */
export function roleOfContent(cells: readonly string[]): Role {
  const known = cells.map((cell) => cell.trim()).filter(Boolean)
  if (known.length < Math.max(2, cells.length * 0.02)) return 'ignore'
  const mostly = (test: (cell: string) => boolean) => share(known, test) > 0.8
  if (mostly((cell) => /^\S+@\S+\.\S+$/.test(cell))) return 'mail'
  if (mostly((cell) => /^\d{3}-\d{2}-\d{4}$/.test(cell))) return 'identifier'
  if (mostly(looksLikePhone)) return 'phone'
  if (mostly(looksLikeBirth)) return 'birthDate'
  const distinct = new Set(known).size
  if (distinct < 2) return 'ignore'
  if (mostly((cell) => /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i.test(cell) || /^〒?\d{3}-\d{4}$/.test(cell)))
    return 'postcode'
  if (distinct <= 4 && mostly((cell) => /^(?:[mf]|fe?male|man|woman|[男女]性?)$/i.test(cell))) return 'gender'
  // A different value in every row names the row, not the person; long texts are remarks.
  const lengthOfText = known.reduce((sum, cell) => sum + cell.length, 0) / known.length
  if (lengthOfText > 60 || (distinct === known.length && known.length > 50 && /^[\w-]+$/.test(known[0]!)))
    return 'ignore'
  if (mostly(isKana) || mostly(isMark)) return 'ignore'
  return 'text'
}

/** Numbers, days and marks such as `Q2017-3`: they name rows, groups or events, and may be the very answer. */
const isMark = (cell: string) => /^\D{0,5}\d[\d.,:/ T-]*\D?$/.test(cell)

const looksLikePhone = (cell: string) => /^[+0(][\d\s().-]{8,17}$/.test(cell) && cell.replace(/\D/g, '').length >= 9

/** Births, and not the days on which something happened of late. */
function looksLikeBirth(cell: string): boolean {
  if (/^\d{1,6}$/.test(cell) || !/\d/.test(cell)) return false
  const digits = dateDigits(cell, 'DAY_FIRST')
  return digits !== '' && digits < '20120000'
}

const wordsOf = (cell: string): string[] => cell.toLowerCase().split(/[^\p{L}'’-]+/u).filter(Boolean) // prettier-ignore
const isGiven = (word: string): boolean => nameGroups(word).length > 0

/** From this share of given names on that are in every book of names a column is one of given names. */
const fewestGiven = 0.3

/**
 * Which of some columns of texts are whole names, given names and family names; `null` in the list is no text. Given
 * names are known by a list of English ones; the family name is the column of single words beside it that is the most
 * varied. Names in kanji of two to six characters are whole names.
 */
export function roleOfNames(columns: readonly (readonly string[] | null)[]): (Role | undefined)[] {
  const roles = columns.map((): Role | undefined => undefined)
  const best = (score: (cells: readonly string[]) => number, least: number): number => {
    const scores = columns.map((cells, at) => (cells && cells.length > 1 && !roles[at] ? score(cells) : 0))
    const most = Math.max(...scores)
    return most >= least ? scores.indexOf(most) : -1
  }
  const japanese = best((cells) => share(cells, (cell) => hasKanji(cell) && /^[\p{L}々 \u3000]{3,8}$/u.test(cell)) * varied(cells), 0.4) // prettier-ignore
  if (japanese >= 0) {
    roles[japanese] = 'name'
    return roles
  }
  const whole = best((cells) => share(cells, isWholeName), fewestGiven)
  const given = best(
    (cells) => share(cells, (cell) => wordsOf(cell).length <= 2 && wordsOf(cell).every(isGiven)),
    fewestGiven,
  )
  if (given >= 0) {
    roles[given] = 'given'
    const near = (at: number) => (Math.abs(at - given) === 1 ? 1.5 : 1)
    const scores = columns.map((cells, at) =>
      cells && at !== given && share(cells, (cell) => wordsOf(cell).length === 1 && /^\D+$/.test(cell)) > 0.7
        ? varied(cells) * near(at)
        : 0,
    )
    const most = Math.max(...scores)
    if (most > 0.15) roles[scores.indexOf(most)] = 'family'
  }
  if (whole >= 0 && !roles[whole]) roles[whole] = 'name'
  return roles
}

const varied = (cells: readonly string[]): number => new Set(cells).size / cells.length

/** "Mary Ann Smith", "Smith, Mary": a given name among two to four words without digits. */
function isWholeName(cell: string): boolean {
  const words = wordsOf(cell)
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    !/\d/.test(cell) &&
    (isGiven(words[0]!) || (cell.includes(',') && isGiven(words[1]!)))
  )
}
