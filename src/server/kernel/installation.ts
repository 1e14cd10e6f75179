import type { Subscription } from './announcements.ts'
import type { Config } from './config.ts'
import type { Databases } from './database/database.ts'
import type { IntentTable } from './intents.ts'
import type { Log } from './log.ts'
import type { AnyJob } from './jobs.ts'
import type { Mailer } from './mail.ts'
import type { Module } from './module.ts'

/** The running program: what every Work and every job is opened from. Assembled once, in `app.ts`. */
export type Installation = {
  config: Config
  log: Log
  databases: Databases
  mailer: Mailer
  /** Every module, left to right, for the duties that reach through all of them: erase, export, retain, verify. */
  modules: readonly Module[]
  subscriptions: readonly Subscription[]
  intents: readonly IntentTable[]
  jobs: readonly AnyJob[]
  /** How far this installation's clock is moved from the database's; 0 in production. */
  clock: { offsetMs: () => number }
  /** Hands jobs to the queue after a commit; replaced by a recorder in tests. */
  queue: { send: (job: string, payload: object) => Promise<void> }
  /** Told after a commit that intents may be due, so that the worker looks at once. */
  wake: () => void
}
