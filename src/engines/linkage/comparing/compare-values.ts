import type { Column, ColumnKind } from '../reading/columns.ts'
import { edits, leastEdits, lengthOf, mostSimilar } from './distance.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { pairMemory } from './pair-memory.ts'
import type { Texts } from '../reading/texts.ts'

/** The level (levels.ts) at which two different values of a column meet; equal ones never come here. */
export type ValueComparer = (one: number, other: number) => number

const comparers: Record<ColumnKind, (column: Column) => ValueComparer> = {
  date:
    ({ numbers, texts }) =>
    (one, other) =>
      dateLevel(numbers[one]!, numbers[other]!, texts, one, other),
  mail:
    ({ texts }) =>
    (one, other) =>
      mailLevel(texts, one, other),
  phone:
    ({ texts }) =>
    (one, other) =>
      phoneIsClose(texts, one, other) ? 2 : 3,
  code:
    ({ texts }) =>
    (one, other) =>
      codeLevel(texts, one, other),
  words:
    ({ texts }) =>
    (one, other) =>
      wordsLevel(texts, one, other),
  middle:
    ({ texts }) =>
    (one, other) =>
      middleLevel(texts, one, other),
  category: () => () => 2,
  number:
    ({ numbers }) =>
    (one, other) => {
      const apart = Math.abs(numbers[one]! - numbers[other]!)
      return apart <= 1 ? 2 : apart <= 3 ? 3 : 4
    },
}

/** A comparer that remembers, since values of a column meet again and again. */
export function comparerOf(column: Column): ValueComparer {
  const compare = comparers[column.kind](column)
  if (column.kind === 'category' || column.kind === 'number') return compare
  const remembered = pairMemory(column.holders.length, 14)
  return (one, other) => remembered(one, other, compare)
}

/** Two dates as yyyymmdd, 00 for an unknown part. */
function dateLevel(left: number, right: number, texts: Texts, one: number, other: number): number {
  const [leftYear, rightYear] = [Math.floor(left / 10_000), Math.floor(right / 10_000)]
  const [leftRest, rightRest] = [left % 10_000, right % 10_000]
  if (leftRest === 0 || rightRest === 0)
    return leftYear === rightYear ? 3 : Math.abs(leftYear - rightYear) === 1 ? 4 : 5
  const swapped = Math.floor(leftRest / 100) + (leftRest % 100) * 100 === rightRest
  if (leftYear === rightYear && swapped) return 2
  if (edits(texts, one, other, 1) <= 1) return 2
  const equalParts =
    Number(leftYear === rightYear) +
    Number(Math.floor(leftRest / 100) === Math.floor(rightRest / 100)) +
    Number(leftRest % 100 === rightRest % 100)
  if (equalParts === 2) return 3
  if (leftYear === rightYear) return 4
  return edits(texts, one, other, 2) <= 2 && equalParts === 1 ? 4 : 5
}

function mailLevel(texts: Texts, one: number, other: number): number {
  const [left, right] = [localLength(texts, one), localLength(texts, other)]
  const isOneName = left === right && sameUnits(texts, one, other, left)
  if (isOneName && left >= 4) return 2
  // Of a few letters another one is another name, whatever they share behind it.
  if (!isOneName && Math.min(left, right) < 4) return 5
  const similarity = mostSimilar(texts, one, other) < 0.85 ? 0 : jaroWinkler(texts, one, other)
  if (similarity < 0.85 || areNumberedApart(texts, one, other, left, right)) return 5
  return edits(texts, one, other, 2) <= 2 || similarity >= 0.95 ? 3 : 4
}

const at = '@'.charCodeAt(0)
const [zero, nine] = ['0'.charCodeAt(0), '9'.charCodeAt(0)]
const isDigit = (unit: number): boolean => unit >= zero && unit <= nine

/**
 * Whether two addresses have one beginning and behind it numbers that are no slips of each other: `kiyoshi853` and
 * `kiyoshi2031` are how a provider tells two people of one name apart. `left` and `right` are the lengths before the @.
 */
