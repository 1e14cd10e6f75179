import { askingIntents } from './asking-mails.ts'
import { passings, passingSubscriptions } from './passing-on.ts'
import type { Module } from '../../kernel/module.ts'
import { contributions } from './contributions.ts'
import { letterIntents } from './letters.ts'
import { linkWritings } from './link-writings.ts'
import { memberSubscriptions } from './member-wiring.ts'
import { holds } from './referrals.ts'
import { memberNotices } from './notices.ts'
import { preflightRuns } from './preflight-runs.ts'
import { recalls } from './recalls.ts'
import { routes } from './routes.ts'
import { memberClocks } from './striking.ts'
import { subscriptions } from './subscriptions.ts'

export { certificateClaims, certificateKey, certificatesOf, checkCertificate, showCertificate } from './certificates.ts'
export type { CertificateClaim, StageCertificate } from './certificates.ts'
export { letterChanged, trialChanged } from './announcements.ts'
export { longestDays, whyNoLetter } from './eligibility.ts'
export type { Facts } from './eligibility.ts'
export { hastenLetter, undoLetter } from './letters.ts'
export { approvePreflight, discardPreflight, preflight } from './preflight.ts'
export type { NewPreflight } from './preflight.ts'
export { shownPreflight } from './preflight-views.ts'
export { trialReport } from './trial-report.ts'
export { listTrials as trials } from './store-trials.ts'
export { startTrial } from './trials.ts'
export { waitingLetters, type WaitingLetters } from './reports.ts'
export { sendToMe } from './sample.ts'
export { byHand, changeSettings, relaySettings, switches, switchOff } from './settings.ts'
export { countUntold, rejectionToldAt } from './store-rejections.ts'
export { recordTold, untold } from './told.ts'
export type { Untold } from './told.ts'
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
  shareVoided,
} from './member-announcements.ts'
export type { Activity } from './member-announcements.ts'
export { answerOffer, withdrawMemberConsent } from './member-consents.ts'
export type { Answer } from './member-consents.ts'
export {
  blockCompany,
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
} from './member-settings.ts'
export { contactsUsed, returnContact, spendContact } from './contacts.ts'
export { findNoticeLink, noticeFollowed } from './notices.ts'
export { afterQuiet, type QuietHours } from './quiet-hours.ts'
export type { Renewable } from './renewals.ts'
export { goOn, stopHere, toRenew } from './renewing.ts'
export { isShownTo } from './shown-profile.ts'
export { memberHeard, stay as stayMember } from './staying.ts'
export { stopNotices } from './store-clock.ts'
export { isLinkable, linkByLetter, memberOf, registerByLetter, relayOperator } from './members.ts'
export type { Registered, Registration } from './members.ts'
export type { Origin } from './origin.ts'
export { restoreMailsByToken, stopMailsByToken } from './stopped-mails.ts'
export { nextTry, operatorMail } from './operator-mail.ts'
export { impactOffer, isRelay, memberOffers, network, networkName, poolOffer } from './offers.ts'
export type { Offer } from './offers.ts'
export { reapplication } from './reapplying.ts'
export type { Reapplication } from './reapplying.ts'
export { recallsOf } from './store-recalls.ts'
export { followHire, noteSilence, referrals, takeBackReferral } from './referrals.ts'
export { letterOpened } from './steps.ts'
export { commitShare, sharesOfMember } from './shares.ts'
export { findReceived as shareReceivedHere } from './store-shares.ts'
export type { NewShare } from './shares.ts'
export { networkTerms, takeBackInNetwork } from './network-referrals.ts'
export {
  countedByDay,
  countNetworkMembers,
  countNetworkReferrals,
  registrationDays,
  reversedByDay,
  waitingReferrals,
} from './store-network.ts'
export { stageName } from './stage-names.ts'
export { activityByPerson } from './store-mirror.ts'
export { findMember, latestWishes, lockMember, mailableAt, memberCompanies, searchLevels } from './store-members.ts'
export { blocks, hiddenIndustries } from './store-member-blocks.ts'
export type { Member, MemberCompany, SearchLevel } from './store-members.ts'
export type { Block } from './store-member-blocks.ts'
export { lettersOfRecords } from './store-letters.ts'
export { refusedReferral, type Referral } from './store-referrals.ts'
export { networkReferral, referralMonths, referralsByEmployer } from './store-network.ts'
export type { Share, SharePayload } from './store-shares.ts'
export { remoteWishes, ShownWishes, Wishes } from './wishes.ts'

export { approveAsking, asking, basisCounts, makeAsking, stopAsking } from './asking.ts'
export { answerDays } from './asking-mails.ts'
export { putAnswer as answerQuestion } from './store-asking.ts'

export const relayModule: Module = {
  name: 'relay',
  routes,
  subscriptions: [...subscriptions, ...memberSubscriptions, ...passingSubscriptions],
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
