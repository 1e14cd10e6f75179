export interface StageTotal {
  readonly count: number
  readonly sum: number
  /** Sample variance of the values at this stage; 0 for a single value. */
  readonly variance: number
}

export type StageTotals = ReadonlyMap<string, StageTotal>

/** Count, sum and variance by stage, in two passes so that large means do not eat small variances. */
export function stageTotals(evaluations: readonly { readonly stage: string; readonly value: number }[]): StageTotals {
  const byStage = Map.groupBy(evaluations, (evaluation) => evaluation.stage)
  return new Map(
    [...byStage].map(([stage, members]) => {
      const sum = members.reduce((total, member) => total + member.value, 0)
      const mean = sum / members.length
      const squares = members.reduce((total, member) => total + (member.value - mean) ** 2, 0)
      return [stage, { count: members.length, sum, variance: squares / Math.max(1, members.length - 1) }]
    }),
  )
}

export function weightedSum<Item>(items: readonly Item[], term: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + term(item), 0)
}
