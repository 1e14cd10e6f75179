import type { Module } from '../../kernel/module.ts'
import { accessChecks } from './access.ts'
import { contributions } from './contributions.ts'
import { deliveries } from './deliveries.ts'
import { imports } from './imports.ts'
import { routes } from './routes.ts'

export { access, bringField, giveAccess, recheckAccess, takeAccessBack } from './access.ts'
export type { Brought } from './access.ts'
export { accessWorks } from './announcements.ts'
export { connectionOf, openConnection } from './connections.ts'
export { importFile } from './import-file.ts'
export type { FileImport } from './import-file.ts'
export { receiveDelivery } from './receive.ts'
export { waitingIntake, type WaitingIntake } from './reports.ts'
export { listConnections, setLetters } from './store-connections.ts'
export type { Connection } from './store-connections.ts'

export const intakeModule: Module = {
  name: 'intake',
  routes,
  intents: [imports, deliveries, accessChecks],
  contributions,
}
