import { askingIntents } from './asking/asking-mails.ts'
import { passings, passingSubscriptions } from './shares/passing-on.ts'
import type { Module } from '../../kernel/module.ts'
import { contributions } from './contributions.ts'
import { letterIntents } from './letters/letters.ts'
import { linkWritings } from './link-field/link-writings.ts'
import { memberSubscriptions } from './members/member-wiring.ts'
import { holds } from './referrals/referrals.ts'
import { memberNotices } from './clock/notices.ts'
import { preflightRuns } from './preflights/preflight-runs.ts'
import { recalls, recallSubscription } from './shares/recalls.ts'
import { routes } from './routes.ts'
import { memberClocks } from './clock/striking.ts'
import { subscriptions } from './subscriptions.ts'

export {
  certificateClaims,
  certificateKey,
  certificatesOf,
  checkCertificate,
  showCertificate,
} from './members/certificates.ts'
export type { CertificateClaim, StageCertificate } from './members/certificates.ts'
export { linkFields, retryStopped } from './link-field/link-field.ts'
export { letterChanged, trialChanged } from './letters/announcements.ts'
export { longestDays, whyNoLetter } from './letters/eligibility.ts'
export type { Facts } from './letters/eligibility.ts'
export { hastenLetter, undoLetter } from './letters/letters.ts'
export { approvePreflight, discardPreflight, preflight } from './preflights/preflight.ts'
export type { NewPreflight } from './preflights/preflight.ts'
export { shownPreflight } from './preflights/preflight-views.ts'
export { trialReport } from './trials/trial-report.ts'
export { listTrials as trials } from './trials/store-trials.ts'
export { startTrial } from './trials/trials.ts'
export { waitingLetters, type WaitingLetters } from './reports.ts'
export { sendToMe } from './letters/sample.ts'
export { byHand, changeSettings, relaySettings, switches, switchOff } from './letters/settings.ts'
export { countUntold, rejectionToldAt } from './letters/store-rejections.ts'
export { recordTold, untold } from './letters/told.ts'
export type { Untold } from './letters/told.ts'
export { knownThroughRelay, noteActivity } from './members/telling/flow-back.ts'
export type { KnownThroughRelay } from './members/telling/flow-back.ts'
export { eraseMyself, withdrawFromRelay } from './members/leaving.ts'
export {
  activities,
  activityChanged,
  memberChanged,
  referralChanged,
  relayProfileChanged,
  shareReceived,
  shareVoided,
} from './members/member-announcements.ts'
export type { Activity } from './members/member-announcements.ts'
export { answerOffer, withdrawMemberConsent } from './members/member-consents.ts'
export type { Answer } from './members/member-consents.ts'
export {
  blockCompany,
  leaveEmployer,
  changeBudget,
  changeLanguage,
  changeProfile,
  changeHiddenIndustries,
  changeQuietHours,
  changeSearch,
  companyTyped,
  doubtMail,
  trustMail,
  unblockCompany,
} from './members/member-settings.ts'
export { contactsUsed, returnContact, spendContact } from './members/contacts.ts'
export { findNoticeLink, noticeFollowed } from './clock/notices.ts'
export { afterQuiet, type QuietHours } from './members/mails/quiet-hours.ts'
export type { Renewable } from './clock/renewals.ts'
export { goOn, stopHere, toRenew } from './clock/renewing.ts'
export { isShownTo, shownProfile } from './members/shown-profile.ts'
export { memberHeard, stay as stayMember } from './members/staying.ts'
export { stopNotices } from './clock/store-clock.ts'
export { isLinkable, linkByLetter, memberOf, registerByLetter, relayOperator } from './members/members.ts'
export type { Registered, Registration } from './members/members.ts'
export type { Origin } from './referrals/origin.ts'
export { restoreMailsByToken, stopMailsByToken } from './members/mails/stopped-mails.ts'
export { nextTry, operatorMail } from './members/mails/operator-mail.ts'
export { activityItem, impactOffer, isRelay, memberOffers, network, networkName, poolOffer } from './members/offers.ts'
export type { Offer } from './members/offers.ts'
export { reapplication } from './members/telling/reapplying.ts'
export type { Reapplication } from './members/telling/reapplying.ts'
export { recallsOf } from './shares/store-recalls.ts'
export { followHire, noteSilence, referrals, takeBackReferral } from './referrals/referrals.ts'
export { letterOpened } from './letters/steps.ts'
export { commitShare, sharesOfMember } from './shares/shares.ts'
export { findReceived as shareReceivedHere } from './shares/store-shares.ts'
export type { NewShare } from './shares/shares.ts'
export { networkTerms, takeBackInNetwork } from './referrals/network-referrals.ts'
export {
  countedByDay,
  countNetworkMembers,
  countNetworkReferrals,
  registrationDays,
  reversedByDay,
  waitingReferrals,
} from './referrals/store-network.ts'
export { stageName } from './letters/stage-names.ts'
export { activityByPerson } from './members/telling/store-mirror.ts'
export {
  findMember,
  latestWishes,
  lockMember,
  mailableAt,
  memberCompanies,
  searchLevels,
} from './members/store-members.ts'
export { blocks, hiddenIndustries } from './members/store-member-blocks.ts'
export type { Member, MemberCompany, SearchLevel } from './members/store-members.ts'
export type { Block } from './members/store-member-blocks.ts'
export { lettersOfRecords } from './letters/store-letters.ts'
export { refusedReferral, type Referral } from './referrals/store-referrals.ts'
export { networkReferral, referralMonths, referralsByEmployer } from './referrals/store-network.ts'
export type { Share, SharePayload } from './shares/store-shares.ts'
export { remoteWishes, ShownWishes, Wishes } from './members/wishes.ts'

export { approveAsking, asking, basisCounts, makeAsking, stopAsking } from './asking/asking.ts'
export { answerDays } from './asking/asking-mails.ts'
export { putAnswer as answerQuestion } from './asking/store-asking.ts'

export const relayModule: Module = {
  name: 'relay',
  routes,
  subscriptions: [...subscriptions, ...memberSubscriptions, ...passingSubscriptions, recallSubscription],
  intents: [
    linkWritings,
    letterIntents,
    preflightRuns,
    holds,
    recalls,
    memberClocks,
    memberNotices,
    askingIntents,
    passings,
  ],
  contributions,
}
