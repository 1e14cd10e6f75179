/**
 * The slots that share one value. Few of them stand in a list, many in a bitmap, so that a value of two people costs bytes
 * and not a bit for everybody. Slots are added in ascending order.
 */
export interface SlotSet {
  items: Uint32Array
  count: number
  words: Uint32Array | null
  /** Beside a bitmap: which blocks of 256 slots it has anybody in. */
  marks: Uint8Array
}

/** From here on the bitmap of a million slots is at most eight times the list. */
const DENSE_FROM = 4096

export const emptySet = (): SlotSet => ({
  items: new Uint32Array(2),
  count: 0,
  words: null,
  marks: new Uint8Array(0),
})

export function addSlot(set: SlotSet, slot: number): void {
  if (set.words === null && set.count === DENSE_FROM) {
    set.words = new Uint32Array((slot >>> 5) + 1)
    set.marks = new Uint8Array((slot >>> 8) + 1)
    for (const one of set.items) {
      set.words[one >>> 5]! |= 1 << (one & 31)
      set.marks[one >>> 8] = 1
    }
    set.items = new Uint32Array(0)
  }
  if (set.words !== null) {
    set.words = grown(set.words, (slot >>> 5) + 1)
    set.words[slot >>> 5]! |= 1 << (slot & 31)
    set.marks = grown(set.marks, (slot >>> 8) + 1)
    set.marks[slot >>> 8] = 1
  } else {
    set.items = grown(set.items, set.count + 1)
    set.items[set.count] = slot
  }
  set.count += 1
}

/** Adds to `onto`, which begins with the word `from`, those of the set's slots that fall into it. */
export function paintPart({ items, count, words }: SlotSet, onto: Uint32Array, from: number): void {
  if (words !== null) {
    const until = Math.min(onto.length, words.length - from)
    for (let at = 0; at < until; at += 1) onto[at]! |= words[from + at]!
    return
  }
  const [first, last] = [from << 5, (from + onto.length) << 5]
  for (let at = firstAtLeast(items, count, first); at < count && items[at]! < last; at += 1)
    onto[(items[at]! >>> 5) - from]! |= 1 << (items[at]! & 31)
}

function firstAtLeast(items: Uint32Array, count: number, least: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (items[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/** The set's slots in ascending order. */
export function slotsOf({ items, count, words }: SlotSet): Uint32Array {
  if (words === null) return items.slice(0, count)
  const found = new Uint32Array(count)
  let next = 0
  for (let at = 0; at < words.length; at += 1) {
    let left = words[at]!
    while (left !== 0) {
      found[next++] = (at << 5) | (31 - Math.clz32(left & -left))
      left &= left - 1
    }
  }
  return found
}

/** How many of a set stand in a bitmap as well. */
export function countWithin({ items, count, words }: SlotSet, among: Uint32Array): number {
  let found = 0
  if (words === null) {
    for (let at = 0; at < count; at += 1) found += ((among[items[at]! >>> 5] ?? 0) >>> (items[at]! & 31)) & 1
    return found
  }
  const until = Math.min(words.length, among.length)
  for (let at = 0; at < until; at += 1) found += popcount(words[at]! & among[at]!)
  return found
}

/** The same array, or a longer copy of it that holds at least so many; it grows by half. */
export function grown<A extends Uint32Array | Uint16Array | Uint8Array | Int32Array | Float64Array>(
  array: A,
  least: number,
): A {
  if (array.length >= least) return array
  const longer = new (array.constructor as new (length: number) => A)(Math.max(least, (array.length * 3) >>> 1, 16))
  longer.set(array as never)
  return longer
}

export function popcount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

export function countOf(words: Uint32Array): number {
  let count = 0
  for (let at = 0; at < words.length; at += 1) count += popcount(words[at]!)
  return count
}
