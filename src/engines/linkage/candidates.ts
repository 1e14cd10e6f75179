import type { BlockIndex } from './block-index.ts'

/**
 * What to go through, from `from` up to and not including `to`: a number below that of the large blocks is such a block,
 * one from there on a record, with those that it meets in small blocks.
 */
export type Stretch = { from: number; to: number }

/** The stretch that holds every pair. */
export const everything = ({ large, recordStarts }: BlockIndex): Stretch => ({
  from: 0,
  to: large + recordStarts.length - 1,
})

/** Divides all into stretches of about equally many pairs, at most `most` of them. */
export function stretchesOf(index: BlockIndex, most: number): Stretch[] {
  const { to: count } = everything(index)
  const pairsIn = pairCounter(index)
  let pairs = 0
  for (let unit = 0; unit < count; unit++) pairs += pairsIn(unit)
  const share = Math.max(pairs / most, 50_000)
  const stretches: Stretch[] = []
  let [from, held] = [0, 0]
  for (let unit = 0; unit < count; unit++) {
    held += pairsIn(unit)
    if (held < share && unit + 1 < count) continue
    stretches.push({ from, to: unit + 1 })
    from = unit + 1
    held = 0
  }
  return stretches
}

/** About how many pairs a large block holds, or a record has in small ones. */
function pairCounter({ large, starts, recordStarts, blocks }: BlockIndex): (unit: number) => number {
  const sizeOf = (block: number) => starts[block + 1]! - starts[block]!
  return (unit) => {
    if (unit < large) return (sizeOf(unit) * sizeOf(unit)) / 2
    let met = 0
    for (let at = recordStarts[unit - large]!; at < recordStarts[unit - large + 1]!; at++)
      if (blocks[at]! >= large) met += sizeOf(blocks[at]!) / 2
    return met
  }
}

/** Records that are compared among each other; they stay where they are until the next. */
export type VisitGroup = (records: Int32Array, count: number) => void
/** Those, as places in the group, that come before the `place`th and are to be compared with it: `count` in front. */
export type VisitMember = (place: number, earlier: Int32Array, count: number) => void

/**
 * Makes a visitor of candidates, each pair once however many blocks it stands in: it counts in the first large block
 * alone, or, where it stands in none, beside its later record. What is read of the members of a large block is read
 * once for all their pairs; small blocks, of which there are many, are gone through record by record.
 */
export function candidateVisitor(index: BlockIndex) {
  const { large } = index
  const [visitBlock, visitRecord] = [blockVisitor(index), recordVisitor(index)]
  return ({ from, to }: Stretch, onGroup: VisitGroup, onMember: VisitMember): void => {
    for (let unit = from; unit < to; unit++)
      if (unit < large) visitBlock(unit, onGroup, onMember)
      else visitRecord(unit - large, onGroup, onMember)
  }
}

function blockVisitor({ large, starts, members, recordStarts, blocks }: BlockIndex) {
  let largest = 0
  for (let block = 0; block < large; block++) largest = Math.max(largest, starts[block + 1]! - starts[block]!)
  const earlier = new Int32Array(largest)
  const own = new BlockSet()
  const before = new EarlierBlocks(recordStarts, blocks)
  return (block: number, onGroup: VisitGroup, onMember: VisitMember): void => {
    const records = members.subarray(starts[block]!, starts[block + 1]!)
    onGroup(records, records.length)
    before.lay(records, block)
    for (let place = 1; place < records.length; place++) {
      own.clear()
      for (let at = before.starts[place]!; at < before.starts[place + 1]!; at++) own.add(before.blocks[at]!)
      let count = 0
      if (own.size === 0) for (; count < place; count++) earlier[count] = count
      else for (let other = 0; other < place; other++) if (!before.meets(other, own)) earlier[count++] = other
      if (count > 0) onMember(place, earlier, count)
    }
  }
}

