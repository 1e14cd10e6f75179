import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { eraseSubject, holdSubject, subjectOf } from '../erasures/erasure.ts'
import { isHeld } from '../erasures/holds.ts'
import { held } from './requests.ts'
import * as store from './store-orders.ts'

/**
 * Erases whom a member of staff decided to erase, one person to a transaction, so that a thousand at once hold nobody
 * up and a worker that dies loses only one. Who is gone already leaves nothing to do; who is held waits for the hold to
 * be lifted.
 */
async function run(installation: Installation, { realmId: companyId, id }: Claimed): Promise<void> {
  await inCompany(installation, { companyId, actor: systemActor('consent.erase') }, async (work) => {
    const order = await store.findOrder(work, id)
    if (!order) return
    // Whose the request is may be known better by now than when it was granted.
    const { personId } = await held(work, order.requestId)
    if (personId === null) return store.settleOrder(work, id)
    await holdSubject(work, personId)
    const subject = await subjectOf(work, personId)
    if (subject && (await isHeld(work, subject))) return store.holdOrder(work, id)
    if (subject) await eraseSubject(work, { ...subject, id })
    await store.settleOrder(work, id)
  })
}

export const erasureOrders: IntentTable = {
  table: 'consent_erasure_order',
  realm: 'company',
  attempts: 20,
  run,
}

export { releaseOrders } from './store-orders.ts'
