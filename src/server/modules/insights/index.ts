import type { Module } from '../../kernel/module.ts'
import { routes } from './routes.ts'

/** Owns no table: it counts what the other modules publish. */
export const insightsModule: Module = { name: 'insights', routes, contributions: {} }
