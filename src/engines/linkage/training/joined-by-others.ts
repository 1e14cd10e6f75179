import { cluster, type Clustered, type ClusterOptions } from '../clusters/clusters.ts'
import type { Dataset } from '../reading/dataset.ts'
import type { Edges } from '../clusters/edges.ts'
import type { LinkageModel } from './model.ts'
import { scorerOf } from '../comparing/scorer.ts'

/** Pairs of as many bits as these, each bit by itself, are looked at: unlikely by themselves, and still compared. */
const leastBits = -5

/** Fewer pairs than these of one bit tell nothing. */
const fewestPairs = 50

/**
 * No more is made up for, and but once: what is further off is another mistake. Where clusters are of families, who are
 * joined by relatives would raise all pairs, and join more of them.
 */
const mostShift = 1.5

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

/** Less is not worth making clusters again. */
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
  const clustered = cluster(dataset.size, edges, scorerOf(dataset, model), options)
  const bits = bitsTooLow(edges, clustered.clusters)
  if (bits < leastShift) return { model, edges, clustered }
  const raised = {
    model: { ...model, pairsPerRecord: model.pairsPerRecord * 2 ** bits },
    edges: { ...edges, weights: edges.weights.map((weight) => weight + bits) },
  }
  return { ...raised, clustered: cluster(dataset.size, raised.edges, scorerOf(dataset, raised.model), options) }
}
