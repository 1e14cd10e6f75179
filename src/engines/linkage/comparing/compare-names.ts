import { edits, leastEdits, lengthOf, mostSimilar } from './distance.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { nameLevel as level } from './levels.ts'
import { pairMemory } from './pair-memory.ts'
import type { Lists, Names } from '../reading/names.ts'
import type { Texts } from '../reading/texts.ts'

/**
 * One comparison of two people's names over kanji, kana, romaji and Latin letters: how the family names meet and how the
 * given names do, after the parts were laid against each other in the better of their orders. `chance` is the share of
 * people who would meet like this by accident, in bits (log2), where the value tells it; 0 where only the level does.
 */
export type NameMeeting = { family: number; given: number; familyChance: number; givenChance: number }

/** The name of one record as codes. */
type NameCodes = { record: number; family: number; familySound: number; given: number; givenSound: number }

const nameCodes = (): NameCodes => ({ record: 0, family: -1, familySound: -1, given: -1, givenSound: -1 })

function readName(names: Names, record: number, into: NameCodes): NameCodes {
  into.record = record
  into.family = names.family[record]!
  into.given = names.given[record]!
  into.familySound = names.familySound[record]!
  into.givenSound = names.givenSound[record]!
  return into
}

/** As many people as the public counts of family names stand in for beside the records themselves. */
const priorRecords = 1000

/** The chance of meeting in a name by accident, in bits, by how many hold it; each takes the code of a part. */
export type NameChances = Record<keyof Names['holders'], (code: number) => number>

export function chancesOfNames({ holders, shares }: Names, size: number): NameChances {
  const bitsOf = (count: number, share: number): number =>
    Math.min(
      Math.log2((Math.max(count - 1, 0.5) + priorRecords * share) / (size + (share > 0 ? priorRecords : 0))),
      -1e-6,
    )
  // A table pays where there are more names than it has places; one record against a few has not.
  const places = holders.any.length < 1024 ? 0 : 1024
  const ofCounts = Float64Array.from({ length: places }, (_, count) => bitsOf(count, 0))
  const chanceOf = (count: number, share: number): number =>
    share === 0 && count < places ? ofCounts[count]! : bitsOf(count, share)
  return {
    family: (code) => chanceOf(holders.family[code]!, shares[code]!),
    given: (code) => chanceOf(holders.given[code]!, 0),
    familySound: (code) => chanceOf(holders.familySound[code]! + 1, 0),
    givenSound: (code) => chanceOf(holders.givenSound[code]! + 1, 0),
    any: (code) => chanceOf(holders.any[code]! + 1, 0),
  }
}

type PartLevel = (text: number, sound: number, otherText: number, otherSound: number, isFamily: boolean) => number

function partComparer(names: Names): PartLevel {
  const close = closePart(names)
  return (text, sound, otherText, otherSound, isFamily) => {
    if ((text < 0 && sound < 0) || (otherText < 0 && otherSound < 0)) return 0
    if (text >= 0 && text === otherText) return level.exact
    if (sound >= 0 && sound === otherSound) return text >= 0 && otherText >= 0 ? level.close : level.sound
    const readings = isFamily ? names.familyReadings : names.givenReadings
    // A reading is looked up only where none is written: 裕子 written ユウコ is not Hiroko.
    if (text >= 0 && sound < 0 && otherText < 0 && has(readings, text, otherSound)) return level.sound
    if (otherText >= 0 && otherSound < 0 && text < 0 && has(readings, otherText, sound)) return level.sound
    return close(text, sound, otherText, otherSound, isFamily)
  }
}

