import type { BlockIndex } from './block-index.ts'
import { candidateVisitor, type Stretch } from './candidates.ts'
import { comparersOf } from '../comparing/comparers.ts'
import type { Dataset } from '../reading/dataset.ts'
import { EdgeCollector, type Edges } from '../clusters/edges.ts'
import { keepAcross, type Sources } from '../clusters/sources.ts'
import type { LinkageModel } from '../training/model.ts'
import { prunerOf } from '../pruning/pruning.ts'
import { rowsOf, type Rows } from '../pruning/rows.ts'
import { scorerOf } from '../comparing/scorer.ts'

export type ScoringInput = {
  dataset: Dataset
  index: BlockIndex
  model: LinkageModel
  least: number
  rows?: Rows
  /** Where given, only pairs across files are scored. */
  sources?: Sources | undefined
}

/** So many records of small blocks are gathered before they are gone through: their rows stay in near memory. */
const batched = 1024

/** Scores candidates stretch by stretch and keeps the pairs that weigh at least `least` bits. */
export function candidateScorer({ dataset, index, model, least, rows = rowsOf(dataset), sources }: ScoringInput) {
  const comparers = comparersOf(dataset)
  const { score } = scorerOf(dataset, model, comparers)
  const { lay, prune, pruneGroups } = prunerOf(dataset, model, least, { rows, comparers })
  const visit = candidateVisitor(index)
  const groups = { records: new Int32Array(batched), owns: new Int32Array(batched), count: 0 }
  /** Puts a record behind those that are gathered, in the group that begins at `own`, and answers where that is. */
  const put = (record: number, own: number): number => {
    groups.owns[groups.count] = own
    groups.records[groups.count++] = record
    return own
  }
  let laid: Int32Array = new Int32Array(0)
  return (stretch: Stretch): { edges: Edges; compared: number } => {
    const edges = new EdgeCollector()
    let compared = 0
    const settle = (record: number, other: number): void => {
      const weight = score(record, other)
      if (weight >= least) edges.add(other, record, weight)
    }
    const settleGroups = (): void => {
      const kept = pruneGroups(groups)
      for (let at = 0; at < kept; at++) settle(groups.owns[at]!, groups.records[at]!)
      groups.count = 0
    }
    visit(stretch, {
      lay: (records, count) => {
        laid = records
        lay(records, count)
      },
      beside: (place, others, count) => {
        const across = keepAcross(sources, laid[place]!, { others, count, recordOf: laid })
        compared += across
        const kept = prune(place, others, across)
        for (let at = 0; at < kept; at++) settle(laid[place]!, laid[others[at]!]!)
      },
      besideRecord: (record, others, count) => {
        const across = keepAcross(sources, record, { others, count })
        compared += across
        let own = batched
        for (let at = 0; at < across; at++) {
          if (groups.count + 2 > batched) {
            settleGroups()
            own = batched
          }
          if (own === batched) own = put(record, groups.count)
          put(others[at]!, own)
        }
      },
    })
    settleGroups()
    return { edges: edges.finish(), compared }
  }
}
