import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'
import { forgetAnswers } from './figures/store-answers.ts'

export { keepCost } from './figures/costs.ts'

/** An answer older than this is subtracted from nothing that anybody still holds. */
const answersKeptDays = 730

/**
 * Counts what the other modules publish. Costs hold nothing of a person, and answers refer by id alone to whom they
 * counted: nobody to erase or export.
 */
const contributions: Module['contributions'] = {
  retain: async (work) => ({
    insightsAnswers: await forgetAnswers(work, new Date(work.now.getTime() - answersKeptDays * 86_400_000)),
  }),
}

export const insightsModule: Module = { name: 'insights', routes, contributions }
