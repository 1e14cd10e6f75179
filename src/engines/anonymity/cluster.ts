/** How rows are described together: what a description loses is what the clustering keeps small. */
export interface Recoding<Row, Shape> {
  /** What can be said of one row alone. */
  readonly of: (row: Row) => Shape
  /** What is still true of everyone whom either describes; in any order the same, and of a shape with itself, itself. */
  readonly join: (one: Shape, other: Shape) => Shape
  /** 0 for a description that loses nothing, more the less it tells. */
  readonly loss: (shape: Shape) => number
}

export interface Cluster<Shape> {
  /** Where its rows stand in the source; at least k of them. */
  readonly members: readonly number[]
  /** What is true of each of them, and the same for all. */
  readonly shape: Shape
}

/**
 * Groups of at least `k` rows, each with one description that is true of every row in it, chosen so that little is lost:
 * the greedy k-member clustering of Byun, Kamra, Bertino and Li, "Efficient k-Anonymization Using Clustering Techniques"
 * (DASFAA 2007). Every row is in exactly one group; with fewer than `k` rows there is none. Takes time with the square of
 * the rows: cut a large table into blocks first (`blocksOf`).
 */
export function clusters<Row, Shape>(
  rows: readonly Row[],
  { k, of, join, loss }: Recoding<Row, Shape> & { readonly k: number },
): Cluster<Shape>[] {
  const shapes = rows.map((row) => of(row))
  const shapeAt = (at: number): Shape => shapes[at] as Shape
  const left = new Set(rows.keys())
  const found: { members: number[]; shape: Shape }[] = []
  const cost = (shape: Shape, at: number) => loss(join(shape, shapeAt(at)))
  while (left.size >= k) {
    const last = found.at(-1)
    const seed = last ? dearest(left, (at) => cost(last.shape, at)) : left.values().next().value!
    left.delete(seed)
    const cluster = { members: [seed], shape: shapeAt(seed) }
    while (cluster.members.length < k) {
      const next = cheapest(left, (at) => cost(cluster.shape, at))
      left.delete(next)
      cluster.members.push(next)
      cluster.shape = join(cluster.shape, shapeAt(next))
    }
    found.push(cluster)
  }
  if (found.length > 0) for (const at of left) place(at)
  return found

  /** The few who are left go where all lose least by their coming. */
  function place(at: number): void {
    const grown = (cluster: (typeof found)[number]) =>
      cost(cluster.shape, at) * (cluster.members.length + 1) - loss(cluster.shape) * cluster.members.length
    const cluster = found.reduce((best, one) => (grown(one) < grown(best) ? one : best))
    cluster.members.push(at)
    cluster.shape = join(cluster.shape, shapeAt(at))
  }
}

/** Cuts rows into blocks of `size` in their given order; a last one of fewer than `least` joins the block before it. */
export function blocksOf<Row>(
  rows: readonly Row[],
  { size, least }: { readonly size: number; readonly least: number },
): Row[][] {
  const blocks: Row[][] = []
  for (let from = 0; from < rows.length; from += size) {
    const block = rows.slice(from, from + size)
    if (block.length < least && blocks.length > 0) blocks.at(-1)!.push(...block)
    else blocks.push(block)
  }
  return blocks
}

const cheapest = (from: Iterable<number>, cost: (at: number) => number): number => best(from, cost, -1)
const dearest = (from: Iterable<number>, cost: (at: number) => number): number => best(from, cost, 1)

function best(from: Iterable<number>, cost: (at: number) => number, sign: 1 | -1): number {
  let chosen = -1
  let most = Number.NEGATIVE_INFINITY
  for (const at of from) {
    const worth = sign * cost(at)
    if (worth > most) [chosen, most] = [at, worth]
  }
  return chosen
}
