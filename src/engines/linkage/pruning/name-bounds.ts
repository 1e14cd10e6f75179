import { chancesOfNames } from '../comparing/compare-names.ts'
import { movedBits } from '../training/dependence.ts'
import { bitsAt, wholeBits, type LevelTable } from './level-tables.ts'
import { nameLevel } from '../comparing/levels.ts'
import {
  areOneText,
  mayHaveElsewhere,
  nearness,
  nearnessTeller,
  soundAt,
  type NearnessTable,
  type NearnessTeller,
} from './name-sketches.ts'
import type { Names } from '../reading/names.ts'
import type { Panel } from './panel.ts'
import { familyAt, givenAt, wholeAt } from './rows.ts'
import type { Candidates } from './sketch-steps.ts'
import { givenShift, noName, wholeNearness } from './whole-names.ts'

/**
 * The most that the names of two records can weigh together, in whole bits (`wholeBits`). `begin` takes the one record and
 * answers what they may weigh beside any other, `least` being the least; `most` goes by two places of a panel: an equal part weighs what
 * it weighs, another what its level does where that is told, and else at most what its best other level does, whose chance
 * is no smaller than that of what the one record bears; `add` adds that to many candidates. `isTold` says whether the levels of the last two were told, and
 * `givenDiffers` whether their given names differ.
 */
export type NameBound = {
  begin: (panel: Panel, own: number) => number
  most: (panel: Panel, own: number, other: number) => number
  add: (panel: Panel, own: number, candidates: Candidates) => void
  least: number
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
  const teller = nearnessTeller(names, near)
  const rarest = Math.log2(0.5 / Math.max(size, 1))
  const { any } = chancesOfNames(names, size)
  const chances = Float64Array.from(names.holders.any, (_, text) => any(text))
  const chanceOf = (text: number, sound: number) => (text >= 0 ? chances[text]! : sound >= 0 ? chances[sound]! : rarest)
  const [families, givens] = [partOf(names, size, 'family', family), partOf(names, size, 'given', given)]
  const { nearer, mayCross } = partsBeside(teller)
  const bound: NameBound = {
    least: 0,
    isTold: false,
    givenDiffers: false,
    begin: ({ values, room }, own) => {
      bound.least = 0
      if (values[wholeAt * room + own] === noName) return 0
      const family = values[own]!
      const given = values[room + own]!
      const familySound = soundAt(near, values[familyAt * room + own]!)
      const givenSound = soundAt(near, values[givenAt * room + own]!)
      const crossed = (chanceOf(family, familySound) + chanceOf(given, givenSound)) / 2
      const most = families.begin(family, familySound, crossed) + givens.begin(given, givenSound, crossed)
      bound.least = leastOf(families.bits) + leastOf(givens.bits)
      return most
    },
    most: (panel, own, other) => {
      const { values, room } = panel
      bound.isTold = true
      bound.givenDiffers = false
      if (values[wholeAt * room + own] === noName || values[wholeAt * room + other] === noName) return 0
      const sameFamily = values[other] === families.code[0]
      const sameGiven = values[room + other] === givens.code[0]
      let familyNear: number = sameFamily ? nearness.same : nearer(panel, own, familyAt, other, familyAt)
      let givenNear: number = sameGiven ? nearness.same : nearer(panel, own, givenAt, other, givenAt)
      const family = familyAt * room
      const mayBeElsewhere =
        mayHaveElsewhere(values[family + own]!, values[family + other]!) ||
        (!sameFamily && !sameGiven && mayCross(panel, own, other))
      if (mayBeElsewhere && !sameFamily) familyNear = nearness.any
      if (mayBeElsewhere && !sameGiven) givenNear = nearness.any
      bound.isTold = isTold[familyNear] === 1 && isTold[givenNear] === 1 && !(sameFamily && sameGiven)
      bound.givenDiffers = givenNear === nearness.different
      return families.bits[familyNear]! + givens.bits[givenNear]!
    },
    add: adderOf(near, teller, { families, givens, most: (panel, own, other) => bound.most(panel, own, other) }),
  }
  return bound
}

