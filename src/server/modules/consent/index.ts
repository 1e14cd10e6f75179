import type { Module } from '../../kernel/module.ts'
import { memberProvisions, provisionsOf } from './provisions.ts'
import { copyingOut } from './erasure-copies.ts'
import { erasureOrders } from './erasure-orders.ts'
import { disposeOfExpired, retainMembers } from './jobs.ts'
import { verifyCompany, verifyMember } from './reports.ts'
import { requestsOf } from './requests.ts'
import { retentionRuns } from './retention-work.ts'
import { routes } from './routes.ts'
import { history } from './store-consents.ts'
import { memberHistory } from './store-member-consents.ts'
import { forgetMemberSubjects, forgetSubjects } from './store-provisions.ts'
import { blankPassings } from './store-passings.ts'
import { blankHolds } from './store-holds.ts'
import { blankRequests } from './store-request-answers.ts'
import { keptByConsent } from './store-retention-facts.ts'

export { basis, basisById, bases, recordBasis, requireBasis } from './basis.ts'
export type { RecordedBasis } from './basis.ts'
export {
  consentChanged,
  consents,
  decide,
  decideAsMember,
  hasConsent,
  hasMemberConsent,
  holdConsent,
  holdMemberConsent,
  endingConsents,
  isStanding,
  memberConsentChanged,
  memberConsents,
  showMemberText,
  showText,
} from './consents.ts'
export type { Decided, Decision, NoticeRef } from './consents.ts'
export {
  erasedAddresses,
  eraseMember,
  eraseSubject,
  exportMember,
  exportSubject,
  memberErased,
  requireNotHeld,
  disposedAddresses,
  disposedRecords,
  subjectErased,
  subjectOf,
} from './erasure.ts'
export type { Disposed } from './erasure.ts'
export { erasuresFile, replayErasures } from './erasure-copies.ts'
export { holds, liftHold, placeHold } from './holds.ts'
export { draftByProof, findNotice, noticeInForce, noticeRefInForce, notices, publishNotice } from './notices.ts'
export { suggestNotice } from './notice-suggestion.ts'
export type { Notice } from './notices.ts'
export { memberProvisions, provisionsOf, recordMemberProvision, recordProvision } from './provisions.ts'
export type { HowObtained, NewProvision } from './provisions.ts'
export { receipt, receipts } from './receipts.ts'
export type { Receipted, ReceiptParty } from './receipts.ts'
export { findMemberText, findText } from './store-texts.ts'
export { expiryOf } from './terms.ts'
export { countOpenRequests } from './store-requests.ts'
export { markUntold } from './store-request-answers.ts'
export { releaseOrders } from './erasure-orders.ts'
export type { Answering } from './request-answers.ts'
export { markPassingEscalated, passingsOf } from './store-passings.ts'
export { answerErasures, answerMailOf, answerRequest, checkIdentity, keepReceipt, passOn } from './request-answers.ts'
export {
  addCorrection,
  holdOpenRequest,
  askedToStop,
  dataRequestChanged,
  grantedCorrections,
  openRequest,
  request,
  requests,
  requestsOf,
  requestWhole,
} from './requests.ts'
/** Every decision ever made, in order: for receipts, and for who has which basis. */
export { history as consentsMade } from './store-consents.ts'
export { memberHistory as memberConsentsMade } from './store-member-consents.ts'
/** The words of a hash, as they were shown: what a receipt repeats. */
export { findMemberText as memberTextShown, findText as textShown } from './store-texts.ts'
export { peopleFile as retentionPeopleFile } from './retention-files.ts'
export { memberTerm } from './retention-members.ts'
export { finishListing } from './retention-work.ts'
export { changeRule, rules as retentionRules } from './retention-rules.ts'
export { callOffRun, makeRun, people as retentionPeople, run as retentionRun, scheduleRun } from './retention-runs.ts'
export { consentText } from './texts.ts'
export type { ConsentText, Shown } from './texts.ts'

export const consentModule: Module = {
  name: 'consent',
  routes,
  intents: [...copyingOut, erasureOrders, retentionRuns],
  jobs: [disposeOfExpired, retainMembers],
  contributions: {
    // Decisions and provision records refer by id and stay as evidence; what was written in a request goes.
    retentionFacts: keptByConsent,
    erase: async (work, subject) => {
      const { personId, sourceRecordIds } = subject
      await blankHolds(work, subject)
      await blankPassings(work, personId)
      await blankRequests(work, personId, sourceRecordIds)
    },
    export: async (work, { personId, sourceRecordIds }) => ({
      decisions: await history(work, sourceRecordIds),
      provisions: await provisionsOf(work, { sourceRecordIds }),
      requests: await requestsOf(work, personId, sourceRecordIds),
    }),
    exportMember: async (work) => ({
      decisions: await memberHistory(work),
      provisions: await memberProvisions(work),
    }),
    retain: async (work) => ({ provisionSubjects: await forgetSubjects(work) }),
    retainMember: async (work) => ({ provisionSubjects: await forgetMemberSubjects(work) }),
    verify: verifyCompany,
    verifyMember,
  },
}
