import { onAcross } from '../../kernel/announcements.ts'
import type { Module } from '../../kernel/module.ts'
import { adjustmentApproved, carryAdjustment } from './adjustments/adjustments.ts'
import { verifyLedger } from './balances.ts'
import { expiries } from './expiry.ts'
import { carryDeclaration, carrySettling, linkSettled, subsidiaryDeclared } from './group/group.ts'
import { carrySlots, slotsSent, verifyGroup } from './group/group-transfers.ts'
import { balanceMoved, mirrorBalance } from './network.ts'
import { routes } from './routes.ts'

export { proposeAdjustment } from './adjustments/adjustments.ts'
export { adjustmentState } from './adjustments/store-adjustments.ts'
export { balances, expiringSlots } from './balances.ts'
export { noSlot } from './errors.ts'
export type { Balances } from './balances.ts'
export {
  countReferral,
  dropReferral,
  expireSlots,
  holdReferral,
  releaseSlot,
  reserveSlot,
  reverseReferral,
  spendSlot,
} from './credits.ts'
export { statement } from './statements/statement.ts'
export { ledgerAccount, type LedgerAccount, type LedgerReferral } from './referral-states.ts'
export { addMonths, defaultTerms, terms } from './terms.ts'
export type { Terms } from './terms.ts'
export { networkBalances, type NetworkBalance } from './store-network.ts'

/** The ledger names referrals and introductions by id alone, so there is nothing to erase and nothing to export. */
export const creditsModule: Module = {
  name: 'credits',
  routes,
  subscriptions: [
    onAcross(balanceMoved, 'credits.network', mirrorBalance),
    onAcross(subsidiaryDeclared, 'credits.group-declared', carryDeclaration),
    onAcross(linkSettled, 'credits.group-settled', carrySettling),
    onAcross(slotsSent, 'credits.group-slots', carrySlots),
    onAcross(adjustmentApproved, 'credits.adjustment', carryAdjustment),
  ],
  intents: [expiries],
  contributions: { verify: async (work) => [...(await verifyLedger(work)), ...(await verifyGroup(work))] },
}
