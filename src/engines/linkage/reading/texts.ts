import { release, widened } from './room.ts'

/** UTF-16 units; of texts that have none above 255, in half the memory. */
export type Units = Uint16Array | Uint8Array

/**
 * Texts laid end to end in one array of UTF-16 units, each known by a small whole number (its code). Equality of two
 * texts is then equality of two numbers, and the arrays can be shared between threads without copying. A signature has
 * one bit for each of 31 classes of units that a text contains.
 */
export type Texts = { units: Units; starts: Int32Array; signatures: Int32Array }

export const missing = -1

/**
 * Gathers texts; the same text always gets the same code, the empty text is missing. The texts stand in one array and
 * are found by their hash (FNV-1a; Fowler, Noll and Vo), so that millions of them cost little more than their letters.
 */
export class TextCollector {
  // Small at first: a record by itself is a dataset of its own.
  #units: Uint16Array<ArrayBuffer> = new Uint16Array(64)
  readonly #starts = new GrowingInts()
  // The hash of a text and one above its code, 0 for none, side by side in each slot.
  #table: Int32Array<ArrayBuffer> = new Int32Array(32)
  /** Every bit that some unit has. */
  #bits = 0

  constructor() {
    this.#starts.push(0)
  }

  get size(): number {
    return this.#starts.length - 1
  }

  code(text: string): number {
    const length = text.length
    if (length === 0) return missing
    const from = this.#starts.at(this.size)
    if (from + length > this.#units.length) this.#widen(from + length)
    const units = this.#units
    let [hash, bits] = [0x811c9dc5, 0]
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at)
      units[from + at] = unit
      bits |= unit
      hash = Math.imul(hash ^ unit, 0x01000193)
    }
    this.#bits |= bits
    return this.#settle(hash, from, length)
  }

  /** The code of a text by its units; -1 where it is not known and there are `most` already. */
  codeOfUnits(given: Units, begin: number, end: number, most = Infinity): number {
    const length = end - begin
    if (length <= 0) return missing
    const from = this.#starts.at(this.size)
    if (from + length > this.#units.length) this.#widen(from + length)
    const units = this.#units
    let [hash, bits] = [0x811c9dc5, 0]
    for (let at = 0; at < length; at++) {
      const unit = given[begin + at]!
      units[from + at] = unit
      bits |= unit
      hash = Math.imul(hash ^ unit, 0x01000193)
    }
    this.#bits |= bits
    return this.#settle(hash, from, length, most)
  }

  /** The codes here of all texts of another pool, in its order. */
  absorb({ units, starts }: Pick<Texts, 'units' | 'starts'>): Int32Array {
    const codes = new Int32Array(starts.length - 1)
    for (let other = 0; other < codes.length; other++)
      codes[other] = this.codeOfUnits(units, starts[other]!, starts[other + 1]!)
    return codes
  }

  text(code: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#starts.at(code), this.#starts.at(code + 1)))
  }

  texts(): string[] {
    return Array.from({ length: this.size }, (_, code) => this.text(code))
  }

  /** The texts as plain arrays that may be handed to another thread. */
  pool(): Pick<Texts, 'units' | 'starts'> {
    const starts = this.#starts.finish()
    const written = this.#units.subarray(0, starts.at(-1)!)
    const isNarrow = this.#bits < 256
    const buffer = new SharedArrayBuffer(Math.max(written.length, 1) * (isNarrow ? 1 : 2))
    const units = isNarrow ? new Uint8Array(buffer) : new Uint16Array(buffer)
    units.set(written)
    return { units, starts }
  }

  /** Forgets all texts; the collector is not to be used any more. */
  release(): void {
    release(this.#units)
    release(this.#table)
    this.#starts.release()
  }

  /** The texts as they are compared; they are forgotten here. */
  finish(): Texts {
    const { units, starts } = this.pool()
    this.release()
    const signatures = units instanceof Uint8Array ? narrowSignatures(units, starts) : wideSignatures(units, starts)
    return { units, starts, signatures }
  }

  /** The code of the text that was written behind the last one; a text that is known is left to be overwritten. */
  #settle(hash: number, from: number, length: number, most = Infinity): number {
    const table = this.#table
    const mask = table.length - 1
    let slot = ((hash ^ (hash >>> 15)) * 2) & mask
    for (let known = table[slot + 1]!; known > 0; known = table[slot + 1]!) {
      if (table[slot] === hash && this.#equals(known - 1, from, length)) return known - 1
      slot = (slot + 2) & mask
    }
    if (this.size >= most) return missing
    this.#starts.push(from + length)
    table[slot] = hash
    table[slot + 1] = this.size
    if (this.size * 4 > table.length) this.#spread()
    return this.size - 1
  }

  #equals(code: number, from: number, length: number): boolean {
    const begin = this.#starts.at(code)
    if (this.#starts.at(code + 1) - begin !== length) return false
    for (let at = 0; at < length; at++) if (this.#units[begin + at] !== this.#units[from + at]) return false
    return true
  }

  #widen(least: number): void {
    this.#units = widened(this.#units, Math.max(least, this.#units.length * 2))
  }

  #spread(): void {
    const before = this.#table
    const table = widened(new Int32Array(0), before.length * 2)
    const mask = table.length - 1
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue
      const hash = before[at]!
      let slot = ((hash ^ (hash >>> 15)) * 2) & mask
      while (table[slot + 1]! > 0) slot = (slot + 2) & mask
      table[slot] = hash
      table[slot + 1] = before[at + 1]!
    }
    release(before)
    this.#table = table
  }
}

