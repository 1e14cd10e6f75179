import { listed } from '../../kernel/jobs.ts'
import type { Module } from '../../kernel/module.ts'
import { writeCheckpoint } from './checkpoint-files.ts'
import { accountsAudit } from './accounts.ts'
import { routes } from './routes.ts'
import { sealing, verifyAudit } from './seals.ts'

export { record } from './audit.ts'
export type { Recorded } from './events.ts'
export { takeCheckpoint, verifyAgainst } from './checkpoints.ts'
export { checkpointFiles, verifyAgainstNewest } from './checkpoint-files.ts'
export { touchedIds } from './reports.ts'
export type { Touched } from './reports.ts'
export { verifySeals } from './seals.ts'
export { readsAbout } from './store.ts'

export const auditModule: Module = {
  name: 'audit',
  routes,
  subscriptions: [accountsAudit],
  intents: sealing,
  jobs: [listed(writeCheckpoint)],
  // Events refer by id alone and stay after an erasure, so there is nothing to erase or to export.
  contributions: { verify: verifyAudit, verifyMember: verifyAudit },
}
