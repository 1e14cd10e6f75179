/**
 * Texts laid end to end in one array of UTF-16 units, each known by a small whole number (its code). Equality of two
 * texts is then equality of two numbers, and the arrays can be shared between threads without copying. A signature has
 * one bit for each of 31 classes of units that a text contains.
 */
export type Texts = { units: Uint16Array; starts: Int32Array; signatures: Int32Array }

export const missing = -1

/** Gathers texts; the same text always gets the same code, the empty text is missing. */
export class TextCollector {
  readonly texts: string[] = []
  readonly #codes = new Map<string, number>()

  code(text: string): number {
    if (text === '') return missing
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    const made = this.texts.length
    this.#codes.set(text, made)
    this.texts.push(text)
    return made
  }

  find(text: string): number {
    return this.#codes.get(text) ?? missing
  }

  finish(): Texts {
    const starts = sharedInts(this.texts.length + 1)
    let length = 0
    for (const [at, text] of this.texts.entries()) {
      starts[at] = length
      length += text.length
    }
    starts[this.texts.length] = length
    const units = new Uint16Array(new SharedArrayBuffer(Math.max(length, 1) * 2))
    let to = 0
    for (const text of this.texts) for (let at = 0; at < text.length; at++) units[to++] = text.charCodeAt(at)
    const signatures = sharedInts(this.texts.length)
    for (let at = 0; at < this.texts.length; at++)
      for (let unit = starts[at]!; unit < starts[at + 1]!; unit++) signatures[at]! |= 1 << (units[unit]! % 31)
    return { units, starts, signatures }
  }
}

export function textOf(texts: Texts, code: number): string {
  if (code < 0) return ''
  return String.fromCharCode(...texts.units.subarray(texts.starts[code]!, texts.starts[code + 1]!))
}

/** Whole numbers that worker threads can share. */
export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Math.max(length, 1) * 4))
}

export function toSharedInts(values: readonly number[] | Int32Array): Int32Array {
  const made = sharedInts(values.length)
  made.set(values)
  return made
}

/** Whole numbers of which one does not know how many will come. */
export class GrowingInts {
  #values = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#values.length) {
      const wider = new Int32Array(this.length * 2)
      wider.set(this.#values)
      this.#values = wider
    }
    this.#values[this.length++] = value
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
