import { chancesOfNames } from './compare-names.ts'
import { bitsAt, wholeBits, type LevelTable } from './level-tables.ts'
import { nameLevel } from './levels.ts'
import { mayHaveElsewhere, nearness, nearnessTeller, soundAt, type NearnessTable } from './name-sketches.ts'
import type { Names } from './names.ts'
import { familyAt, givenAt } from './rows.ts'

/**
 * The most that the names of two records can weigh together, in whole bits (`wholeBits`). `begin` takes the one record and answers what they may weigh
 * beside any other; `most` goes by two rows: an equal part weighs what it weighs, another what its level does where that
 * is told, and else at most what its best other level does, whose chance is no smaller than that of what the one record
 * bears. `isTold` says whether the levels of the last two were told, and `givenDiffers` whether their given names differ.
 */
export type NameBound = {
  begin: (values: Int32Array, own: number) => number
  most: (values: Int32Array, own: number, row: number) => number
  isTold: boolean
  givenDiffers: boolean
}

export type NamesBounded = {
  names: Names
  size: number
  near: NearnessTable
  family: LevelTable
  given: LevelTable
}

export function mostOfNames({ names, size, near, family, given }: NamesBounded): NameBound {
  const tell = nearnessTeller(names, near)
  const [families, givens] = [partOf(names, size, 'family', family), partOf(names, size, 'given', given)]
  const bound: NameBound = {
    isTold: false,
    givenDiffers: false,
    begin: (values, own) =>
      families.begin(values[own]!, soundAt(near, values[own + familyAt]!, values[own + familyAt + 1]!)) +
      givens.begin(values[own + 1]!, soundAt(near, values[own + givenAt]!, values[own + givenAt + 1]!)),
    most: (values, own, row) => {
      const sameFamily = values[row] === families.code[0]
      const sameGiven = values[row + 1] === givens.code[0]
      const crosses = !(sameFamily && sameGiven) && mayCross(values, own, row, sameFamily || sameGiven)
      let [familyNear, givenNear]: [number, number] = [0, 0]
      if (!sameFamily) familyNear = crosses ? nearness.any : nearer(values, own + familyAt, row + familyAt)
      if (!sameGiven) givenNear = crosses ? nearness.any : nearer(values, own + givenAt, row + givenAt)
      bound.isTold = isTold(familyNear) && isTold(givenNear) && !(sameFamily && sameGiven)
      bound.givenDiffers = givenNear === nearness.different
      return families.bits[familyNear]! + givens.bits[givenNear]!
    },
  }
  const nearer = (values: Int32Array, one: number, other: number): number =>
    tell(values[one]!, values[one + 1]!, values[other]!, values[other + 1]!)
  const isTold = (near: number): boolean => near !== nearness.any && near !== nearness.faint
  /** Whether a part of the one name may be found in another place of the other: among other names, or in the other order. */
  const mayCross = (values: Int32Array, own: number, row: number, oneIsEqual: boolean): boolean => {
    const [ownFamily, ownGiven, otherFamily, otherGiven] = [
      own + familyAt, own + givenAt, row + familyAt, row + givenAt,
    ] // prettier-ignore
    if (mayHaveElsewhere(values[ownFamily + 1]!, values[otherFamily + 1]!)) return true
    if (oneIsEqual) return false
    if (values[own]! >= 0 && values[own] === values[row + 1]) return true
    if (values[own + 1]! >= 0 && values[own + 1] === values[row]) return true
    if (values[ownFamily] === values[otherGiven] && values[ownFamily] !== -1) return true
    if (values[ownGiven] === values[otherFamily] && values[ownGiven] !== -1) return true
    return (
      nearer(values, ownFamily, otherGiven) === nearness.any && nearer(values, ownGiven, otherFamily) === nearness.any
    )
  }
  return bound
}

type Part = {
  /** Takes what the record at hand bears, and answers the most that it may weigh. */
  begin: (text: number, sound: number) => number
  /** The text of the record at hand; one that no other record has where it has none, for what is missing equals nothing. */
  code: Int32Array
  /** What this part weighs: first where it is equal, then by `nearness`. */
  bits: Int32Array
}

function partOf(names: Names, size: number, part: 'family' | 'given', table: LevelTable): Part {
  const chances = chancesOfNames(names, size)
  const rarest = Math.log2(0.5 / Math.max(size, 1))
  const soundless = names.holders[`${part}Sound`].every((count) => count === 0)
  const ofTexts = (level: number, chance: (code: number) => number) =>
    Int32Array.from(names.holders.any, (_, code) => wholeBits(bitsAt(table, level, chance(code))))
  const exact = ofTexts(nameLevel.exact, chances[part])
  const elsewhere = ofTexts(nameLevel.elsewhere, chances.any)
  const sounding = ofTexts(nameLevel.sound, chances[`${part}Sound`])
  const rarelyElsewhere = wholeBits(bitsAt(table, nameLevel.elsewhere, rarest))
  // Short forms meet as sounds, though none is written.
  const short = bitsAt(table, nameLevel.sound, 0)
  const soundlessly = wholeBits(Math.max(short, soundless ? short : bitsAt(table, nameLevel.sound, rarest)))
  // What is missing on one side weighs nothing.
  let least = 0
  for (const level of [nameLevel.close, nameLevel.similar, nameLevel.initial, nameLevel.different])
    least = Math.max(least, wholeBits(bitsAt(table, level, 0)))
  const [code, bits] = [new Int32Array(1), new Int32Array(8)]
  bits[nearness.different] = wholeBits(bitsAt(table, nameLevel.different, 0))
  bits[nearness.faint] = wholeBits(Math.max(bitsAt(table, nameLevel.similar, 0), bitsAt(table, nameLevel.initial, 0)))
  const begin = (text: number, sound: number): number => {
    code[0] = text < 0 ? -2 : text
    bits[0] = text < 0 ? 0 : exact[text]!
    // Found elsewhere, the commoner of the two is what was found at least: it weighs no more than the rarer.
    const found = Math.min(
      text < 0 ? rarelyElsewhere : elsewhere[text]!,
      sound < 0 ? rarelyElsewhere : elsewhere[sound]!,
    )
    const any = Math.max(least, found, sound < 0 ? soundlessly : sounding[sound]!)
    bits[nearness.any] = any
    return bits[0] > any ? bits[0] : any
  }
  return { begin, code, bits }
}
