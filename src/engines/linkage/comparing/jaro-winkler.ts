import type { Texts, Units } from '../reading/texts.ts'

const longest = 64
const matchedLeft = new Uint8Array(longest)
const matchedRight = new Uint8Array(longest)

/**
 * Jaro-Winkler similarity of two texts of one pool, from 0 to 1, on UTF-16 units; texts are cut after 64 units.
 * Winkler, "String Comparator Metrics and Enhanced Decision Rules", 1990: prefix of at most 4, scale 0.1.
 */
export function jaroWinkler(texts: Texts, one: number, other: number): number {
  const { units, starts } = texts
  const [from, to] = [starts[one]!, starts[other]!]
  const left = Math.min(starts[one + 1]! - from, longest)
  const right = Math.min(starts[other + 1]! - to, longest)
  if (left === 0 || right === 0) return left === right ? 1 : 0
  const told =
    left <= 32 && right <= 32 ? inWords(units, from, left, to, right) : inArrays(units, from, left, to, right)
  if (told === 0) return 0
  const [common, moved] = [told >>> 8, told & 255]
  const jaro = (common / left + common / right + (common - (moved >> 1)) / common) / 3
  let prefix = 0
  while (prefix < 4 && prefix < left && prefix < right && units[from + prefix] === units[to + prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** For each unit where it stands in the text at hand, a bit for each place. */
const places = new Int32Array(1 << 16)

/** How many units two texts have in common within reach of each other, and below that how many of them come in another order. */
function inWords(units: Units, from: number, left: number, to: number, right: number): number {
  const reach = Math.max(0, (Math.max(left, right) >> 1) - 1)
  for (let j = 0; j < right; j++) places[units[to + j]!]! |= 1 << j
  let [ours, theirs, common] = [0, 0, 0]
  // The places within reach, a bit for each; what is beyond the text has none.
  let within = (2 << reach) - 1
  for (let i = 0; i < left; i++) {
    const found = places[units[from + i]!]! & within & ~theirs
    if (found !== 0) {
      theirs |= found & -found
      ours |= 1 << i
      common++
    }
    within = i < reach ? (within << 1) | 1 : within << 1
  }
  for (let j = 0; j < right; j++) places[units[to + j]!] = 0
  let moved = 0
  while (ours !== 0) {
    if (units[from + 31 - Math.clz32(ours & -ours)] !== units[to + 31 - Math.clz32(theirs & -theirs)]) moved++
    ours &= ours - 1
    theirs &= theirs - 1
  }
  return (common << 8) | moved
}

/** The same of texts that are longer than a word has bits. */
function inArrays(units: Units, from: number, left: number, to: number, right: number): number {
  const reach = Math.max(0, (Math.max(left, right) >> 1) - 1)
  matchedLeft.fill(0, 0, left)
  matchedRight.fill(0, 0, right)
  let common = 0
  for (let i = 0; i < left; i++) {
    const unit = units[from + i]
    const end = Math.min(right - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if (matchedRight[j] === 1 || units[to + j] !== unit) continue
      matchedLeft[i] = matchedRight[j] = 1
      common++
      break
    }
  }
  let moved = 0
  for (let i = 0, j = 0; i < left && common > 0; i++) {
    if (matchedLeft[i] === 0) continue
    while (matchedRight[j] === 0) j++
    if (units[from + i] !== units[to + j]) moved++
    j++
  }
  return (common << 8) | moved
}
