import { SELECTION_STAGES } from '../candidate.ts'
import { SIGNAL_HALF_LIFE_DAYS, STAGE_SHARE } from '../score.ts'
import { RELATED_CREDIT } from '../codes/skill-fit.ts'
import type { Compiled } from './compiled.ts'
import { BLOCK_BITS, BLOCK_WORDS, type Pool } from './pool.ts'
import { SIGNAL_ORIGIN_DAY } from './put.ts'
import { emptySet, paintPart, type SlotSet } from './slot-set.ts'

/**
 * What the best of a block could have, and who of it could reach a score. Both count a skill that is held as fully met, one
 * that is not as related where anybody in the block has its category, and work as done today. Rounding keeps an order, so a
 * bound of a share bounds its points.
 */
export function boundsOf(pool: Pool, opening: Compiled) {
  const marks = marksOf(pool, opening)
  const { rest, related, present } = blockSums(pool, opening, marks)
  const { required, maximum } = opening

  /** Points for required skills of whoever holds so many of them and is related to the others. */
  const heldPoints = (block: number, count: number): number => {
    if (required === 0) return 0
    const others = Math.min(related[block]!, required - count)
    return Math.round((maximum[0]! * (count + others * RELATED_CREDIT)) / required + 1e-6)
  }
  const workPoints = (share: number): number => Math.round(maximum[2]! * share)
  const atLeast = Array.from({ length: required + 1 }, () => new Uint32Array(BLOCK_WORDS))
  const part = new Uint32Array(BLOCK_WORDS)
  const reaching = new Uint32Array(BLOCK_WORDS)

  /** Lets those in who hold enough of the required skills for what is still missing. */
  const reach = (block: number, missing: number, among: Uint32Array | undefined): void => {
    let count = 0
    while (count <= required && heldPoints(block, count) < missing) count += 1
    if (count > required) return
    for (let at = 0; at < BLOCK_WORDS; at += 1)
      reaching[at]! |= atLeast[count]![at]! & (among === undefined ? 0xffffffff : among[at]!)
  }

  return {
    /** No live person of the block has more. */
    boundOf: (block: number): number => {
      const nearest = marks.layers.find(({ marked }) => marked[block] === 1)
      const work = nearest?.share ?? 0
      return rest[block]! + heldPoints(block, present[block]!) + workPoints(work)
    },
    /** Clears from a block's words those who cannot reach a score. */
    narrow: (words: Uint32Array, block: number, least: number): void => {
      const from = block * BLOCK_WORDS
      countHeld(marks, { block, atLeast, part })
      reaching.fill(0)
      const missing = least - rest[block]!
      reach(block, missing, undefined)
      for (const { share, sets, marked } of marks.layers) {
        if (marked[block] === 0) continue
        part.fill(0)
        for (const set of sets) paintPart(set, part, from)
        reach(block, missing - workPoints(share), part)
      }
      for (let at = 0; at < BLOCK_WORDS; at += 1) words[at]! &= reaching[at]!
    },
  }
}

type Marks = ReturnType<typeof marksOf>

/** In which blocks anybody holds each skill asked, has its category, or does near work. */
function marksOf(pool: Pool, { asked, works, required }: Compiled) {
  const size = pool.blocks.leastId.length
  const none = emptySet()
  const sets = asked.map(({ term }) => (term < 0 ? none : pool.holders[term]!))
  // Lines of work by how near they are, the nearest first; whoever is in none of them has no share.
  const byShare = [...Map.groupBy(works ?? [], ([, share]) => share)].toSorted(([a], [b]) => b - a)
  return {
    required,
    sets: sets.slice(0, required),
    held: sets.map((set) => blocksOf(set, size)),
    near: asked.map(({ category }) => categoryBlocks(pool, category, size)),
    layers: byShare.map(([share, terms]) => {
      const layer = terms.map(([term]) => pool.holders[term]!)
      const marked = new Uint8Array(size)
      for (const set of layer) {
        const one = blocksOf(set, size)
        for (let block = 0; block < size; block += 1) marked[block]! |= one[block]!
      }
      return { share, sets: layer, marked }
    }),
  }
}

function blocksOf({ items, count, words, marks }: SlotSet, size: number): Uint8Array {
  const marked = new Uint8Array(size)
  if (words === null) for (let at = 0; at < count; at += 1) marked[items[at]! >>> BLOCK_BITS] = 1
  else marked.set(marks.length > size ? marks.subarray(0, size) : marks)
  return marked
}

function categoryBlocks({ blocks }: Pool, category: number, size: number): Uint8Array {
  const marked = new Uint8Array(size)
  if (category === 0) return marked
  const { items, count, words } = blocks.ofCategory[category]!
  if (words === null) for (let at = 0; at < count; at += 1) marked[items[at]!] = 1
  else for (let block = 0; block < size; block += 1) marked[block] = ((words[block >>> 5] ?? 0) >>> (block & 31)) & 1
  return marked
}

/** By block: the most in all parts but required skills and work; how many required skills are related to, and held. */
function blockSums({ blocks }: Pool, opening: Compiled, { held, near }: Marks) {
  const { required, asked, maximum, today } = opening
  const size = blocks.leastId.length
  const rest = new Int32Array(size)
  const related = new Uint8Array(size)
  const present = new Uint8Array(size)
  const preferred = new Float64Array(size)
  for (let skill = 0; skill < asked.length; skill += 1) {
    const [has, like] = [held[skill]!, near[skill]!]
    for (let block = 0; block < size; block += 1) {
      if (skill >= required) preferred[block]! += has[block] === 1 ? 1 : like[block]! * RELATED_CREDIT
      else {
        related[block]! += like[block]!
        present[block]! += has[block]!
      }
    }
  }
  const wished = asked.length - required
  const points = (part: number, share: number) => Math.round(maximum[part]! * share)
  const stagePoints = [0, ...SELECTION_STAGES.map((stage) => points(4, STAGE_SHARE[stage]))]
  // A little more than the strongest signal has left, since its strength is a power of another day.
  const signalLeft = 2 ** ((SIGNAL_ORIGIN_DAY - today) / SIGNAL_HALF_LIFE_DAYS) * (1 + 1e-9)
  for (let block = 0; block < size; block += 1) {
    rest[block] =
      points(1, wished === 0 ? 0 : preferred[block]! / wished) +
      maximum[3]! +
      stagePoints[blocks.stage[block]!]! +
      points(5, blocks.evaluation[block]!) +
      points(6, opening.fresh(Math.max(0, today - blocks.updatedDay[block]!))) +
      points(7, Math.min(1, blocks.signal[block]! * signalLeft))
  }
  return { rest, related, present }
}

/** Who of the block holds at least so many of the required skills: 32 people at a time. */
function countHeld(marks: Marks, into: { block: number; atLeast: Uint32Array[]; part: Uint32Array }): void {
  const { block, atLeast, part } = into
  for (const [count, holding] of atLeast.entries()) holding.fill(count === 0 ? 0xffffffff : 0)
  for (let skill = 0; skill < marks.required; skill += 1) {
    if (marks.held[skill]![block] === 0) continue
    part.fill(0)
    paintPart(marks.sets[skill]!, part, block * BLOCK_WORDS)
    for (let count = skill + 1; count >= 1; count -= 1)
      for (let at = 0; at < BLOCK_WORDS; at += 1) atLeast[count]![at]! |= atLeast[count - 1]![at]! & part[at]!
  }
}
