import { ruleKeys, mostRuleKeys, type BlockingRule } from './blocking.ts'
import { GrowingInts, sharedInts } from './texts.ts'

/**
 * The records of a rule by block: `blocks` of record r are `blocks[starts[r]] …`, the members of block b, in order, are
 * `members[blockStarts[b]] …`. Blocks of one record, and crowded ones, are left out.
 */
export type BlockIndex = {
  starts: Int32Array
  blocks: Int32Array
  blockStarts: Int32Array
  members: Int32Array
  crowded: number
}

export function indexOf(rule: BlockingRule, size: number, crowd: number): BlockIndex {
  const keys = new Int32Array(mostRuleKeys)
  const starts = sharedInts(size + 1)
  const blocks = new GrowingInts()
  const groups = new KeyTable(size)
  for (let record = 0; record < size; record++) {
    const first = blocks.length
    starts[record] = first
    const found = ruleKeys(rule, record, keys)
    for (let at = 0; at < found; at++) {
      const group = groups.find(keys[at]!)
      if (blocks.includesSince(first, group)) continue
      blocks.push(group)
      groups.counts[group]!++
    }
  }
  starts[size] = blocks.length
  return lay({ starts, blocks: blocks.finish(), counts: groups.counts, count: groups.size, crowd, size })
}

type Laid = { starts: Int32Array; blocks: Int32Array; counts: Int32Array; count: number; crowd: number; size: number }

function lay({ starts, blocks, counts, count, crowd, size }: Laid): BlockIndex {
  const blockStarts = sharedInts(count + 1)
  let [length, crowded] = [0, 0]
  for (let block = 0; block < count; block++) {
    blockStarts[block] = length
    if (counts[block]! > crowd) crowded += counts[block]!
    else if (counts[block]! > 1) length += counts[block]!
  }
  blockStarts[count] = length
  const members = sharedInts(length)
  const filled = blockStarts.slice()
  for (let record = 0; record < size; record++)
    for (let at = starts[record]!; at < starts[record + 1]!; at++) {
      const block = blocks[at]!
      if (blockStarts[block + 1]! > blockStarts[block]!) members[filled[block]!++] = record
    }
  return { starts, blocks, blockStarts, members, crowded }
}

/** Numbers the keys it is asked for, from 0. */
class KeyTable {
  #mask: number
  #keys: Int32Array
  #groups: Int32Array
  counts: Int32Array
  size = 0

  constructor(expected: number) {
    this.#mask = (1 << Math.ceil(Math.log2(expected * 2 + 16))) - 1
    this.#keys = new Int32Array(this.#mask + 1)
    this.#groups = new Int32Array(this.#mask + 1).fill(-1)
    this.counts = new Int32Array(this.#mask + 1)
  }

  find(key: number): number {
    let slot = Math.imul(key, 0x85ebca6b) & this.#mask
    while (this.#groups[slot]! >= 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask
    const known = this.#groups[slot]!
    if (known >= 0) return known
    if (this.size * 2 > this.#mask) {
      this.#widen()
      return this.find(key)
    }
    this.#keys[slot] = key
    return (this.#groups[slot] = this.size++)
  }

  #widen(): void {
    const [keys, groups, counts] = [this.#keys, this.#groups, this.counts]
    this.#mask = this.#mask * 2 + 1
    this.#keys = new Int32Array(this.#mask + 1)
    this.#groups = new Int32Array(this.#mask + 1).fill(-1)
    this.counts = new Int32Array(this.#mask + 1)
    this.counts.set(counts)
    for (let at = 0; at < groups.length; at++) {
      if (groups[at]! < 0) continue
      let slot = Math.imul(keys[at]!, 0x85ebca6b) & this.#mask
      while (this.#groups[slot]! >= 0) slot = (slot + 1) & this.#mask
      this.#keys[slot] = keys[at]!
      this.#groups[slot] = groups[at]!
    }
  }
}

/** Which records to visit: from `from` up to and not including `to`, every `step`th. */
export type Stretch = { from: number; to: number; step?: number }

/** Candidates of one record: the first `count` of `candidates`, which the next call fills anew. */
export type VisitRecord = (record: number, candidates: Int32Array, count: number) => void

/**
 * Makes a visitor of candidates: it goes through a stretch of records and shows each with the earlier records it is to
 * be compared with, each once however many rules bring them together.
 */
export function candidateVisitor(indexes: readonly BlockIndex[], size: number) {
  const seen = new Int32Array(size).fill(-1)
  const candidates = new Int32Array(size)
  return ({ from, to, step = 1 }: Stretch, visit: VisitRecord): void => {
    for (let record = from; record < to; record += step) {
      let count = 0
      for (const { starts, blocks, blockStarts, members } of indexes) {
        for (let at = starts[record]!; at < starts[record + 1]!; at++) {
          const block = blocks[at]!
          const end = blockStarts[block + 1]!
          for (let member = blockStarts[block]!; member < end; member++) {
            const earlier = members[member]!
            if (earlier >= record) break
            if (seen[earlier] === record) continue
            seen[earlier] = record
            candidates[count++] = earlier
          }
        }
      }
      if (count > 0) visit(record, candidates, count)
    }
  }
}
