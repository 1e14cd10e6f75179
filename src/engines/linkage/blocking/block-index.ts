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
 * All blocks of all rules, the `large` ones first: the members of large block b, in order, are `members[starts[b]] …`; those
 * of the small ones stand behind `starts[large]`, one block after the other, the first of each as its complement, below 0. Of
 * record r `blocks[recordStarts[r]] …` has, in order, the large blocks by their numbers, and for each small one with an
 * earlier member `large` and the place of r in `members`: whoever it meets there stands just before it. Blocks of one record,
 * and crowded ones, are left out; `crowded` says for each rule how many records stand in such. Small blocks have about
 * `smallPairs` pairs.
 */
export type BlockIndex = {
  large: number
  starts: Int32Array
  members: Int32Array
  recordStarts: Int32Array
  blocks: Int32Array
  smallPairs: number
  crowded: readonly number[]
}

export function indexOf(rules: readonly BlockingRule[], size: number, crowd: number): BlockIndex {
  const filing = new Filing()
  const filed = rules.map((rule) => blocksOfRule(rule, { size, crowd, filing }))
  filing.release()
  const least = largeFrom(rules.length)
  const large = filed.reduce(
    (sum, { sizes }) => sum + sizes.reduce((count, many) => count + Number(many >= least), 0),
    0,
  )
  const starts = sharedInts(large + 1)
  const members = sharedInts(filed.reduce((sum, one) => sum + one.members.length, 0))
  layLarge(filed, least, { starts, members })
  const { smallBlocks, smallPairs } = laySmall(filed, least, { members, from: starts[large]! })
  for (const one of filed) release(one.members)
  const crowded = filed.map((one) => one.crowded)
  return { large, starts, members, smallPairs, ...byRecord({ large, starts, members }, size, smallBlocks), crowded }
}

/** Lays the large blocks of all rules in front of `members`, and puts where each ends into `starts`. */
function layLarge(
  filed: readonly Filed[],
  least: number,
  { starts, members }: Pick<BlockIndex, 'starts' | 'members'>,
): void {
  let [block, length] = [0, 0]
  for (const one of filed) {
    let from = 0
    for (const many of one.sizes) {
      const to = from + many
      if (many >= least) {
        for (let at = from; at < to; at++) members[length++] = one.members[at]!
        starts[++block] = length
      }
      from = to
    }
  }
}

/** Lays the small ones behind them, and answers how many there are, and about how many pairs they hold. */
function laySmall(
  filed: readonly Filed[],
  least: number,
  { members, from: begun }: { members: Int32Array; from: number },
): { smallBlocks: number; smallPairs: number } {
  let [length, smallBlocks, smallPairs] = [begun, 0, 0]
  for (const one of filed) {
    let from = 0
    for (const many of one.sizes) {
      const to = from + many
      if (many < least) {
        members[length++] = ~one.members[from]!
        for (let at = from + 1; at < to; at++) members[length++] = one.members[at]!
        smallBlocks++
        smallPairs += many ** 2 / 2
      }
      from = to
    }
  }
  return { smallBlocks, smallPairs }
}

/** The blocks of each record, from the members of each block. */
function byRecord(
  { large, starts, members }: Pick<BlockIndex, 'large' | 'starts' | 'members'>,
  size: number,
  smallBlocks: number,
): Pick<BlockIndex, 'recordStarts' | 'blocks'> {
  const recordStarts = sharedInts(size + 1)
  for (const record of members) if (record >= 0) recordStarts[record + 1]!++
  for (let record = 0; record < size; record++) recordStarts[record + 1]! += recordStarts[record]!
  const blocks = sharedInts(members.length - smallBlocks)
  for (let block = 0; block < large; block++)
    for (let at = starts[block]!; at < starts[block + 1]!; at++) blocks[recordStarts[members[at]!]!++] = block
  for (let at = starts[large]!; at < members.length; at++)
    if (members[at]! >= 0) blocks[recordStarts[members[at]!]!++] = large + at
  // Each start has become the end, which is where the next one starts.
  recordStarts.copyWithin(1, 0, size)
  recordStarts[0] = 0
  return { recordStarts, blocks }
}

type Filed = { sizes: Int32Array; members: Int32Array<ArrayBuffer>; crowded: number }

type Limits = { size: number; crowd: number; filing: Filing }

// The loops of what follows are functions of their own: a function that is left by a loop which ran long is compiled anew.

/** The blocks of one rule by a counting sort: records are filed in groups, which are counted, and laid out group by group. */
function blocksOfRule(rule: BlockingRule, { size, crowd, filing }: Limits): Filed {
  filing.file(rule, size)
  const sizes = new GrowingInts()
  const { length, crowded } = placeGroups(filing, crowd, sizes)
  const members = widened(new Int32Array(0), length)
  layByGroup(filing, members)
  const filed = { sizes: sizes.finish(), members, crowded }
  sizes.release()
  return filed
}

/** Puts where the next member of each group stands in the place of how many there are: -1 for a group that is left out. */
function placeGroups(
  { counts, groupCount }: Filing,
  crowd: number,
  sizes: GrowingInts,
): { length: number; crowded: number } {
  let [length, crowded] = [0, 0]
  for (let group = 0; group < groupCount; group++) {
    const many = counts[group]!
    counts[group] = many > 1 && many <= crowd ? length : -1
    if (many > crowd) crowded += many
    if (counts[group]! < 0) continue
    sizes.push(many)
    length += many
  }
  return { length, crowded }
}

function layByGroup({ records, groups, counts: places, count }: Filing, members: Int32Array): void {
  for (let at = 0; at < count; at++) {
    const place = places[groups[at]!]!
    if (place < 0) continue
    members[place] = records[at]!
    places[groups[at]!] = place + 1
  }
}
