import { moved, release } from '../reading/room.ts'
import type { Atom } from './atoms.ts'
import { mostRuleKeys, ruleKeys, type BlockingRule } from './blocking.ts'

type Ints = Int32Array<ArrayBuffer>

const none = (): Ints => new Int32Array(0)

/** About as many keys are told apart at once: their table stays in the nearest memory of a core. */
const partBits = 13

/**
 * Files the records of one rule after the other in groups of equal keys, in arrays that serve them all. The first `count` of
 * `records`, in order, stand in the `groups` beside them, of which `counts` says how many stand in each; groups are numbered
 * as they come.
 */
export class Filing {
  records: Ints = none()
  /** The key of each, and then its group. */
  groups: Ints = none()
  counts: Ints = none()
  count = 0
  groupCount = 0
  // Keys divided into parts by their hash: where each part begins, and which record of `records` each key is of.
  #starts: Ints = none()
  #keys: Ints = none()
  #places: Ints = none()
  // A slot holds a key, and one above the first place that has it; 0 for none.
  #slots: Ints = none()

  /** Files the records from 0 up to `size` by a rule, each under all of its keys. */
  file(rule: BlockingRule, size: number): void {
    const [only] = rule.atoms
    if (rule.atoms.length === 1 && only!.last !== undefined) return this.#fileByCode(only!, only!.last, size)
    this.#takeKeys(rule, size)
    this.#divide()
    for (let part = 0; part + 1 < this.#starts.length; part++) this.#findFirst(part)
    this.#number()
  }

  release(): void {
    for (const ints of [this.records, this.groups, this.counts, this.#keys, this.#places, this.#slots]) release(ints)
  }

  /** Codes are numbers of groups already. */
  #fileByCode({ keys }: Atom, last: number, size: number): void {
    const into = new Int32Array(1)
    this.#makeRoom(size)
    this.#count(last)
    const { records, groups, counts } = this
    let count = 0
    for (let record = 0; record < size; record++) {
      if (keys(record, into) === 0) continue
      records[count] = record
      groups[count] = into[0]! - 1
      counts[groups[count]!]!++
      count++
    }
    this.count = count
  }

  #takeKeys(rule: BlockingRule, size: number): void {
    const keys = new Int32Array(mostRuleKeys)
    const mayHaveMany = rule.atoms.some(({ many }) => many)
    this.#makeRoom(size)
    let count = 0
    for (let record = 0; record < size; record++) {
      const found = ruleKeys(rule, record, keys)
      if (mayHaveMany && count + found > this.records.length) this.#makeRoom(this.records.length * 2)
      const first = count
      for (let at = 0; at < found; at++) {
        const key = keys[at]!
        if (at > 0 && this.groups.subarray(first, count).includes(key)) continue
        this.records[count] = record
        this.groups[count++] = key
      }
    }
    this.count = count
  }

  /** Divides the keys into parts by the upper bits of their hashes. */
  #divide(): void {
    const { groups: keys, count } = this
    const bits = Math.max(0, Math.ceil(Math.log2(count + 1)) - partBits)
    this.#starts = startsOfParts(keys, count, bits)
    if (this.#keys.length < count) {
      this.#keys = moved(this.#keys, count)
      this.#places = moved(this.#places, count)
    }
    divideKeys(keys, { count, bits, filled: this.#starts.slice() }, this.#keys, this.#places)
  }

  /** Puts the first place that has it in the place of each key of a part. */
  #findFirst(part: number): void {
    const [from, end] = [this.#starts[part]!, this.#starts[part + 1]!]
    const mask = (1 << (1 + Math.ceil(Math.log2(end - from + 1)))) - 1
    if (this.#slots.length < (mask + 1) * 2) this.#slots = moved(this.#slots, (mask + 1) * 2)
    const slots = this.#slots.fill(0, 0, (mask + 1) * 2)
    const [keys, places, firsts] = [this.#keys, this.#places, this.groups]
    for (let at = from; at < end; at++) {
      const key = keys[at]!
      let slot = Math.imul(key, 0x85ebca6b) & mask
      while (slots[slot * 2 + 1]! > 0 && slots[slot * 2] !== key) slot = (slot + 1) & mask
      if (slots[slot * 2 + 1] === 0) {
        slots[slot * 2] = key
        slots[slot * 2 + 1] = places[at]! + 1
      }
      firsts[places[at]!] = slots[slot * 2 + 1]! - 1
    }
  }

  /** Numbers the groups and counts them. */
  #number(): void {
    this.#count(this.count)
    this.groupCount = numberGroups(this)
  }

  /** Begins to count up to so many groups. */
  #count(groupCount: number): void {
    if (this.counts.length < groupCount) this.counts = moved(this.counts, groupCount)
    this.counts.fill(0, 0, groupCount)
    this.groupCount = groupCount
  }

  #makeRoom(length: number): void {
    if (this.records.length >= length) return
    this.records = moved(this.records, length)
    this.groups = moved(this.groups, length)
  }
}

// Each loop that runs over all keys is a function of its own: it is compiled once, and not anew wherever it ends.

/** The part that a key belongs to, of 2 ** `bits`: of 32 bits a shift by 32 would leave all. */
const partOf = (key: number, bits: number): number => (Math.imul(key, 0x85ebca6b) >>> 1) >>> (31 - bits)

function startsOfParts(keys: Ints, count: number, bits: number): Ints {
  const starts = new Int32Array((1 << bits) + 1)
  for (let at = 0; at < count; at++) starts[partOf(keys[at]!, bits) + 1]!++
  for (let part = 0; part < 1 << bits; part++) starts[part + 1]! += starts[part]!
  return starts
}

function divideKeys(
  keys: Ints,
  { count, bits, filled }: { count: number; bits: number; filled: Ints },
  intoKeys: Ints,
  intoPlaces: Ints,
): void {
  for (let at = 0; at < count; at++) {
    const key = keys[at]!
    const to = filled[partOf(key, bits)]!++
    intoKeys[to] = key
    intoPlaces[to] = at
  }
}

/** Numbers the groups as they come, from the first place that has their key, counts them, and answers how many there are. */
function numberGroups({ groups, counts, count }: Filing): number {
  let groupCount = 0
  for (let at = 0; at < count; at++) {
    const first = groups[at]!
    const group = first === at ? groupCount++ : groups[first]!
    groups[at] = group
    counts[group]!++
  }
  return groupCount
}
