import { chancesOfNames } from '../comparing/compare-names.ts'
import { comparisonsOf } from '../comparing/comparisons.ts'
import type { Dataset } from '../reading/dataset.ts'
import { chanceOf } from '../reading/columns.ts'

/**
 * How many bits rarer a value is among other people than among records, at [log2 of how many others are counted to hold
 * it]: where people have many records each, most of those who share a rare value are one person.
 */
export type Rarity = readonly number[]

/**
 * The bits for a chance, between the two powers of two that it stands between. Where fewer than one is counted to hold a
 * value they run out, so that a value never tells more for being held by more.
 */
export function rarerBits(rarity: ArrayLike<number>, chance: number, logSize: number): number {
  const last = rarity.length - 1
  if (last < 0) return 0
  const place = chance + logSize
  if (place < 0) return Math.max(0, rarity[0]! + place)
  const below = Math.floor(place)
  if (below >= last) return rarity[last]!
  return rarity[below]! + (rarity[below + 1]! - rarity[below]!) * (place - below)
}

/** Powers of two up to as many holders as are told apart. */
const knots = 16

/** The place of a chance among the powers of two. */
export const knotOf = (chance: number, logSize: number): number => {
  const place = Math.round(chance + logSize)
  return place < 0 || place >= knots ? -1 : place
}

export const noKnots = (): Float64Array => new Float64Array(knots)

/** For each comparison how many pairs share a value exactly, by how many hold it. */
export function sharingPairs(dataset: Dataset): Float64Array[] {
  const { size, names, columns } = dataset
  const logSize = Math.log2(size)
  const summed = (holders: Int32Array, chance: (code: number) => number): Float64Array => {
    const pairs = noKnots()
    for (let code = 0; code < holders.length; code++) {
      const count = holders[code]!
      if (count < 2) continue
      const knot = knotOf(chance(code), logSize)
      if (knot >= 0) pairs[knot]! += (count * (count - 1)) / 2
    }
    return pairs
  }
  const chances = names ? chancesOfNames(names, size) : null
  return comparisonsOf(dataset).map(({ id, kind }, at) => {
    if (kind === 'name' && names && chances)
      return id === 'family' ? summed(names.holders.family, chances.family) : summed(names.holders.given, chances.given)
    const column = columns[at - (names ? 2 : 0)]!
    return summed(column.holders, chanceOf(column, size))
  })
}

/** Fewer pairs than these do not tell how many of them are of one person. */
const fewestPairs = 30

/**
 * What is learnt from the pairs that share a value, and how many of them match: others hold a value as often as it is
 * shared by pairs that do not. It never falls while more records hold a value; where too few pairs tell, what is known
 * of more common values does.
 */
export function rarityOf(kind: string, sharing: Float64Array, matching: Float64Array): Rarity {
  const isName = kind === 'name'
  const fewest = kind === 'mail' || kind === 'phone' || kind === 'code' ? 0.1 : 0.5
  let others = fewest
  const bits = Array.from(sharing, (pairs, knot) => {
    if (pairs < fewestPairs) return null
    const counted = 2 ** knot
    const strangers = Math.max(pairs - matching[knot]!, 0) / pairs
    others = Math.max(others, (isName ? counted : counted + 1) * strangers)
    return Math.max(0, knot - Math.log2(others))
  })
  let [beyond, last] = [0, -1]
  for (let knot = bits.length - 1; knot >= 0; knot--) {
    beyond = bits[knot] ?? beyond
    bits[knot] = beyond
    if (beyond > 0) last = Math.max(last, knot)
  }
  // One bit for each doubling at most, as that many fewer hold the value.
  let least = -Math.log2(fewest)
  return Array.from(bits.slice(0, last < 0 ? 0 : last + 2), (one) => {
    const told = Math.min(one ?? 0, least)
    least = told + 1
    return told
  })
}
