/** Repeatable numbers from 0 up to 1 (xorshift32; Marsaglia, "Xorshift RNGs", 2003): training twice gives one model. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}
