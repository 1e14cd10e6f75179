import { bitsIn } from '../comparing/distance.ts'
import { nameCloseness, type Closeness } from '../comparing/compare-names.ts'
import { nameLevel } from '../comparing/levels.ts'
import type { Names } from '../reading/names.ts'
import { sharedBytes, sharedInts, type Texts } from '../reading/texts.ts'

// A part of a name in one number: in the lowest `notedBits` what is noted of it, and above them the text it is best compared
// by, its sound or else its letters, as the place of that text in a table of how near texts are, below `notListed` for a rare
// one that the table has no place for.
const notedBits = 5

// Noted are these marks: whether it is read by its sound, by its letters, or in kanji whose sound is not written; whether
// it has other forms; whether its bearer has other names.
export const [bySound, byLetters, byKanji, hasForms, hasOthers] = [1, 2, 4, 8, 16]
const kinds = bySound | byLetters | byKanji

/** The texts that have a place are so many at most: a table of them still fits a fast memory. */
export const placeBits = 12
const mostPlaces = 1 << placeBits
const notListed = -1

const partOf = (place: number, noted: number): number => (place << notedBits) | noted
/** Whether nothing at all is known of a part. */
export const isNothing = (part: number): boolean => part === partOf(notListed, 0)
/** The place of the text that a part is told by; below 0 where it has none. */
export const placeOf = (part: number): number => part >> notedBits
/** Whether two parts are told by one text. */
export const areOneText = (part: number, other: number): boolean =>
  (part ^ other) >> notedBits === 0 && placeOf(part) !== notListed

/**
 * How near each two of the usual texts are, two bits for each two, told when it is first asked. Threads may share it: what
 * one writes over of another's is told again.
 */
export type NearnessTable = { texts: Int32Array; near: Uint8Array }

