import type { Column, ColumnKind } from '../reading/columns.ts'
import { bitsIn, bitsInBoth, editsBetween, lengthOf } from '../comparing/distance.ts'
import type { Texts } from '../reading/texts.ts'

/**
 * A value in a few whole numbers, from which `bestOf…` tell without its text at which level (levels.ts) two different
 * values could meet at best: never worse than the level they do meet at.
 */
export type Sketch = { width: number; write: (code: number, into: Int32Array, at: number) => void }

const sketches: Record<ColumnKind, (column: Column) => Sketch> = {
  date: dateSketch,
  mail: mailSketch,
  phone: phoneSketch,
  code: codeSketch,
  words: wordsSketch,
  middle: middleSketch,
  category: () => ({ width: 0, write: () => {} }),
  number: numberSketch,
}

export const sketchOf = (column: Column): Sketch => sketches[column.kind](column)

/** A length in the lowest eight bits, beside what a text is told by in the upper ones; no text is longer in a sketch. */
const longest = 255
const withLength = (bits: number, { starts }: Texts, code: number): number =>
  (bits << 8) | Math.min(starts[code + 1]! - starts[code]!, longest)

/**
 * How many units two texts share at most, by their signatures and lengths. So many of lengths l and r make a Jaro similarity
 * of (shared / l + shared / r + 1) / 3 at most, and with the same beginning 0.6 of that and 0.4 of Jaro-Winkler's; whole
 * numbers compare both sides of that in no time.
 */
function sharedBetween(left: number, leftLength: number, right: number, rightLength: number): number {
  return Math.min(leftLength - bitsIn(left & ~right), rightLength - bitsIn(right & ~left))
}

/** 24 bits of FNV-1a over some units; never 0, which stands for none. */
function hashOf({ units }: Texts, from: number, end: number): number {
  let hash = 0x811c9dc5
  for (let unit = from; unit < end; unit++) hash = Math.imul(hash ^ units[unit]!, 0x01000193)
  return (hash ^ (hash >>> 24)) & 0xffffff || 1
}

/** Whether digits of four bits each differ in one digit, or in two neighbours that changed places. */
function isSlip(one: number, other: number): boolean {
  const apart = one ^ other
  const marks = (apart | (apart >>> 1) | (apart >>> 2) | (apart >>> 3)) & 0x11111111
  const lowest = marks & -marks
  if (marks === lowest) return true
  if (marks !== (lowest | (lowest << 4))) return false
  const shift = 31 - Math.clz32(lowest)
  const [left, right] = [(one >>> shift) & 0xff, (other >>> shift) & 0xff]
  return left === (((right & 15) << 4) | (right >>> 4))
}

/** yyyymmdd with four bits for each digit. */
function dateSketch({ numbers }: Column): Sketch {
  return {
    width: 1,
    write: (code, into, at) => void (into[at] = Number.parseInt(String(numbers[code]), 16) | 0),
  }
}

export function bestOfDates(left: number, right: number): number {
  const sameYear = left >>> 16 === right >>> 16
  if ((left & 0xffff) === 0 || (right & 0xffff) === 0) return sameYear ? 3 : 4
  if (isSlip(left, right)) return 2
  const sameMonth = (left & 0xff00) === (right & 0xff00)
  const sameDay = (left & 0xff) === (right & 0xff)
  if (sameYear) {
    const swapped = (left & 0xff) === ((right >>> 8) & 0xff) && (right & 0xff) === ((left >>> 8) & 0xff)
    return swapped ? 2 : sameMonth || sameDay ? 3 : 4
  }
  return sameMonth && sameDay ? 3 : sameMonth || sameDay ? 4 : 5
}

const atSign = '@'.charCodeAt(0)

/**
 * What an address is told by: its signature; a second one of the classes that come twice, since addresses are long and share
 * much; its first four units; and a hash of what stands before the @, where that is four units or more, with the length.
 */
function mailSketch({ texts }: Column): Sketch {
  return {
    width: 4,
    write: (code, into, at) => {
      const [from, end] = [texts.starts[code]!, texts.starts[code + 1]!]
      let local = from
      while (local < end && texts.units[local] !== atSign) local++
      into[at] = texts.signatures[code]!
      into[at + 1] = repeatedIn(texts, from, end)
      into[at + 2] = frontOf(texts, from, end)
      into[at + 3] = withLength(local - from >= 4 ? hashOf(texts, from, local) : 0, texts, code)
    },
  }
}

/** A signature (`Texts`) of the classes that two units or more are of. */
function repeatedIn({ units }: Texts, from: number, end: number): number {
  let [once, twice] = [0, 0]
  for (let unit = from; unit < end; unit++) {
    const bit = 1 << (units[unit]! % 31)
    twice |= once & bit
    once |= bit
  }
  return twice
}

/** The first four units, eight bits of each, the first in the lowest. */
function frontOf({ units }: Texts, from: number, end: number): number {
  let front = 0
  for (let nth = 0; nth < 4 && from + nth < end; nth++) front |= (units[from + nth]! & 255) << (nth * 8)
  return front
}

/** By how many units two texts begin alike, four at most: how much of their lengths they share for a Jaro-Winkler similarity. */
const sharesFor = (similarity: number): Float64Array =>
  Float64Array.from({ length: 5 }, (_, alike) => 3 * ((similarity - alike * 0.1) / (1 - alike * 0.1)) - 1 - 1e-9)
const [similarMail, closeMail] = [sharesFor(0.85), sharesFor(0.95)]

const alikeInFront = (one: number, other: number): number => {
  const apart = one ^ other
  return apart === 0 ? 4 : (31 - Math.clz32(apart & -apart)) >> 3
}

