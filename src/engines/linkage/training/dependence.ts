import { bitsBeside } from './follows.ts'
import { levelsOfKind, nameLevel } from '../comparing/levels.ts'
import { areHousemates, householdOf } from './housemates.ts'
import type { ComparisonModel, LinkageModel } from './model.ts'

/** Evidence that follows from other evidence counts in part: `child` agrees anyway where one of `parents` does. */
const known: readonly { child: RegExp; parents: RegExp; upTo: number; share: number; from?: number }[] = [
  // The given name tells the gender.
  { child: /^gender$/, parents: /^given$/, upTo: nameLevel.close, share: 0.1 },
  // The local part of an address is made from the name: a similar one is hardly news once the names agree.
  { child: /^mail/, parents: /^given$/, upTo: nameLevel.close, share: 0.5, from: 2 },
  // Who lives in one place lives in its region.
  { child: /^region/, parents: /^(?:place|postcode|street)\d?$/, upTo: 1, share: 0.25 },
]

/** The level at which two people of one household differ: their given names. */
const different = nameLevel.different

/** Where given names tell nothing, or only how they begin, it is the birth that tells two people of a household apart. */
const unnamed: readonly number[] = [0, nameLevel.initial]
const differentBirth = levelsOfKind.date.length
const closeMail = 3

/** A birth that more than this share of people have (a year, the first of January) is no birth date of one's own. */
const commonBirth = 0.005

/** No more is given back for names that moved as wholes. */
const mostMoved = 6

/**
 * Where both parts of a name stand in another place, they moved together: that costs once what it costs each, by the share
 * of people whose given name is found elsewhere.
 */
export const movedBits = (share: number): number => Math.min(mostMoved, Math.max(0, -Math.log2(share)))

/**
 * What a comparison tells beside each level of another one that it was seen to follow, and by itself, in bits. `first` is m
 * of an equal value, and `worst` what the other one weighs where it differs.
 */
type Learnt = {
  at: number
  on: number
  width: number
  beside: Float64Array
  own: Float64Array
  first: number
  worst: number
  shared: readonly (Shared | null)[]
}

/** Of pairs that agree in the other comparison: m of an equal value here, in bits, and the share of different people who have it in common whatever it is. */
type Shared = { m: number; share: number }

/**
 * Corrects the weights of a pair for what its comparisons tell twice, and holds back what a household shares: with
 * given names that differ and no birth date that agrees, or births that differ and no given names, no family name, address
 * or telephone makes two people one. Where no births are told at all, who has another family name is the same
 * person by a mail, a telephone, a number or a death, or by a house, a relative or an employer, and not by given names, age and trade.
 * `prior` is what two records weigh before anything is compared.
 */
