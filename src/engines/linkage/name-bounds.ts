import { chancesOfNames } from './compare-names.ts'
import type { Laid } from './laid.ts'
import { bitsAt, type LevelTable } from './level-tables.ts'
import { nameLevel } from './levels.ts'
import type { Names } from './names.ts'

/**
 * The most that the names of two records can weigh together, told from four codes: `begin` takes the one record, `bits`
 * the family and given name of any other. An equal part weighs what it weighs; a different one at most what its best
 * other level does. That level's chance is no smaller than that of what the one record bears.
 */
export type NameBound = {
  begin: (record: number) => void
  bits: (family: number, given: number) => number
  /** Begins the sums of the records laid out with `prior` and their names. */
  assume: (laid: Laid, places: Int32Array, count: number, prior: number) => void
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
  const begin = (record: number): void => {
    for (let at = 0; at < 2; at++) {
      const { table, texts, sounds, ofText, ofSound, soundless } = parts[at]!
      const [text, sound] = [texts[record]!, sounds[record]!]
      const any = Math.max(text < 0 ? rarest : chances.any(text), sound < 0 ? rarest : chances.any(sound))
      own[at] = text
      equal[at] = text < 0 ? 0 : bitsAt(table, nameLevel.exact, ofText(text))
      different[at] = otherwise(table, sound, sound < 0 ? (soundless ? 0 : rarest) : ofSound(sound), any)
    }
  }
  const bits = (familyText: number, givenText: number): number =>
    (familyText >= 0 && familyText === own[0] ? equal[0]! : different[0]!) +
    (givenText >= 0 && givenText === own[1] ? equal[1]! : different[1]!)
  const assume: NameBound['assume'] = ({ values, sums, room }, places, count, prior) => {
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      sums[place] = prior + bits(values[place]!, values[room + place]!)
    }
  }
  return { begin, bits, assume }
}
