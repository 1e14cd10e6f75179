import { onCompany } from '../../kernel/announcements.ts'
import type { Module } from '../../kernel/module.ts'
import { personsMerged, recordSeparated } from '../people/index.ts'
import { linkageRuns } from './review/bulk.ts'
import { keepAllMissing, verifyKept } from './keeping/keep-missing.ts'
import { rememberSeparated, rememberUnmerge } from './review/remembering.ts'
import { countTerms } from './review/weigh-again.ts'
import { routes } from './routes.ts'
import { dropRecords } from './keeping/store-records.ts'
import * as store from './store.ts'

export { decide, decideGroup, undoDecision } from './review/deciding.ts'
export type { Decision } from './review/deciding.ts'
export { duplicates, settledPairs } from './review/duplicates.ts'
export type { Duplicates, Queued } from './review/duplicates.ts'
export { linkRecord } from './link-record.ts'
export { linkRecords } from './link-records.ts'
export { recordAndLink, withdrawAndLink } from './record-and-link.ts'
export type { Linked } from './link-records.ts'
export { countOpen as countDuplicates, type Candidate } from './store.ts'

export const linkageModule: Module = {
  name: 'linkage',
  routes,
  jobs: [countTerms, keepAllMissing],
  intents: [linkageRuns],
  subscriptions: [
    onCompany(personsMerged, 'linkage.remember-unmerge', (work, { payload }) => rememberUnmerge(work, payload)),
    onCompany(recordSeparated, 'linkage.remember-separated', (work, { payload }) => rememberSeparated(work, payload)),
  ],
  contributions: {
    erase: async (work, { sourceRecordIds }) => {
      await store.dropPairs(work, sourceRecordIds)
      await dropRecords(work, sourceRecordIds)
    },
    verify: verifyKept,
    // What is compared repeats what `people` exports; of pairs only the number is the person's own.
    export: async (work, { sourceRecordIds }) => ({
      possibleDuplicates: await store.countPairs(work, sourceRecordIds),
    }),
  },
}
