import type { Column, ColumnKind } from './columns.ts'
import { leastEdits, lengthOf, mostSimilar } from './distance.ts'
import { sharedInts } from './texts.ts'

/**
 * The best level (levels.ts) at which two different values of a column could meet, told from signatures without going
 * through their texts: never worse than the level they do meet at.
 */
export type BestLevel = (one: number, other: number) => number

const bestLevels: Record<ColumnKind, (column: Column) => BestLevel> = {
  date: bestDate,
  mail: bestMail,
  phone: bestPhone,
  code: bestCode,
  words: bestWords,
  // A part in common, or a letter that begins one, is a letter in common.
  middle:
    ({ texts: { signatures } }) =>
    (one, other) =>
      (signatures[one]! & signatures[other]!) === 0 ? 4 : 2,
  category: () => () => 2,
  number:
    ({ numbers }) =>
    (one, other) => {
      const apart = Math.abs(numbers[one]! - numbers[other]!)
      return apart <= 1 ? 2 : apart <= 3 ? 3 : 4
    },
}

export const bestLevelOf = (column: Column): BestLevel => bestLevels[column.kind](column)

function perCode({ texts }: Column, derive: (from: number, end: number) => number): Int32Array {
  const count = texts.starts.length - 1
  const values = sharedInts(count)
  for (let code = 0; code < count; code++) values[code] = derive(texts.starts[code]!, texts.starts[code + 1]!)
  return values
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
function bestDate(column: Column): BestLevel {
  const digits = Int32Array.from(column.numbers, (number) => Number.parseInt(String(number), 16) | 0)
  return (one, other) => {
    const [left, right] = [digits[one]!, digits[other]!]
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
}

const at = '@'.charCodeAt(0)

function bestMail(column: Column): BestLevel {
  const { texts } = column
  const locals = perCode(column, (from, end) => {
    let [hash, unit] = [0x811c9dc5, from]
    for (; unit < end && texts.units[unit] !== at; unit++) hash = Math.imul(hash ^ texts.units[unit]!, 0x01000193)
    return unit - from >= 4 ? hash | 1 : 0
  })
  return (one, other) => {
    if (locals[one] !== 0 && locals[one] === locals[other]) return 2
    const similarity = mostSimilar(texts, one, other)
    if (similarity < 0.85) return 5
    return similarity >= 0.95 || leastEdits(texts, one, other) <= 2 ? 3 : 4
  }
}

/** The last seven digits, four bits each. */
function bestPhone(column: Column): BestLevel {
  const { texts } = column
  const ends = perCode(column, (from, end) => {
    let packed = 0
    for (let unit = Math.max(from, end - 7); unit < end; unit++) packed = (packed << 4) | (texts.units[unit]! & 15)
    return packed
  })
  return (one, other) => {
    const [left, right] = [lengthOf(texts, one), lengthOf(texts, other)]
    if (ends[one] === ends[other]) return 2
    if (left === right) return isSlip(ends[one]!, ends[other]!) ? 2 : 3
    return Math.abs(left - right) <= 1 && leastEdits(texts, one, other) <= 1 ? 2 : 3
  }
}

function bestCode(column: Column): BestLevel {
  const { texts } = column
  const fronts = perCode(column, (from, end) =>
    end - from < 2 ? 0 : (texts.units[from]! << 16) | texts.units[from + 1]!,
  )
  return (one, other) => {
    const shorter = Math.min(lengthOf(texts, one), lengthOf(texts, other))
    const least = leastEdits(texts, one, other)
    if (shorter >= 3 && least <= 1) return 2
    if (shorter >= 6 && least <= 2) return 3
    return shorter >= 4 && fronts[one] === fronts[other] ? 3 : 4
  }
}

const space = ' '.charCodeAt(0)

/** One bit for each word that may be shared: of four letters or more, or the first two characters of a Japanese one. */
function bestWords(column: Column): BestLevel {
  const { texts } = column
  const words = perCode(column, (from, end) => {
    let [bits, begin] = [0, from]
    for (let here = from; here <= end; here++) {
      if (here < end && texts.units[here] !== space) continue
      const isJapanese = here > begin && texts.units[begin]! >= 0x3040
      const length = isJapanese ? Math.min(2, here - begin) : here - begin
      if (length >= (isJapanese ? 2 : 4)) {
        let hash = 0x811c9dc5
        for (let unit = begin; unit < begin + length; unit++) hash = Math.imul(hash ^ texts.units[unit]!, 0x01000193)
        bits |= 1 << ((hash ^ (hash >>> 15)) & 31)
      }
      begin = here + 1
    }
    return bits
  })
  return (one, other) => {
    const shorter = Math.min(lengthOf(texts, one), lengthOf(texts, other))
    const similarity = mostSimilar(texts, one, other)
    if (similarity >= 0.92) return 2
    if (shorter >= 4 && leastEdits(texts, one, other) <= (shorter >= 8 ? 2 : 1)) return 2
    return similarity >= 0.82 || (words[one]! & words[other]!) !== 0 ? 3 : 4
  }
}
