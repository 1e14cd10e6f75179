import { edits, jaroWinkler, leastEdits, lengthOf, mostSimilar } from './distance.ts'
import { nameLevel as level } from './levels.ts'
import type { Lists, Names } from './names.ts'

/**
 * One comparison of two people's names over kanji, kana, romaji and Latin letters: how the family names meet and how the
 * given names do, after the parts were laid against each other in the better of their orders. `chance` is the share of
 * people who would meet like this by accident, in bits (log2), where the value tells it; 0 where only the level does.
 */
export type NameMeeting = { family: number; given: number; familyChance: number; givenChance: number }

const cacheSize = 1 << 18

/** Makes the comparer; its answer is one object, filled anew by every call. */
export function nameComparer(names: Names, size: number): (one: number, other: number) => NameMeeting {
  const meeting: NameMeeting = { family: 0, given: 0, familyChance: 0, givenChance: 0 }
  const close = closeness(names)
  const { family, given, familySound, givenSound, others, holders } = names
  const part = (text: number, sound: number, otherText: number, otherSound: number, isFamily: boolean): number => {
    if ((text < 0 && sound < 0) || (otherText < 0 && otherSound < 0)) return 0
    if (text >= 0 && text === otherText) return level.exact
    if (sound >= 0 && sound === otherSound) return text >= 0 && otherText >= 0 ? level.close : level.sound
    const readings = isFamily ? names.familyReadings : names.givenReadings
    if (text >= 0 && otherText < 0 && has(readings, text, otherSound)) return level.sound
    if (otherText >= 0 && text < 0 && has(readings, otherText, sound)) return level.sound
    return close(text, sound, otherText, otherSound, isFamily)
  }
  const meets = (text: number, sound: number, otherText: number, otherSound: number): boolean =>
    (text >= 0 && text === otherText) || (sound >= 0 && sound === otherSound)
  const among = (text: number, sound: number, record: number): boolean => {
    for (let at = others.starts[record]!; at < others.starts[record + 1]!; at++) {
      const other = others.values[at]!
      if (other === text || other === sound) return true
    }
    return false
  }
  const chanceOf = (count: number, share: number): number =>
    Math.min(
      Math.log2((Math.max(count - 1, 0.5) + priorRecords * share) / (size + (share > 0 ? priorRecords : 0))),
      -1e-6,
    )

  return (one, other) => {
    const f1 = family[one]!
    const fs1 = familySound[one]!
    const g1 = given[one]!
    const gs1 = givenSound[one]!
    const f2 = family[other]!
    const fs2 = familySound[other]!
    const g2 = given[other]!
    const gs2 = givenSound[other]!
    let byFamily = part(f1, fs1, f2, fs2, true)
    let byGiven = part(g1, gs1, g2, gs2, false)
    meeting.familyChance = meeting.givenChance = 0
    if (byFamily > level.close || byGiven > level.close) {
      const swapped = meets(f1, fs1, g2, gs2)
      const crossed = meets(g1, gs1, f2, fs2)
      if (byFamily !== level.exact && byGiven !== level.exact && (swapped || crossed)) {
        // A part found in the other's place is a name written in the other order; its fellow may be missing or misspelt.
        byFamily = level.elsewhere
        const fellow = swapped ? part(g1, gs1, f2, fs2, false) : part(f1, fs1, g2, gs2, false)
        byGiven = fellow === 0 || fellow > level.close ? fellow : level.elsewhere
      } else {
        if (byFamily > level.close && (among(f1, fs1, other) || among(f2, fs2, one))) byFamily = level.elsewhere
        if (byGiven > level.close && (among(g1, gs1, other) || among(g2, gs2, one))) byGiven = level.elsewhere
      }
    }
    meeting.family = byFamily
    meeting.given = byGiven
    if (byFamily === level.exact) meeting.familyChance = chanceOf(holders.family[f1]!, names.shares[f1]!)
    else if (byFamily === level.sound) meeting.familyChance = soundChance(holders.familySound, fs1, fs2, chanceOf)
    else if (byFamily === level.elsewhere) meeting.familyChance = rarer(holders.any, f1, f2, fs1, fs2, chanceOf)
    if (byGiven === level.exact) meeting.givenChance = chanceOf(holders.given[g1]!, 0)
    else if (byGiven === level.sound) meeting.givenChance = soundChance(holders.givenSound, gs1, gs2, chanceOf)
    else if (byGiven === level.elsewhere) meeting.givenChance = rarer(holders.any, g1, g2, gs1, gs2, chanceOf)
    return meeting
  }
}

