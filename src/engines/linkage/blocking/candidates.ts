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

/** Stretches of all, and about how many pairs they hold together; one that stands in several blocks counts in each. */
export type Stretches = { stretches: readonly Stretch[]; pairs: number }

/** Divides all into stretches of about equally many pairs, at most `most` of them. */
export function stretchesOf(index: BlockIndex, most: number): Stretches {
  const { to: units } = everything(index)
  const pairsOf = pairsOfUnits(index)
  let pairs = 0
  for (let unit = 0; unit < units; unit++) pairs += pairsOf(unit)
  const share = Math.max(pairs / most, 50_000)
  const stretches: Stretch[] = []
  let [from, sum] = [0, 0]
  for (let unit = 0; unit < units; unit++) {
    sum += pairsOf(unit)
    if (sum < share && unit + 1 < units) continue
    stretches.push({ from, to: unit + 1 })
    from = unit + 1
    sum = 0
  }
  return { stretches, pairs }
}

/** How many pairs a large block holds, and about how many a record has in small ones: as many for each where it meets somebody. */
function pairsOfUnits({ large, starts, blocks, recordStarts, smallPairs }: BlockIndex): (unit: number) => number {
  const each = smallPairs / Math.max(1, blocks.length - starts[large]!)
  return (unit) =>
    unit < large
      ? (starts[unit + 1]! - starts[unit]!) ** 2 / 2
      : (recordStarts[unit - large + 1]! - recordStarts[unit - large]!) * each
}

/**
 * What is done with candidates: `lay` takes records, the first `count` of what it is given, and `beside` a place among them
 * with the places of those it is to be compared with: `count` in front of `others`, which may be written over. `besideRecord`
 * takes a record by itself, and as many others.
 */
export type Visits = {
  lay: (records: Int32Array, count: number) => void
  beside: (place: number, others: Int32Array, count: number) => void
  besideRecord: (record: number, others: Int32Array, count: number) => void
}

/**
 * Makes a visitor of candidates, each pair once however many blocks it stands in: it counts in the first large block
 * alone, or, where it stands in none, beside its later record. What is read of the members of a large block stays at hand
 * for all their pairs; small blocks, of which there are many, are gone through record by record.
 */
export function candidateVisitor(index: BlockIndex) {
  const { large } = index
  const [visitBlock, visitRecord] = [blockVisitor(index), recordVisitor(index)]
  return ({ from, to }: Stretch, visits: Visits): void => {
    for (let unit = from; unit < to; unit++)
      if (unit < large) visitBlock(unit, visits)
      else visitRecord(unit - large, visits)
  }
}

function blockVisitor(index: BlockIndex) {
  const { large, starts, members } = index
  let largest = 0
  for (let block = 0; block < large; block++) largest = Math.max(largest, starts[block + 1]! - starts[block]!)
  const others = new Int32Array(largest)
  const before = new EarlierBlocks(index)
  return (block: number, { lay, beside }: Visits): void => {
    const records = members.subarray(starts[block]!, starts[block + 1]!)
    lay(records, records.length)
    before.lay(records, block)
    for (let place = 1; place < records.length; place++) {
      let count = 0
      if (before.starts[place] === before.starts[place + 1]) for (; count < place; count++) others[count] = count
      else {
        before.take(place)
        const { marks, highMarks, isExact } = before
        const [mark, highMark] = [marks[place]!, highMarks[place]!]
        for (let other = 0; other < place; other++) {
          const mayMeet = (mark & marks[other]!) | (highMark & highMarks[other]!)
          if (mayMeet === 0 || (!isExact && !before.meet(other))) others[count++] = other
        }
      }
      if (count > 0) beside(place, others, count)
    }
  }
}

/** Whom a record met is told by so many slots, which stay in the nearest memory. */
const slotCount = 2048
const slotShift = Math.clz32(slotCount - 1)

/** Visits a record with the earlier ones that share a small block with it, and no large one. */
function recordVisitor({ large, members, recordStarts, blocks }: BlockIndex) {
  const own = new Int32Array(large).fill(-1)
  let met = new Int32Array(64)
  const [slots, owners] = [new Int32Array(slotCount), new Int32Array(slotCount).fill(-1)]
  /** Whether another is among the first `count` that a record met; those of whom its slot does not tell it are gone through. */
  const isMet = (record: number, other: number, count: number): boolean => {
    const slot = Math.imul(other, 0x9e3779b1) >>> slotShift
    if (owners[slot] !== record) {
      owners[slot] = record
      slots[slot] = other
      return false
    }
    if (slots[slot] === other) return true
    for (let at = 0; at < count; at++) if (met[at] === other) return true
    return false
  }
  const sharesLarge = (record: number, other: number): boolean => {
    const end = recordStarts[other + 1]!
    for (let at = recordStarts[other]!; at < end && blocks[at]! < large; at++)
      if (own[blocks[at]!] === record) return true
    return false
  }
  const widen = (): void => {
    const wider = new Int32Array(met.length * 2)
    wider.set(met)
    met = wider
  }
  return (record: number, { besideRecord }: Visits): void => {
    const end = recordStarts[record + 1]!
    let at = recordStarts[record]!
    let [count, standsInLarge] = [0, false]
    for (; at < end && blocks[at]! < large; at++) {
      own[blocks[at]!] = record
      standsInLarge = true
    }
    for (; at < end; at++) {
      let place = blocks[at]! - large
      for (let member = 0; member >= 0;) {
        member = members[--place]!
        const other = member < 0 ? ~member : member
        if (isMet(record, other, count)) continue
        if (standsInLarge && sharesLarge(record, other)) continue
        if (count === met.length) widen()
        met[count++] = other
      }
    }
    if (count > 0) besideRecord(record, met, count)
  }
}