export type MailSketch = { signature: number; repeated: number; front: number; tail: number }

/** Whether two addresses differ for certain: what most are told by, in few steps. */
export function mailsDiffer(
  own: MailSketch,
  signature: number,
  repeated: number,
  front: number,
  tail: number,
): boolean {
  if ((own.tail ^ tail) >>> 8 === 0) return false
  const [left, right] = [own.tail & longest, tail & longest]
  const sum = left + right
  const shared = sum - bitsInBoth(own.signature ^ signature, own.repeated ^ repeated)
  return shared * sum < 2 * similarMail[alikeInFront(own.front, front)]! * left * right
}

/** Of two addresses that may be alike. */
export function bestOfMails(own: MailSketch, signature: number, repeated: number, front: number, tail: number): number {
  if ((own.tail ^ tail) >>> 8 === 0 && tail >>> 8 !== 0) return 2
  const [left, right] = [own.tail & longest, tail & longest]
  const lacking = bitsInBoth(own.signature & ~signature, own.repeated & ~repeated)
  const added = bitsInBoth(signature & ~own.signature, repeated & ~own.repeated)
  const shared = Math.min(left - lacking, right - added) * (left + right)
  const alike = alikeInFront(own.front, front)
  if (shared < similarMail[alike]! * left * right) return 5
  return shared >= closeMail[alike]! * left * right || (lacking <= 2 && added <= 2) ? 3 : 4
}

/** The last seven digits, four bits each, and how many digits there are in the other four. */
function phoneSketch({ texts }: Column): Sketch {
  return {
    width: 1,
    write: (code, into, at) => {
      const end = texts.starts[code + 1]!
      let packed = Math.min(lengthOf(texts, code), 15)
      for (let unit = Math.max(texts.starts[code]!, end - 7); unit < end; unit++)
        packed = (packed << 4) | (texts.units[unit]! & 15)
      into[at] = packed
    },
  }
}

export function bestOfPhones(left: number, right: number): number {
  if (((left ^ right) & 0xfffffff) === 0) return 2
  const longer = Math.abs((left >>> 28) - (right >>> 28))
  if (longer === 0) return isSlip(left, right) ? 2 : 3
  return longer === 1 ? 2 : 3
}

/** The signature, and a hash of the first two units. */
function codeSketch({ texts }: Column): Sketch {
  return {
    width: 2,
    write: (code, into, at) => {
      const from = texts.starts[code]!
      into[at] = texts.signatures[code]!
      into[at + 1] = withLength(hashOf(texts, from, Math.min(from + 2, texts.starts[code + 1]!)), texts, code)
    },
  }
}

export function bestOfCodes(one: number, oneTail: number, other: number, otherTail: number): number {
  const shorter = Math.min(oneTail & longest, otherTail & longest)
  // An edit exchanges one unit for another, and so two bits of a signature at most.
  if (bitsIn(one ^ other) <= 4) {
    const least = editsBetween(one, other)
    if (shorter >= 3 && least <= 1) return 2
    if (shorter >= 6 && least <= 2) return 3
  }
  return shorter >= 4 && (oneTail ^ otherTail) >>> 8 === 0 ? 3 : 4
}

const space = ' '.charCodeAt(0)

/** The signature, and one bit for each word that may be shared: of four letters or more, or the first two characters of a Japanese one. */
function wordsSketch({ texts }: Column): Sketch {
  const wordBits = (from: number, end: number): number => {
    let [bits, begin] = [0, from]
    for (let here = from; here <= end; here++) {
      if (here < end && texts.units[here] !== space) continue
      const isJapanese = here > begin && texts.units[begin]! >= 0x3040
      const length = isJapanese ? Math.min(2, here - begin) : here - begin
      if (length >= (isJapanese ? 2 : 4)) bits |= 1 << (hashOf(texts, begin, begin + length) % 24)
      begin = here + 1
    }
    return bits
  }
  return {
    width: 2,
    write: (code, into, at) => {
      into[at] = texts.signatures[code]!
      into[at + 1] = withLength(wordBits(texts.starts[code]!, texts.starts[code + 1]!), texts, code)
    },
  }
}

export function bestOfWords(one: number, oneTail: number, other: number, otherTail: number): number {
  const [oneLength, otherLength] = [oneTail & longest, otherTail & longest]
  const [sum, product] = [oneLength + otherLength, oneLength * otherLength]
  const shared = sharedBetween(one, oneLength, other, otherLength)
  // Jaro-Winkler similarities of 0.92 and 0.82, as `sharedBetween` tells.
  if (5 * shared * sum >= 8 * product) return 2
  const shorter = Math.min(oneLength, otherLength)
  if (shorter >= 4 && editsBetween(one, other) <= (shorter >= 8 ? 2 : 1)) return 2
  return 10 * shared * sum >= 11 * product || (oneTail & otherTail) >>> 8 !== 0 ? 3 : 4
}

function middleSketch({ texts: { signatures } }: Column): Sketch {
  return {
    width: 1,
    write: (code, into, at) => void (into[at] = signatures[code]!),
  }
}

/** A part in common, or a letter that begins one, is a letter in common. */
export const bestOfMiddles = (left: number, right: number): number => ((left & right) === 0 ? 4 : 2)

function numberSketch({ numbers }: Column): Sketch {
  return {
    width: 1,
    write: (code, into, at) => void (into[at] = numbers[code]!),
  }
}

export function bestOfNumbers(left: number, right: number): number {
  const between = Math.abs(left - right)
  return between <= 1 ? 2 : between <= 3 ? 3 : 4
}
