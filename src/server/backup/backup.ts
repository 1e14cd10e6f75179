import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import type { Config } from '../kernel/config.ts'
import { secretPrint, trailerOf, type Header, type Trailer } from './format.ts'
import { tablesInOrder } from './tables.ts'

export type BackedUp = Trailer & { file: string; takenAt: string; bytes: number }
type Options = {
  ownerUrl: string
  config: Config
  program: string
  file: string
  progress?: (done: number, total: number) => void
}

/**
 * Writes every table into one file, as of one moment, while the installation goes on running. The file appears
 * under its name only when it is whole and on disk. It holds personal data and can be read by its owner alone.
 */
export async function backup({ ownerUrl, config, program, file, progress = () => {} }: Options): Promise<BackedUp> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const part = `${file}.${randomBytes(4).toString('hex')}.part`
  try {
    await sweepParts(dirname(file))
    await client.query('begin isolation level repeatable read read only')
    await client.query(`set local timezone = 'UTC'`)
    await client.query(`set local datestyle = 'ISO'`)
    const header = await headerOf(client, { config, program })
    let trailer: Trailer | undefined
    const text = Readable.from(written(client, header, { config, progress, ended: (told) => (trailer = told) }))
    await pipeline(text, createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600, flags: 'wx' }))
    await client.query('commit')
    const handle = await open(part, 'r+')
    await handle.sync()
    const { size: bytes } = await handle.stat()
    await handle.close()
    await rename(part, file)
    if (!trailer) throw new Error('the backup has no trailer')
    return { ...trailer, file, takenAt: header.takenAt, bytes }
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

/** One that is still being written grows every moment. */
const leftAfterMs = 3_600_000

/** Removes what a backup left behind that was killed while it wrote: it holds personal data as a whole one does. */
async function sweepParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.[0-9a-f]{8}\.part$/.test(name)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found?.isFile() && Date.now() - found.mtimeMs > leftAfterMs) await rm(path, { force: true })
  }
}

async function headerOf(client: pg.Client, { config, program }: { config: Config; program: string }): Promise<Header> {
  const { rows } = await client.query<{ now: Date; version: string }>(
    `select now() as now, current_setting('server_version') as version`,
  )
  const migrations = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration order by name',
  )
  const [told] = rows
  if (!told) throw new Error('the database did not tell its time')
  return {
    tasukiBackup: 1,
    takenAt: told.now.toISOString(),
    program,
    postgres: told.version,
    migrations: migrations.rows,
    secretPrint: secretPrint(config),
  }
}

type Telling = { config: Config; progress: (done: number, total: number) => void; ended: (trailer: Trailer) => void }

async function* written(
  client: pg.Client,
  header: Header,
  { config, progress, ended }: Telling,
): AsyncGenerator<Buffer | string> {
  yield `${JSON.stringify(header)}\n`
  const tables = await tablesInOrder(client)
  const done: { table: string; columns: string[]; rows: number; sha256: string }[] = []
  for (const { table, columns } of tables) {
    yield `${JSON.stringify({ table, columns })}\n`
    const copying = client.query(to(`copy ${table} (${columns.join(', ')}) to stdout`))
    const hash = createHash('sha256')
    for await (const chunk of copying as AsyncIterable<Buffer>) {
      hash.update(chunk)
      yield `${chunk.length}\n`
      yield chunk
    }
    yield '0\n'
    const end = { rows: copying.rowCount, sha256: hash.digest('hex') }
    yield `${JSON.stringify(end)}\n`
    done.push({ table, columns, ...end })
    progress(done.length, tables.length)
  }
  const trailer = trailerOf(config, header, done)
  yield `${JSON.stringify(trailer)}\n`
  ended(trailer)
}
