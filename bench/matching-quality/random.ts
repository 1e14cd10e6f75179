/** Repeatable chance (mulberry32, Tommy Ettinger; public domain): the same seed gives the same choices. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    /** Both ends included. */
    between,
    chance: (share: number): boolean => next() < share,
    one: <T>(among: readonly T[]): T => among[between(0, among.length - 1)]!,
    shuffled: <T>(items: readonly T[]): T[] => {
      const mixed = [...items]
      for (let at = mixed.length - 1; at > 0; at -= 1) {
        const other = between(0, at)
        ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
      }
      return mixed
    },
  }
}

export type Random = ReturnType<typeof randomFrom>
