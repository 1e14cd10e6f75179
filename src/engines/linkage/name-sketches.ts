import { mayBeAlike } from './distance.ts'
import type { Names } from './names.ts'

/** A part of a name in two numbers: the signature of its sound, or of its letters; and what is noted of it. */
export const partWidth = 2

// Noted are its length in the lowest eight bits, what it begins with in the next, and these marks: whether it is read by
// its sound, by its letters, or in kanji whose sound is not written; whether it has other forms; whether its bearer has
// other names.
const [bySound, byLetters, byKanji, hasForms, hasOthers] = [1 << 24, 1 << 25, 1 << 26, 1 << 27, 1 << 28]
const kinds = bySound | byLetters | byKanji

type Place = { part: 'family' | 'given'; record: number; at: number }

export function writePart(names: Names, { part, record, at }: Place, into: Int32Array): void {
  const { texts, kanji, groups, others } = names
  const sound = names[`${part}Sound`][record]!
  const code = sound >= 0 ? sound : names[part][record]!
  const more = others.starts[record + 1]! > others.starts[record]! ? hasOthers : 0
  into[at] = code < 0 ? 0 : texts.signatures[code]!
  into[at + 1] = more
  if (code < 0) return
  const from = texts.starts[code]!
  const kind = sound >= 0 ? bySound : kanji[code] === 1 ? byKanji : byLetters
  const forms = groups.starts[code + 1]! > groups.starts[code]! ? hasForms : 0
  const length = Math.min(texts.starts[code + 1]! - from, 0xff)
  into[at + 1] = more | kind | forms | ((texts.units[from]! & 0xff) << 8) | length
}

/** How near two parts may come to each other: one is missing, at any level, with one letter alone, as different ones. */
export const nearness = { missing: 0, any: 1, initial: 2, different: 3 } as const

/** Never further apart than two parts are that differ as written. */
export function nearest(signature: number, noted: number, other: number, otherNoted: number): number {
  if ((noted & kinds) === 0 || (otherNoted & kinds) === 0) return nearness.missing
  const both = (noted | otherNoted) & kinds
  if ((both !== bySound && both !== byLetters) || (noted & otherNoted & hasForms) !== 0) return nearness.any
  const [left, right] = [noted & 0xff, otherNoted & 0xff]
  if (left === 1 || right === 1) return both === byLetters ? nearness.initial : nearness.any
  const prefix = ((noted ^ otherNoted) & 0xff00) === 0 ? 4 : 0
  return mayBeAlike(signature, left, other, right, prefix) ? nearness.any : nearness.different
}

/** Whether one of two bearers has other names, among which a part may be found again. */
export const mayHaveElsewhere = (noted: number, otherNoted: number): boolean => ((noted | otherNoted) & hasOthers) !== 0

/** Whether two parts may be equal, as far as their sketches tell. */
export const mayBeEqual = (signature: number, noted: number, other: number, otherNoted: number): boolean =>
  signature === other && ((noted ^ otherNoted) & 0xffff) === 0 && (noted & kinds) !== 0
