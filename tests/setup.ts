import type { TestProject } from 'vitest/node'
import { buildTemplate, type TestDatabase } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: TestDatabase
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { settings, stop } = await buildTemplate()
  project.provide('database', settings)
  return stop
}
