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
 * clusters join from the strongest pair down while the weight over all pairs between them, on average (average linkage;
 * Sokal and Michener, 1958) and with a share for the strongest, stays above the threshold. A bridge of one lucky pair between two people thereby falls,
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

/**
 * How much the strongest pair between two clusters counts beside their average. A person's records differ in what they
 * lack and misspell, so that one that resembles a single of them well is theirs more likely than the average says.
 */
const ofStrongest = 0.3

/** What a pair adds to an average: one strong pair shall not carry many weak ones, nor one misfit forbid the rest. */
const mostOfPair = 12

/** Beyond that a little is left, so that the stronger of two strong pairs still goes first, whatever their order. */
const bounded = (weight: number): number => {
  const beyond = Math.abs(weight) - mostOfPair
  return beyond > 0 ? Math.sign(weight) * (mostOfPair + beyond / 1000) : weight
}

/**
 * Joins the members of a group, strongest first. Who is exactly as like one as another who is somebody else is joined with
 * neither, whichever comes first.
 */
function joinGroup(members: readonly number[], { score, options, clusters }: Settling): number {
  const count = members.length
  const sums = new Float64Array(count * count)
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++)
      sums[i * count + j] = sums[j * count + i] = bounded(score(members[i]!, members[j]!) - options.threshold)
  const sizes = new Int32Array(count).fill(1)
  const most = sums.slice()
  const undecided = new Uint8Array(count * count)
  const gain = (i: number, j: number): number =>
    ((1 - ofStrongest) * sums[i * count + j]!) / (sizes[i]! * sizes[j]!) + ofStrongest * most[i * count + j]!
  const isTied = (i: number, j: number, gained: number): boolean => {
    for (let other = 0; other < count; other++) {
      if (sizes[other] === 0 || other === i || other === j) continue
      const [left, right] = [gain(i, other), gain(j, other)]
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
        const gained = gain(i, j)
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
    sizes[right]! += sizes[left]!
    sizes[left] = 0
    for (let other = 0; other < count; other++) {
      const [one, two] = [right * count + other, other * count + right]
      sums[one]! += sums[left * count + other]!
      sums[two] = sums[one]!
      most[one] = most[two] = Math.max(most[one]!, most[left * count + other]!)
      undecided[one] = undecided[two] = 0
    }
  }
  return sizes.reduce((sum, one) => sum + (one > 0 ? 1 : 0), 0) - 1
}
