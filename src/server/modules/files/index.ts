import type { Module } from '../../kernel/module.ts'
import { exportFiles } from './files.ts'
import { personsBehind, verify } from './reports.ts'
import { routes } from './routes.ts'
import * as store from './store.ts'

export { attachment } from './attachment.ts'
export { fileMissing } from './errors.ts'
export { fileLabel, filesOf, keepFile, prepareFile, removeFile, wholeFile } from './files.ts'
export { rewrapAll } from './rewrap.ts'
export { fileLines, fileToken } from './search.ts'
export { receiveUpload, uploadLimits } from './upload.ts'

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
