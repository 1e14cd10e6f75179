import type { Edges } from './edges.ts'
import { ofStrongest, PairSums, type PairScorer } from './pair-sums.ts'
import { Sets } from './sets.ts'
import { noFileInCommon, type Sources } from './sources.ts'

export type ClusterOptions = {
  /** The weight from which a pair counts as matching. */
  threshold: number
  /** A group larger than this is taken apart at its strongest pairs first. */
  largest: number
  /** Where given, a group holds one record of each file at most. */
  sources?: Sources | undefined
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
