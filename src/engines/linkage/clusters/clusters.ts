import type { Edges } from './edges.ts'
import { noFileInCommon, type Sources } from './sources.ts'
import { levelsOfKind } from '../comparing/levels.ts'
import type { Scorer } from '../comparing/scorer.ts'

export type ClusterOptions = {
  /** The weight from which a pair counts as matching. */
  threshold: number
  /** A group larger than this is taken apart at its strongest pairs first. */
  largest: number
  /** Where given, a group holds one record of each file at most. */
  sources?: Sources | undefined
}

/** Sets of records, each known by its smallest member. */
export class Sets {
  readonly parents: Int32Array

  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, at) => at)
  }

  find(record: number): number {
    let root = record
    while (this.parents[root] !== root) root = this.parents[root]!
    while (this.parents[record] !== root) {
      const next = this.parents[record]!
      this.parents[record] = root
      record = next
    }
    return root
  }

  join(one: number, other: number): void {
    const [left, right] = [this.find(one), this.find(other)]
    if (left < right) this.parents[right] = left
    else this.parents[left] = right
  }
}

export type Clustered = { clusters: Int32Array; cut: number; largest: number }

/**
 * Groups records by their pairs. Groups connected by pairs above the threshold are checked as wholes: within each,
 * clusters join from the strongest pair down while the weight over all pairs between them, on average (average linkage;
 * Sokal and Michener, 1958) and with a share for the strongest, stays above the threshold. A bridge of one lucky pair
 * between two people thereby falls, and a chain cannot run through strangers. The average is one of each comparison, over
 * the pairs that have both values: what a record lacks does not speak against it. `scorer` weighs the pairs that no block
 * brought together.
 */
export function cluster(size: number, edges: Edges, scorer: PairScorer, options: ClusterOptions): Clustered {
  const all = Int32Array.from({ length: edges.count }, (_, at) => at)
  const clusters = new Sets(size)
  const told = { cut: 0, largest: 0 }
  for (const group of connectedGroups(edges, all, options.threshold)) {
    told.largest = Math.max(told.largest, group.members.length)
    settle(group, { edges, scorer, options, clusters, told }, options.threshold)
  }
  return { clusters: Int32Array.from({ length: size }, (_, at) => clusters.find(at)), ...told }
}

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

type Group = { members: number[]; edges: number[] }
type Settling = {
  edges: Edges
  scorer: PairScorer
  options: ClusterOptions
  clusters: Sets
  told: { cut: number; largest: number }
}

/** The groups connected by those of the given edges that weigh at least `threshold`. */
function connectedGroups(edges: Edges, chosen: Int32Array | readonly number[], threshold: number): Group[] {
  const roots = new Map<number, number>()
  const find = (record: number): number => {
    let root = record
    while ((roots.get(root) ?? root) !== root) root = roots.get(root)!
    roots.set(record, root)
    return root
  }
  const strong: number[] = []
  for (const edge of chosen) {
    if (edges.weights[edge]! < threshold) continue
    strong.push(edge)
    const [left, right] = [find(edges.one[edge]!), find(edges.other[edge]!)]
    roots.set(Math.max(left, right), Math.min(left, right))
  }
  const groups = new Map<number, Group>()
  const groupOf = (record: number): Group => {
    const root = find(record)
    let group = groups.get(root)
    if (!group) groups.set(root, (group = { members: [], edges: [] }))
    return group
  }
  for (const edge of strong) groupOf(edges.one[edge]!).edges.push(edge)
  for (const record of [...roots.keys()].toSorted((one, other) => one - other)) groupOf(record).members.push(record)
  return [...groups.values()].filter(({ members }) => members.length > 1)
}

function settle(group: Group, settling: Settling, threshold: number): void {
  const { edges, options, clusters, told } = settling
  if (group.members.length === 2) clusters.join(group.members[0]!, group.members[1]!)
  else if (group.members.length <= options.largest) told.cut += joinGroup(group.members, settling)
  else if (threshold > options.threshold + 30) {
    if (options.sources) return
    // Alike in everything, and too many to be weighed pair by pair: they are as one as records can be.
    for (const member of group.members) clusters.join(group.members[0]!, member)
  } else {
    // A giant group is connected by surer pairs alone, and its parts are checked by themselves.
    told.cut++
    for (const part of connectedGroups(edges, group.edges, threshold + 2)) settle(part, settling, threshold + 2)
  }
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
class PairSums {
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

/**
 * Joins the members of a group, strongest first. Who is exactly as like one as another who is somebody else is joined with
 * neither, whichever comes first.
 */
function joinGroup(members: readonly number[], { scorer, options, clusters }: Settling): number {
  const count = members.length
  const sums = new PairSums(members, scorer, options.threshold)
  const sizes = new Int32Array(count).fill(1)
  const groups = members.map((member) => [member])
  const undecided = new Uint8Array(count * count)
  const gains = new Float64Array(count * count)
  const weigh = (i: number, j: number): void => {
    const at = i * count + j
    gains[at] = gains[j * count + i] = noFileInCommon(options.sources, groups[i]!, groups[j]!)
      ? (1 - ofStrongest) * sums.average(at, sizes[i]! * sizes[j]!) + ofStrongest * sums.most[at]! + sums.apart(i, j)
      : -Infinity
  }
  for (let i = 0; i < count; i++) for (let j = 0; j < i; j++) weigh(i, j)
  const isTied = (i: number, j: number, gained: number): boolean => {
    for (let other = 0; other < count; other++) {
      if (sizes[other] === 0 || other === i || other === j) continue
      const [left, right] = [gains[i * count + other]!, gains[j * count + other]!]
      if (left >= 0 !== right >= 0 && Math.max(left, right) > gained - 1e-6) return true
    }
    return false
  }
  for (let doubts = 0; ;) {
    let [best, left, right] = [0, -1, -1]
    for (let i = 0; i < count; i++) {
      if (sizes[i] === 0) continue
      for (let j = 0; j < i; j++) {
        if (sizes[j] === 0 || undecided[i * count + j] === 1) continue
        const gained = gains[i * count + j]!
        if (gained >= best) [best, left, right] = [gained, i, j]
      }
    }
    if (left < 0) break
    if (doubts < count * 4 && isTied(left, right, best)) {
      undecided[left * count + right] = undecided[right * count + left] = 1
      doubts++
      continue
    }
    clusters.join(members[left]!, members[right]!)
    sums.join(left, right)
    sizes[right]! += sizes[left]!
    groups[right]!.push(...groups[left]!)
    sizes[left] = 0
    for (let other = 0; other < count; other++) {
      if (sizes[other] === 0 || other === right) continue
      const [one, two] = [right * count + other, other * count + right]
      sums.add(left * count + other, one)
      sums.add(other * count + left, two)
      weigh(right, other)
      undecided[one] = undecided[two] = 0
    }
  }
  return sizes.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0) - 1
}
