import type { Module } from '../../kernel/module.ts'
import { contributions } from './contributions.ts'
import { errands } from './errands.ts'
import { sweepSignIns } from './jobs.ts'
import { networkSubscription } from './network.ts'
import { noticingModes } from './notices.ts'
import { watchPapers } from './paper-watch.ts'
import { routes } from './routes.ts'

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
} from './company.ts'
export type { AgeException, CompanyChange, NewCompany, NewStaff, OperatingMode } from './company.ts'
export { companiesMeant, groupIds, groupKeys, isLeftOut, type GroupKeys, type GroupMember } from './groups.ts'
export { changeRules, companyRules } from './rules.ts'
export type { RulesChange } from './rules.ts'
export { lockCompany, operatorName } from './store-company.ts'
export type { Company } from './store-company.ts'
export { accountsActed, noticeGiven } from './events.ts'
export { identifyStaff } from './identify.ts'
export {
  isNetworkStopped,
  networkCompanies,
  resumeCompany,
  suspendCompany,
  switchNetwork,
  recordPapers,
  verifyCompany,
} from './network-companies.ts'
export { notify } from './notices.ts'
export { isCutOff, networkStanding, networkTermsHere, standingChanged, whyCutOff } from './standing.ts'
export { companyNames, knownCompanies, type KnownCompany } from './store-network.ts'
export { acceptInvitation, invitations as openInvitations, invite } from './invitations.ts'
export { addCompany, register, setUp, setUpCode } from './set-up.ts'
export type { MadeInstallation, SetUp } from './set-up.ts'
export { isEmpty } from './store-set-up.ts'
export { resetSecondFactorEverywhere } from './second-factor-reset.ts'
export { staff, staffMember } from './staff.ts'
export type { Staff } from './staff.ts'

export const accountsModule: Module = {
  name: 'accounts',
  routes,
  subscriptions: [networkSubscription],
  intents: [errands],
  jobs: [sweepSignIns, noticingModes, watchPapers],
  contributions,
}
