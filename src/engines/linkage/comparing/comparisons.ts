import type { Dataset } from '../reading/dataset.ts'
import type { ComparisonModel } from '../training/model.ts'

/** What is compared in a dataset, in the order of the scorer: family name, given name, then its columns. */
export function comparisonsOf(dataset: Dataset): { id: string; kind: ComparisonModel['kind'] }[] {
  const names = dataset.names ? (['family', 'given'] as const).map((id) => ({ id, kind: 'name' as const })) : []
  return [...names, ...dataset.columns.map(({ id, kind }) => ({ id, kind }))]
}
