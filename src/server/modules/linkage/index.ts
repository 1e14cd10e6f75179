import { onCompany } from '../../kernel/announcements.ts'
import type { Module } from '../../kernel/module.ts'
import { personsMerged } from '../people/index.ts'
import { rememberUnmerge } from './duplicates.ts'
import { routes } from './routes.ts'
import * as store from './store.ts'

export { decide, decidedPairs, duplicates, undoDecision } from './duplicates.ts'
export type { Decision, Duplicates } from './duplicates.ts'
export { linkRecord } from './link-record.ts'
export { linkRecords } from './link-records.ts'
export type { Linked } from './link-records.ts'
export { countOpen as countDuplicates, type Candidate } from './store.ts'

export const linkageModule: Module = {
  name: 'linkage',
  routes,
  subscriptions: [
    onCompany(personsMerged, 'linkage.remember-unmerge', (work, { payload }) => rememberUnmerge(work, payload)),
  ],
  contributions: {
    erase: (work, { sourceRecordIds }) => store.dropPairs(work, sourceRecordIds),
    export: async (work, { sourceRecordIds }) => ({
      possibleDuplicates: await store.countPairs(work, sourceRecordIds),
    }),
  },
}
