import { bitsIn } from './distance.ts'
import { nameCloseness, type Closeness } from './compare-names.ts'
import { nameLevel } from './levels.ts'
import type { Names } from './names.ts'
import { sharedBytes, sharedInts } from './texts.ts'

/**
 * A part of a name in three numbers: the text it is best compared by, its sound or else its letters, as the place of that
 * text in a table of how near texts are, below `notListed` for a rare one that the table has no place for; what is noted
 * of it; and the signature of its text.
 */
export const partWidth = 3

// Noted are these marks: whether it is read by its sound, by its letters, or in kanji whose sound is not written; whether
// it has other forms; whether its bearer has other names. Above them stand the length of its text and its first unit.
const [bySound, byLetters, byKanji, hasForms, hasOthers] = [1, 2, 4, 8, 16]
const kinds = bySound | byLetters | byKanji
const [lengthShift, firstShift, longest] = [5, 11, 63]
const aboveFirst = (1 << firstShift) - 1

/** The texts that have a place are so many at most: a table of them still fits a fast memory. */
const mostPlaces = 4096
const notListed = -1

/**
 * How near each two of the usual texts are, two bits for each two, told when it is first asked. Threads may share it: what
 * one writes over of another's is told again.
 */
export type NearnessTable = { texts: Int32Array; near: Uint8Array }

/** Makes the table, in which the texts that most names are told by have their places, and says which. */
export function nearnessTable(names: Names): { table: NearnessTable; places: Int32Array } {
  const held = new Int32Array(names.holders.any.length)
  for (const part of ['family', 'given'] as const)
    for (let record = 0; record < names[part].length; record++) {
      const text = mainText(names, part, record)
      if (text >= 0) held[text]!++
    }
  const usual = Array.from(held.keys())
    .filter((text) => held[text]! > 0)
    .toSorted((one, other) => held[other]! - held[one]!)
    .slice(0, mostPlaces)
  const texts = sharedInts(usual.length)
  texts.set(usual)
  const places = new Int32Array(held.length)
  for (let text = 0; text < places.length; text++) places[text] = notListed - 1 - text
  for (const [place, text] of usual.entries()) places[text] = place
  return { table: { texts, near: sharedBytes(usual.length * ((usual.length + 3) >> 2)) }, places }
}

function mainText(names: Names, part: 'family' | 'given', record: number): number {
  const sound = names[`${part}Sound`][record]!
  return sound >= 0 ? sound : names[part][record]!
}

type Place = { part: 'family' | 'given'; record: number; at: number }

export function writePart(names: Names, places: Int32Array, { part, record, at }: Place, into: Int32Array): void {
  const { kanji, groups, others, texts } = names
  const text = mainText(names, part, record)
  const more = others.starts[record + 1]! > others.starts[record]! ? hasOthers : 0
  into[at] = text < 0 ? notListed : places[text]!
  into[at + 1] = more
  if (text < 0) return
  const kind = names[`${part}Sound`][record]! >= 0 ? bySound : kanji[text] === 1 ? byKanji : byLetters
  const forms = groups.starts[text + 1]! > groups.starts[text]! ? hasForms : 0
  const begin = texts.starts[text]!
  const length = Math.min(texts.starts[text + 1]! - begin, longest)
  into[at + 1] = more | kind | forms | (length << lengthShift) | (texts.units[begin]! << firstShift)
  into[at + 2] = texts.signatures[text]!
}

/**
 * Whether two parts are different names for certain, by what is noted of them and their signatures: they begin with
 * different units, and have so few in common that no comparison by letters (compare-names.ts) finds them alike, at a
 * Jaro-Winkler similarity of 0.8 or two edits.
 */
export function areFarApart(noted: number, signature: number, otherNoted: number, otherSignature: number): boolean {
  if (((noted ^ otherNoted) & kinds) !== 0 || (noted & (bySound | byLetters)) === 0) return false
  if ((noted ^ otherNoted) <= aboveFirst || (noted & otherNoted & hasForms) !== 0) return false
  const apart = bitsIn(signature ^ otherSignature)
  if (apart <= 4) return false
  const [one, other] = [(noted >>> lengthShift) & longest, (otherNoted >>> lengthShift) & longest]
  // One letter may be an initial, and what is longer than its length says is not told.
  if (one < 2 || other < 2 || one === longest || other === longest) return false
  // Of so many units in common the Jaro similarity is (common / one + common / other + 1) / 3.
  return 5 * (one + other - apart) * (one + other) < 14 * one * other
}

/**
 * How near two parts come to each other that differ as written: as different names do, faintly (similar, or with one
 * letter alone), at any other level or one that is not told; or one of them is missing. What is the same is asked of no table,
 * in which 0 is not known yet.
 */
export const nearness = { same: 0, different: 1, faint: 2, any: 3, missing: 4 } as const

/** Tells how near two parts are that differ as written. */
export function nearnessTeller(names: Names, { texts, near }: NearnessTable) {
  const closeness = nameCloseness(names)
  const stride = (texts.length + 3) >> 2
  const note = (place: number, other: number, told: number): void => {
    near[place * stride + (other >> 2)]! |= told << ((other & 3) << 1)
  }
  return (place: number, noted: number, other: number, otherNoted: number): number => {
    const both = (noted | otherNoted) & kinds
    if (both !== (noted & kinds) || both !== (otherNoted & kinds) || both === byKanji)
      return (noted & kinds) === 0 || (otherNoted & kinds) === 0 ? nearness.missing : nearness.any
    if (place === other || (noted & otherNoted & hasForms) !== 0) return both === 0 ? nearness.missing : nearness.any
    // The names of a dataset are read as Japanese or not: no text is a sound here and letters there.
    if (place < 0 || other < 0) return tell(closeness, textAt(texts, place), textAt(texts, other), both)
    const known = (near[place * stride + (other >> 2)]! >> ((other & 3) << 1)) & 3
    if (known !== 0) return known
    const told = tell(closeness, texts[place]!, texts[other]!, both)
    note(place, other, told)
    note(other, place, told)
    return told
  }
}

const textAt = (texts: Int32Array, place: number): number => (place >= 0 ? texts[place]! : notListed - 1 - place)

/** The sound that a part is told by; -1 where it is told by something else, or missing. */
export const soundAt = ({ texts }: NearnessTable, place: number, noted: number): number =>
  (noted & bySound) === 0 ? -1 : textAt(texts, place)

function tell({ soundLevel, textLevel }: Closeness, one: number, other: number, kind: number): number {
  const level = kind === bySound ? soundLevel(one, other) : textLevel(one, other)
  if (level === nameLevel.different) return nearness.different
  // A kanji in common is more than a first letter: by sounds alone that is not told.
  if (level === nameLevel.similar || (level === nameLevel.initial && kind === byLetters)) return nearness.faint
  return nearness.any
}

/** Whether one of two bearers has other names, among which a part may be found again. */
export const mayHaveElsewhere = (noted: number, otherNoted: number): boolean => ((noted | otherNoted) & hasOthers) !== 0
