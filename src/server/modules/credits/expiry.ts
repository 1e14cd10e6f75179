import type { IntentTable } from '../../kernel/intents.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { expireSlots } from './credits.ts'
import { settleExpiry } from './store.ts'

/** A slot's time is over: it expires if it is free. A reserved one is looked at again when it comes back. */
export const expiries: IntentTable = {
  table: 'credits_expiry',
  realm: 'company',
  attempts: 20,
  run: (installation, { realmId, id }) =>
    inCompany(installation, { companyId: realmId, actor: systemActor('credits.expiry') }, async (work) => {
      await expireSlots(work)
      await settleExpiry(work, id)
    }),
}
