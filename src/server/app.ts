import { readConfig, type Config } from './kernel/config.ts'
import { createBind } from './kernel/http/http.ts'
import type { Installation } from './kernel/installation.ts'
import { createLog } from './kernel/log.ts'
import type { Module } from './kernel/module.ts'
import { outboxes } from './kernel/outbox.ts'
import { createServer, siteOf } from './kernel/http/server.ts'
import { accountsModule, identifyStaff } from './modules/accounts/index.ts'
import { auditModule } from './modules/audit/index.ts'
import { automationsModule } from './modules/automations/index.ts'
import { disputesModule } from './modules/disputes/index.ts'
import { filesModule } from './modules/files/index.ts'
import { freshnessModule } from './modules/freshness/index.ts'
import { consentModule } from './modules/consent/index.ts'
import { impactModule } from './modules/impact/index.ts'
import { creditsModule } from './modules/credits/index.ts'
import { introductionsModule } from './modules/introductions/index.ts'
import { matchingModule } from './modules/matching/index.ts'
import { messagesModule } from './modules/messages/index.ts'
import { intakeModule } from './modules/intake/index.ts'
import { linkageModule } from './modules/linkage/index.ts'
import { peopleModule } from './modules/people/index.ts'
import { poolModule } from './modules/pool/index.ts'
import { portalModule } from './modules/portal/index.ts'
import { relayModule } from './modules/relay/index.ts'
import { selectionModule } from './modules/selection/index.ts'
import { insightsModule } from './modules/insights/index.ts'
import type { FastifyInstance } from 'fastify'

/** Every module, left to right: each may call those before it (ARCHITECTURE.md). */
export const modules: readonly Module[] = [
  accountsModule,
  auditModule,
  consentModule,
  peopleModule,
  filesModule,
  selectionModule,
  linkageModule,
  poolModule,
  messagesModule,
  intakeModule,
  freshnessModule,
  creditsModule,
  relayModule,
  matchingModule,
  introductionsModule,
  disputesModule,
  impactModule,
  portalModule,
  automationsModule,
  insightsModule,
]

/** What the modules bring to an installation. */
export const wiring = {
  modules,
  subscriptions: modules.flatMap((module) => module.subscriptions ?? []),
  intents: [...outboxes, ...modules.flatMap((module) => module.intents ?? [])],
  jobs: modules.flatMap((module) => module.jobs ?? []),
}

/** The web server with every module's routes, not yet listening. */
export async function createApp(installation: Installation): Promise<FastifyInstance> {
  const app = await createServer(installation)
  const bind = createBind({ app, installation, identify: identifyStaff, siteOf: siteOf(installation) })
  app.after(() => {
    for (const module of modules) module.routes?.(bind)
  })
  return app
}

/** The OpenAPI document, from the contract alone: no database is opened. */
export async function describeApi(): Promise<object> {
  const config: Config = readConfig({ NODE_ENV: 'test', TASUKI_SECRET: 'only for printing the description' })
  const app = await createApp({ config, log: createLog('silent'), ...wiring } as unknown as Installation)
  await app.ready()
  const described = app.swagger()
  await app.close()
  return described
}
