import { chancesOfNames } from './compare-names.ts'
import type { Laid } from './laid.ts'
import { bitsAt, type LevelTable } from './level-tables.ts'
import { nameLevel } from './levels.ts'
import { mayBeEqual, mayHaveElsewhere, nearest, nearness, partWidth } from './name-sketches.ts'
import type { Names } from './names.ts'

/**
 * The most that the names of two records can weigh together; `begin` takes the one record. `assume` goes by four codes: an
 * equal part weighs what it weighs, a different one at most what its best other level does, whose chance is no smaller
 * than that of what the one record bears. `narrow` goes by sketches, which tell of most parts that they are different.
 */
export type NameBound = {
  begin: (record: number) => void
  /** Begins the sums of the records laid out with `prior` and their names. */
  assume: (laid: Laid, places: Int32Array, count: number, prior: number) => void
  narrow: (laid: Laid, places: Int32Array, count: number, least: number) => number
}

export function mostOfNames(names: Names, size: number, family: LevelTable, given: LevelTable): NameBound {
  const chances = chancesOfNames(names, size)
  const rarest = Math.log2(0.5 / Math.max(size, 1))
  const otherwise = (table: LevelTable, sound: number, soundsLike: number, any: number): number => {
    let most = Math.max(bitsAt(table, nameLevel.elsewhere, any), bitsAt(table, nameLevel.sound, soundsLike))
    // Short forms meet as sounds, though none is written; what is missing on one side weighs nothing.
    if (sound < 0) most = Math.max(most, bitsAt(table, nameLevel.sound, 0))
    for (const level of [nameLevel.close, nameLevel.similar, nameLevel.initial, nameLevel.different])
      most = Math.max(most, bitsAt(table, level, 0))
    return Math.max(most, 0)
  }
  const parts = [
    { table: family, texts: names.family, sounds: names.familySound, ofText: chances.family, ofSound: chances.familySound, soundless: names.holders.familySound.every((count) => count === 0) },
    { table: given, texts: names.given, sounds: names.givenSound, ofText: chances.given, ofSound: chances.givenSound, soundless: names.holders.givenSound.every((count) => count === 0) },
  ] as const // prettier-ignore
  const [own, equal, different] = [new Int32Array(2), new Float64Array(2), new Float64Array(2)]
  const apart = Float64Array.from(parts, ({ table }) => bitsAt(table, nameLevel.different, 0))
  const initial = Float64Array.from(parts, ({ table }, at) => Math.max(apart[at]!, bitsAt(table, nameLevel.initial, 0)))
  const begin = (record: number): void => {
    for (let at = 0; at < 2; at++) {
      const { table, texts, sounds, ofText, ofSound, soundless } = parts[at]!
      const [text, sound] = [texts[record]!, sounds[record]!]
      const any = Math.max(text < 0 ? rarest : chances.any(text), sound < 0 ? rarest : chances.any(sound))
      // A code that no other record has: what is missing equals nothing.
      own[at] = text < 0 ? -2 : text
      equal[at] = text < 0 ? 0 : bitsAt(table, nameLevel.exact, ofText(text))
      different[at] = otherwise(table, sound, sound < 0 ? (soundless ? 0 : rarest) : ofSound(sound), any)
    }
  }
  const assume: NameBound['assume'] = ({ values, sums, names: assumed, room }, places, count, prior) => {
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const bits =
        (values[place] === own[0] ? equal[0]! : different[0]!) +
        (values[room + place] === own[1] ? equal[1]! : different[1]!)
      assumed[place] = bits
      sums[place] = prior + bits
    }
  }
  const narrow: NameBound['narrow'] = (laid, places, count, least) => {
    const { values, sums, names: assumed, room } = laid
    let kept = 0
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      const [sameFamily, sameGiven] = [values[place] === own[0], values[room + place] === own[1]]
      if (!(sameFamily && sameGiven) && !mayCross(laid, place, sameFamily || sameGiven)) {
        const bits =
          (sameFamily ? equal[0]! : bitsOfNearness(0, nearestOf(laid, place, familyAt, familyAt))) +
          (sameGiven ? equal[1]! : bitsOfNearness(1, nearestOf(laid, place, givenAt, givenAt)))
        sums[place]! += bits - assumed[place]!
        assumed[place] = bits
      }
      if (sums[place]! >= least) places[kept++] = place
    }
    return kept
  }
  const bitsOfNearness = (at: 0 | 1, near: number): number => {
    if (near === nearness.missing) return 0
    return near === nearness.any ? different[at]! : near === nearness.initial ? initial[at]! : apart[at]!
  }
  return { begin, assume, narrow }
}

/** Where the sketches of both parts stand in a row. */
const [familyAt, givenAt] = [2, 2 + partWidth]

const nearestOf = ({ own, values, room }: Laid, place: number, at: number, there: number): number =>
  nearest(own[at]!, own[at + 1]!, values[there * room + place]!, values[(there + 1) * room + place]!)

/** Whether a part of the one name may be found in another place of the other: among other names, or in the other order. */
function mayCross(laid: Laid, place: number, oneIsEqual: boolean): boolean {
  const { own, values, room } = laid
  const [family, familyNoted] = [values[familyAt * room + place]!, values[(familyAt + 1) * room + place]!]
  const [given, givenNoted] = [values[givenAt * room + place]!, values[(givenAt + 1) * room + place]!]
  if (mayHaveElsewhere(own[familyAt + 1]!, familyNoted)) return true
  if (oneIsEqual) return false
  if (own[0]! >= 0 && own[0] === values[room + place]) return true
  if (own[1]! >= 0 && own[1] === values[place]) return true
  if (mayBeEqual(own[familyAt]!, own[familyAt + 1]!, given, givenNoted)) return true
  if (mayBeEqual(own[givenAt]!, own[givenAt + 1]!, family, familyNoted)) return true
  return (
    nearestOf(laid, place, familyAt, givenAt) === nearness.any &&
    nearestOf(laid, place, givenAt, familyAt) === nearness.any
  )
}
