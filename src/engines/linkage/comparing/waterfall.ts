import type { LinkageModel } from '../training/model.ts'
import { probabilityOf, type Scorer } from './scorer.ts'

/** One step of a score: what was compared, how it met and how many bits that adds; the steps and the prior add up to the weight. */
export type WaterfallStep = { id: string; level: string; bits: number }
export type Waterfall = { prior: number; steps: WaterfallStep[]; weight: number; probability: number }

/** How the weight of a pair comes about. What has no value on one side is left out. */
export function waterfall(scorer: Scorer, model: LinkageModel, one: number, other: number): Waterfall {
  const look = scorer.look(one, other)
  const weights = scorer.weigh(look)
  const steps = scorer.ids.flatMap((id, at): WaterfallStep[] => {
    const level = look.levels[at]!
    const name = model.comparisons.find((comparison) => comparison.id === id)?.levels[level - 1]?.name
    return level === 0 || name === undefined ? [] : [{ id, level: name, bits: weights[at]! }]
  })
  const weight = steps.reduce((sum, { bits }) => sum + bits, scorer.prior)
  return { prior: scorer.prior, steps, weight, probability: probabilityOf(weight) }
}