/** Makes the table, in which the texts that most names are told by have their places, and says which. */
export function nearnessTable(names: Names): { table: NearnessTable; places: Int32Array } {
  const held = new Int32Array(names.holders.any.length)
  for (const part of ['family', 'given'] as const) {
    const [texts, sounds] = [names[part], names[`${part}Sound`]]
    for (let record = 0; record < texts.length; record++) {
      const text = mainText(texts, sounds, record)
      if (text >= 0) held[text]!++
    }
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
  const table: NearnessTable = { texts, near: sharedBytes(usual.length * strideOf(usual.length)) }
  for (let place = 0; place < usual.length; place++) note(table, place, place, nearness.any)
  return { table, places }
}

/** How many bytes of the table are of one text. */
export const strideOf = (listed: number): number => (listed + 3) >> 2

/** What is known of two places; 0 where nothing is. */
const knownNearness = ({ texts, near }: NearnessTable, place: number, other: number): number =>
  (near[place * strideOf(texts.length) + (other >> 2)]! >> ((other & 3) << 1)) & 3

function note({ texts, near }: NearnessTable, place: number, other: number, told: number): void {
  near[place * strideOf(texts.length) + (other >> 2)]! |= told << ((other & 3) << 1)
}

function mainText(texts: Int32Array, sounds: Int32Array, record: number): number {
  const sound = sounds[record]!
  return sound >= 0 ? sound : texts[record]!
}

/** Writes a part of the name of a record. */
export function partWriter(
  names: Names,
  places: Int32Array,
  part: 'family' | 'given',
): (record: number, into: Int32Array, at: number) => void {
  const { kanji, groups, others } = names
  const [texts, sounds] = [names[part], names[`${part}Sound`]]
  return (record, into, at) => {
    const text = mainText(texts, sounds, record)
    const more = others.starts[record + 1]! > others.starts[record]! ? hasOthers : 0
    if (text < 0) {
      into[at] = partOf(notListed, more)
      return
    }
    const kind = sounds[record]! >= 0 ? bySound : kanji[text] === 1 ? byKanji : byLetters
    const forms = groups.starts[text + 1]! > groups.starts[text]! ? hasForms : 0
    into[at] = partOf(places[text]!, more | kind | forms)
  }
}

/**
 * Whether two texts are different names for certain, by their signatures: they begin with different units, and have so few
 * in common that no comparison by letters (compare-names.ts) finds them alike, at a Jaro-Winkler similarity of 0.8 or two
 * edits.
 */
function areFarApart({ signatures, starts, units }: Texts, one: number, other: number): boolean {
  const apart = bitsIn(signatures[one]! ^ signatures[other]!)
  if (apart <= 4 || units[starts[one]!] === units[starts[other]!]) return false
  const left = starts[one + 1]! - starts[one]!
  const right = starts[other + 1]! - starts[other]!
  // One letter may be an initial.
  if (left < 2 || right < 2) return false
  // Of so many units in common the Jaro similarity is (common / left + common / right + 1) / 3.
  return 5 * (left + right - apart) * (left + right) < 14 * left * right
}

/**
 * How near two parts come to each other that differ as written: as different names do, faintly (similar, or with one
 * letter alone), at any other level or one that is not told; or one of them is missing. What is the same is asked of no table,
 * in which 0 is not known yet.
 */
export const nearness = { same: 0, different: 1, faint: 2, any: 3, missing: 4 } as const

/**
 * Tells how near two parts are that differ as written; `listed` by the places of two texts that have one, and are both sounds
 * or both letters.
 */
export type NearnessTeller = {
  near: (part: number, other: number) => number
  listed: (place: number, other: number, kind: number) => number
}

export function nearnessTeller(names: Names, table: NearnessTable): NearnessTeller {
  const closeness = nameCloseness(names)
  const { texts } = table
  const between = (one: number, other: number, kind: number): number =>
    areFarApart(names.texts, one, other) ? nearness.different : tell(closeness, one, other, kind)
  const listed: NearnessTeller['listed'] = (place, other, kind) => {
    const known = knownNearness(table, place, other)
    if (known !== 0) return known
    const told = between(texts[place]!, texts[other]!, kind)
    note(table, place, other, told)
    note(table, other, place, told)
    return told
  }
  const near: NearnessTeller['near'] = (part, other) => {
    const both = (part | other) & kinds
    if (both !== (part & kinds) || both !== (other & kinds) || both === byKanji)
      return (part & kinds) === 0 || (other & kinds) === 0 ? nearness.missing : nearness.any
    const [place, otherPlace] = [placeOf(part), placeOf(other)]
    if (place === otherPlace || (part & other & hasForms) !== 0) return both === 0 ? nearness.missing : nearness.any
    // The names of a dataset are read as Japanese or not: no text is a sound here and letters there.
    if (place < 0 || otherPlace < 0) return between(textAt(texts, place), textAt(texts, otherPlace), both)
    return listed(place, otherPlace, both)
  }
  return { near, listed }
}

const textAt = (texts: Int32Array, place: number): number => (place >= 0 ? texts[place]! : notListed - 1 - place)

/** The sound that a part is told by; -1 where it is told by something else, or missing. */
export const soundAt = ({ texts }: NearnessTable, part: number): number =>
  (part & bySound) === 0 ? -1 : textAt(texts, placeOf(part))

function tell({ soundLevel, textLevel }: Closeness, one: number, other: number, kind: number): number {
  const level = kind === bySound ? soundLevel(one, other) : textLevel(one, other)
  if (level === nameLevel.different) return nearness.different
  // A kanji in common is more than a first letter: by sounds alone that is not told.
  if (level === nameLevel.similar || (level === nameLevel.initial && kind === byLetters)) return nearness.faint
  return nearness.any
}

/** Whether one of two bearers has other names, among which a part may be found again. */
export const mayHaveElsewhere = (part: number, other: number): boolean => ((part | other) & hasOthers) !== 0