function areNumberedApart(texts: Texts, one: number, other: number, left: number, right: number): boolean {
  const { units, starts } = texts
  const [from, to] = [starts[one]!, starts[other]!]
  let [stem, fellow] = [left, right]
  while (stem > 0 && isDigit(units[from + stem - 1]!)) stem--
  while (fellow > 0 && isDigit(units[to + fellow - 1]!)) fellow--
  if (stem !== fellow || stem < 3 || left - stem < 2 || right - stem < 2) return false
  if (!sameUnits(texts, one, other, stem)) return false
  let [equal, ending] = [0, 0]
  const shorter = Math.min(left, right) - stem
  while (equal < shorter && units[from + stem + equal] === units[to + stem + equal]) equal++
  while (ending < shorter - equal && units[from + left - 1 - ending] === units[to + right - 1 - ending]) ending++
  // One digit more, less or another is a slip, and so are two that changed places.
  const odd = Math.max(left, right) - stem - equal - ending
  const [own, its] = [from + stem + equal, to + stem + equal]
  const areTurned = odd === 2 && left === right && units[own] === units[its + 1] && units[own + 1] === units[its]
  // Of two digits one is half of the number: `moore68` and `moore18` are two people.
  const areShort = Math.max(left, right) - stem === 2
  return (odd > 1 || (odd === 1 && areShort)) && !areTurned
}

function localLength({ units, starts }: Texts, code: number): number {
  let here = starts[code]!
  while (here < starts[code + 1]! && units[here] !== at) here++
  return here - starts[code]!
}

function sameUnits({ units, starts }: Texts, one: number, other: number, length: number): boolean {
  const [from, to] = [starts[one]!, starts[other]!]
  for (let offset = 0; offset < length; offset++) if (units[from + offset] !== units[to + offset]) return false
  return true
}

function phoneIsClose(texts: Texts, one: number, other: number): boolean {
  const [left, right] = [lengthOf(texts, one), lengthOf(texts, other)]
  if (leastEdits(texts, one, other) <= 1 && edits(texts, one, other, 1) <= 1) return true
  if (left === right || Math.min(left, right) < 7) return false
  const { units, starts } = texts
  for (let back = 1; back <= 7; back++)
    if (units[starts[one + 1]! - back] !== units[starts[other + 1]! - back]) return false
  return true
}

function codeLevel(texts: Texts, one: number, other: number): number {
  const shorter = Math.min(lengthOf(texts, one), lengthOf(texts, other))
  const least = leastEdits(texts, one, other)
  if (shorter >= 3 && least <= 1 && edits(texts, one, other, 1) <= 1) return 2
  if (shorter >= 6 && least <= 2 && edits(texts, one, other, 2) <= 2) return 3
  return shorter >= 4 && sameUnits(texts, one, other, Math.ceil(shorter / 2)) ? 3 : 4
}

function wordsLevel(texts: Texts, one: number, other: number): number {
  const shorter = Math.min(lengthOf(texts, one), lengthOf(texts, other))
  const similarity = mostSimilar(texts, one, other) < 0.82 ? 0 : jaroWinkler(texts, one, other)
  if (similarity >= 0.92) return 2
  if (
    shorter >= 4 &&
    leastEdits(texts, one, other) <= 2 &&
    edits(texts, one, other, shorter >= 8 ? 2 : 1) <= (shorter >= 8 ? 2 : 1)
  )
    return 2
  return similarity >= 0.82 || sharesWord(texts, one, other) ? 3 : 4
}

/** Middle names: one in common, or nearly so; one that may be the other's first letter. */
function middleLevel(texts: Texts, one: number, other: number): number {
  const { units, starts } = texts
  if (sharesWord(texts, one, other, 2)) return 2
  const shorter = Math.min(lengthOf(texts, one), lengthOf(texts, other))
  if (shorter >= 4 && leastEdits(texts, one, other) <= 1 && edits(texts, one, other, 1) <= 1) return 2
  const isLetter = (code: number) => lengthOf(texts, code) === 1 || units[starts[code]! + 1] === space
  return units[starts[one]!] === units[starts[other]!] && (isLetter(one) || isLetter(other)) ? 3 : 4
}

const space = ' '.charCodeAt(0)

/** Whether two texts share a word of `least` letters or more (of two in Japanese, where the beginning counts as one). */
function sharesWord({ units, starts }: Texts, one: number, other: number, least = 4): boolean {
  const [from, end] = [starts[one]!, starts[one + 1]!]
  let begin = from
  for (let here = from; here <= end; here++) {
    if (here < end && units[here] !== space) continue
    const length = here - begin
    if (length >= least || (length >= 2 && units[begin]! >= 0x3040)) {
      for (let there = starts[other]!; there + length <= starts[other + 1]!; there++) {
        if (there > starts[other]! && units[there - 1] !== space) continue
        let same = 0
        while (same < length && units[begin + same] === units[there + same]) same++
        const ends = there + length === starts[other + 1] || units[there + length] === space || units[begin]! >= 0x3040
        if (same === length && ends) return true
      }
    }
    begin = here + 1
  }
  return false
}
