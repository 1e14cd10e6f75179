import {
  byLetters, bySound, hasForms, hasOthers, isNothing, nearness, placeBits, placeOf, strideOf, type NearnessTable, type NearnessTeller,
} from './name-sketches.ts' // prettier-ignore
import type { Names } from '../reading/names.ts'

// A whole name that the table of nearness tells all of, in one number: the places of both parts, and above them these
// marks: whether both are read by their sounds; and two that not both of two records may have, that a part has other forms,
// and that its text is a family name here and a given name there, which its sound does not tell.
const [wholeBySound, wholeForms, wholeEitherWay] = [1 << (placeBits * 2), 2 << (placeBits * 2), 4 << (placeBits * 2)]
const otherwise = wholeForms | wholeEitherWay
const placeMask = (1 << placeBits) - 1
const notTold = -1
/** The number of who has no name at all. */
export const noName = -2

/** Where both texts of a name stand in some rows, one behind the other, and where its parts were written (`partWriter`). */
type Written = { texts: number; family: number; given: number }

/** The number of a whole name, below 0 where the table alone does not tell it, or there is none. */
export function wholeName(
  { holders }: Names,
  rows: Int32Array,
  { texts, family: familyAt, given: givenAt }: Written,
): number {
  const [family, given] = [rows[familyAt]!, rows[givenAt]!]
  if (isNothing(family) && isNothing(given)) return noName
  if (family < 0 || given < 0 || ((family | given) & hasOthers) !== 0) return notTold
  const isSound = (family & given & bySound) !== 0
  if (!isSound && (family & given & byLetters) === 0) return notTold
  const eitherWay = (text: number) => text >= 0 && holders.family[text]! > 0 && holders.given[text]! > 0
  let marks = isSound ? wholeBySound : 0
  if (((family | given) & hasForms) !== 0) marks |= wholeForms
  if (isSound && (eitherWay(rows[texts]!) || eitherWay(rows[texts + 1]!))) marks |= wholeEitherWay
  return marks | (placeOf(family) << placeBits) | placeOf(given)
}

/**
 * Tells how near two whole names are, by their numbers: `begin` takes the one, `beside` answers it of the other, the family
 * names' nearness below `givenShift` and the given names' above; -1 where the table does not tell it, or parts may be found in
 * each other's places. `learn` puts into the table what is not known yet, and answers whether it is to be asked again.
 */
export function wholeNearness({ texts, near }: NearnessTable, { listed }: NearnessTeller) {
  const stride = strideOf(texts.length)
  let [own, family, given] = [notTold, 0, 0]
  const begin = (whole: number): void => {
    own = whole
    family = ((whole >>> placeBits) & placeMask) * stride
    given = (whole & placeMask) * stride
  }
  const learn = (other: number): boolean => {
    if (!areComparable(own, other)) return false
    const kind = (own & wholeBySound) === 0 ? byLetters : bySound
    for (const one of [(own >>> placeBits) & placeMask, own & placeMask]) {
      listed(one, (other >>> placeBits) & placeMask, kind)
      listed(one, other & placeMask, kind)
    }
    return true
  }
  const beside = (other: number): number => {
    if (other === noName) return nearness.missing | (nearness.missing << givenShift)
    if (!areComparable(own, other)) return -1
    const [place, givenPlace] = [(other >>> placeBits) & placeMask, other & placeMask]
    const [at, shift] = [place >> 2, (place & 3) << 1]
    const [givenAt, shiftOfGiven] = [givenPlace >> 2, (givenPlace & 3) << 1]
    const ofFamily = (near[family + at]! >> shift) & 3
    const ofGiven = (near[given + givenAt]! >> shiftOfGiven) & 3
    const across = (near[family + givenAt]! >> shiftOfGiven) & 3
    const back = (near[given + at]! >> shift) & 3
    const isKnown = ofFamily !== 0 && ofGiven !== 0 && across !== 0 && back !== 0
    return isKnown && across !== nearness.any && back !== nearness.any ? ofFamily | (ofGiven << givenShift) : -1
  }
  return { begin, beside, learn }
}

export const givenShift = 3

const areComparable = (own: number, other: number): boolean =>
  (own | other) >= 0 && ((own ^ other) & wholeBySound) === 0 && (own & other & otherwise) === 0