/** How parts of two names meet, as they stand in a panel. */
function partsBeside(teller: NearnessTeller) {
  /** How near the part `at` of the one is to the part `to` of the other. */
  const nearer = ({ values, room }: Panel, one: number, at: number, other: number, to: number): number =>
    teller.near(values[at * room + one]!, values[to * room + other]!)
  /** Whether a part of the one name, both of whose parts differ, may be found in the other's place. */
  const mayCross = (panel: Panel, own: number, other: number): boolean => {
    const { values, room } = panel
    const same = (at: number, to: number) => values[at * room + own] === values[to * room + other]
    if ((same(0, 1) && values[own]! >= 0) || (same(1, 0) && values[room + own]! >= 0)) return true
    if (areOneText(values[familyAt * room + own]!, values[givenAt * room + other]!)) return true
    if (areOneText(values[givenAt * room + own]!, values[familyAt * room + other]!)) return true
    return (
      nearer(panel, own, familyAt, other, givenAt) === nearness.any &&
      nearer(panel, own, givenAt, other, familyAt) === nearness.any
    )
  }
  return { nearer, mayCross }
}

type Parts = { families: Part; givens: Part; most: NameBound['most'] }

/** Adds what the table tells of whole names, and what `most` does of others. */
function adderOf(near: NearnessTable, teller: NearnessTeller, { families, givens, most }: Parts): NameBound['add'] {
  const whole = wholeNearness(near, teller)
  return (panel, own, { places, sums, count }) => {
    const { values, room } = panel
    const wholes = wholeAt * room
    whole.begin(values[wholes + own]!)
    const [family, given] = [families.code[0]!, givens.code[0]!]
    for (let nth = 0; nth < count; nth++) {
      const place = places[nth]!
      // A part that is written alike is the same, however it is read: the table knows it by its sound.
      if (values[place] === family || values[room + place] === given) {
        sums[nth]! += most(panel, own, place)
        continue
      }
      const other = values[wholes + place]!
      let told = whole.beside(other)
      if (told < 0 && whole.learn(other)) told = whole.beside(other)
      sums[nth]! += told < 0 ? most(panel, own, place) : families.bits[told & 7]! + givens.bits[told >> givenShift]!
    }
  }
}

/** By `nearness`: whether the level is told by it. */
const isTold = Uint8Array.of(1, 1, 0, 0, 1)

function leastOf(bits: Int32Array): number {
  let least = 0
  for (let at = 0; at < bits.length; at++) if (bits[at]! < least) least = bits[at]!
  return least
}

type Part = {
  /** Takes what the record at hand bears, and the chance of both its parts found crosswise, and answers the most that it may weigh. */
  begin: (text: number, sound: number, crossed: number) => number
  /** The text of the record at hand; one that no other record has where it has none, for what is missing equals nothing. */
  code: Int32Array
  /** What this part weighs: first where it is equal, then by `nearness`. */
  bits: Int32Array
}

function partOf(names: Names, size: number, part: 'family' | 'given', table: LevelTable): Part {
  const chances = chancesOfNames(names, size)
  const rarest = Math.log2(0.5 / Math.max(size, 1))
  const both = part === 'given' ? wholeBits(movedBits(2 ** table.m[nameLevel.elsewhere]!)) : 0
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
  const begin = (text: number, sound: number, crossed: number): number => {
    code[0] = text < 0 ? -2 : text
    bits[0] = text < 0 ? 0 : exact[text]!
    // Found elsewhere, the commoner of the two is what was found at least: it weighs no more than the rarer.
    const found = Math.min(
      text < 0 ? rarelyElsewhere : elsewhere[text]!,
      sound < 0 ? rarelyElsewhere : elsewhere[sound]!,
    )
    const any = Math.max(
      least,
      Math.max(found, wholeBits(bitsAt(table, nameLevel.elsewhere, crossed))) + both,
      sound < 0 ? soundlessly : sounding[sound]!,
    )
    bits[nearness.any] = any
    return bits[0] > any ? bits[0] : any
  }
  return { begin, code, bits }
}
