import {
  modelFor, nameLevel, scorerOf, shippedModels, waterfall, type Dataset, type Waterfall,
} from '../../../../engines/linkage/index.ts' // prettier-ignore
import { asWholeCompany, type Frequencies } from './frequencies.ts'

/** The model every company begins with, and what is written beside a decision made by it. */
export const model = shippedModels.japanese

/** How two rows meet in what decides beside the probability; 0 where one of them has no value. */
export type Meeting = { family: number; given: number; birthDate: number; mail: number; phone: number }

export type Comparer = {
  /** The weight of a pair in bits. */
  weigh: (one: number, other: number) => number
  meet: (one: number, other: number) => Meeting
  explain: (one: number, other: number) => Waterfall
}

/** Compares the rows of a dataset as records of a company in which values are as common as `frequencies` says. */
export function comparerOf(dataset: Dataset, frequencies: Frequencies): Comparer {
  const inForce = modelFor(dataset, model)
  const scorer = scorerOf(asWholeCompany(dataset, frequencies, model), inForce)
  const at = (id: string) => scorer.ids.indexOf(id)
  const places = {
    family: at('family'),
    given: at('given'),
    birthDate: at('birthDate'),
    mail: at('mail'),
    phone: at('phone'),
  }
  return {
    weigh: scorer.score,
    meet: (one, other) => {
      const { levels } = scorer.look(one, other)
      const level = (place: number) => (place < 0 ? 0 : levels[place]!)
      return {
        family: level(places.family),
        given: level(places.given),
        birthDate: level(places.birthDate),
        mail: level(places.mail),
        phone: level(places.phone),
      }
    },
    explain: (one, other) => waterfall(scorer, inForce, one, other),
  }
}

/** A name part that is the same as far as scripts, variants and a slip of the pen go. */
const agrees = (level: number) => level >= nameLevel.exact && level <= nameLevel.close

export const sameGiven = ({ given }: Meeting): boolean => agrees(given) || given === nameLevel.elsewhere
export const sameName = (meeting: Meeting): boolean =>
  (agrees(meeting.family) || meeting.family === nameLevel.elsewhere) && (meeting.given === 0 || sameGiven(meeting))
export const sameBirth = ({ birthDate }: Meeting): boolean => birthDate === 1
export const otherBirth = ({ birthDate }: Meeting): boolean => birthDate > 1

/** Names that are known on both sides and are not one. A family name may have changed where all else is the same. */
export function otherName(meeting: Meeting): boolean {
  const { family, given } = meeting
  if (given !== 0 && !sameGiven(meeting)) return true
  if (family === 0 || sameName(meeting)) return false
  return given === 0 || !sameBirth(meeting) || (meeting.mail !== 1 && meeting.phone !== 1)
}
