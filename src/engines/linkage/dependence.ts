import { nameLevel } from './levels.ts'

/** Evidence that follows from other evidence counts in part: `child` agrees anyway where one of `parents` does. */
const dependences: readonly { child: RegExp; parents: RegExp; upTo: number; share: number; from?: number }[] = [
  // The given name tells the gender.
  { child: /^gender$/, parents: /^given$/, upTo: nameLevel.close, share: 0.1 },
  // The local part of an address is made from the name: a similar one is hardly news once the names agree.
  { child: /^mail/, parents: /^given$/, upTo: nameLevel.close, share: 0.5, from: 2 },
  // Who lives in one place lives in its region.
  { child: /^region/, parents: /^(?:place|postcode|street)\d?$/, upTo: 1, share: 0.25 },
]

/** The level at which two people of one household differ: their given names. */
const different = nameLevel.different

/**
 * Corrects the weights of a pair for what its comparisons tell twice, and holds back what a household shares: with
 * given names that differ and no birth date that agrees, no family name, address or telephone makes two people one.
 */
export function dependencesOf(ids: readonly string[]): (levels: Uint8Array, weights: Float64Array) => void {
  const index = (pattern: RegExp) => ids.flatMap((id, at) => (pattern.test(id) ? [at] : []))
  const rules = dependences.flatMap(({ child, parents, ...rule }) =>
    index(child).map((at) => ({ ...rule, at, parents: index(parents) })),
  )
  const given = ids.indexOf('given')
  const birth = ids.indexOf('birthDate')
  const own = index(/^(?:identifier)/)
  return (levels, weights) => {
    for (const { at, parents, upTo, share, from = 1 } of rules) {
      if (weights[at]! <= 0 || levels[at]! < from) continue
      if (parents.some((parent) => levels[parent]! >= 1 && levels[parent]! <= upTo)) weights[at]! *= share
    }
    if (given < 0 || levels[given] !== different) return
    const sameBirth = birth >= 0 && levels[birth]! >= 1 && levels[birth]! <= 2
    if (sameBirth || own.some((at) => levels[at] === 1 || levels[at] === 2)) return
    let sum = 0
    for (const weight of weights) sum += weight
    if (sum > householdBits) weights[given]! -= sum - householdBits
  }
}

/** What a household's shared evidence may add up to: below any prior, so that it never reaches an automatic merge. */
export const householdBits = 5
