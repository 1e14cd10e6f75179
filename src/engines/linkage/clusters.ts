import type { Edges } from './edges.ts'

export type ClusterOptions = {
  /** The weight from which a pair counts as matching. */
  threshold: number
  /** A group larger than this is taken apart at its strongest pairs first. */
  largest: number
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
 * clusters join from the strongest pair down while the average weight over all pairs between them stays above the
 * threshold (average linkage; Sokal and Michener, 1958). A bridge of one lucky pair between two people thereby falls,
 * and a chain cannot run through strangers. `score` weighs the pairs that no block brought together.
 */
export function cluster(size: number, edges: Edges, score: PairScore, options: ClusterOptions): Clustered {
  const all = Int32Array.from({ length: edges.count }, (_, at) => at)
  const clusters = new Sets(size)
  const told = { cut: 0, largest: 0 }
  for (const group of connectedGroups(edges, all, options.threshold)) {
    told.largest = Math.max(told.largest, group.members.length)
    settle(group, { edges, score, options, clusters, told }, options.threshold)
  }
  return { clusters: Int32Array.from({ length: size }, (_, at) => clusters.find(at)), ...told }
}

export type PairScore = (one: number, other: number) => number

type Group = { members: number[]; edges: number[] }
type Settling = {
  edges: Edges
  score: PairScore
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
    // Alike in everything, and too many to be weighed pair by pair: they are as one as records can be.
    for (const member of group.members) clusters.join(group.members[0]!, member)
  } else {
    // A giant group is connected by surer pairs alone, and its parts are checked by themselves.
    told.cut++
    for (const part of connectedGroups(edges, group.edges, threshold + 2)) settle(part, settling, threshold + 2)
  }
}

/** Many pairs that average below the threshold tell more than one: each doubling of their number makes up for so much. */
const bitsPerDoubling = 0.6

/** What a pair adds to an average: one strong pair shall not carry many weak ones, nor one misfit forbid the rest. */
const bounded = (weight: number): number => Math.max(-12, Math.min(12, weight))

function joinGroup(members: readonly number[], { score, options, clusters }: Settling): number {
  const count = members.length
  const sums = new Float64Array(count * count)
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++)
      sums[i * count + j] = sums[j * count + i] = bounded(score(members[i]!, members[j]!) - options.threshold)
  const sizes = new Int32Array(count).fill(1)
  for (;;) {
    let [best, left, right] = [0, -1, -1]
    for (let i = 0; i < count; i++) {
      if (sizes[i] === 0) continue
      for (let j = 0; j < i; j++) {
        if (sizes[j] === 0) continue
        const average = sums[i * count + j]! / (sizes[i]! * sizes[j]!)
        const gained = average + bitsPerDoubling * Math.log2(sizes[i]! * sizes[j]!)
        if (gained >= best) [best, left, right] = [gained, i, j]
      }
    }
    if (left < 0) break
    clusters.join(members[left]!, members[right]!)
    sizes[right]! += sizes[left]!
    sizes[left] = 0
    for (let other = 0; other < count; other++) {
      sums[right * count + other]! += sums[left * count + other]!
      sums[other * count + right] = sums[right * count + other]!
    }
  }
  return sizes.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0) - 1
}
