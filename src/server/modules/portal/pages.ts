import { paths } from '../../../portal/index.ts'
import * as arriving from './arriving.ts'
import * as asked from './asked.ts'
import * as consenting from './consenting.ts'
import * as correcting from './correcting.ts'
import * as filing from './filing.ts'
import * as disputing from './disputing.ts'
import * as introducing from './introducing.ts'
import * as known from './known.ts'
import * as lasting from './lasting.ts'
import * as leaving from './leaving.ts'
import * as linking from './linking.ts'
import * as member from './member-pages.ts'
import * as passkey from './passkeys/pages.ts'
import * as passport from './passport.ts'
import * as privacy from './privacy.ts'
import * as receipts from './receipts.ts'
import * as proposing from './proposing.ts'
import * as records from './records.ts'
import * as refreshing from './refreshing.ts'
import * as registering from './registering.ts'
import * as renewing from './renewing.ts'
import * as seeing from './seeing.ts'
import * as settings from './settings.ts'
import * as staying from './staying.ts'
import * as verifying from './verifying.ts'
import * as visits from './visits.ts'
import * as volunteering from './volunteering.ts'
import type { Answer, MemberVisit, SessionVisit, Visit } from './visit.ts'

type Common = {
  method: 'GET' | 'POST'
  path: string
  /**
   * Most requests a minute from one network address, for what anybody may ask; the server's own limit otherwise. Offices,
   * campuses and mobile carriers put many people behind one address, so it only keeps a machine from asking without end.
   */
  perAddress?: number
  /** Most requests a minute of one visit, for what is dear to make or to guess at. */
  perVisit?: number
  /** The form carries a file. */
  carriesFile?: boolean
}

/**
 * A page and what it asks of who visits: nothing, a visit by a link, a code sent to the known address (for what is
 * sensitive), or to be a member as well. A post without the code is led to `after` once the code is entered.
 */
export type Page = Common &
  (
    | { needs: 'nothing'; answer: (visit: Visit) => Promise<Answer>; withoutForm?: boolean }
    | { needs: 'session'; answer: (visit: SessionVisit) => Promise<Answer> }
    | { needs: 'code'; answer: (visit: SessionVisit) => Promise<Answer>; after?: string }
    | { needs: 'member'; answer: (visit: MemberVisit) => Promise<Answer>; after?: string }
  )

const open = (method: 'GET' | 'POST', path: string, answer: (visit: Visit) => Promise<Answer>): Page => ({
  method,
  path,
  answer,
  needs: 'nothing',
})

const one = paths.introduction(':introduction')