/** Visits a record with the earlier ones that share a small block with it, and no large one. */
function recordVisitor(index: BlockIndex) {
  const { large, starts, members, recordStarts, blocks } = index
  const size = recordStarts.length - 1
  const seen = new Int32Array(size).fill(-1)
  const [met, places] = [new Int32Array(size), new Int32Array(size)]
  const own = new BlockSet()
  const sharesLarge = (other: number): boolean => {
    const end = recordStarts[other + 1]!
    for (let at = recordStarts[other]!; at < end && blocks[at]! < large; at++) if (own.has(blocks[at]!)) return true
    return false
  }
  return (record: number, onGroup: VisitGroup, onMember: VisitMember): void => {
    const end = recordStarts[record + 1]!
    let at = recordStarts[record]!
    own.clear()
    for (; at < end && blocks[at]! < large; at++) own.add(blocks[at]!)
    let count = 0
    for (; at < end; at++) {
      const block = blocks[at]!
      for (let member = starts[block]!; member < starts[block + 1]!; member++) {
        const other = members[member]!
        if (other >= record) break
        if (seen[other] === record) continue
        seen[other] = record
        if (own.size === 0 || !sharesLarge(other)) met[count++] = other
      }
    }
    if (count === 0) return
    for (let place = 0; place < count; place++) places[place] = place
    met[count] = record
    onGroup(met, count + 1)
    onMember(count, places, count)
  }
}

/** For each member of a block the blocks before it that it stands in as well, side by side. */
class EarlierBlocks {
  readonly #recordStarts: Int32Array
  readonly #blocks: Int32Array
  starts = new Int32Array(1 << 10)
  blocks = new Int32Array(1 << 12)

  constructor(recordStarts: Int32Array, blocks: Int32Array) {
    this.#recordStarts = recordStarts
    this.#blocks = blocks
  }

  lay(records: Int32Array, block: number): void {
    if (records.length >= this.starts.length) this.starts = new Int32Array(records.length * 2)
    let length = 0
    for (let place = 0; place < records.length; place++) {
      this.starts[place] = length
      const end = this.#recordStarts[records[place]! + 1]!
      for (let at = this.#recordStarts[records[place]!]!; at < end && this.#blocks[at]! < block; at++) {
        if (length === this.blocks.length) this.#widen()
        this.blocks[length++] = this.#blocks[at]!
      }
    }
    this.starts[records.length] = length
  }

  meets(place: number, set: BlockSet): boolean {
    const { starts, blocks } = this
    for (let at = starts[place]!; at < starts[place + 1]!; at++) if (set.has(blocks[at]!)) return true
    return false
  }

  #widen(): void {
    const wider = new Int32Array(this.blocks.length * 2)
    wider.set(this.blocks)
    this.blocks = wider
  }
}

/** A few numbers of blocks, in a table small enough for the fastest memory. It holds as many as one record can have. */
class BlockSet {
  readonly #table = new Int32Array(1 << 12)
  readonly #slots = new Int32Array(1 << 11)
  size = 0

  add(block: number): void {
    let slot = Math.imul(block, 0x9e3779b1) >>> 20
    while (this.#table[slot] !== 0) slot = (slot + 1) & 0xfff
    this.#table[slot] = block + 1
    this.#slots[this.size++] = slot
  }

  has(block: number): boolean {
    let slot = Math.imul(block, 0x9e3779b1) >>> 20
    for (let held = this.#table[slot]!; held !== 0; held = this.#table[slot]!) {
      if (held === block + 1) return true
      slot = (slot + 1) & 0xfff
    }
    return false
  }

  clear(): void {
    for (let at = 0; at < this.size; at++) this.#table[this.#slots[at]!] = 0
    this.size = 0
  }
}

/** The earlier records that a record shares a block with, each once: the first of what is answered, as many as `count`. */
export function candidatesOf({ starts, members, recordStarts, blocks }: BlockIndex, size: number) {
  const seen = new Int32Array(size).fill(-1)
  const candidates = new Int32Array(size)
  return (record: number): { candidates: Int32Array; count: number } => {
    let count = 0
    for (let at = recordStarts[record]!; at < recordStarts[record + 1]!; at++) {
      const block = blocks[at]!
      for (let member = starts[block]!; member < starts[block + 1]!; member++) {
        const earlier = members[member]!
        if (earlier >= record) break
        if (seen[earlier] === record) continue
        seen[earlier] = record
        candidates[count++] = earlier
      }
    }
    return { candidates, count }
  }
}
