import type { Module } from '../../kernel/module.ts'
import { verifyAnswers } from './reports.ts'
import * as store from './store.ts'

export { acceptProposal, correctProposal, proposals, refuseProposal } from './proposals.ts'
export type { Proposal } from './proposals.ts'

export const freshnessModule: Module = {
  name: 'freshness',
  contributions: {
    erase: (work, { sourceRecordIds }) => store.deleteAnswers(work, sourceRecordIds),
    export: async (work, { sourceRecordIds }) => ({ proposalsAnswered: await store.answersOf(work, sourceRecordIds) }),
    verify: verifyAnswers,
  },
}