/** Corrects a meeting for parts that are found in another place of the other name; answers whether both parts are, crosswise. */
function elsewhereFinder({ others }: Names, part: PartLevel, meeting: NameMeeting) {
  const among = (text: number, sound: number, { record }: NameCodes): boolean => {
    for (let at = others.starts[record]!; at < others.starts[record + 1]!; at++) {
      const other = others.values[at]!
      if (other === text || other === sound) return true
    }
    return false
  }
  const isSwappedAndMisspelt = (left: NameCodes, right: NameCodes): boolean => {
    const crossed = part(left.family, left.familySound, right.given, right.givenSound, false)
    if (crossed === 0 || crossed > level.close) return false
    const fellow = part(left.given, left.givenSound, right.family, right.familySound, false)
    return fellow > 0 && fellow <= level.close
  }
  return (left: NameCodes, right: NameCodes): boolean => {
    const swapped = meets(left.family, left.familySound, right.given, right.givenSound)
    const crossed = meets(left.given, left.givenSound, right.family, right.familySound)
    if (meeting.family !== level.exact && meeting.given !== level.exact && (swapped || crossed)) {
      // A part found in the other's place is a name written in the other order; its fellow may be missing or misspelt.
      const fellow = swapped
        ? part(left.given, left.givenSound, right.family, right.familySound, false)
        : part(left.family, left.familySound, right.given, right.givenSound, false)
      meeting.family = level.elsewhere
      meeting.given = fellow === 0 || fellow > level.close ? fellow : level.elsewhere
      return meeting.given === level.elsewhere
    }
    if (meeting.family === level.different && meeting.given === level.different && isSwappedAndMisspelt(left, right)) {
      meeting.family = meeting.given = level.elsewhere
      return true
    }
    if (meeting.family > level.close)
      if (among(left.family, left.familySound, right) || among(right.family, right.familySound, left))
        meeting.family = level.elsewhere
    if (meeting.given > level.close)
      if (among(left.given, left.givenSound, right) || among(right.given, right.givenSound, left))
        meeting.given = level.elsewhere
    return false
  }
}

/** As many bits more likely has the other order to be before a name was turned round. */
const turnedBits = 2

/** Makes the comparer; its answer is one object, filled anew by every call. */
export function nameComparer(names: Names, size: number): (one: number, other: number) => NameMeeting {
  const meeting: NameMeeting = { family: 0, given: 0, familyChance: 0, givenChance: 0 }
  const chances = chancesOfNames(names, size)
  const part = partComparer(names)
  const elsewhere = elsewhereFinder(names, part, meeting)
  const [left, right] = [nameCodes(), nameCodes()]
  const { text, sound } = names.namesakes
  // Parts that go together (Singh with Raj, 王 with 偉) are met together more often than each by itself would tell.
  const together = (one: number, other: number): void => {
    const written = meeting.family === level.exact && meeting.given === level.exact
    const count = written ? text[one]! : Math.max(sound[one]!, sound[other]!, text[one]!, text[other]!)
    if (count === 0) return
    const chance = Math.log2(count / size)
    meeting.givenChance = Math.min(Math.max(meeting.givenChance, chance - meeting.familyChance), -1e-6)
  }
  // Two names that both stand in the order which hardly anybody's has were turned round, not rare.
  const turned = (family: number, given: number): void => {
    const chance = chances.given(family) + chances.family(given)
    const told = meeting.familyChance + meeting.givenChance
    if (chance <= told + turnedBits) return
    meeting.familyChance = chances.family(given)
    meeting.givenChance = chances.given(family)
  }
  return (one, other) => {
    const { family: f1, given: g1, familySound: fs1, givenSound: gs1 } = readName(names, one, left)
    const { family: f2, given: g2, familySound: fs2, givenSound: gs2 } = readName(names, other, right)
    meeting.family = part(f1, fs1, f2, fs2, true)
    meeting.given = part(g1, gs1, g2, gs2, false)
    meeting.familyChance = meeting.givenChance = 0
    const isCrossed = (meeting.family > level.close || meeting.given > level.close) && elsewhere(left, right)
    if (isCrossed) {
      // Each part by what it met in the other's place, half and half: a pair weighs the same in either order.
      const chance = commonest(chances.any, f1, g2, fs1, gs2) + commonest(chances.any, g1, f2, gs1, fs2)
      meeting.familyChance = meeting.givenChance = chance / 2
      together(one, other)
      return meeting
    }
    if (meeting.family === level.exact) meeting.familyChance = chances.family(f1)
    else if (meeting.family === level.sound) meeting.familyChance = soundChance(chances.familySound, fs1, fs2)
    else if (meeting.family === level.elsewhere) meeting.familyChance = commonest(chances.any, f1, f2, fs1, fs2)
    if (meeting.given === level.exact) meeting.givenChance = chances.given(g1)
    else if (meeting.given === level.sound) meeting.givenChance = soundChance(chances.givenSound, gs1, gs2)
    else if (meeting.given === level.elsewhere) meeting.givenChance = commonest(chances.any, g1, g2, gs1, gs2)
    if (meeting.family === level.exact && meeting.given === level.exact && f1 >= 0 && g1 >= 0) turned(f1, g1)
    if (meeting.familyChance < 0 && meeting.givenChance < 0) together(one, other)
    return meeting
  }
}

