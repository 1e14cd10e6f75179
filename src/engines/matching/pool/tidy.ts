import { SELECTION_STAGES } from '../candidate.ts'
import { STAGE_SHARE } from '../score.ts'
import { BLOCK_BITS, emptyPool, isLive, poolSize, type Pool } from './pool.ts'
import { boundBlock } from './put.ts'
import { addSlot, emptySet, grown, slotsOf } from './slot-set.ts'

/**
 * The same people without the slots that were given up, those of like work and skills beside each other and the best first,
 * so that fewer blocks have to be visited. Answers are the same before and after.
 */
export function tidied(pool: Pool): Pool {
  const order = orderOf(pool)
  const target = emptyPool()
  target.slots = order.length
  const room = order.length + 1
  for (const name of ['salary', 'start', 'experience', 'stage', 'evaluation', 'updatedDay'] as const)
    Object.assign(target, { [name]: permuted(pool[name], order) })
  target.signalKind = permuted(pool.signalKind, order)
  target.signalDay = permuted(pool.signalDay, order)
  for (const slot of order) target.slotOf.set(pool.ids[slot]!, target.ids.push(pool.ids[slot]!) - 1)
  target.live = new Uint32Array((room >>> 5) + 1)
  for (let slot = 0; slot < order.length; slot += 1) target.live[slot >>> 5]! |= 1 << (slot & 31)
  for (const [name, { values, column }] of pool.facets)
    target.facets.set(name, { values, column: permuted(column, order) })
  moveSets(pool, target, order)
  moveTerms(pool, target, order)
  for (let slot = 0; slot < order.length; slot += 1) boundBlock(target, slot)
  return target
}

/** Whether so many slots were given up, or came in late, that tidying is worth its time. */
export function isUntidy(pool: Pool): boolean {
  const given = pool.slots - poolSize(pool)
  return pool.slots > 1 << BLOCK_BITS && given > pool.slots / 4
}

/** By main line of work, then by what stands firm in the score, the best first. */
function orderOf(pool: Pool): Uint32Array {
  const keys = new Float64Array(pool.slots)
  const live: number[] = []
  for (let slot = 0; slot < pool.slots; slot += 1) {
    if (!isLive(pool, slot)) continue
    live.push(slot)
    keys[slot] = groupOf(pool, slot) * 2 - firmShare(pool, slot)
  }
  return Uint32Array.from(live.sort((one, other) => keys[one]! - keys[other]! || one - other))
}

/** The rank of the person's line of work, or of their first skill where none is known. */
function groupOf(pool: Pool, slot: number): number {
  const from = pool.termAt[slot]!
  for (let at = from; at < pool.termAt[slot + 1]!; at += 1)
    if (pool.terms.texts[pool.term[at]!]!.startsWith('work ')) return pool.term[at]!
  return from === pool.termAt[slot + 1]! ? 0 : pool.term[from]!
}

/** 0 to 1: stage and evaluation, which do not change with the question. */
function firmShare(pool: Pool, slot: number): number {
  const stage = pool.stage[slot]!
  return ((stage === 0 ? 0 : STAGE_SHARE[SELECTION_STAGES[stage - 1]!]) * 9 + pool.evaluation[slot]! * 7) / 17
}

function permuted<A extends Int32Array | Uint8Array | Uint16Array | Float64Array>(column: A, order: Uint32Array): A {
  const moved = new (column.constructor as new (length: number) => A)(order.length)
  for (let slot = 0; slot < order.length; slot += 1) moved[slot] = column[order[slot]!]!
  return moved
}

const GIVEN_UP = 0xffffffff

function moveSets(pool: Pool, target: Pool, order: Uint32Array): void {
  const placeOf = new Uint32Array(pool.slots).fill(GIVEN_UP)
  order.forEach((slot, place) => {
    placeOf[slot] = place
  })
  for (const [kind, sets] of pool.sets)
    for (const [value, set] of sets) {
      const places = slotsOf(set)
        .map((slot) => placeOf[slot]!)
        .filter((place) => place !== GIVEN_UP)
        .sort()
      const moved = emptySet()
      for (const place of places) addSlot(moved, place)
      if (moved.count === 0) continue
      if (!target.sets.has(kind)) target.sets.set(kind, new Map())
      target.sets.get(kind)!.set(value, moved)
    }
}

function moveTerms(pool: Pool, target: Pool, order: Uint32Array): void {
  Object.assign(target, { terms: pool.terms, categories: pool.categories, termCategory: pool.termCategory })
  for (const _ of pool.terms.texts) target.holders.push(emptySet())
  for (const _ of pool.categories.texts.slice(1)) target.blocks.ofCategory.push(emptySet())
  target.termAt = new Uint32Array(order.length + 1)
  for (let slot = 0; slot < order.length; slot += 1) {
    const [from, until] = [pool.termAt[order[slot]!]!, pool.termAt[order[slot]! + 1]!]
    const at = target.termAt[slot]!
    target.term = grown(target.term, at + until - from)
    target.fact = grown(target.fact, at + until - from)
    target.term.set(pool.term.subarray(from, until), at)
    target.fact.set(pool.fact.subarray(from, until), at)
    target.termAt[slot + 1] = at + until - from
  }
}
