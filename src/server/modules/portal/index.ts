import type { Module } from '../../kernel/module.ts'
import { answeredCorrections } from './rights/correcting.ts'
import { settledDoubts } from './rights/doubting.ts'
import { errands } from './arrival/errands.ts'
import { receiptMails } from './rights/receipt-mails.ts'
import { routes } from './routes.ts'
import { deletePasskeys, forgetAnswers, passkeys } from './passkeys/store.ts'
import * as store from './store.ts'

export { keepCorrected } from './rights/correcting.ts'
export { personActor } from './arrival/session.ts'

const dayMs = 86_400_000

export const portalModule: Module = {
  name: 'portal',
  routes,
  subscriptions: [...receiptMails, settledDoubts, answeredCorrections],
  intents: [errands],
  contributions: {
    // A visit says when somebody came; with the person it goes.
    erase: async (work, { personId }) => void (await store.deleteSessions(work, { personId })),
    eraseMember: deletePasskeys,
    exportMember: async (work) => ({
      passkeys: (await passkeys(work)).map(({ name, recordedAt, usedAt }) => ({ name, recordedAt, usedAt })),
    }),
    retainMember: async (work) => {
      await forgetAnswers(work, new Date(work.now.getTime() - dayMs))
      return {}
    },
    retain: async (work) => ({
      visits: await store.deleteSessions(work, { before: new Date(work.now.getTime() - 30 * dayMs) }),
    }),
  },
}