const meets = (text: number, sound: number, otherText: number, otherSound: number): boolean =>
  (text >= 0 && text === otherText) || (sound >= 0 && sound === otherSound)

type ChanceOf = (code: number) => number

/** Two sounds that meet; the better known is the one written. A short form of a Latin name tells by its level alone. */
const soundChance = (chanceOf: ChanceOf, one: number, other: number): number => {
  const sound = one >= 0 ? one : other
  return sound < 0 ? 0 : chanceOf(sound)
}

/** The chance of the most frequent of the parts that may have met. */
function commonest(chanceOf: ChanceOf, one: number, other: number, sound: number, otherSound: number): number {
  let most = -Infinity
  if (one >= 0) most = chanceOf(one)
  if (other >= 0) most = Math.max(most, chanceOf(other))
  if (sound >= 0) most = Math.max(most, chanceOf(sound))
  return otherSound >= 0 ? Math.max(most, chanceOf(otherSound)) : most
}

function has({ starts, values }: Lists, list: number, value: number): boolean {
  if (value < 0) return false
  for (let at = starts[list]!; at < starts[list + 1]!; at++) if (values[at] === value) return true
  return false
}

function closePart(names: Names): PartLevel {
  const { soundLevel, textLevel } = nameCloseness(names)
  const readApart = apartAsRead(names, soundLevel)
  return (text, spoken, otherText, otherSpoken, isFamily) => {
    const heard = spoken >= 0 && otherSpoken >= 0
    const bySound = heard ? soundLevel(spoken, otherSpoken) : level.different
    const byText = text >= 0 && otherText >= 0 ? textLevel(text, otherText) : level.different
    // One kanji in common is no likeness where the sounds are known to differ: 純路 (Junji) and 純樹 (Atsuki).
    if (byText === level.similar && bySound === level.different && heard) return level.different
    // Nor where all that the two may be read as differs: 太郎 and 次郎, whose kana nobody wrote.
    if (byText === level.similar && !heard && !isFamily && readApart(text, spoken, otherText, otherSpoken))
      return level.different
    // A family name has no short forms: Will and Bill are two families.
    const found = byText < bySound ? byText : bySound
    if (found === level.sound && isFamily) return level.similar
    return found
  }
}

/** Whether two given names in kanji are read as nothing alike; false where a dictionary does not know either of them. */
function apartAsRead({ givenReadings: { starts, values } }: Names, soundLevel: Closeness['soundLevel']) {
  const readings = (text: number, spoken: number): ArrayLike<number> =>
    spoken >= 0 ? [spoken] : values.subarray(starts[text]!, starts[text + 1]!)
  return (text: number, spoken: number, otherText: number, otherSpoken: number): boolean => {
    const [ones, others] = [readings(text, spoken), readings(otherText, otherSpoken)]
    if (ones.length === 0 || others.length === 0) return false
    for (let at = 0; at < ones.length; at++)
      for (let to = 0; to < others.length; to++)
        if (ones[at] === others[to] || soundLevel(ones[at]!, others[to]!) !== level.different) return false
    return true
  }
}

