import { paths } from '../../../../portal/index.ts'
import * as disputing from './disputing.ts'
import * as introducing from './introducing.ts'
import * as lasting from './lasting.ts'
import * as leaving from './leaving.ts'
import * as linking from './registering/linking.ts'
import * as member from './member-pages.ts'
import * as registering from './registering/registering.ts'
import * as renewing from './renewing.ts'
import * as seeing from './seeing.ts'
import * as settings from './settings.ts'
import * as volunteering from './volunteering.ts'
import type { Page } from '../page.ts'

/** Pages of a registration in the relay: beginning it, living with it, leaving it. */
export const membershipPages: readonly Page[] = [
  { method: 'GET', path: paths.register(), needs: 'code', answer: registering.register },
  { method: 'POST', path: paths.register(), needs: 'code', answer: registering.sendRegistration },
  { method: 'GET', path: paths.link(), needs: 'member', answer: linking.link },
  { method: 'POST', path: paths.link(), needs: 'member', answer: linking.sendLink, after: paths.link() },
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
  { method: 'GET', path: paths.introduction(':introduction'), needs: 'member', answer: introducing.oneIntroduction },
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
    path: paths.leaveEmployer(),
    needs: 'member',
    answer: settings.leaveAsItIs,
    after: paths.settings(),
  },
  {
    method: 'POST',
    path: paths.unblockCompany(':block'),
    needs: 'member',
    answer: settings.unblock,
    after: paths.settings(),
  },
  { method: 'GET', path: paths.withdraw(), needs: 'member', answer: leaving.withdrawing },
  { method: 'POST', path: paths.withdraw(), needs: 'member', answer: leaving.withdraw, after: paths.withdraw() },
]
