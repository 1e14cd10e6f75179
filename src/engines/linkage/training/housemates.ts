import { levelsOfKind, nameLevel } from '../comparing/levels.ts'

/** Which comparisons a household has in common: its name, where it lives, and all that follows from that. */
type Household = {
  family: number
  given: number
  birth: number
  houses: readonly number[]
  numbers: readonly number[]
  shared: readonly number[]
}

export function householdOf(ids: readonly string[]): Household {
  const index = (pattern: RegExp) => ids.flatMap((id, at) => (pattern.test(id) ? [at] : []))
  return {
    family: ids.indexOf('family'),
    given: ids.indexOf('given'),
    birth: ids.indexOf('birthDate'),
    houses: index(/^(?:street|address)/),
    numbers: index(/^houseNumber/),
    shared: index(/^(?:family|street|address|houseNumber|postcode|place|region)/),
  }
}

const differentNumber = levelsOfKind.code.length

/** Whether a pair is of one family name and one house. */
export const areHousemates = ({ family, houses, numbers }: Household, levels: ArrayLike<number>): boolean =>
  levels[family]! >= nameLevel.exact &&
  levels[family]! <= nameLevel.close &&
  houses.some((at) => levels[at] === 1) &&
  numbers.every((at) => levels[at]! < differentNumber)

/** Where given names tell nothing, or only how they begin. */
export const areUnnamed = ({ given }: Household, levels: ArrayLike<number>): boolean =>
  levels[given] === 0 || levels[given] === nameLevel.initial
