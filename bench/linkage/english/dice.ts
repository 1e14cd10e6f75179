import { seededRandom } from '../../../src/engines/linkage/index.ts'

/** Chances drawn from one seed. */
export type Dice = {
  chance: (share: number) => boolean
  below: (most: number) => number
  pick: <One>(list: readonly One[]) => One
  /** An early one of a list far more often than a late one, as names and towns are frequent (Zipf). */
  frequent: <One>(list: readonly One[]) => One
  digits: (count: number) => string
}

export function diceOf(seed: number): Dice {
  const random = seededRandom(seed * 1_000_003 + 29)
  const below = (most: number) => Math.floor(random() * most)
  return {
    chance: (share) => random() < share,
    below,
    pick: (list) => list[below(list.length)]!,
    frequent: (list) => list[Math.min(list.length - 1, Math.floor((list.length + 12) ** random() * 1.2) - 1)]!,
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
  }
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
const misheard: readonly (readonly [RegExp, string])[] = [
  [/ph/, 'f'], [/ck/, 'k'], [/y$/, 'ie'], [/ie/, 'ei'], [/c(?=[aou])/, 'k'], [/ll/, 'l'], [/nn/, 'n'], [/e$/, ''],
  [/ou/, 'o'], [/gh/, ''], [/son$/, 'sen'], [/ea/, 'ee'], [/t(?=[aeiou])/, 'tt'], [/i(?=.)/, 'y'],
] // prettier-ignore

/** A word as somebody mistyped, misread or misheard it. */
export function misspelt(word: string, { chance, below, pick, digits }: Dice): string {
  if (word.length < 2) return word
  if (chance(0.3)) {
    const heard = misheard.filter(([from]) => from.test(word))
    if (heard.length > 0) {
      const [from, to] = pick(heard)
      return word.replace(from, to)
    }
  }
  const at = below(word.length)
  const other = /\d/.test(word[at]!) ? digits(1) : letters[below(26)]!
  const [before, after] = [word.slice(0, at), word.slice(at + 1)]
  switch (below(4)) {
    case 0:
      return before + after
    case 1:
      return before + other + word.slice(at)
    case 2:
      return before + other + after
    default:
      return at + 1 < word.length ? before + word[at + 1]! + word[at]! + word.slice(at + 2) : before + other
  }
}

const two = (number: number): string => String(number).padStart(2, '0')

/** A day as yyyy-mm-dd. */
export const aDay = ({ below }: Dice, from: number, to: number): string =>
  `${from + below(to - from)}-${two(1 + below(12))}-${two(1 + below(28))}`

/** A day some days before or behind. */
export const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
