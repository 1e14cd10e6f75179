import { atomsOf } from './atoms.ts'
import { candidateVisitor, indexOf, type BlockIndex, type Stretch } from './block-index.ts'
import { budgetFor, chooseRules, type BlockingBudget, type BlockingRule } from './blocking.ts'
import type { Dataset } from './dataset.ts'
import { EdgeCollector, type Edges } from './edges.ts'
import { modelFor, type LinkageModel } from './model.ts'
import { prunerOf } from './pruning.ts'
import { rowsOf, type Rows } from './rows.ts'
import { lookerOf, scorerOf } from './scorer.ts'
import { PairSample, randomPairs, train } from './training.ts'

/** Which pairs are compared: the rules chosen for the records, and their blocks. */
export type Blocks = {
  rules: readonly BlockingRule[]
  indexes: readonly BlockIndex[]
  budget: BlockingBudget
  pairs: number
}

export function blocksOf(dataset: Dataset, budget: BlockingBudget = budgetFor(dataset.size)): Blocks {
  const rules = chooseRules(atomsOf(dataset), dataset.size, budget)
  return {
    rules,
    budget,
    indexes: rules.map((rule) => indexOf(rule, dataset.size, budget.crowd)),
    pairs: rules.reduce((sum, { pairs }) => sum + pairs, 0),
  }
}

/** As many pairs as training looks at: enough for every level, and seconds of work at most. */
const trainingPairs = 600_000

/** What weighs less at its very best before training matches in no round of it. */
const hopelessBits = -18

/** Learns a model from the records themselves, beginning with `base`. */
export function learn(dataset: Dataset, blocks: Blocks, base?: LinkageModel): LinkageModel {
  const look = lookerOf(dataset)
  const begun = modelFor(dataset, base)
  const room = Math.min(trainingPairs, Math.ceil(blocks.pairs * 1.2) + 1000)
  const candidates = new PairSample(begun.comparisons.length, room)
  // Every so many records rather than every so many pairs: the candidates of one record stay together.
  const step = Math.max(1, Math.ceil(blocks.pairs / trainingPairs))
  const { begin, bound } = prunerOf(dataset, begun, hopelessBits)
  candidateVisitor(blocks.indexes, dataset.size)({ from: 0, to: dataset.size, step }, (record, earlier, count) => {
    begin(record)
    for (let at = 0; at < count; at++)
      if (bound(earlier[at]!) > hopelessBits) candidates.add(look(record, earlier[at]!))
  })
  const random = randomPairs(dataset, look, 300_000)
  return train({ dataset, base: begun, candidates, rate: 1 / step, random })
}

export type ScoringInput = {
  dataset: Dataset
  indexes: readonly BlockIndex[]
  model: LinkageModel
  least: number
  rows?: Rows
}

/** Scores candidates stretch by stretch and keeps the pairs that weigh at least `least` bits. */
export function candidateScorer({ dataset, indexes, model, least, rows = rowsOf(dataset) }: ScoringInput) {
  const { score } = scorerOf(dataset, model)
  const { begin, bound } = prunerOf(dataset, model, least, rows)
  const visit = candidateVisitor(indexes, dataset.size)
  return (stretch: Stretch): { edges: Edges; compared: number; fetched: number } => {
    const edges = new EdgeCollector()
    let [compared, fetched] = [0, 0]
    visit(stretch, (record, candidates, count) => {
      compared += count
      begin(record)
      // The rows are fetched side by side here, rather than one after the other while they are compared.
      for (let at = 0; at < count; at++) fetched ^= rows.values[candidates[at]! * rows.width]!
      for (let at = 0; at < count; at++) {
        const earlier = candidates[at]!
        if (bound(earlier) < least) continue
        const weight = score(record, earlier)
        if (weight >= least) edges.add(earlier, record, weight)
      }
    })
    return { edges: edges.finish(), compared, fetched }
  }
}
