import { mostRuleKeys, ruleKeys, type BlockingRule } from './blocking.ts'
import { GrowingInts, sharedInts } from './texts.ts'

/**
 * From how many members on a block is large: then what is read of a member serves all its pairs there. Each large block of
 * a record is looked up for that, which pays the earlier the fewer rules there are.
 */
const largeFrom = (rules: number): number => Math.min(32, Math.max(4, rules >> 1))

/**
 * All blocks of all rules, the `large` ones first: the members of block b, in order, are `members[starts[b]] …`, the blocks
 * of record r, in order, `blocks[recordStarts[r]] …`. Blocks of one record, and crowded ones, are left out; `crowded` says
 * for each rule how many records stand in such.
 */
export type BlockIndex = {
  large: number
  starts: Int32Array
  members: Int32Array
  recordStarts: Int32Array
  blocks: Int32Array
  crowded: readonly number[]
}

export function indexOf(rules: readonly BlockingRule[], size: number, crowd: number): BlockIndex {
  const filed = rules.map((rule) => blocksOfRule(rule, size, crowd))
  const count = filed.reduce((sum, { sizes }) => sum + sizes.length, 0)
  const starts = sharedInts(count + 1)
  const members = sharedInts(filed.reduce((sum, one) => sum + one.members.length, 0))
  const least = largeFrom(rules.length)
  let [block, length, large] = [0, 0, 0]
  for (const isLarge of [true, false]) {
    for (const one of filed) {
      let from = 0
      for (const many of one.sizes) {
        const to = from + many
        if (many >= least === isLarge) {
          starts[block++] = length
          for (let at = from; at < to; at++) members[length++] = one.members[at]!
        }
        from = to
      }
    }
    if (isLarge) large = block
  }
  starts[count] = length
  return { large, starts, members, ...byRecord(starts, members, size), crowded: filed.map(({ crowded }) => crowded) }
}

/** The blocks of each record, from the members of each block. */
function byRecord(starts: Int32Array, members: Int32Array, size: number): Pick<BlockIndex, 'recordStarts' | 'blocks'> {
  const recordStarts = sharedInts(size + 1)
  for (const record of members) recordStarts[record + 1]!++
  for (let record = 0; record < size; record++) recordStarts[record + 1]! += recordStarts[record]!
  const blocks = sharedInts(members.length)
  const filled = recordStarts.slice(0, size)
  for (let block = 0; block + 1 < starts.length; block++)
    for (let at = starts[block]!; at < starts[block + 1]!; at++) blocks[filled[members[at]!]!++] = block
  return { recordStarts, blocks }
}

type Filed = { sizes: Int32Array; members: Int32Array; crowded: number }

/** The blocks of one rule by a counting sort: keys are numbered as they come, counted, and their records laid out. */
function blocksOfRule(rule: BlockingRule, size: number, crowd: number): Filed {
  const keys = new Int32Array(mostRuleKeys)
  const records = new GrowingInts()
  const groups = new GrowingInts()
  const table = new KeyTable(size >> 2)
  for (let record = 0; record < size; record++) {
    const first = groups.length
    const found = ruleKeys(rule, record, keys)
    for (let at = 0; at < found; at++) {
      const group = table.find(keys[at]!)
      if (groups.includesSince(first, group)) continue
      groups.push(group)
      records.push(record)
      table.counts[group]!++
    }
  }
  const { counts } = table
  // Where the next member of each group stands; -1 for a group that is left out.
  const places = new Int32Array(table.size)
  const sizes = new GrowingInts()
  let [length, crowded] = [0, 0]
  for (let group = 0; group < table.size; group++) {
    const many = counts[group]!
    places[group] = many > 1 && many <= crowd ? length : -1
    if (many > crowd) crowded += many
    if (places[group]! < 0) continue
    sizes.push(many)
    length += many
  }
  const members = new Int32Array(length)
  for (let at = 0; at < groups.length; at++) {
    const group = groups.at(at)
    if (places[group]! >= 0) members[places[group]!++] = records.at(at)
  }
  records.release()
  groups.release()
  return { sizes: sizes.finish(), members, crowded }
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
    this.#mask = this.#mask * 4 + 3
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