/** The levels at which two different texts of names meet: as sounds, and as written. */
export type Closeness = Record<'soundLevel' | 'textLevel', (one: number, other: number) => number>

export function nameCloseness(names: Names): Closeness {
  const { texts, kanji, groups } = names
  const { signatures, starts, units } = texts
  const cached = pairMemory(kanji.length, 15)
  const short = Uint8Array.from(kanji, (_, code) => (starts[code + 1]! - starts[code]! === 1 ? 1 : 0))
  const grouped = Uint8Array.from(kanji, (_, code) => (groups.starts[code + 1]! > groups.starts[code]! ? 1 : 0))
  const latin = (one: number, other: number): number => {
    const shorter = Math.min(lengthOf(texts, one), lengthOf(texts, other))
    const fewEdits = shorter >= 5 && leastEdits(texts, one, other) <= 2
    const similarity = jaroWinkler(texts, one, other)
    if (similarity >= 0.92 || (shorter >= 4 && edits(texts, one, other, 1) <= 1)) return level.close
    return similarity >= 0.8 || (fewEdits && edits(texts, one, other, 2) <= 2) ? level.similar : level.different
  }
  // Japanese names of one beginning are many: ヤスミツ is not ヤステル. Only slips of a letter or two are alike.
  const sound = (one: number, other: number): number => {
    const found = latin(one, other)
    return found === level.similar && edits(texts, one, other, 2) > 2 ? level.different : found
  }
  const textLevel = (one: number, other: number): number => {
    if (kanji[one] === 1 || kanji[other] === 1) {
      if ((signatures[one]! & signatures[other]!) === 0) return level.different
      return sharesCharacter(names, one, other) ? level.similar : level.different
    }
    if (grouped[one] === 1 && grouped[other] === 1 && shareGroup(groups, one, other)) return level.sound
    if (short[one] === 1 || short[other] === 1)
      return units[starts[one]!] === units[starts[other]!] ? level.initial : level.different
    return mayBeAlike(texts, one, other, 0.8) ? cached(one, other, latin) : level.different
  }
  const soundLevel = (one: number, other: number): number => {
    if (short[one] === 1 || short[other] === 1)
      return units[starts[one]!] === units[starts[other]!] ? level.initial : level.different
    return mayBeAlike(texts, one, other, 0.92) ? cached(one, other, sound) : level.different
  }
  return { soundLevel, textLevel }
}

/** Whether two names may be so similar, or so few slips apart that their length allows for them, as signatures tell. */
function mayBeAlike(texts: Texts, one: number, other: number, least: number): boolean {
  const left = lengthOf(texts, one)
  const right = lengthOf(texts, other)
  const shorter = Math.min(left, right)
  const longer = Math.max(left, right)
  const slips = shorter >= 5 ? 2 : shorter === 4 ? 1 : 0
  const fewest = leastEdits(texts, one, other)
  if (longer - shorter <= slips && fewest <= slips) return true
  const similarity = mostSimilar(texts, one, other)
  return similarity >= least || (similarity >= 0.8 && longer - shorter <= 2 && fewest <= 2)
}

function shareGroup(groups: Lists, one: number, other: number): boolean {
  for (let at = groups.starts[one]!; at < groups.starts[one + 1]!; at++)
    if (has(groups, other, groups.values[at]!)) return true
  return false
}

function sharesCharacter({ texts: { units, starts } }: Names, one: number, other: number): boolean {
  for (let at = starts[one]!; at < starts[one + 1]!; at++)
    for (let to = starts[other]!; to < starts[other + 1]!; to++) if (units[at] === units[to]) return true
  return false
}
