/** Draws that follow from a seed alone. */
export interface Random {
  /** In [0, 1). */
  uniform(): number
  /** Gamma with this shape and scale 1. */
  gamma(shape: number): number
  poisson(mean: number): number
}

/**
 * Uniform: mulberry32 (Tommy Ettinger, public domain). Gamma: Marsaglia & Tsang, "A simple method for generating gamma
 * variables", ACM TOMS 26 (2000). Poisson: Knuth's product of uniforms, in parts of at most 30 so that none underflows.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + c * x) ** 3
      if (v > 0 && Math.log(1 - uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const smallPoisson = (mean: number): number => {
    const limit = Math.exp(-mean)
    let count = 0
    for (let product = uniform(); product > limit; product *= uniform()) count += 1
    return count
  }
  const poisson = (mean: number): number => {
    let count = 0
    for (let left = mean; left > 0; left -= 30) count += smallPoisson(Math.min(left, 30))
    return count
  }
  return { uniform, gamma, poisson }
}
