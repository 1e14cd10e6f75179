/** The level at which two codes meet, the lower one first. */
type Compared = (low: number, high: number) => number

/** Answers the level of two codes in either order: what was found of them last, or what `compared` finds now. */
export type PairMemory = (one: number, other: number, compared: Compared) => number

/**
 * Remembers levels, since values meet again and again: in a table of at most 2 ** `mostBits` pairs, a new pair in the place
 * of another one. A few pairs of a small table of `values` take hardly any room.
 */
export function pairMemory(values: number, mostBits: number): PairMemory {
  const bits = Math.max(4, Math.min(mostBits, 2 * Math.ceil(Math.log2(values + 1))))
  const keys = new Float64Array(1 << bits).fill(-1)
  const levels = new Uint8Array(1 << bits)
  return (one, other, compared) => {
    const low = one < other ? one : other
    const high = one < other ? other : one
    const key = low * 67_108_864 + high
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - bits)
    if (keys[slot] === key) return levels[slot]!
    keys[slot] = key
    return (levels[slot] = compared(low, high))
  }
}
