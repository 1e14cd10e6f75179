import { cluster, type Clustered, type ClusterOptions } from './clusters.ts'
import type { Dataset } from './dataset.ts'
import type { Edges } from './edges.ts'
import type { LinkageModel } from './model.ts'
import { scorerOf } from './scorer.ts'

/** Pairs of as many bits as these, each bit by itself, are looked at: unlikely by themselves, and still compared. */
const leastBits = -5

/** Fewer pairs than these of one bit tell nothing. */
const fewestPairs = 50

/** No more is made up for at once: what is further off is another mistake. */
const mostShift = 3

/**
 * How many bits too low all pairs weigh, as clusters tell: a pair that its own values leave unlikely is of one person all
 * the same where other records of that person join the two, and as often as that happens is the least that its probability
 * should say. Where people have two records each nothing joins a pair but itself, and nothing is told.
 */
function bitsTooLow({ count, one, other, weights }: Edges, clusters: Int32Array): number {
  const bins = Array.from({ length: -leastBits }, () => ({ pairs: 0, joined: 0, bits: 0 }))
  for (let edge = 0; edge < count; edge++) {
    const weight = weights[edge]!
    if (weight < leastBits || weight >= 0) continue
    const bin = bins[Math.min(Math.floor(weight - leastBits), bins.length - 1)]!
    bin.pairs++
    bin.bits += weight
    if (clusters[one[edge]!] === clusters[other[edge]!]) bin.joined++
  }
  let [sum, told] = [0, 0]
  for (const { pairs, joined, bits } of bins) {
    if (pairs < fewestPairs) continue
    const share = (joined + 0.5) / (pairs + 1)
    sum += pairs * (Math.log2(share / (1 - share)) - bits / pairs)
    told += pairs
  }
  return told === 0 ? 0 : Math.min(mostShift, Math.max(0, sum / told))
}

const rounds = 3

/** Less is not worth another round. */
const leastShift = 0.05

/**
 * Raises all pairs by what clusters tell, as more matches to expect for each record. Training misses those that resemble
 * nobody enough, and more so where a person's records are many and each lacks something. `clustered` are the clusters of
 * the pairs as they are left.
 */
export function raisedByClusters(
  dataset: Dataset,
  model: LinkageModel,
  edges: Edges,
  options: ClusterOptions,
): { model: LinkageModel; edges: Edges; clustered: Clustered } {
  let raised = { model, edges }
  for (let round = 0; ; round++) {
    const clustered = cluster(dataset.size, raised.edges, scorerOf(dataset, raised.model), options)
    const bits = round < rounds ? bitsTooLow(raised.edges, clustered.clusters) : 0
    if (bits < leastShift) return { ...raised, clustered }
    raised = {
      model: { ...raised.model, pairsPerRecord: raised.model.pairsPerRecord * 2 ** bits },
      edges: { ...raised.edges, weights: raised.edges.weights.map((weight) => weight + bits) },
    }
  }
}
