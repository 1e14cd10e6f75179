import { z } from 'zod'
import { comparisonsOf } from '../comparing/comparisons.ts'
import type { Dataset } from '../reading/dataset.ts'
import { levelsOfKind, levelsOfSource } from '../comparing/levels.ts'
import { sourceId } from '../reading/columns.ts'
import { flawsOf } from './flaws.ts'

const share = z.number().gt(0).lt(1)

/** One level of a comparison: the share of matching pairs (m) and of others (u) that meet at it. */
export const Level = z.object({ name: z.string(), m: share, u: share, frequent: z.boolean(), ladder: z.boolean() })

/**
 * What a comparison owes to another, `on`: the shares of matching pairs (m) and of others (u) that meet at each of its
 * levels, beside each level of the other one; empty where that is not known.
 */
export const Follows = z.object({ on: z.string(), beside: z.array(z.array(z.object({ m: share, u: share }))) })
export type Follows = z.infer<typeof Follows>

export const Comparison = z.object({
  id: z.string(),
  kind: z.enum(['name', 'date', 'mail', 'phone', 'code', 'words', 'category', 'number', 'middle']),
  levels: z.array(Level).min(2),
  follows: z.array(Follows).optional(),
  /** How many bits rarer a value is among other people than among records (rarity.ts). */
  rarer: z.array(z.number().min(0)).optional(),
})

/**
 * A model as it is stored: a JSON value that says everything the score of a pair depends on beside the records
 * themselves. `pairsPerRecord` is how many matching pairs to expect for each record, which with the number of records
 * gives the probability that two records taken at random match. What it says must be possible too (flaws.ts).
 */
export const LinkageModel = z
  .object({
    format: z.literal('tasuki-linkage/1'),
    name: z.string(),
    pairsPerRecord: z.number().positive(),
    comparisons: z.array(Comparison).min(1),
    /** Of the pairs of one family name and one house the share that are two people (share-of-housemates.ts). */
    housemates: share.optional(),
  })
  .superRefine(({ comparisons }, check) => {
    for (const { path, message } of flawsOf(comparisons)) check.addIssue({ code: 'custom', path, message })
  })

export type LinkageModel = z.infer<typeof LinkageModel>
export type ComparisonModel = z.infer<typeof Comparison>

/**
 * The model a dataset is scored by before anything was learnt from it: the comparisons of `base` where it has them, and
 * the defaults of their kind elsewhere.
 */
export function modelFor(dataset: Dataset, base?: LinkageModel): LinkageModel {
  const comparisons = comparisonsOf(dataset).map(({ id, kind }) => {
    const known = base?.comparisons.find((one) => one.id === id && one.kind === kind)
    return (
      known ?? {
        id,
        kind,
        levels: (id === sourceId ? levelsOfSource : levelsOfKind[kind]).map(({ name, m, u, frequent, ladder }) => ({
          name,
          m,
          u,
          frequent: frequent === true,
          ladder: ladder === true,
        })),
      }
    )
  })
  return {
    format: 'tasuki-linkage/1',
    name: base?.name ?? 'defaults',
    pairsPerRecord: base?.pairsPerRecord ?? 0.5,
    comparisons,
    ...(base?.housemates !== undefined && { housemates: base.housemates }),
  }
}
