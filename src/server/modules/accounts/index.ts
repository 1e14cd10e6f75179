import type { Module } from '../../kernel/module.ts'
import { contributions } from './contributions.ts'
import { errands } from './sign-in/errands.ts'
import { sweepSignIns } from './jobs.ts'
import { networkSubscription } from './companies/network.ts'
import { noticingModes } from './companies/notices.ts'
import { watchPapers } from './companies/paper-watch.ts'
import { routes } from './routes.ts'

export { forEachCompany } from './companies/each-company.ts'
export {
  addStaff,
  changeCompany,
  company,
  companyIds,
  holdMode,
  keepSettings,
  modeInForce,
  openCompany,
  operatingMode,
  operatorId,
  recordAgeException,
} from './companies/company.ts'
export type { AgeException, CompanyChange, NewCompany, NewStaff, OperatingMode } from './companies/company.ts'
export { companiesMeant, groupOf, isLeftOut, type GroupKeys, type GroupMember } from './companies/groups.ts'
export { changeRules, companyRules } from './rules.ts'
export type { RulesChange } from './rules.ts'
export { lockCompany, operatorName } from './companies/store-company.ts'
export type { Company } from './companies/store-company.ts'
export { accountsActed, noticeGiven } from './events.ts'
export { identifyStaff } from './sign-in/identify.ts'
export {
  isNetworkStopped,
  networkCompanies,
  resumeCompany,
  suspendCompany,
  switchNetwork,
  recordPapers,
  verifyCompany,
} from './companies/network-companies.ts'
export { notify } from './companies/notices.ts'
export { isCutOff, networkStanding, networkTermsHere, standingChanged, whyCutOff } from './companies/standing.ts'
export { companyNames, knownCompanies, type KnownCompany } from './companies/store-network.ts'
export { acceptInvitation, invitations as openInvitations, invite } from './staff/invitations.ts'
export { addCompany, register, setUp, setUpCode } from './sign-in/set-up.ts'
export type { MadeInstallation, SetUp } from './sign-in/set-up.ts'
export { isEmpty } from './sign-in/store-set-up.ts'
export { resetSecondFactorEverywhere } from './sign-in/second-factor-reset.ts'
export { staff, staffMember } from './staff/staff.ts'
export type { Staff } from './staff/staff.ts'

export const accountsModule: Module = {
  name: 'accounts',
  routes,
  subscriptions: [networkSubscription],
  intents: [errands],
  jobs: [sweepSignIns, noticingModes, watchPapers],
  contributions,
}
