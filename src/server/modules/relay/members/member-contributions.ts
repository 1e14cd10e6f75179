import type { Contributions } from '../../../kernel/module.ts'
import { planClock } from '../clock/clock.ts'
import { eraseFromRelay } from './leaving.ts'
import { knownThroughRelay } from './telling/flow-back.ts'
import { verifyReferrals, verifyShares } from './reports-members.ts'
import { forgetContacts } from './contacts.ts'
import { memberRetention, membershipFacts } from './staying.ts'
import { forgetMirrors } from './telling/store-mirror.ts'
import * as referrals from '../referrals/store-referrals.ts'
import { verifyDecidedReferrals, verifyToldReferrals } from '../referrals/told.ts'
import { verifyDelivered } from '../shares/delivered.ts'
import { verifyToldActivity } from './telling/told-activity.ts'
import * as shares from '../shares/store-shares.ts'
import * as store from './store-members.ts'
import * as hiding from './store-member-blocks.ts'

/** What the member's side of the relay brings to the duties that reach through all modules. */
export const memberContributions: Contributions = {
  // Referrals and received shares refer by id alone and stay as evidence of what was counted and provided.
  erase: (work, { sourceRecordIds }) => forgetMirrors(work, sourceRecordIds),
  export: async (work, { sourceRecordIds }) => ({ relay: await knownThroughRelay(work, { sourceRecordIds }) }),
  memberRetention,
  memberRetentionFacts: membershipFacts,
  eraseMember: eraseFromRelay,
  exportMember: async (work) => {
    const member = await store.findMember(work)
    return {
      member,
      profileVersions: await store.wishesHistory(work),
      companies: await store.memberCompanies(work),
      letters: (await referrals.usedLetters(work)).map(({ id, companyId, sentAt, usedAt }) => ({
        id,
        companyId,
        sentAt,
        usedAt,
      })),
      blocks: await hiding.blocks(work),
      hiddenIndustries: await hiding.hiddenIndustries(work),
      shares: await shares.sharesOf(work),
    }
  },
  // Whoever became a member before there was a clock gets one.
  retainMember: async (work) => {
    await planClock(work)
    return { contacts: await forgetContacts(work) }
  },
  verify: async (work) => [...(await verifyReferrals(work)), ...(await verifyToldReferrals(work))],
  verifyMember: async (work) => [
    ...(await verifyShares(work)),
    ...(await verifyDecidedReferrals(work)),
    ...(await verifyDelivered(work)),
    ...(await verifyToldActivity(work)),
  ],
}
