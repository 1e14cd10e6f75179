/** Chance that repeats itself: the same seed gives the same people, whatever the machine. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next: () => number
  below: (limit: number) => number
  between: (from: number, to: number) => number
  happens: (probability: number) => boolean
  pick: <T>(from: readonly T[]) => T
  some: <T>(from: readonly T[], count: number) => T[]
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for made-up people and never for secrets. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!
  return {
    next,
    below,
    pick,
    between: (from, to) => from + below(to - from + 1),
    happens: (probability) => next() < probability,
    some: (from, count) => {
      const left = [...from]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]!)
    },
  }
}
