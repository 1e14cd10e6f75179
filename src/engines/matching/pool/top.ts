import type { AgeOf } from '../eligibility.ts'
import type { Opening } from '../opening.ts'
import { DEFAULT_WEIGHTS, type Weights } from '../score.ts'
import { filtersOf, type Filter } from './filter.ts'
import { BLOCK_BITS, BLOCK_WORDS, type Pool } from './pool.ts'
import { scorerOf, type Contributions, type Scorer } from './scorer.ts'

export interface PoolQuestion {
  readonly asOf: Date
  /** How many of the best are wanted. */
  readonly limit: number
  readonly weights?: Weights
  readonly ageOf?: AgeOf
  /** Facets to narrow by. */
  readonly only?: Readonly<Record<string, string | undefined>>
  /** `NEWEST`: nobody is ranked; those changed last come first. */
  readonly order?: 'SCORE' | 'NEWEST'
}

export interface PoolHit {
  readonly id: string
  /** Exactly the sum of the contributions; 0 where nobody is ranked. */
  readonly score: number
  readonly contributions?: Contributions
}

/**
 * The best of the pool for an opening, exactly: equal scores in the order of their ids. Blocks are visited by what their
 * best person could have at most, until none that is left could still come in; `isPruned: false` visits them all.
 */
export function topOf(
  pool: Pool,
  opening: Opening,
  { isPruned = true, ...question }: PoolQuestion & { isPruned?: boolean },
): PoolHit[] {
  const isNewest = question.order === 'NEWEST'
  const { asOf, weights = DEFAULT_WEIGHTS, limit } = question
  const filters = [...filtersOf(pool, opening, { ageOf: question.ageOf }), ...facetFilters(pool, question.only)]
  const scorer = isNewest ? newest(pool) : scorerOf(pool, opening, { asOf, weights })
  const best = heapOf(pool.ids, limit)
  const words = new Uint32Array(BLOCK_WORDS)
  const { blocks, bounds } = visitOrder(pool, scorer)
  for (const block of blocks) {
    const bound = bounds[block]!
    if (isPruned && best.isFull()) {
      if (bound < best.least()) break
      if (bound === best.least() && pool.blocks.leastId[block]! > best.lastId()) continue
    }
    const from = block * BLOCK_WORDS
    for (let at = 0; at < BLOCK_WORDS; at += 1) words[at] = pool.live[from + at] ?? 0
    if (isPruned && best.isFull()) scorer.narrow(words, block, best.least())
    for (const { apply } of filters) {
      if (isEmpty(words)) break
      apply(words, from)
    }
    for (let at = 0; at < BLOCK_WORDS; at += 1) {
      let left = words[at]!
      while (left !== 0) {
        const slot = ((from + at) << 5) | (31 - Math.clz32(left & -left))
        left &= left - 1
        best.offer(slot, scorer.scoreAt(slot))
      }
    }
  }
  return best.sorted().map(({ slot, score }) => ({
    id: pool.ids[slot]!,
    score: isNewest ? 0 : score,
    ...(!isNewest && { contributions: scorer.partsAt(slot) }),
  }))
}

function isEmpty(words: Uint32Array): boolean {
  for (let at = 0; at < words.length; at += 1) if (words[at] !== 0) return false
  return true
}

/** Narrows to those of one value of each named facet. It is no condition: nobody is excluded for it. */
export function facetFilters(pool: Pool, only: PoolQuestion['only'] = {}): Pick<Filter, 'apply'>[] {
  return Object.entries(only).flatMap(([name, value]) => {
    if (value === undefined) return []
    const facet = pool.facets.get(name)
    const wanted = facet?.values.ids.get(value)
    return {
      apply: (words: Uint32Array, from: number) => {
        for (let at = 0; at < words.length; at += 1) {
          let left = words[at]!
          while (left !== 0) {
            const bit = 31 - Math.clz32(left & -left)
            left &= left - 1
            if (wanted === undefined || facet!.column[((from + at) << 5) | bit] !== wanted) words[at]! &= ~(1 << bit)
          }
        }
      },
    }
  })
}

/** The blocks, those first whose best could be most. */
function visitOrder(pool: Pool, scorer: Scorer): { blocks: Uint32Array; bounds: Int32Array } {
  const size = (pool.slots + (1 << BLOCK_BITS) - 1) >>> BLOCK_BITS
  const bounds = new Int32Array(size)
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (let block = 0; block < size; block += 1) {
    bounds[block] = scorer.boundOf(block)
    least = Math.min(least, bounds[block]!)
    most = Math.max(most, bounds[block]!)
  }
  // Bounds are small whole numbers, so counting sorts them.
  const places = new Uint32Array(size === 0 ? 1 : most - least + 2)
  for (let block = 0; block < size; block += 1) places[most - bounds[block]! + 1]! += 1
  for (let at = 1; at < places.length; at += 1) places[at]! += places[at - 1]!
  const blocks = new Uint32Array(size)
  for (let block = 0; block < size; block += 1) blocks[places[most - bounds[block]!]!++] = block
  return { blocks, bounds }
}

/** The day of the last change in place of a score. */
const newest = ({ updatedDay, blocks }: Pool): Scorer => ({
  scoreAt: (slot) => updatedDay[slot]!,
  boundOf: (block) => blocks.updatedDay[block]!,
  narrow: () => {},
  partsAt: () => {
    throw new Error('what is not ranked has no parts')
  },
})

/** The best so far, the worst of them on top. */
function heapOf(ids: readonly string[], limit: number) {
  const slots: number[] = []
  const scores: number[] = []
  const isWorse = (one: number, other: number): boolean =>
    scores[one]! < scores[other]! || (scores[one] === scores[other] && ids[slots[one]!]! > ids[slots[other]!]!)
  const swap = (one: number, other: number): void => {
    ;[slots[one], slots[other]] = [slots[other]!, slots[one]!]
    ;[scores[one], scores[other]] = [scores[other]!, scores[one]!]
  }
  const sink = (): void => {
    let at = 0
    for (;;) {
      let worst = at
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < slots.length && isWorse(child, worst)) worst = child
      if (worst === at) return
      swap(at, worst)
      at = worst
    }
  }
  return {
    isFull: () => slots.length >= limit,
    least: () => scores[0]!,
    lastId: () => ids[slots[0]!]!,
    offer: (slot: number, score: number): void => {
      if (slots.length < limit) {
        slots.push(slot)
        scores.push(score)
        for (let at = slots.length - 1; at > 0 && isWorse(at, (at - 1) >>> 1); at = (at - 1) >>> 1)
          swap(at, (at - 1) >>> 1)
        return
      }
      if (limit === 0 || score < scores[0]! || (score === scores[0] && ids[slot]! > ids[slots[0]!]!)) return
      slots[0] = slot
      scores[0] = score
      sink()
    },
    sorted: () =>
      slots
        .map((slot, at) => ({ slot, score: scores[at]! }))
        .toSorted((a, b) => b.score - a.score || (ids[a.slot]! < ids[b.slot]! ? -1 : 1)),
  }
}
