import { levelsOfKind } from '../comparing/levels.ts'
import type { Scorer } from '../comparing/scorer.ts'

/** What weighs two records, comparison by comparison. */
export type PairScorer = Pick<Scorer, 'ids' | 'prior' | 'look' | 'weigh'>

/** A scorer of pairs of which only the whole weight is known. */
export function wholeScorer(score: (one: number, other: number) => number): PairScorer {
  const seen = { levels: Uint8Array.of(1), chances: new Float32Array(1) }
  const weights = new Float64Array(1)
  const look = (one: number, other: number) => {
    weights[0] = score(one, other)
    return seen
  }
  return { ids: ['pair'], prior: 0, look, weigh: () => weights }
}

/**
 * How much the strongest pair between two clusters counts beside their average. A person's records differ in what they
 * lack and misspell, so that one that resembles a single of them well is theirs more likely than the average says.
 */
export const ofStrongest = 0.3

/** What a pair adds to an average: one strong pair shall not carry many weak ones, nor one misfit forbid the rest. */
const mostOfPair = 12

/** Beyond that a little is left, so that the stronger of two strong pairs still goes first, whatever their order. */
export const bounded = (weight: number): number => {
  const beyond = Math.abs(weight) - mostOfPair
  return beyond > 0 ? Math.sign(weight) * (mostOfPair + beyond / 1000) : weight
}

/** From this share of the pairs of two clusters on a comparison speaks for all of them. */
export const fewestTelling = 0.5

const differentBirth = levelsOfKind.date.length

/** Beyond as many records that tell a birth, more of them add nothing: slips are copied. */
const mostTold = 6

/** From this share of pairs on that agree in their births at all, two clusters are not apart by them. */
const mostAgreeing = 0.2

/** What the pairs of two clusters add up to, comparison by comparison, and how many pairs each comparison spoke of. */
export class PairSums {
  readonly count: number
  readonly #parts: number
  readonly #prior: number
  readonly #sums: Float64Array
  readonly #spoke: Uint32Array
  readonly #birth: number
  /** How many members of each cluster tell a birth, and how many pairs of two clusters agree in some of it. */
  readonly #told: Uint32Array
  readonly #agree: Uint32Array
  readonly most: Float64Array

  constructor(members: readonly number[], { prior, ids, look, weigh }: PairScorer, threshold: number) {
    this.count = members.length
    this.#parts = ids.length
    this.#prior = prior - threshold
    const pairs = this.count * this.count
    this.#sums = new Float64Array(pairs * this.#parts)
    this.#spoke = new Uint32Array(pairs * this.#parts)
    this.most = new Float64Array(pairs)
    this.#birth = ids.indexOf('birthDate')
    this.#told = new Uint32Array(this.count)
    this.#agree = new Uint32Array(pairs)
    for (let i = 0; i < this.count; i++)
      for (let j = 0; j < i; j++) {
        const seen = look(members[i]!, members[j]!)
        const weights = weigh(seen)
        let total = this.#prior
        for (let part = 0; part < this.#parts; part++) total += weights[part]!
        const told = total - this.#prior
        const scale = told === 0 ? 1 : (bounded(total) - this.#prior) / told
        this.most[i * this.count + j] = this.most[j * this.count + i] = bounded(total)
        const birth = this.#birth < 0 ? 0 : seen.levels[this.#birth]!
        if (birth > 0) this.#told[i] = this.#told[j] = 1
        if (birth > 0 && birth < differentBirth) this.#agree[i * this.count + j] = this.#agree[j * this.count + i] = 1
        for (let part = 0; part < this.#parts; part++) {
          if (seen.levels[part] === 0) continue
          for (const at of [i * this.count + j, j * this.count + i]) {
            this.#sums[at * this.#parts + part] = weights[part]! * scale
            this.#spoke[at * this.#parts + part] = 1
          }
        }
      }
  }

  /** The weight of two clusters of so many pairs: what each comparison says on average where it says anything. */
  average(at: number, pairs: number): number {
    let sum = this.#prior
    for (let part = at * this.#parts; part < (at + 1) * this.#parts; part++) {
      const spoke = this.#spoke[part]!
      if (spoke > 0) sum += this.#sums[part]! / Math.max(spoke, pairs * fewestTelling)
    }
    return sum
  }

  /**
   * What births say of two clusters beside their average, below zero: a slip makes one record differ, and not each of
   * several from each of several others. `i` and `j` are the clusters' places.
   */
  apart(i: number, j: number): number {
    if (this.#birth < 0) return 0
    const told = Math.min(this.#told[i]!, this.#told[j]!, mostTold)
    if (told < 2) return 0
    const at = i * this.count + j
    const spoke = this.#spoke[at * this.#parts + this.#birth]!
    const share = Math.max(0, 1 - this.#agree[at]! / spoke / mostAgreeing)
    return share * (told - 1) * Math.min(0, this.#sums[at * this.#parts + this.#birth]! / spoke)
  }

  /** Counts the pairs at `from` with those at `to`. */
  add(from: number, to: number): void {
    for (let part = 0; part < this.#parts; part++) {
      this.#sums[to * this.#parts + part]! += this.#sums[from * this.#parts + part]!
      this.#spoke[to * this.#parts + part]! += this.#spoke[from * this.#parts + part]!
    }
    this.most[to] = Math.max(this.most[to]!, this.most[from]!)
    this.#agree[to]! += this.#agree[from]!
  }

  /** Counts the members of one cluster with those of another. */
  join(from: number, to: number): void {
    this.#told[to]! += this.#told[from]!
  }
}
