export type Measures = { precision: number; recall: number; f1: number }

const measures = (precision: number, recall: number): Measures => ({
  precision,
  recall,
  f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
})

/**
 * How well clusters find the true persons: over pairs of records (every true pair counts, whether it was compared or
 * not), and by cluster, as B-cubed (Bagga and Baldwin, 1998): for each record the share of its cluster that is of its
 * person, and of its person that is in its cluster, averaged over records.
 */
export function evaluate(
  clusters: ArrayLike<number | string>,
  persons: ArrayLike<number | string>,
): { pairs: Measures; bCubed: Measures } {
  const inCluster = new Map<number | string, number>()
  const ofPerson = new Map<number | string, number>()
  const inBoth = new Map<string, { count: number; cluster: number | string; person: number | string }>()
  for (let at = 0; at < persons.length; at++) {
    const [cluster, person] = [clusters[at]!, persons[at]!]
    inCluster.set(cluster, (inCluster.get(cluster) ?? 0) + 1)
    ofPerson.set(person, (ofPerson.get(person) ?? 0) + 1)
    const key = `${cluster}\n${person}`
    const both = inBoth.get(key)
    if (both) both.count++
    else inBoth.set(key, { count: 1, cluster, person })
  }
  const pairsOf = (count: number) => (count * (count - 1)) / 2
  const pairsIn = (counts: Iterable<number>) => Array.from(counts, pairsOf).reduce((sum, pairs) => sum + pairs, 0)
  const [found, expected] = [pairsIn(inCluster.values()), pairsIn(ofPerson.values())]
  const right = pairsIn(Array.from(inBoth.values(), ({ count }) => count))
  let [precision, recall] = [0, 0]
  for (const { count, cluster, person } of inBoth.values()) {
    precision += (count * count) / inCluster.get(cluster)!
    recall += (count * count) / ofPerson.get(person)!
  }
  const records = Math.max(persons.length, 1)
  return {
    pairs: measures(found ? right / found : 1, expected ? right / expected : 1),
    bCubed: measures(precision / records, recall / records),
  }
}