/** Every page of the portal. */
export const pages: readonly Page[] = [
  open('GET', paths.landing(':token'), arriving.landing),
  { ...open('POST', paths.landing(':token'), arriving.arrive), perAddress: 300 },
  open('GET', paths.lostLink(), arriving.lostLink),
  { ...open('POST', paths.lostLink(), arriving.askForLink), perAddress: 60 },
  open('GET', paths.passkey(), passkey.signInPage),
  { ...open('POST', paths.passkey(), passkey.signIn), perAddress: 120 },
  open('GET', paths.notMe(), arriving.notMe),
  open('POST', paths.notMe(), arriving.sayNotMe),
  open('GET', paths.unreachable(), arriving.unreachable),
  { ...open('POST', paths.unreachable(), arriving.sayUnreachable), perAddress: 60 },
  open('GET', paths.unsubscribe(':token'), arriving.unsubscribe),
  {
    method: 'POST',
    path: paths.unsubscribe(':token'),
    needs: 'nothing',
    answer: arriving.unsubscribeNow,
    withoutForm: true,
  },
  open('POST', paths.resubscribe(':token'), arriving.resubscribe),
  open('GET', '/privacy', privacy.privacy),
  open('GET', paths.privacy(':company'), privacy.privacy),
  open('GET', paths.privacyVersion(':company', ':version'), privacy.version),
  open('GET', paths.privacyPreview(':company', ':proof'), privacy.preview),
  { method: 'GET', path: paths.code(), needs: 'session', answer: verifying.askForCode },
  { method: 'POST', path: paths.code(), needs: 'session', answer: verifying.enterCode, perVisit: 10 },
  { method: 'POST', path: paths.resendCode(), needs: 'session', answer: verifying.resendCode, perVisit: 5 },
  { method: 'POST', path: paths.signOut(), needs: 'session', answer: verifying.signOut },
  { method: 'GET', path: paths.known(), needs: 'session', answer: known.known },
  { method: 'GET', path: paths.correction(':field'), needs: 'code', answer: correcting.correction },
  { method: 'POST', path: paths.correction(':field'), needs: 'code', answer: correcting.correct, perVisit: 20 },
  { method: 'GET', path: paths.files(), needs: 'code', answer: filing.files },
  {
    method: 'POST',
    path: paths.files(),
    needs: 'code',
    answer: filing.send,
    after: paths.files(),
    carriesFile: true,
    perVisit: 10,
  },
  { method: 'GET', path: paths.file(':file'), needs: 'code', answer: filing.take },
  { method: 'POST', path: paths.removeFile(':file'), needs: 'code', answer: filing.remove, after: paths.files() },
  { method: 'GET', path: paths.proposals(), needs: 'code', answer: proposing.proposed },
  {
    method: 'POST',
    path: paths.acceptProposal(':claim'),
    needs: 'code',
    answer: proposing.accept,
    after: paths.proposals(),
  },
  {
    method: 'POST',
    path: paths.correctProposal(':claim'),
    needs: 'code',
    answer: proposing.correct,
    after: paths.proposals(),
  },
  {
    method: 'POST',
    path: paths.refuseProposal(':claim'),
    needs: 'code',
    answer: proposing.refuse,
    after: paths.proposals(),
  },
  { method: 'GET', path: paths.refresh(), needs: 'session', answer: refreshing.refresh },
  { method: 'POST', path: paths.refresh(), needs: 'code', answer: refreshing.confirm },
  { method: 'POST', path: paths.stopRefresh(), needs: 'session', answer: refreshing.stop },
  { method: 'POST', path: paths.stayInPool(), needs: 'code', answer: refreshing.stay, after: paths.refresh() },
  { method: 'POST', path: paths.leavePool(), needs: 'code', answer: refreshing.leave, after: paths.refresh() },
  { method: 'GET', path: paths.register(), needs: 'code', answer: registering.register },
  { method: 'POST', path: paths.register(), needs: 'code', answer: registering.sendRegistration },
  { method: 'GET', path: paths.link(), needs: 'member', answer: linking.link },
  { method: 'POST', path: paths.link(), needs: 'member', answer: linking.sendLink, after: paths.link() },
  { method: 'GET', path: paths.consents(), needs: 'code', answer: consenting.consentMatrix },
  {
    method: 'POST',
    path: paths.giveConsent(':offer'),
    needs: 'code',
    answer: consenting.give,
    after: paths.consents(),
  },
  {
    method: 'POST',
    path: paths.withdrawConsent(':offer'),
    needs: 'code',
    answer: consenting.takeBack,
    after: paths.consents(),
  },
  { method: 'GET', path: paths.receipt(':receipt'), needs: 'code', answer: receipts.showReceipt },
  {
    method: 'GET',
    path: `${paths.receipt(':receipt')}/record.json`,
    needs: 'code',
    answer: receipts.downloadReceipt,
  },
  { method: 'GET', path: '/consents/receipts.jsonld', needs: 'code', answer: receipts.downloadReceipts, perVisit: 10 },
  { method: 'GET', path: paths.requests(), needs: 'code', answer: asked.asked },
  { method: 'GET', path: paths.ask(':kind'), needs: 'code', answer: asked.asking },
  {
    method: 'POST',
    path: paths.ask(':kind'),
    needs: 'code',
    answer: asked.ask,
    after: paths.requests(),
    perVisit: 10,
  },
  { method: 'GET', path: paths.shares(), needs: 'code', answer: records.records },
  { method: 'GET', path: '/shares/records.json', needs: 'code', answer: records.downloadJson },
  { method: 'GET', path: '/shares/records.csv', needs: 'code', answer: records.downloadCsv },
  { method: 'GET', path: '/shares/records.pdf', needs: 'code', answer: records.downloadPdf, perVisit: 10 },
  { method: 'GET', path: paths.visits(), needs: 'code', answer: visits.visits },
  { method: 'POST', path: paths.endVisit(':visit'), needs: 'code', answer: visits.end, after: paths.visits() },
  {
    method: 'POST',
    path: paths.addPasskey(),
    needs: 'member',
    answer: passkey.add,
    after: paths.visits(),
    perVisit: 10,
  },
  {
    method: 'POST',
    path: paths.removePasskey(':passkey'),
    needs: 'member',
    answer: passkey.remove,
    after: paths.visits(),
  },
  { method: 'GET', path: paths.certificates(), needs: 'code', answer: passport.certificates },
  {
    method: 'POST',
    path: paths.certificate(':certificate'),
    needs: 'code',
    answer: passport.takeCertificate,
    after: paths.certificates(),
  },
  { method: 'GET', path: paths.reapply(), needs: 'code', answer: passport.reapply },
  open('GET', paths.checkCertificate(), passport.checking),
  { ...open('POST', paths.checkCertificate(), passport.check), perAddress: 120 },
  open('GET', `${paths.checkCertificate()}/key.json`, passport.key),
  { method: 'GET', path: paths.profile(), needs: 'member', answer: member.profile },
  { method: 'GET', path: paths.seen(), needs: 'member', answer: seeing.seen, perVisit: 30 },
  { method: 'GET', path: paths.editProfile(), needs: 'member', answer: member.editProfile },
  {
    method: 'POST',
    path: paths.editProfile(),
    needs: 'member',
    answer: member.saveProfile,
    after: paths.editProfile(),
  },
  { method: 'GET', path: paths.introductions(), needs: 'member', answer: introducing.introductions },
  { method: 'GET', path: one, needs: 'member', answer: introducing.oneIntroduction },
  {
    method: 'POST',
    path: paths.acceptIntroduction(':introduction'),
    needs: 'member',
    answer: introducing.accept,
    after: paths.introductions(),
  },
  {
    method: 'POST',
    path: paths.declineIntroduction(':introduction'),
    needs: 'member',
    answer: introducing.decline,
    after: paths.introductions(),
  },
  {
    method: 'POST',
    path: paths.askIntroduction(':introduction'),
    needs: 'member',
    answer: introducing.question,
    after: paths.introductions(),
  },
  {
    method: 'POST',
    path: paths.sayOfPromise(':introduction'),
    needs: 'member',
    answer: introducing.sayOf,
    after: paths.introductions(),
  },
  { method: 'GET', path: paths.disputes(':introduction'), needs: 'member', answer: disputing.disputes },
  {
    method: 'POST',
    path: paths.disputes(':introduction'),
    needs: 'member',
    answer: disputing.openDispute,
    after: paths.introductions(),
  },
  {
    method: 'POST',
    path: paths.stateInDispute(':introduction'),
    needs: 'member',
    answer: disputing.sayInDispute,
    after: paths.introductions(),
  },
  {
    method: 'POST',
    path: paths.withdrawDispute(':introduction'),
    needs: 'member',
    answer: disputing.takeBackDispute,
    after: paths.introductions(),
  },
  { method: 'GET', path: paths.stay(), needs: 'code', answer: staying.stay },
  { method: 'POST', path: paths.agreeToStay(), needs: 'code', answer: staying.agree, after: paths.stay() },
  { method: 'POST', path: paths.askToLeave(), needs: 'code', answer: staying.leave, after: paths.stay() },
  { method: 'GET', path: paths.registration(), needs: 'member', answer: lasting.lasting },
  {
    method: 'POST',
    path: paths.stayRegistered(),
    needs: 'member',
    answer: lasting.sayStay,
    after: paths.registration(),
  },
  {
    method: 'POST',
    path: paths.leaveRegistration(),
    needs: 'member',
    answer: lasting.sayLeave,
    after: paths.registration(),
  },
  { method: 'GET', path: paths.renewal(), needs: 'member', answer: renewing.renewal },
  { method: 'POST', path: paths.goOn(), needs: 'member', answer: renewing.sayGoOn, after: paths.renewal() },
  { method: 'POST', path: paths.stopHere(), needs: 'member', answer: renewing.sayStop, after: paths.renewal() },
  { method: 'GET', path: paths.impact(), needs: 'member', answer: volunteering.impact },
  { method: 'POST', path: paths.impact(), needs: 'member', answer: volunteering.answerImpact, after: paths.impact() },
  {
    method: 'POST',
    path: paths.removeImpact(),
    needs: 'member',
    answer: volunteering.removeImpact,
    after: paths.impact(),
  },
  { method: 'GET', path: paths.settings(), needs: 'member', answer: settings.settings },
  { method: 'POST', path: paths.saveStatus(), needs: 'member', answer: settings.saveStatus, after: paths.settings() },
  { method: 'POST', path: paths.saveBudget(), needs: 'member', answer: settings.saveBudget, after: paths.settings() },
  {
    method: 'POST',
    path: paths.saveQuietHours(),
    needs: 'member',
    answer: settings.saveQuietHours,
    after: paths.settings(),
  },
  {
    method: 'POST',
    path: paths.saveLanguage(),
    needs: 'member',
    answer: settings.saveLanguage,
    after: paths.settings(),
  },
  {
    method: 'POST',
    path: paths.hideIndustries(),
    needs: 'member',
    answer: settings.hideIndustries,
    after: paths.settings(),
  },
  { method: 'POST', path: paths.blockCompany(), needs: 'member', answer: settings.block, after: paths.settings() },
  {
    method: 'POST',
    path: paths.unblockCompany(':block'),
    needs: 'member',
    answer: settings.unblock,
    after: paths.settings(),
  },
  { method: 'GET', path: paths.export(), needs: 'code', answer: leaving.exporting },
  { method: 'POST', path: paths.export(), needs: 'code', answer: leaving.prepareExport, after: paths.export() },
  { method: 'GET', path: '/export/data.json', needs: 'code', answer: leaving.downloadJson, perVisit: 5 },
  { method: 'GET', path: '/export/data.csv', needs: 'code', answer: leaving.downloadCsv, perVisit: 5 },
  { method: 'GET', path: paths.withdraw(), needs: 'member', answer: leaving.withdrawing },
  { method: 'POST', path: paths.withdraw(), needs: 'member', answer: leaving.withdraw, after: paths.withdraw() },
  { method: 'GET', path: paths.erase(), needs: 'code', answer: leaving.erasing },
  { method: 'GET', path: paths.confirmErase(), needs: 'code', answer: leaving.confirmErasing },
  { method: 'POST', path: paths.confirmErase(), needs: 'code', answer: leaving.erase, after: paths.confirmErase() },
]
