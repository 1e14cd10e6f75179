import type { Module } from '../../kernel/module.ts'
import { contributions } from './contributions.ts'
import { imports } from './imports.ts'

export { importFile } from './import-file.ts'
export type { FileImport } from './import-file.ts'

export const intakeModule: Module = {
  name: 'intake',
  intents: [imports],
  contributions,
}
