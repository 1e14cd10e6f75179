import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { makeCluster, startPostgres, type PostgresServer } from './postgres-program.ts'
import { sharedBuffers } from './server-memory.ts'

/** A private PostgreSQL: the real server's binaries, on loopback, its data in one folder. */
export type Cluster = { appUrl: string; ownerUrl: string; superUrl: string; stop: () => Promise<void> }

type Options = {
  folder: string
  /** Gives up safety for speed; only for databases that are thrown away. */
  throwAway?: boolean
}

type Kept = { port: number; super: string; owner: string; app: string }

const database = 'tasuki'

/**
 * Starts the server in `folder`, making it on the first call. A server that an earlier process left running, or
 * the traces of one that was killed, are cleared away first. Throws with what to do when the folder cannot be used.
 */
export async function startCluster({ folder, throwAway = false }: Options): Promise<Cluster> {
  await mkdir(folder, { recursive: true })
  const data = join(folder, 'postgres')
  const kept = await keptSettings(folder)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(folder, data, kept)
  await clearLeftover(data)
  const port = (await isFree(kept.port)) ? kept.port : await freePort()
  let server: PostgresServer
  try {
    server = await startPostgres(data, flags(port, throwAway))
  } catch (error) {
    throw new Error(
      `The embedded PostgreSQL in ${data} did not start. Is every folder above it open to the user "postgres"? ${error instanceof Error ? error.message.trim() : ''}`,
      { cause: error },
    )
  }
  const urls = urlsAt(port, kept)
  await provision(urls.maintenanceUrl, kept)
  return { ...urls, stop: () => server.stop() }
}

function urlsAt(port: number, kept: Kept) {
  const url = (user: string, password: string, name = database) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${name}`
  return {
    maintenanceUrl: url('postgres', kept.super, 'postgres'),
    superUrl: url('postgres', kept.super),
    ownerUrl: url('tasuki_owner', kept.owner),
    appUrl: url('tasuki_app', kept.app),
  }
}

/**
 * The server that another process runs in `folder`, without taking charge of it. PostgreSQL writes the port it
 * listens on into the fourth line of its pid file. Nothing when none runs.
 */
export async function joinCluster(folder: string): Promise<Cluster | undefined> {
  const pid = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
  const port = Number(pid.split('\n')[3])
  if (!Number.isInteger(port) || port === 0) return undefined
  return { ...urlsAt(port, await keptSettings(folder)), stop: async () => {} }
}

const flags = (port: number, throwAway: boolean) => {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: throwAway ? 300 : 120,
    timezone: 'UTC',
    ...(throwAway ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : remembering()),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** What was in memory when the server stopped is read again when it starts, behind whoever works. */
const remembering = () => ({ shared_buffers: sharedBuffers(), shared_preload_libraries: 'pg_prewarm' })

/** Made beside its place and moved there when whole, so that a kill in the middle leaves nothing half-made. */
async function initialise(folder: string, data: string, kept: Kept): Promise<void> {
  const making = join(folder, 'postgres.making')
  await rm(making, { recursive: true, force: true })
  await rm(data, { recursive: true, force: true })
  await makeCluster(making, kept.super)
  await rename(making, data)
}

async function keptSettings(folder: string): Promise<Kept> {
  const file = join(folder, 'postgres.json')
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Kept
  const password = () => randomBytes(24).toString('hex')
  const kept = { port: await freePort(), super: password(), owner: password(), app: password() }
  await writeFile(`${file}.making`, JSON.stringify(kept), { mode: 0o600 })
  await chmod(`${file}.making`, 0o600)
  await rename(`${file}.making`, file)
  return kept
}

/** A server left over from a killed process is asked to stop; a pid file without its server is removed. */
async function clearLeftover(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0])
  if (!(await isPostgres(pid))) return rm(file, { force: true })
  process.kill(pid, 'SIGINT')
  for (let waited = 0; waited < 150; waited += 1) {
    if (!existsSync(file)) return
    await wait(100)
  }
  process.kill(pid, 'SIGQUIT')
  await wait(1000)
  await rm(file, { force: true })
}

/** Whether the process is alive and a PostgreSQL; a pid may have been given to something else since. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 1) return false
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres')
  return command.includes('postgres')
}

async function provision(url: string, kept: Kept): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const login = async (role: string, password: string, more: string) => {
      const known = await client.query('select from pg_roles where rolname = $1', [role])
      if (known.rowCount === 0) await client.query(`create role ${role} login ${more} password '${password}'`)
      else await client.query(`alter role ${role} login ${more} password '${password}'`)
    }
    await login('tasuki_owner', kept.owner, 'createrole')
    await login('tasuki_app', kept.app, 'noinherit')
    await client.query('grant tasuki_app to tasuki_owner with admin option')
    const known = await client.query('select from pg_database where datname = $1', [database])
    if (known.rowCount === 0) await client.query(`create database ${database} owner tasuki_owner`)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
