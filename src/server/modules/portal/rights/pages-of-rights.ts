import { paths } from '../../../../portal/index.ts'
import * as asked from './asked.ts'
import * as consenting from '../membership/consenting.ts'
import * as correcting from './correcting.ts'
import * as filing from './filing.ts'
import * as known from './known.ts'
import * as leaving from '../membership/leaving.ts'
import * as passport from '../membership/passport.ts'
import * as receipts from './receipts.ts'
import * as proposing from '../membership/wishes/proposing.ts'
import * as records from './records.ts'
import * as refreshing from '../membership/wishes/refreshing.ts'
import * as staying from '../membership/staying.ts'
import { open, type Page } from '../page.ts'

/** Pages about what companies hold of a person and what the person may do about it, member or not. */
export const rightsPages: readonly Page[] = [
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
  { method: 'GET', path: paths.stay(), needs: 'code', answer: staying.stay },
  { method: 'POST', path: paths.agreeToStay(), needs: 'code', answer: staying.agree, after: paths.stay() },
  { method: 'POST', path: paths.askToLeave(), needs: 'code', answer: staying.leave, after: paths.stay() },
  { method: 'GET', path: paths.export(), needs: 'code', answer: leaving.exporting },
  { method: 'GET', path: paths.exported('json'), needs: 'code', answer: leaving.downloadJson, perVisit: 5 },
  { method: 'GET', path: paths.exported('csv'), needs: 'code', answer: leaving.downloadCsv, perVisit: 5 },
  { method: 'GET', path: paths.exported('pdf'), needs: 'code', answer: leaving.downloadPaper, perVisit: 5 },
  { method: 'GET', path: paths.erase(), needs: 'code', answer: leaving.erasing },
  { method: 'GET', path: paths.confirmErase(), needs: 'code', answer: leaving.confirmErasing },
  { method: 'POST', path: paths.confirmErase(), needs: 'code', answer: leaving.erase, after: paths.confirmErase() },
]