const bitOfUnit = (unit: number): number => 1 << (unit % 31)
const bitsOfBytes = Int32Array.from({ length: 256 }, (_, unit) => bitOfUnit(unit))

// A loop for each width: over arrays of both, V8 would ask of each unit which it is of.
function narrowSignatures(units: Uint8Array, starts: Int32Array): Int32Array {
  const signatures = sharedInts(starts.length - 1)
  for (let code = 0, at = 0; code < signatures.length; code++) {
    let bits = 0
    for (const end = starts[code + 1]!; at < end; at++) bits |= bitsOfBytes[units[at]!]!
    signatures[code] = bits
  }
  return signatures
}

function wideSignatures(units: Uint16Array, starts: Int32Array): Int32Array {
  const signatures = sharedInts(starts.length - 1)
  for (let code = 0, at = 0; code < signatures.length; code++) {
    let bits = 0
    for (const end = starts[code + 1]!; at < end; at++) bits |= bitOfUnit(units[at]!)
    signatures[code] = bits
  }
  return signatures
}

export function textOf(texts: Texts, code: number): string {
  if (code < 0) return ''
  return String.fromCharCode(...texts.units.subarray(texts.starts[code]!, texts.starts[code + 1]!))
}

/** Below so many numbers a thread is handed a copy sooner than memory to share is made. */
const worthSharing = 4096

/** Whole numbers that worker threads can share. */
export function sharedInts(length: number): Int32Array {
  if (length < worthSharing) return new Int32Array(length)
  return new Int32Array(new SharedArrayBuffer(Math.max(length, 1) * 4), 0, length)
}

export const sharedBytes = (length: number): Uint8Array =>
  new Uint8Array(new SharedArrayBuffer(Math.max(length, 1)), 0, length)

export function toSharedInts(values: readonly number[] | Int32Array): Int32Array {
  const made = sharedInts(values.length)
  made.set(values)
  return made
}

/** Whole numbers of which one does not know how many will come. */
export class GrowingInts {
  #values: Int32Array<ArrayBuffer> = new Int32Array(16)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = widened(this.#values, this.length * 2)
    this.#values[this.length++] = value
  }

  /** Forgets them all. */
  release(): void {
    release(this.#values)
    this.#values = new Int32Array(16)
    this.length = 0
  }

  at(index: number): number {
    return this.#values[index]!
  }

  /** Whether a value stands at `from` or behind it. */
  includesSince(from: number, value: number): boolean {
    for (let at = from; at < this.length; at++) if (this.#values[at] === value) return true
    return false
  }

  finish(length = this.length): Int32Array {
    return toSharedInts(this.#values.subarray(0, length))
  }
}
