import type { Module } from '../../kernel/module.ts'
import { memberProvisions, provisionsOf } from './decisions/provisions.ts'
import { copyingOut } from './erasures/erasure-copies.ts'
import { erasureOrders } from './requests/erasure-orders.ts'
import { disposeOfExpired, retainMembers } from './jobs.ts'
import { verifyCompany, verifyMember } from './reports.ts'
import { closeRequestsOfErased } from './requests/request-answers.ts'
import { requestsOf } from './requests/requests.ts'
import { membersHeld } from './retention/members-held.ts'
import { retentionRuns } from './retention/retention-work.ts'
import { routes } from './routes.ts'
import { history } from './decisions/store-consents.ts'
import { memberHistory } from './decisions/store-member-consents.ts'
import { forgetMemberSubjects, forgetSubjects } from './decisions/store-provisions.ts'
import { blankPassings } from './requests/store-passings.ts'
import { blankHolds } from './erasures/store-holds.ts'
import { blankRequests } from './requests/store-request-answers.ts'
import { keptByConsent } from './retention/store-retention-facts.ts'

export { basis, basisById, bases, recordBasis, requireBasis } from './notices/basis.ts'
export type { RecordedBasis } from './notices/basis.ts'
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
} from './decisions/consents.ts'
export type { Decided, Decision, NoticeRef } from './decisions/consents.ts'
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
} from './erasures/erasure.ts'
export type { Disposed } from './erasures/erasure.ts'
export { erasuresFile, replayErasures } from './erasures/erasure-copies.ts'
export { holds, liftHold, placeHold } from './erasures/holds.ts'
export { draftByProof, findNotice, noticeInForce, noticeRefInForce, notices, publishNotice } from './notices/notices.ts'
export { suggestNotice } from './notices/notice-suggestion.ts'
export type { Notice } from './notices/notices.ts'
export { memberProvisions, provisionsOf, recordMemberProvision, recordProvision } from './decisions/provisions.ts'
export type { HowObtained, NewProvision } from './decisions/provisions.ts'
export { receipt, receipts } from './decisions/receipts.ts'
export type { Receipted, ReceiptParty } from './decisions/receipts.ts'
export { findMemberText, findText } from './decisions/store-texts.ts'
export { expiryOf, isRenewed } from './decisions/terms.ts'
export { countOpenRequests } from './requests/store-requests.ts'
export { markUntold } from './requests/store-request-answers.ts'
export { releaseOrders } from './requests/erasure-orders.ts'
export type { Answering } from './requests/request-answers.ts'
export { markPassingEscalated, passingsOf } from './requests/store-passings.ts'
export {
  answerErasures,
  answerMailOf,
  answerRequest,
  checkIdentity,
  keepReceipt,
  passOn,
} from './requests/request-answers.ts'
export {
  addCorrection,
  holdOpenRequest,
  askedToStop,
  standingStops,
  type Stop,
  dataRequestChanged,
  grantedCorrections,
  openRequest,
  recordOfRequest,
  request,
  requests,
  requestsOf,
  requestWhole,
} from './requests/requests.ts'
/** Every decision ever made, in order: for receipts, and for who has which basis. */
export { history as consentsMade } from './decisions/store-consents.ts'
export { memberHistory as memberConsentsMade } from './decisions/store-member-consents.ts'
/** The words of a hash, as they were shown: what a receipt repeats. */
export { findMemberText as memberTextShown, findText as textShown } from './decisions/store-texts.ts'
export { peopleFile as retentionPeopleFile } from './retention/retention-files.ts'
export { memberTerm } from './retention/retention-members.ts'
export { finishListing } from './retention/retention-work.ts'
export { changeRule, rules as retentionRules } from './retention/retention-rules.ts'
export {
  callOffRun,
  makeRun,
  people as retentionPeople,
  run as retentionRun,
  scheduleRun,
} from './retention/retention-runs.ts'
export { consentText } from './decisions/texts.ts'
export type { ConsentText, Shown } from './decisions/texts.ts'

export const consentModule: Module = {
  name: 'consent',
  routes,
  subscriptions: [membersHeld],
  intents: [...copyingOut, erasureOrders, retentionRuns],
  jobs: [disposeOfExpired, retainMembers],
  contributions: {
    // Decisions and provision records refer by id and stay as evidence; what was written in a request goes.
    retentionFacts: keptByConsent,
    erase: async (work, subject) => {
      const { personId, sourceRecordIds } = subject
      await blankHolds(work, subject)
      await blankPassings(work, personId)
      await closeRequestsOfErased(work, subject)
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
