export { suppressCounts } from './cell-suppression.ts'
export type { SafeCell, SafeTable, Suppression } from './cell-suppression.ts'
export { blocksOf, clusters } from './cluster.ts'
export type { Cluster, Recoding } from './cluster.ts'
export { differencingGuard, roundedCount } from './differencing.ts'
export type { DifferencingVerdict } from './differencing.ts'
export { generalise } from './generalise.ts'
export type { AnonymityReport, AnonymousTable, Coarsening, CoarseningCause } from './generalise.ts'
export {
  ageHierarchy,
  asIsHierarchy,
  dateHierarchy,
  employerHierarchy,
  prefectureHierarchy,
  regionOf,
  salaryHierarchy,
  skillHierarchy,
  SUPPRESSED,
} from './hierarchy.ts'
export type { Cell, Hierarchy } from './hierarchy.ts'
export { isAnonymous, isDiverse } from './table.ts'
export type { AnonymityCheck, AnonymityRules, PublishedRow, SourceRow } from './table.ts'
