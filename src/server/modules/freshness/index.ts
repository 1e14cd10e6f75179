import { onCompany } from '../../kernel/announcements.ts'
import { listed } from '../../kernel/jobs.ts'
import type { Module } from '../../kernel/module.ts'
import { consentChanged } from '../consent/index.ts'
import { mailSettled } from '../messages/index.ts'
import { settlePoolAsk } from './answering.ts'
import { followAskMail } from './asking.ts'
import { dailyAsking } from './jobs.ts'
import { verifyAnswers } from './reports.ts'
import { routes } from './routes.ts'
import * as store from './store.ts'
import { asksOf, deleteAsks, forgetAsks } from './store-asks.ts'

export { askAnswered, askPlanned } from './announcements.ts'
export { answerRefresh, stopAsking, toConfirm } from './answering.ts'
export type { Statement } from './answering.ts'
export { approvePlan, releaseAsk, stopAsk } from './asking.ts'
export { planOfToday } from './plan.ts'
export { endingPoolConsent } from './pool-consents.ts'
export { acceptProposal, correctProposal, proposals, refuseProposal } from './proposals.ts'
export type { Proposal } from './proposals.ts'
export { changeSettings as changeAsking } from './settings.ts'

/** What came of asking is looked back on for three years. */
const asksKeptDays = 3 * 365

export const freshnessModule: Module = {
  name: 'freshness',
  routes,
  jobs: [listed(dailyAsking)],
  subscriptions: [
    onCompany(mailSettled, 'freshness.mail', async (work, { payload }) => {
      if (payload.kind === 'REFRESH') await followAskMail(work, payload)
    }),
    onCompany(consentChanged, 'freshness.pool', async (work, { payload: { purpose, decision, personId } }) => {
      if (purpose === 'POOL') await settlePoolAsk(work, personId, decision === 'GIVEN' ? 'STAYS' : 'LEAVES')
    }),
  ],
  contributions: {
    erase: async (work, { sourceRecordIds }) => {
      await store.deleteAnswers(work, sourceRecordIds)
      await deleteAsks(work, sourceRecordIds)
    },
    export: async (work, { sourceRecordIds }) => ({
      proposalsAnswered: await store.answersOf(work, sourceRecordIds),
      askedToConfirm: await asksOf(work, sourceRecordIds),
    }),
    retain: async (work) => ({
      freshnessAsks: await forgetAsks(work, new Date(work.now.getTime() - asksKeptDays * 86_400_000)),
    }),
    verify: verifyAnswers,
  },
}
