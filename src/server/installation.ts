import pg from 'pg'
import { wiring } from './app.ts'
import { isDemonstration, markDemonstration, openClock, type Clock } from './kernel/clock.ts'
import { joinCluster, startCluster } from './kernel/database/cluster.ts'
import type { Config } from './kernel/config.ts'
import { openDatabases, type Database } from './kernel/database/database.ts'
import { Refusal } from './kernel/errors.ts'
import { lockFolder } from './kernel/database/folder-lock.ts'
import type { Installation } from './kernel/installation.ts'
import { openQueue, startWorker, type Queue, type Worker } from './kernel/jobs.ts'
import { createLog } from './kernel/log.ts'
import { createMailer } from './kernel/mail.ts'
import { migrate, notMigrated, pendingMigrations } from './kernel/database/migrate.ts'
import { isEmpty } from './modules/accounts/index.ts'
import { startInbound } from './modules/messages/index.ts'
import { startMailbox, type Mailbox } from './mailbox/index.ts'
import { selfTest } from './kernel/database/self-test.ts'

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
  /** Whether this installation holds made-up people only. */
  isDemonstration: boolean
  /** The development mailbox, while no mail server is configured. */
  mailbox: Mailbox | undefined
  /** Starts doing jobs and due intents in this process. */
  startWork: () => Promise<Worker>
  close: () => Promise<void>
}

export type Opening = Reaching & {
  /** Whether an installation without a company is to become a demonstration. */
  demonstrate?: boolean
}

/** What was opened so far, closed in the opposite order. */
function closing() {
  const steps: (() => Promise<unknown>)[] = []
  return {
    after: (step: () => Promise<unknown> | void) => void steps.push(async () => step()),
    all: async () => {
      for (const step of steps.splice(0).toReversed()) await step()
    },
  }
}

/** Assembles the running program over its database, and takes it apart again in order. */
export async function openInstallation(config: Config, opening: Opening = {}): Promise<OpenInstallation> {
  const close = closing()
  try {
    return await assemble(config, opening, close)
  } catch (error) {
    await close.all()
    throw error
  }
}

async function assemble(
  configured: Config,
  { demonstrate = false, ...reaching }: Opening,
  close: ReturnType<typeof closing>,
): Promise<OpenInstallation> {
  const log = createLog(configured.LOG_LEVEL)
  const reached = await reachDatabase(configured, reaching)
  close.after(reached.stop)
  await ensureMigrated(reached)
  const databases = openDatabases({ url: reached.appUrl, size: configured.DATABASE_POOL })
  close.after(databases.end)
  await selfTest(databases.app, configured)
  const isDemonstration = await decideDemonstration(databases.app, demonstrate)
  // A demonstration shows everything; its licences are marked as fictitious.
  const config: Config = isDemonstration ? { ...configured, OPERATING_MODE: 'PLACEMENT' } : configured
  const clock = await openClock(databases.app)
  close.after(clock.stop)
  const queue: Queue = await openQueue(reached.appUrl, (error) => log.error({ err: error }, 'queue'))
  close.after(queue.stop)
  let worker: Worker | undefined
  const now = () => new Date(Date.now() + clock.offsetMs())
  // A demonstration's mails never leave the machine, whatever is configured.
  const mailbox = config.SMTP_URL && !isDemonstration ? undefined : await startMailbox(config, now)
  if (mailbox) close.after(mailbox.stop)
  const mailer = createMailer(mailbox?.smtpUrl ?? config.SMTP_URL ?? '', { now })
  close.after(mailer.close)
  const installation: Installation = {
    config,
    log,
    databases,
    mailer,
    clock,
    queue,
    wake: () => worker?.wake(),
    ...wiring,
  }
  // What is being done is finished while mail and database are still there.
  close.after(async () => worker?.stop())
  if (mailbox || config.INBOUND_SMTP_PORT !== undefined) {
    const inbound = await startInbound(installation, { port: config.INBOUND_SMTP_PORT ?? 0 })
    close.after(inbound.stop)
    mailbox?.answerThrough(inbound.port)
  }
  return {
    installation,
    clock,
    isDemonstration,
    mailbox,
    startWork: async () => (worker = await startWorker(installation, queue)),
    close: close.all,
  }
}

/** An installation without a company may become a demonstration, and one that is stays one. */
async function decideDemonstration(database: Database, demonstrate: boolean): Promise<boolean> {
  if (await isDemonstration(database)) return true
  if (!demonstrate || !(await isEmpty(database))) return false
  await markDemonstration(database)
  return true
}
