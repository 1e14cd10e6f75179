import type { BlockIndex } from './block-index.ts'

/** Which blocks to go through: from `from` up to and not including `to`. */
export type Stretch = { from: number; to: number }

/** Divides all blocks into stretches of about equally many pairs, at most `most` of them. */
export function stretchesOf({ starts }: BlockIndex, most: number): Stretch[] {
  const count = starts.length - 1
  const pairsIn = (block: number) => ((starts[block + 1]! - starts[block]!) * (starts[block + 1]! - starts[block]!)) / 2
  let pairs = 0
  for (let block = 0; block < count; block++) pairs += pairsIn(block)
  const share = Math.max(pairs / most, 50_000)
  const stretches: Stretch[] = []
  let [from, held] = [0, 0]
  for (let block = 0; block < count; block++) {
    held += pairsIn(block)
    if (held < share && block + 1 < count) continue
    stretches.push({ from, to: block + 1 })
    from = block + 1
    held = 0
  }
  return stretches
}

/** The members of one block, which stay where they are until the next. */
export type VisitBlock = (members: Int32Array) => void
/** Those members, as places in the block, that come before the `place`th and are to be compared with it: `count` in front. */
export type VisitMember = (place: number, earlier: Int32Array, count: number) => void

/**
 * Makes a visitor of candidates: block by block, member by member, each pair once however many blocks it stands in, for
 * it counts in the first of them alone. What is read of the members of a block is then read once for all their pairs.
 */
export function blockVisitor({ starts, members, recordStarts, blocks }: BlockIndex) {
  const largest = starts.reduce((most, start, block) => Math.max(most, start - (starts[block - 1] ?? 0)), 0)
  const earlier = new Int32Array(largest)
  const own = new BlockSet()
  const before = new EarlierBlocks(recordStarts, blocks)
  return ({ from, to }: Stretch, onBlock: VisitBlock, onMember: VisitMember): void => {
    for (let block = from; block < to; block++) {
      const records = members.subarray(starts[block]!, starts[block + 1]!)
      onBlock(records)
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
