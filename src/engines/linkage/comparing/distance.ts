import type { Texts } from '../reading/texts.ts'

const longest = 64
const rows = [new Int32Array(longest + 1), new Int32Array(longest + 1), new Int32Array(longest + 1)] as const

/**
 * Edits between two texts of one pool: a unit inserted, deleted, replaced, or two neighbours exchanged (optimal string
 * alignment). Answers `limit + 1` as soon as more than `limit` are needed; texts are cut after 64 units.
 */
export function edits({ units, starts }: Texts, one: number, other: number, limit: number): number {
  let from = starts[one]!
  let to = starts[other]!
  let left = Math.min(starts[one + 1]! - from, longest)
  let right = Math.min(starts[other + 1]! - to, longest)
  if (Math.abs(left - right) > limit) return limit + 1
  // What both begin and end with costs nothing.
  for (; left > 0 && right > 0 && units[from] === units[to]; left--, right--) {
    from++
    to++
  }
  for (; left > 0 && right > 0 && units[from + left - 1] === units[to + right - 1]; left--) right--
  if (left === 0 || right === 0) return Math.min(left + right, limit + 1)
  let [before, above, row] = rows as readonly Int32Array[] as [Int32Array, Int32Array, Int32Array]
  for (let j = 0; j <= right; j++) above[j] = j
  for (let i = 1; i <= left; i++) {
    row[0] = i
    let least = i
    const unit = units[from + i - 1]
    for (let j = 1; j <= right; j++) {
      const same = unit === units[to + j - 1]
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && unit === units[to + j - 2] && units[from + i - 2] === units[to + j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > limit) return limit + 1
    const free = before
    before = above
    above = row
    row = free
  }
  return Math.min(above[right]!, limit + 1)
}

/** The length of a text in UTF-16 units. */
export const lengthOf = ({ starts }: Texts, code: number): number => starts[code + 1]! - starts[code]!

/** How many bits are set. */
export function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many bits are set in two words, for the price of little more than one. */
export function bitsInBoth(one: number, other: number): number {
  const pairs = one - ((one >>> 1) & 0x55555555)
  const otherPairs = other - ((other >>> 1) & 0x55555555)
  const fours =
    (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333) + (otherPairs & 0x33333333) + ((otherPairs >>> 2) & 0x33333333)
  return Math.imul((fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24
}

/** At least as many edits as this lie between two texts of these signatures: units of the one that the other has none of. */
export const editsBetween = (left: number, right: number): number => {
  const [lacking, added] = [bitsIn(left & ~right), bitsIn(right & ~left)]
  return lacking > added ? lacking : added
}

/** No less than the Jaro similarity of two texts, from their signatures and lengths alone; 0 where they share nothing. */
function jaroBetween(left: number, leftLength: number, right: number, rightLength: number): number {
  const common = Math.min(leftLength - bitsIn(left & ~right), rightLength - bitsIn(right & ~left))
  return common <= 0 ? 0 : (common / leftLength + common / rightLength + 1) / 3
}

export const leastEdits = ({ signatures }: Texts, one: number, other: number): number =>
  editsBetween(signatures[one]!, signatures[other]!)

/** No less than the Jaro-Winkler similarity of two texts: by their signatures, and what they begin with. */
export function mostSimilar(texts: Texts, one: number, other: number): number {
  const { signatures, starts, units } = texts
  const [left, right] = [lengthOf(texts, one), lengthOf(texts, other)]
  const jaro = jaroBetween(signatures[one]!, left, signatures[other]!, right)
  if (jaro === 0) return 0
  let prefix = 0
  const shorter = Math.min(left, right, 4)
  while (prefix < shorter && units[starts[one]! + prefix] === units[starts[other]! + prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}