export function dependencesOf(
  ids: readonly string[],
  { comparisons, housemates }: Pick<LinkageModel, 'comparisons' | 'housemates'>,
  { size, prior }: { size: number; prior: number },
): (levels: Uint8Array, weights: Float64Array, chances: ArrayLike<number>) => void {
  const index = (pattern: RegExp) => ids.flatMap((id, at) => (pattern.test(id) ? [at] : []))
  const rules = known.flatMap(({ child, parents, ...rule }) =>
    index(child).map((at) => ({ ...rule, at, parents: index(parents) })),
  )
  const learnt = learntOf(ids, comparisons)
  const [family, given] = [ids.indexOf('family'), ids.indexOf('given')]
  const moved = movedBits(comparisons.find(({ id }) => id === 'given')?.levels[nameLevel.elsewhere - 1]?.m ?? 1)
  const birth = ids.indexOf('birthDate')
  const own = index(/^(?:identifier)/)
  const mails = index(/^mail/)
  const reached = index(/^(?:identifier|mail|phone|deathDate)/)
  const housed = index(/^(?:street|houseNumber|address|relative|employer)/)
  const common = Math.log2(Math.max(commonBirth, 1 / size))
  const before = new Float64Array(ids.length)
  const household = householdOf(ids)
  // What housemates share leaves open who of them is meant: with it alone a pair is as likely as those learnt from.
  const mostShared = housemates === undefined ? Infinity : Math.log2((1 - housemates) / housemates) - prior
  return (levels, weights, chances) => {
    for (const { at, parents, upTo, share, from = 1 } of rules) {
      if (weights[at]! <= 0 || levels[at]! < from) continue
      if (parents.some((parent) => levels[parent]! >= 1 && levels[parent]! <= upTo)) weights[at]! *= share
    }
    if (given >= 0 && levels[given] === nameLevel.elsewhere && levels[family] === nameLevel.elsewhere)
      weights[given]! += moved
    before.set(weights)
    for (const { at, on, width, beside, own, first, worst, shared } of learnt) {
      const level = levels[at]!
      const bits = before[at]!
      const told = beside[levels[on]! * width + level]!
      if (level === 0 || Number.isNaN(told)) continue
      // What agrees anyway tells less by as much; what differs anyway, where the other does, speaks for nobody.
      if (bits > 0) {
        const lost = Math.max(0, own[level]! - told)
        weights[at] = Math.min(weights[at]!, Math.max(bits - lost, Math.min(bits, told)))
        const held = level === 1 && chances[at]! < 0 ? shared[levels[on]!] : null
        // Never more than agreeing in the other one adds: who agrees in both is not less alike for it.
        if (held)
          weights[at] = Math.min(
            weights[at]!,
            Math.max(sharedBits(held, first - bits), bits - Math.max(0, before[on]! - worst)),
          )
      } else if (level > 1 && bits < told && before[on]! <= 0) weights[at] = Math.max(weights[at]!, Math.min(told, 0))
    }
    if (given < 0) return
    const isSomebody = levels[given] !== 0 || (birth >= 0 && levels[birth] !== 0)
    if (mostShared < Infinity && isSomebody && areHousemates(household, levels)) {
      let sum = 0
      for (const at of household.shared) sum += weights[at]!
      if (sum > mostShared) weights[family]! -= sum - mostShared
    }
    if (levels[family] === different && birth < 0) {
      const house = housed.reduce((sum, at) => sum + Math.max(0, weights[at]!), 0)
      if (!agreeIn(levels, reached) && house < leastHouse) return hold(weights, family)
    }
    const isUnnamed = unnamed.includes(levels[given]!)
    if (levels[given] !== different && !(isUnnamed && birth >= 0 && levels[birth] === differentBirth)) return
    if (isUnnamed && mails.some((at) => levels[at]! > 0 && levels[at]! <= closeMail)) return
    const sameBirth = birth >= 0 && (levels[birth] === 2 || (levels[birth] === 1 && chances[birth]! <= common))
    if (sameBirth || agreeIn(levels, own)) return
    hold(weights, given)
  }
}

/** Whether a pair is equal or close in one of some comparisons. */
const agreeIn = (levels: Uint8Array, places: readonly number[]): boolean =>
  places.some((at) => levels[at] === 1 || levels[at] === 2)

/** Holds a pair at what a household may weigh; `at` is the comparison that says why. */
function hold(weights: Float64Array, at: number): void {
  let sum = 0
  for (let nth = 0; nth < weights.length; nth++) sum += weights[nth]!
  if (sum > householdBits) weights[at]! -= sum - householdBits
}

/**
 * What an equal value weighs where different people have it in common for another reason than its frequency: those of one
 * house their family name, however rare it is. `chance` is that of the very value, in bits. As kinship is taken into the
 * rarity of what is inherited (Balding and Nichols, "DNA profile match probability calculation", 1994).
 */
const sharedBits = ({ m, share }: Shared, chance: number): number => m - Math.log2(share + (1 - share) * 2 ** chance)

function learntOf(ids: readonly string[], comparisons: readonly ComparisonModel[]): Learnt[] {
  return comparisons.flatMap((comparison) =>
    (comparison.follows ?? []).flatMap((follows): Learnt[] => {
      const [at, on] = [ids.indexOf(comparison.id), ids.indexOf(follows.on)]
      const other = comparisons.find(({ id }) => id === follows.on)
      if (at < 0 || on < 0 || !other) return []
      const own = bitsOf(comparison)
      const { m, u } = comparison.levels[0]!
      return [
        {
          at,
          on,
          width: own.length,
          beside: bitsBeside(comparison, follows),
          own,
          first: Math.log2(m),
          worst: Math.min(...bitsOf(other)),
          shared: [null, ...follows.beside.map(([equal]) => (equal ? sharedOf(equal, u) : null))],
        },
      ]
    }),
  )
}

/** A smaller share of different people who have a value in common is as likely that of one person's pairs, not recognised. */
const leastShared = 0.01

function sharedOf(equal: { m: number; u: number }, usual: number): Shared | null {
  const share = (equal.u - usual) / (1 - usual)
  return share < leastShared ? null : { m: Math.log2(equal.m), share }
}

const bitsOf = ({ levels }: ComparisonModel): Float64Array =>
  Float64Array.from([0, ...levels.map(({ m, u }) => Math.log2(m / u))])

/** What a house, relatives and an employer weigh that are not everybody's. */
const leastHouse = 3

/** What a household's shared evidence may add up to: below any prior, so that it never reaches an automatic merge. */
export const householdBits = 5