/** As many people as the public counts of family names stand in for beside the records themselves. */
const priorRecords = 1000

type Chance = (count: number, share: number) => number

/** Two sounds that meet; the better known is the one written. A short form of a Latin name tells by its level alone. */
const soundChance = (holders: Int32Array, one: number, other: number, chance: Chance): number => {
  const sound = one >= 0 ? one : other
  return sound < 0 ? 0 : chance(holders[sound]! + 1, 0)
}

function rarer(any: Int32Array, one: number, other: number, sound: number, otherSound: number, chance: Chance): number {
  let most = 0
  for (const code of [one, other, sound, otherSound]) if (code >= 0 && any[code]! > most) most = any[code]!
  return chance(most + 1, 0)
}

function has({ starts, values }: Lists, list: number, value: number): boolean {
  if (value < 0) return false
  for (let at = starts[list]!; at < starts[list + 1]!; at++) if (values[at] === value) return true
  return false
}

function closeness(names: Names) {
  const { texts, kanji, groups } = names
  const { signatures, starts, units } = texts
  const keys = new Float64Array(cacheSize).fill(-1)
  const levels = new Uint8Array(cacheSize)
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
  const cached = (one: number, other: number, compared: typeof latin): number => {
    const low = one < other ? one : other
    const high = one < other ? other : one
    const key = low * 67_108_864 + high
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 14
    if (keys[slot] === key) return levels[slot]!
    keys[slot] = key
    return (levels[slot] = compared(low, high))
  }
  const textLevel = (one: number, other: number): number => {
    if (kanji[one] === 1 || kanji[other] === 1) {
      if ((signatures[one]! & signatures[other]!) === 0) return level.different
      return sharesCharacter(names, one, other) ? level.similar : level.different
    }
    if (grouped[one] === 1 && grouped[other] === 1 && shareGroup(groups, one, other)) return level.sound
    if (short[one] === 1 || short[other] === 1)
      return units[starts[one]!] === units[starts[other]!] ? level.initial : level.different
    if (leastEdits(texts, one, other) > 2 && mostSimilar(texts, one, other) < 0.8) return level.different
    return cached(one, other, latin)
  }
  const soundLevel = (one: number, other: number): number => {
    if (short[one] === 1 || short[other] === 1)
      return units[starts[one]!] === units[starts[other]!] ? level.initial : level.different
    if (leastEdits(texts, one, other) > 2 && mostSimilar(texts, one, other) < 0.92) return level.different
    return cached(one, other, sound)
  }
  return (text: number, spoken: number, otherText: number, otherSpoken: number, isFamily: boolean): number => {
    const heard = spoken >= 0 && otherSpoken >= 0
    const bySound = heard ? soundLevel(spoken, otherSpoken) : level.different
    const byText = text >= 0 && otherText >= 0 ? textLevel(text, otherText) : level.different
    // One kanji in common is no likeness where the sounds are known to differ: 純路 (Junji) and 純樹 (Atsuki).
    if (byText === level.similar && bySound === level.different && heard) return level.different
    // A family name has no short forms: Will and Bill are two families.
    const found = byText < bySound ? byText : bySound
    if (found === level.sound && isFamily) return level.similar
    return found
  }
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
