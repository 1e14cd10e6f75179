import { probabilityOf, type Look, type Weigher } from '../comparing/scorer.ts'
import { areHousemates, areUnnamed, householdOf } from './housemates.ts'

/** Where fewer of them are two people, a house tells a person nearly as well as its street does. */
const leastShare = 0.2

/** As many pairs of housemates as tell how many of them are two people. */
const fewest = 100

/**
 * Of the pairs of one family name and one house whose given names and births tell who they are, the share that are two
 * people; null where too few tell, or too few are.
 */
export function shareOfHousemates(
  { ids, total }: Pick<Weigher, 'ids' | 'total'>,
  pairs: { count: number; levels: Uint8Array; chances: Float32Array },
): number | null {
  const household = householdOf(ids)
  const { given, birth, houses } = household
  if (given < 0 || birth < 0 || houses.length === 0) return null
  const width = ids.length
  let [all, two] = [0, 0]
  for (let pair = 0, from = 0; pair < pairs.count; pair++, from += width) {
    const levels = pairs.levels.subarray(from, from + width)
    if (levels[birth] === 0 || areUnnamed(household, levels) || !areHousemates(household, levels)) continue
    const seen: Look = { levels, chances: pairs.chances.subarray(from, from + width) }
    all++
    two += 1 - probabilityOf(total(seen))
  }
  return all < fewest || two / all < leastShare ? null : Math.min(0.99, two / all)
}
