import type { BlockIndex } from './block-index.ts'
import { candidateVisitor, type Stretch } from './candidates.ts'
import { comparersOf } from './comparers.ts'
import type { Dataset } from './dataset.ts'
import { EdgeCollector, type Edges } from './edges.ts'
import type { LinkageModel } from './model.ts'
import { prunerOf } from './pruning.ts'
import { rowsOf, type Rows } from './rows.ts'
import { scorerOf } from './scorer.ts'

export type ScoringInput = { dataset: Dataset; index: BlockIndex; model: LinkageModel; least: number; rows?: Rows }

/** Scores candidates stretch by stretch and keeps the pairs that weigh at least `least` bits. */
export function candidateScorer({ dataset, index, model, least, rows = rowsOf(dataset) }: ScoringInput) {
  const comparers = comparersOf(dataset)
  const { score } = scorerOf(dataset, model, comparers)
  const { lay, prune } = prunerOf(dataset, model, least, { rows, comparers })
  const visit = candidateVisitor(index)
  let laid: Int32Array = new Int32Array(0)
  return (stretch: Stretch): { edges: Edges; compared: number } => {
    const edges = new EdgeCollector()
    let compared = 0
    visit(stretch, {
      lay: (records, count) => {
        laid = records
        lay(records, count)
      },
      beside: (place, others, count) => {
        compared += count
        const kept = prune(place, others, count)
        for (let at = 0; at < kept; at++) {
          const [record, other] = [laid[place]!, laid[others[at]!]!]
          const weight = score(record, other)
          if (weight >= least) edges.add(other, record, weight)
        }
      },
    })
    return { edges: edges.finish(), compared }
  }
}
