/**
 * Memory that grows where it is, and is given back when it is released: what is copied into more room each time, and left
 * to be collected, takes twice as much of a large file's. Small arrays are plain ones.
 */
const worthItsPages = 1 << 16

/** An address is set aside for so many bytes; what is not used of it takes no memory. */
const mostBytes = 2 ** 33

type Numbers = Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>

/** The same numbers with room for at least `length`; what was there before is not to be used any more. */
export function widened<Kind extends Numbers>(numbers: Kind, length: number): Kind {
  const make = numbers.constructor as new (buffer: ArrayBuffer | number, from?: number, length?: number) => Kind
  const bytes = length * numbers.BYTES_PER_ELEMENT
  if (bytes < worthItsPages) {
    const plain = new make(length)
    plain.set(numbers)
    return plain
  }
  const { buffer } = numbers
  if (buffer.resizable) {
    buffer.resize(bytes)
    return new make(buffer, 0, length)
  }
  const made = new make(new ArrayBuffer(bytes, { maxByteLength: mostBytes }), 0, length)
  made.set(numbers)
  return made
}

/**
 * The same for what seldom grows and is read much: numbers that are moved as a whole, since V8 reads more slowly what can grow
 * where it is.
 */
export const moved = (numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> =>
  new Int32Array(numbers.buffer.transfer(length * numbers.BYTES_PER_ELEMENT))

/** Gives memory back at once that would else wait to be collected. */
export function release({ buffer, byteLength }: Numbers): void {
  if (buffer.resizable) buffer.resize(0)
  else if (byteLength >= worthItsPages) buffer.transfer(0)
}
