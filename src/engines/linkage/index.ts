/** The engine as its users see it, room by room (README.md). */

export { blocksOf, learn, type Blocks } from './linking.ts'

// Records as numbers
export { CellReader } from './reading/cell-reader.ts'
export { longestCell, mostRemembered, type Cells } from './reading/cells.ts'
export type { Column } from './reading/columns.ts'
export {
  DatasetCollector,
  planOf,
  type Ages,
  type Dataset,
  type DatasetPart,
  type FilePlan,
} from './reading/dataset.ts'
export { dayOrderOf } from './reading/dates.ts'
export { namesAreJapanese, recogniseColumns } from './reading/mapping.ts'
export { roles, type MappedColumn, type Role } from './reading/roles.ts'
export { TextCollector, textOf, type Texts } from './reading/texts.ts'
export { phoneValue } from './reading/values.ts'

// Which pairs are compared
export { atomsOf } from './blocking/atoms.ts'
export { indexOf } from './blocking/block-index.ts'
export { budgetFor, chooseRules } from './blocking/blocking.ts'
export { candidateScorer, type ScoringInput } from './blocking/candidate-scorer.ts'
export { candidatesOf, stretchesOf, type Stretch } from './blocking/candidates.ts'

// What a pair weighs
export { copiesAreOne } from './comparing/copies-decision.ts'
export { nameLevel } from './comparing/levels.ts'
export { probabilityOf, scorerOf } from './comparing/scorer.ts'
export { waterfall, type Waterfall } from './comparing/waterfall.ts'

// Which pairs cannot weigh enough
export { prunerOf } from './pruning/pruning.ts'
export { rowsOf } from './pruning/rows.ts'

// The model
export { raisedByClusters } from './training/joined-by-others.ts'
export { LinkageModel, modelFor } from './training/model.ts'
export { seededRandom } from './training/random.ts'
export { fewRecords, shippedModels } from './training/shipped-models.ts'

// People from pairs
export { adopted } from './clusters/adoption.ts'
export { cluster, type Clustered } from './clusters/clusters.ts'
export { alikeWithinFiles, everyRecord, withoutCopies, type Originals } from './clusters/copies.ts'
export { EdgeCollector, joinEdges, type Edges } from './clusters/edges.ts'
export { evaluate, type Measures } from './clusters/evaluation.ts'
export { wholeScorer } from './clusters/pair-sums.ts'
export { Sets } from './clusters/sets.ts'
export { sourcesOf, type Sources } from './clusters/sources.ts'