/**
 * For each member of a block the blocks before it that another member stands in as well, side by side: a pair that meets
 * there was counted. `meet` tells it of the member that was taken and another; they cannot where their `marks`, one bit of
 * 64 for each such block, have none in common. They do where they have, if `isExact`: there are no more blocks than bits.
 */
class EarlierBlocks {
  readonly #index: BlockIndex
  /** How many members of the block at hand stand in each other one. */
  readonly #members: Int32Array
  /** The last member taken that stands in each block, counted over all blocks. */
  readonly #taken: Int32Array
  #takes = 0
  starts = new Int32Array(1 << 10)
  marks = new Int32Array(1 << 10)
  highMarks = new Int32Array(1 << 10)
  isExact = true
  #blocks = new Int32Array(1 << 12)
  #shared = new Int32Array(1 << 12)

  constructor(index: BlockIndex) {
    this.#index = index
    this.#members = new Int32Array(index.large)
    this.#taken = new Int32Array(index.large)
  }

  lay(records: Int32Array, block: number): void {
    if (records.length >= this.starts.length) {
      this.starts = new Int32Array(records.length * 2)
      this.marks = new Int32Array(records.length * 2)
      this.highMarks = new Int32Array(records.length * 2)
    }
    let length = 0
    for (let place = 0; place < records.length; place++) {
      this.starts[place] = length
      length = this.#gather(records[place]!, block, length)
    }
    this.starts[records.length] = length
    this.#dropUnshared(records.length)
  }

  #gather(record: number, block: number, from: number): number {
    const { recordStarts, blocks } = this.#index
    let length = from
    const end = recordStarts[record + 1]!
    for (let at = recordStarts[record]!; at < end && blocks[at]! < block; at++) {
      if (length === this.#blocks.length) this.#widen()
      this.#members[blocks[at]!]!++
      this.#blocks[length++] = blocks[at]!
    }
    return length
  }

  #dropUnshared(places: number): void {
    const [blocks, members] = [this.#blocks, this.#members]
    const length = this.starts[places]!
    let [kept, numbered] = [0, 0]
    for (let place = 0, at = 0; place < places; place++) {
      const end = this.starts[place + 1]!
      this.starts[place] = kept
      let [mark, highMark] = [0, 0]
      for (; at < end; at++) {
        const block = blocks[at]!
        if (members[block] === 1) continue
        this.#shared[kept++] = block
        // Blocks that are shared get numbers, below 0 to be told from how many stand in them.
        if (members[block]! > 0) members[block] = ~numbered++
        const number = ~members[block]!
        if ((number & 32) === 0) mark |= 1 << (number & 31)
        else highMark |= 1 << (number & 31)
      }
      this.marks[place] = mark
      this.highMarks[place] = highMark
    }
    this.isExact = numbered <= 64
    this.starts[places] = kept
    for (let at = 0; at < length; at++) members[blocks[at]!] = 0
  }

  take(place: number): void {
    this.#takes++
    for (let at = this.starts[place]!; at < this.starts[place + 1]!; at++) this.#taken[this.#shared[at]!] = this.#takes
  }

  meet(place: number): boolean {
    const end = this.starts[place + 1]!
    for (let at = this.starts[place]!; at < end; at++) if (this.#taken[this.#shared[at]!] === this.#takes) return true
    return false
  }

  #widen(): void {
    const wider = new Int32Array(this.#blocks.length * 2)
    wider.set(this.#blocks)
    this.#blocks = wider
    this.#shared = new Int32Array(wider.length)
  }
}

/** The earlier records that a record shares a block with, each once: the first of what is answered, as many as `count`. */
export function candidatesOf({ large, starts, members, recordStarts, blocks }: BlockIndex, size: number) {
  const seen = new Int32Array(size).fill(-1)
  const candidates = new Int32Array(size)
  return (record: number): { candidates: Int32Array; count: number } => {
    let count = 0
    const take = (earlier: number): void => {
      if (seen[earlier] === record) return
      seen[earlier] = record
      candidates[count++] = earlier
    }
    for (let at = recordStarts[record]!; at < recordStarts[record + 1]!; at++) {
      const block = blocks[at]!
      if (block < large) for (let place = starts[block]!; members[place]! < record; place++) take(members[place]!)
      else
        for (let place = block - large - 1, isFirst = false; !isFirst; place--) {
          isFirst = members[place]! < 0
          take(isFirst ? ~members[place]! : members[place]!)
        }
    }
    return { candidates, count }
  }
}
