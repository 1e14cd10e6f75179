import type { BlockIndex } from './block-index.ts'
import { blockVisitor, type Stretch } from './candidates.ts'
import type { Dataset } from './dataset.ts'
import { EdgeCollector, type Edges } from './edges.ts'
import type { LinkageModel } from './model.ts'
import { prunerOf } from './pruning.ts'
import { rowsOf, type Rows } from './rows.ts'
import { scorerOf } from './scorer.ts'

export type ScoringInput = { dataset: Dataset; index: BlockIndex; model: LinkageModel; least: number; rows?: Rows }

/** Scores candidates stretch by stretch and keeps the pairs that weigh at least `least` bits. */
export function candidateScorer({ dataset, index, model, least, rows = rowsOf(dataset) }: ScoringInput) {
  const { score } = scorerOf(dataset, model)
  const { lay, begin, keep } = prunerOf(dataset, model, least, rows)
  const visit = blockVisitor(index)
  return (stretch: Stretch): { edges: Edges; compared: number } => {
    const edges = new EdgeCollector()
    let compared = 0
    let records: Int32Array
    const onBlock = (members: Int32Array): void => lay((records = members), members.length)
    visit(stretch, onBlock, (place, earlier, count) => {
      compared += count
      const record = records[place]!
      begin(record)
      const kept = keep(earlier, count)
      for (let at = 0; at < kept; at++) {
        const other = records[earlier[at]!]!
        const weight = score(record, other)
        if (weight >= least) edges.add(other, record, weight)
      }
    })
    return { edges: edges.finish(), compared }
  }
}
