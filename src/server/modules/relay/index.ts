import type { Module } from '../../kernel/module.ts'
import { memberContributions } from './member-contributions.ts'
import { memberSubscriptions } from './member-wiring.ts'
import { holds } from './referrals.ts'

export { knownThroughRelay, noteActivity } from './flow-back.ts'
export type { KnownThroughRelay } from './flow-back.ts'
export { eraseMyself, withdrawFromRelay } from './leaving.ts'
export {
  activities,
  activityChanged,
  memberChanged,
  referralChanged,
  relayProfileChanged,
  shareReceived,
} from './member-announcements.ts'
export type { Activity } from './member-announcements.ts'
export { answerOffer, withdrawMemberConsent } from './member-consents.ts'
export type { Answer } from './member-consents.ts'
export { blockCompany, changeBudget, changeProfile, changeSearch, unblockCompany } from './member-settings.ts'
export { memberOf, registerByLetter, relayOperator } from './members.ts'
export type { Registered, Registration } from './members.ts'
export { isRelay, memberOffers, network, poolOffer } from './offers.ts'
export type { Offer } from './offers.ts'
export { referrals, takeBackReferral } from './referrals.ts'
export { commitShare, sharesOfMember } from './shares.ts'
export type { NewShare } from './shares.ts'
export { blocks, findMember, latestWishes, memberCompanies, searchLevels } from './store-members.ts'
export type { Block, Member, MemberCompany, SearchLevel } from './store-members.ts'
export type { Referral } from './store-referrals.ts'
export type { Share, SharePayload } from './store-shares.ts'
export { remoteWishes, ShownWishes, Wishes } from './wishes.ts'

export const relayModule: Module = {
  name: 'relay',
  subscriptions: [...memberSubscriptions],
  intents: [holds],
  contributions: memberContributions,
}
