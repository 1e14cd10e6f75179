import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startCluster } from '../src/server/kernel/database/cluster.ts'
import { migrate } from '../src/server/kernel/database/migrate.ts'

const template = 'tasuki'

/** Runs once per test run: a throw-away server with every migration applied, which each worker then copies. */
export async function buildTemplate(): Promise<{ settings: TestDatabase; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'tasuki-test-'))
  await chmod(folder, 0o755)
  const cluster = await startCluster({ folder, throwAway: true })
  await migrate(cluster.ownerUrl)
  const { appUrl, ownerUrl, superUrl } = cluster
  return {
    settings: { appUrl, ownerUrl, superUrl },
    stop: async () => {
      await cluster.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type TestDatabase = { appUrl: string; ownerUrl: string; superUrl: string }

const named = (url: string, name: string) => url.replace(/\/[^/]*$/, `/${name}`)

/** A copy of the template for one worker. */
export async function copyTemplate(
  { appUrl, ownerUrl, superUrl }: TestDatabase,
  worker: string,
): Promise<TestDatabase> {
  const name = `tasuki_${worker}`
  const client = new pg.Client({ connectionString: named(superUrl, 'postgres') })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(1)`)
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template ${template} strategy file_copy owner tasuki_owner`)
  } finally {
    await client.end()
  }
  return { appUrl: named(appUrl, name), ownerUrl: named(ownerUrl, name), superUrl: named(superUrl, name) }
}

/** Runs something that the workers of one test run must not do at the same time. */
export async function oneAtATime({ superUrl }: TestDatabase, run: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: named(superUrl, 'postgres') })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(2)`)
    await run()
  } finally {
    await client.end()
  }
}
