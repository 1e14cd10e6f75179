/**
 * Normalised discounted cumulative gain of a ranking at a depth: 1 for the best order possible, gains 2^grade − 1.
 * Source: Järvelin & Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20 (2002), with the
 * exponential gain of Burges et al. (2005). 0 where no item has a grade.
 */
export function ndcg(input: {
  readonly ranking: readonly string[]
  readonly grades: ReadonlyMap<string, number>
  readonly depth: number
}): number {
  const { ranking, grades, depth } = input
  const best = discounted(
    [...grades.values()].toSorted((a, b) => b - a),
    depth,
  )
  const found = discounted(
    ranking.map((id) => grades.get(id) ?? 0),
    depth,
  )
  return best === 0 ? 0 : found / best
}

function discounted(grades: readonly number[], depth: number): number {
  return grades.slice(0, depth).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
}
