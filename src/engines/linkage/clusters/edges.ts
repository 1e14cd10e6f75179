/** Pairs that score well enough to be looked at, with their weights in bits. */
export type Edges = { count: number; one: Int32Array; other: Int32Array; weights: Float32Array }

/** Gathers edges of which one does not know how many will come. */
export class EdgeCollector {
  #edges: Edges = {
    count: 0,
    one: new Int32Array(1 << 12),
    other: new Int32Array(1 << 12),
    weights: new Float32Array(1 << 12),
  }

  add(one: number, other: number, weight: number): void {
    let edges = this.#edges
    if (edges.count === edges.one.length) edges = this.#edges = resized(edges, edges.count * 2)
    edges.one[edges.count] = Math.min(one, other)
    edges.other[edges.count] = Math.max(one, other)
    edges.weights[edges.count++] = weight
  }

  finish(): Edges {
    return resized(this.#edges, this.#edges.count)
  }
}

function resized({ count, one, other, weights }: Edges, length: number): Edges {
  const fitted = <Values extends Int32Array | Float32Array>(values: Values, made: Values): Values => {
    made.set(values.subarray(0, Math.min(count, length)))
    return made
  }
  return {
    count,
    one: fitted(one, new Int32Array(length)),
    other: fitted(other, new Int32Array(length)),
    weights: fitted(weights, new Float32Array(length)),
  }
}

/** Edges of several collections in one. */
export function joinEdges(parts: readonly Edges[]): Edges {
  const all = new EdgeCollector()
  for (const { count, one, other, weights } of parts)
    for (let at = 0; at < count; at++) all.add(one[at]!, other[at]!, weights[at]!)
  return all.finish()
}
