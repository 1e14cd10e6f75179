import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'

export { keepCost } from './costs.ts'

/** Counts what the other modules publish. Its one table, costs, holds nothing of a person: nobody to erase or export. */
export const insightsModule: Module = { name: 'insights', routes, contributions: { erase: async () => {} } }
