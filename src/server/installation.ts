import { join } from 'node:path'
import pg from 'pg'
import { wiring } from './app.ts'
import { openClock, isDemonstration, type Clock } from './kernel/clock.ts'
import { joinCluster, startCluster } from './kernel/cluster.ts'
import type { Config } from './kernel/config.ts'
import { openDatabases } from './kernel/database.ts'
import { Refusal } from './kernel/errors.ts'
import { lockFolder } from './kernel/folder-lock.ts'
import type { Installation } from './kernel/installation.ts'
import { openQueue, startWorker, type Queue, type Worker } from './kernel/jobs.ts'
import { createLog } from './kernel/log.ts'
import { createMailer } from './kernel/mail.ts'
import { migrate, notMigrated, pendingMigrations } from './kernel/migrate.ts'
import { selfTest } from './kernel/self-test.ts'

/** Where the database is, once it runs. `ownerUrl` is known only for the embedded one. */
export type Reached = { appUrl: string; ownerUrl?: string; isJoined?: boolean; stop: () => Promise<void> }

type Reaching = {
  /** Whether an embedded database that another process runs may be used beside it, as for a look or a backup. */
  mayJoin?: boolean
}

/**
 * Reaches the database: the one that `DATABASE_URL` names, or the embedded one in the data folder, which it starts.
 * Throws `data-folder.in-use` when another process has that folder.
 */
export async function reachDatabase(config: Config, { mayJoin = false }: Reaching = {}): Promise<Reached> {
  if (config.DATABASE_URL) return { appUrl: config.DATABASE_URL, stop: async () => {} }
  const lock = await lockFolder(config.dataDir).catch((error: unknown) => {
    if (mayJoin && error instanceof Refusal && error.code === 'data-folder.in-use') return undefined
    throw error
  })
  if (!lock) return joined(config)
  try {
    const cluster = await startCluster({ folder: config.dataDir })
    return {
      appUrl: cluster.appUrl,
      ownerUrl: cluster.ownerUrl,
      stop: async () => {
        await cluster.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function joined({ dataDir }: Config): Promise<Reached> {
  const cluster = await joinCluster(dataDir)
  if (!cluster) throw new Error(`The process that uses ${dataDir} is not ready yet. Try again in a few seconds.`)
  return { ...cluster, isJoined: true }
}

/** Brings the embedded database up to date; another one is refused when it is behind (`migrate.outdated`). */
async function ensureMigrated({ appUrl, ownerUrl, isJoined }: Reached): Promise<void> {
  if (ownerUrl && !isJoined) return void (await migrate(ownerUrl))
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  try {
    const missing = await pendingMigrations(client)
    if (missing.length > 0) throw notMigrated({ missing })
  } finally {
    await client.end()
  }
}

export type OpenInstallation = {
  installation: Installation
  clock: Clock
  /** Starts doing jobs and due intents in this process. */
  startWork: () => Promise<Worker>
  close: () => Promise<void>
}

/** Assembles the running program over its database, and takes it apart again in order. */
export async function openInstallation(config: Config, reaching: Reaching = {}): Promise<OpenInstallation> {
  const log = createLog(config.LOG_LEVEL)
  const reached = await reachDatabase(config, reaching)
  try {
    await ensureMigrated(reached)
  } catch (error) {
    await reached.stop()
    throw error
  }
  const databases = openDatabases({ url: reached.appUrl, size: config.DATABASE_POOL })
  try {
    await selfTest(databases.app, config)
  } catch (error) {
    await databases.end()
    await reached.stop()
    throw error
  }
  const clock = await openClock(databases.app)
  const queue: Queue = await openQueue(reached.appUrl, (error) => log.error({ err: error }, 'queue'))
  const post = await openPost(config, await isDemonstration(databases.app))
  let worker: Worker | undefined
  const installation: Installation = {
    config,
    log,
    databases,
    mailer: post.mailer,
    clock,
    queue,
    wake: () => worker?.wake(),
    ...wiring,
  }
  return {
    installation,
    clock,
    startWork: async () => (worker = await startWorker(installation, queue)),
    close: async () => {
      if (worker) await worker.stop()
      else await queue.stop()
      clock.stop()
      post.close()
      await databases.end()
      await reached.stop()
    },
  }
}

/** Outgoing mail: the configured server, but never from a demonstration. */
async function openPost(config: Config, demonstration: boolean) {
  const url = config.SMTP_URL && !demonstration ? config.SMTP_URL : 'smtp://127.0.0.1:2525'
  const mailer = createMailer(url)
  return { mailer, close: () => mailer.close() }
}

/** The folder of the mails that the development mailbox keeps. */
export const mailboxFolder = (config: Config): string => join(config.dataDir, 'mailbox')
