/**
 * Merges as a forest. A merge in force is an edge from the dissolved person to the survivor; a record belongs to the
 * root above its home person. So undoing an edge, in whatever order, restores exactly the records that came by it.
 */
export type Edge = { mergeId: string; dissolvedId: string; survivorId: string }

/** The person who stands for `personId` under the merges in force. */
export function rootOf(edges: readonly Edge[], personId: string): string {
  const above = new Map(edges.map((edge) => [edge.dissolvedId, edge.survivorId]))
  let at = personId
  for (let steps = 0; steps <= edges.length; steps += 1) {
    const next = above.get(at)
    if (next === undefined) return at
    at = next
  }
  throw new Error('merges go in a circle')
}

/** `personId` and every person whose way up passes it. */
export function treeBelow(edges: readonly Edge[], personId: string): string[] {
  const found = [personId]
  for (const at of found) found.push(...edges.filter((edge) => edge.survivorId === at).map((edge) => edge.dissolvedId))
  return found
}

export type Aged = { id: string; recordedAt: Date }

/** The older of two survives; ids are time-ordered and break a tie. */
export function olderFirst<A extends Aged>(one: A, other: A): [A, A] {
  const difference = one.recordedAt.getTime() - other.recordedAt.getTime() || (one.id < other.id ? -1 : 1)
  return difference < 0 ? [one, other] : [other, one]
}
