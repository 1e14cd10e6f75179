import type { Module } from '../../kernel/module.ts'
import { accessChecks } from './connections/access.ts'
import { contributions } from './contributions.ts'
import { deliveries } from './deliveries/deliveries.ts'
import { imports } from './imports/imports.ts'
import { routes } from './routes.ts'

export { access, bringField, giveAccess, recheckAccess, takeAccessBack } from './connections/access.ts'
export type { Brought } from './connections/access.ts'
export { accessWorks } from './announcements.ts'
export { connectionOf, openConnection } from './connections/connections.ts'
export { importFile } from './imports/import-file.ts'
export type { FileImport } from './imports/import-file.ts'
export { receiveDelivery } from './deliveries/receive.ts'
export { waitingIntake, type WaitingIntake } from './reports.ts'
export { listConnections, setLetters } from './connections/store-connections.ts'
export type { Connection } from './connections/store-connections.ts'

export const intakeModule: Module = {
  name: 'intake',
  routes,
  intents: [imports, deliveries, accessChecks],
  contributions,
}
