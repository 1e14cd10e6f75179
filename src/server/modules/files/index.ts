import type { Module } from '../../kernel/module.ts'
import { exportFiles } from './files.ts'
import { personsBehind, verify } from './reports.ts'
import { routes } from './routes.ts'
import * as store from './store.ts'

export { fileText, filesOf, keepFile, prepareFile, removeFile, wholeFile } from './files.ts'
export type { HeldFile, Prepared } from './files.ts'
export { rewrapAll } from './rewrap.ts'
export { fileLines, fileToken } from './search.ts'
export { receiveUpload } from './upload.ts'

export const filesModule: Module = {
  name: 'files',
  routes,
  contributions: {
    personsOf: personsBehind,
    erase: (work, { sourceRecordIds }) => store.deleteOfRecords(work, sourceRecordIds),
    export: async (work, { sourceRecordIds }) => ({ files: await exportFiles(work, sourceRecordIds) }),
    verify,
  },
}
