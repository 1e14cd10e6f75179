import type { BlockingRule } from './blocking.ts'
import { Filing } from './filing.ts'
import { release, widened } from '../reading/room.ts'
import { GrowingInts, sharedInts } from '../reading/texts.ts'

/**
 * From how many members on a block is large: then what is read of a member serves all its pairs there. Each large block of
 * a record is looked up for that, which pays the earlier the fewer rules there are.
 */
const largeFrom = (rules: number): number => Math.min(32, Math.max(16, rules >> 1))

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
  const filing = new Filing()
  const filed = rules.map((rule) => blocksOfRule(rule, { size, crowd, filing }))
  filing.release()
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
  for (let block = 0; block + 1 < starts.length; block++)
    for (let at = starts[block]!; at < starts[block + 1]!; at++) blocks[recordStarts[members[at]!]!++] = block
  // Each start has become the end, which is where the next one starts.
  recordStarts.copyWithin(1, 0, size)
  recordStarts[0] = 0
  return { recordStarts, blocks }
}

type Filed = { sizes: Int32Array; members: Int32Array<ArrayBuffer>; crowded: number }

/** The blocks of one rule by a counting sort: records are filed in groups, which are counted, and laid out group by group. */
function blocksOfRule(
  rule: BlockingRule,
  { size, crowd, filing }: { size: number; crowd: number; filing: Filing },
): Filed {
  filing.file(rule, size)
  const { records, groups, counts, count } = filing
  // In the place of how many there are: where the next member of each group stands; -1 for a group that is left out.
  const places = counts
  const sizes = new GrowingInts()
  let [length, crowded] = [0, 0]
  for (let group = 0; group < filing.groupCount; group++) {
    const many = counts[group]!
    places[group] = many > 1 && many <= crowd ? length : -1
    if (many > crowd) crowded += many
    if (places[group]! < 0) continue
    sizes.push(many)
    length += many
  }
  const members = widened(new Int32Array(0), length)
  for (let at = 0; at < count; at++) {
    const place = places[groups[at]!]!
    if (place < 0) continue
    members[place] = records[at]!
    places[groups[at]!] = place + 1
  }
  const filed = { sizes: sizes.finish(), members, crowded }
  sizes.release()
  return filed
}
