import type { Module } from '../../kernel/module.ts'

export { addStaff, company, modeInForce, openCompany, operatingMode, staffMember } from './accounts.ts'
export type { NewCompany, NewStaff, OperatingMode } from './accounts.ts'
export type { Company } from './store.ts'
export { identifyStaff } from './identify.ts'

export const accountsModule: Module = { name: 'accounts', contributions: {} }
