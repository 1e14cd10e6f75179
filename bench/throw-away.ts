/** An installation over a throw-away database of its own, for the benches. */
import { chmod, mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { LogEvent } from 'kysely'
import { wiring } from '../src/server/app.ts'
import type { Subscription } from '../src/server/kernel/announcements.ts'
import { startCluster } from '../src/server/kernel/database/cluster.ts'
import { readConfig } from '../src/server/kernel/config.ts'
import { openDatabases, type Databases } from '../src/server/kernel/database/database.ts'
import type { Installation } from '../src/server/kernel/installation.ts'
import { createLog } from '../src/server/kernel/log.ts'
import { migrate } from '../src/server/kernel/database/migrate.ts'
import { ownFolder, stopFirst } from './own-folder.ts'

type Asked = {
  connections: number
  subscriptions?: readonly Subscription[]
  /** Whether what commits is on disk, as in production: where the wait for it is part of what is measured. */
  isDurable?: boolean
  /** Told of every statement. */
  onQuery?: (event: LogEvent) => void
  /** Where the database stays for another run; it is thrown away otherwise. */
  folder?: string
}
type Made = {
  installation: Installation
  databases: Databases
  /** The database as its superuser, who sees past every fence: for looking at all that is left in it. */
  superUrl: string
  stop: () => Promise<void>
}

export async function benchInstallation({
  connections,
  subscriptions = wiring.subscriptions,
  isDurable = false,
  onQuery,
  folder: kept,
}: Asked): Promise<Made> {
  const folder = kept ? resolve(kept) : ownFolder()
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
  const cluster = await startCluster({ folder, throwAway: !isDurable })
  stopFirst(() => cluster.stop())
  await migrate(cluster.ownerUrl)
  const databases = openDatabases({ url: cluster.appUrl, size: connections, ...(onQuery && { onQuery }) })
  const installation = {
    ...wiring,
    subscriptions,
    config: readConfig({
      NODE_ENV: 'test',
      TASUKI_SECRET: 'only for measuring how long it takes',
      DATA_DIR: join(folder, 'data'),
    }),
    log: createLog('error'),
    databases,
    clock: { offsetMs: () => 0 },
    queue: { send: async () => {} },
    wake: () => {},
  } as unknown as Installation
  const stop = async () => {
    await databases.end()
    await cluster.stop()
    if (!kept) await rm(folder, { recursive: true, force: true })
  }
  return { installation, databases, superUrl: cluster.superUrl, stop }
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
