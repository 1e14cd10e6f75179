import { atomsOf } from './blocking/atoms.ts'
import { indexOf, type BlockIndex } from './blocking/block-index.ts'
import { budgetFor, chooseRules, type BlockingBudget, type BlockingRule } from './blocking/blocking.ts'
import { candidatesOf } from './blocking/candidates.ts'
import { keepAcross, pairsForEachAcross, type Sources } from './clusters/sources.ts'
import type { Dataset } from './reading/dataset.ts'
import { modelFor, type LinkageModel } from './training/model.ts'
import { prunerOf } from './pruning/pruning.ts'
import { lookerOf } from './comparing/scorer.ts'
import { PairSample, randomPairs, train } from './training/training.ts'

/** Which pairs are compared: the rules chosen for the records, and their blocks. */
export type Blocks = { rules: readonly BlockingRule[]; index: BlockIndex; budget: BlockingBudget; pairs: number }

export function blocksOf(dataset: Dataset, budget: BlockingBudget = budgetFor(dataset.size)): Blocks {
  const rules = chooseRules(atomsOf(dataset), dataset.size, budget)
  return {
    rules,
    budget,
    index: indexOf(rules, dataset.size, budget.crowd),
    pairs: rules.reduce((sum, { pairs }) => sum + pairs, 0),
  }
}

/** As many pairs as training looks at: enough for every level, and seconds of work at most. */
const trainingPairs = 600_000

/** What weighs less at its very best before training matches in no round of it, not even who moved and changed much else. */
const hopelessBits = -26

/** Learns a model from the records themselves, beginning with `base`; given `sources`, from pairs across files. */
export function learn(dataset: Dataset, blocks: Blocks, base?: LinkageModel, sources?: Sources): LinkageModel {
  const look = lookerOf(dataset)
  const begun = modelFor(dataset, base)
  const room = Math.min(trainingPairs, Math.ceil(blocks.pairs * 1.2) + 1000)
  const candidates = new PairSample(begun.comparisons.length, room)
  // Every so many records rather than every so many pairs: the candidates of one record stay together.
  const step = Math.max(1, Math.ceil(blocks.pairs / trainingPairs))
  const { pruneRecords } = prunerOf(dataset, begun, hopelessBits)
  const earlierOf = candidatesOf(blocks.index, dataset.size)
  for (let record = 0; record < dataset.size; record += step) {
    const { candidates: earlier, count } = earlierOf(record)
    const across = keepAcross(sources, record, { others: earlier, count })
    const kept = pruneRecords(record, earlier, across)
    for (let at = 0; at < kept; at++) candidates.add(look(record, earlier[at]!))
  }
  const random = randomPairs(dataset, look, 300_000)
  return train({ dataset, base: begun, candidates, rate: 1 / step, random, pairsForEach: pairsForEachAcross(sources) })
}
