import type { Atom } from './atoms.ts'
import { mostRuleKeys, ruleKeys, type BlockingRule } from './blocking.ts'
import { release, widened } from './room.ts'
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
  const table = new KeyTable(size)
  const filed = rules.map((rule) => blocksOfRule(rule, { size, crowd, table }))
  table.release()
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
  for (const one of filed) release(one.members)
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

type Filed = { sizes: Int32Array; members: Int32Array<ArrayBuffer>; crowded: number }

/** The blocks of one rule by a counting sort: keys are numbered as they come, counted, and their records laid out. */
function blocksOfRule(
  rule: BlockingRule,
  { size, crowd, table }: { size: number; crowd: number; table: KeyTable },
): Filed {
  table.clear()
  const [only] = rule.atoms
  const { filing, counts, groups } =
    rule.atoms.length === 1 && only!.last !== undefined
      ? fileByCode(only!, only!.last, table)
      : rule.atoms.some(({ many }) => many)
        ? fileMany(rule, size, table)
        : fileOne(rule, table)
  // In the place of how many there are: where the next member of each group stands; -1 for a group that is left out.
  const places = counts
  const sizes = new GrowingInts()
  let [length, crowded] = [0, 0]
  for (let group = 0; group < groups; group++) {
    const many = counts[group]!
    places[group] = many > 1 && many <= crowd ? length : -1
    if (many > crowd) crowded += many
    if (places[group]! < 0) continue
    sizes.push(many)
    length += many
  }
  const members = widened(new Int32Array(0), length)
  filing((record, group) => {
    if (places[group]! >= 0) members[places[group]!++] = record
  })
  const filed = { sizes: sizes.finish(), members, crowded }
  sizes.release()
  return filed
}

/** How many records each group has, and what goes through them in the order of the records. */
type Filing = {
  filing: (take: (record: number, group: number) => void) => void
  counts: Int32Array
  groups: number
}

/** Files records under the one value that each has: codes are numbers already. */
function fileByCode({ keys }: Atom, last: number, { groups }: KeyTable): Filing {
  const into = new Int32Array(1)
  const counts = new Int32Array(last)
  for (let record = 0; record < groups.length; record++) {
    const group = keys(record, into) === 0 ? -1 : into[0]! - 1
    groups[record] = group
    if (group >= 0) counts[group]!++
  }
  return { filing: throughAll(groups), counts, groups: last }
}

const throughAll =
  (groups: Int32Array): Filing['filing'] =>
  (take) => {
    for (let record = 0; record < groups.length; record++) if (groups[record]! >= 0) take(record, groups[record]!)
  }

/** Files records under the one key that each has. */
function fileOne(rule: BlockingRule, table: KeyTable): Filing {
  const keys = new Int32Array(mostRuleKeys)
  const { groups } = table
  for (let record = 0; record < groups.length; record++)
    groups[record] = ruleKeys(rule, record, keys) === 0 ? -1 : table.count(keys[0]!)
  return { filing: throughAll(groups), counts: table.counts, groups: table.size }
}

/** Files records under all of their keys, each once. */
function fileMany(rule: BlockingRule, size: number, table: KeyTable): Filing {
  const keys = new Int32Array(mostRuleKeys)
  const records = new GrowingInts()
  const groups = new GrowingInts()
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
  const filing: Filing['filing'] = (take) => {
    for (let at = 0; at < groups.length; at++) take(records.at(at), groups.at(at))
    records.release()
    groups.release()
  }
  return { filing, counts: table.counts, groups: table.size }
}

/** Numbers the keys it is asked for, from 0, and counts how often. A slot holds a key and the number above it, 0 for none. */
class KeyTable {
  #mask: number
  #slots: Int32Array<ArrayBuffer>
  counts: Int32Array<ArrayBuffer>
  /** The group of each record, for one rule after the other. */
  readonly groups: Int32Array<ArrayBuffer>
  size = 0

  constructor(expected: number) {
    this.groups = widened(new Int32Array(0), expected)
    this.#mask = (1 << Math.ceil(Math.log2(expected * 2 + 16))) - 1
    this.#slots = widened(new Int32Array(0), (this.#mask + 1) * 2)
    this.counts = widened(new Int32Array(0), this.#mask + 1)
  }

  /** Forgets all keys. */
  clear(): void {
    this.#slots.fill(0)
    this.counts.fill(0, 0, this.size)
    this.size = 0
  }

  release(): void {
    release(this.#slots)
    release(this.counts)
    release(this.groups)
  }

  count(key: number): number {
    const number = this.find(key)
    this.counts[number]!++
    return number
  }

  find(key: number): number {
    let slot = Math.imul(key, 0x85ebca6b) & this.#mask
    while (this.#slots[slot * 2 + 1]! > 0 && this.#slots[slot * 2] !== key) slot = (slot + 1) & this.#mask
    const known = this.#slots[slot * 2 + 1]!
    if (known > 0) return known - 1
    if (this.size * 2 > this.#mask) {
      this.#widen()
      return this.find(key)
    }
    this.#slots[slot * 2] = key
    this.#slots[slot * 2 + 1] = ++this.size
    return this.size - 1
  }

  #widen(): void {
    const before = this.#slots.slice()
    this.#mask = this.#mask * 2 + 1
    this.#slots = widened(this.#slots, (this.#mask + 1) * 2).fill(0)
    this.counts = widened(this.counts, this.#mask + 1)
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue
      let slot = Math.imul(before[at]!, 0x85ebca6b) & this.#mask
      while (this.#slots[slot * 2 + 1]! > 0) slot = (slot + 1) & this.#mask
      this.#slots[slot * 2] = before[at]!
      this.#slots[slot * 2 + 1] = before[at + 1]!
    }
  }
}
