import type { FastifyInstance } from 'fastify'
import { serveApiReference } from './api-reference.ts'
import { createApp } from './app.ts'
import { serveHealth } from './health.ts'
import { openInstallation, type OpenInstallation, type Opening } from './installation.ts'
import type { Config } from './kernel/config.ts'
import { isEmpty } from './modules/accounts/index.ts'
import type { Preparing } from './preparing.ts'
import { serveProgramPages } from './program-pages.ts'

export type Running = OpenInstallation & {
  /** Where the web server listens, once it does. */
  address?: string
  /** Whether there is no company yet. */
  isEmpty: () => Promise<boolean>
  isStopping: () => boolean
  /** Finishes what is in flight and stops, at most once. */
  stop: () => Promise<void>
}

type Roles = { web: boolean; worker: boolean; preparing?: Preparing } & Opening

/** Starts the program with the given roles: `serve` has both, `work` has no web server. */
export async function start(config: Config, { web, worker, preparing, ...opening }: Roles): Promise<Running> {
  const opened = await openInstallation(config, opening)
  let app: FastifyInstance | undefined
  let ready = false
  let stopping: Promise<void> | undefined
  const stop = () =>
    (stopping ??= (async () => {
      ready = false
      await app?.close()
      await opened.close()
    })())
  try {
    if (web) app = await createWeb(opened, { isReady: () => ready }, preparing)
    if (worker) await opened.startWork()
    const address = await app?.listen({ port: config.PORT, host: config.HOST })
    ready = true
    opened.installation.log.info({ port: config.PORT, worker, web }, 'ready')
    return {
      ...opened,
      ...(address !== undefined && { address }),
      isEmpty: () => isEmpty(opened.installation.databases.app),
      isStopping: () => stopping !== undefined,
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function createWeb(
  { installation, mailbox }: OpenInstallation,
  readiness: { isReady: () => boolean },
  preparing: Preparing | undefined,
): Promise<FastifyInstance> {
  const app = await createApp(installation)
  serveHealth(app, installation, readiness)
  serveApiReference(app)
  mailbox?.routes(app)
  await serveProgramPages(app, installation, preparing)
  return app
}

/** Stops cleanly on the signals that a terminal, a container or an init system sends. */
export function stopOnSignals(running: Running): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        running.installation.log.info({ signal }, 'stopping')
        running.stop().then(resolve, reject)
      })
    }
  })
}
