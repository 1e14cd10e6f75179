import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import type { Config } from '../kernel/config.ts'
import { refusal } from '../kernel/errors.ts'
import { migrate } from '../kernel/migrate.ts'
import { secretPrint } from './backup.ts'
import { backupBroken, Header, openReader, TableEnd, TableStart, Trailer, trailerOf, type Reader } from './format.ts'
import { tablesInOrder } from './tables.ts'

export const notEmpty = refusal<{ table: string }>('restore.not-empty', 409)
export const otherSecret = refusal('restore.other-secret', 409)
export const newerBackup = refusal<{ missing: string[] }>('restore.newer-backup', 409)

type Options = {
  ownerUrl: string
  config: Config
  file: string
  /** Throws away what the database holds, instead of refusing a database that holds something. */
  forceEmpty?: boolean
  progress?: (done: number, total: number) => void
}
export type Restored = Trailer & { takenAt: string }

/**
 * Loads a backup into an empty database, in one transaction, and brings it up to date. The file is read through
 * and checked first. Refuses `restore.not-empty`, a backup that was taken under another secret
 * (`restore.other-secret`) or by a newer program (`restore.newer-backup`), and a damaged file (`backup.broken`).
 * Erasures that came after the backup are not yet done again: `replayErasures` does that.
 */
export async function restore({ ownerUrl, config, file, forceEmpty = false, progress }: Options): Promise<Restored> {
  const { header, trailer } = await checkBackup(file)
  if (header.secretPrint !== secretPrint(config)) throw otherSecret({})
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    if (forceEmpty) await empty(client)
    else await refuseFull(client)
    await migrate(ownerUrl, () => {}, new Set(header.migrations.map(({ name }) => name)))
    await refuseUnknown(client, header)
    await load(client, file, (done) => progress?.(done, trailer.tables))
  } finally {
    await client.end()
  }
  await migrate(ownerUrl)
  return { ...trailer, takenAt: header.takenAt }
}

const opened = (file: string): Reader => {
  const gunzip = createGunzip()
  createReadStream(file)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip)
  return openReader(gunzip)
}

/** Reads a backup through and answers its header and trailer; throws `backup.broken` at the first byte that differs. */
export async function checkBackup(file: string): Promise<{ header: Header; trailer: Trailer }> {
  return through(file, async (_, blocks) => {
    for await (const block of blocks) void block
  })
}

type Table = { table: string; columns: string[] }

/** Hands each table's blocks on, checking counts and digests as they pass. */
async function through(
  file: string,
  take: (table: Table, blocks: AsyncIterable<Buffer>) => Promise<void>,
): Promise<{ header: Header; trailer: Trailer }> {
  const reader = opened(file)
  const header = await reader.json(Header)
  const done: { table: string; rows: number; sha256: string }[] = []
  for (;;) {
    const next = await reader.json(TableStart.or(Trailer))
    if (!('table' in next)) {
      if (JSON.stringify(next) !== JSON.stringify(trailerOf(done))) throw backupBroken({ where: 'trailer' })
      return { header, trailer: next }
    }
    const hash = createHash('sha256')
    await take(next, hashed(reader.blocks(), hash))
    const end = await reader.json(TableEnd)
    if (end.sha256 !== hash.digest('hex')) throw backupBroken({ where: next.table })
    done.push({ table: next.table, ...end })
  }
}

async function* hashed(blocks: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const block of blocks) {
    hash.update(block)
    yield block
  }
}

/** Refuses a database in which any table of ours has a row. */
async function refuseFull(client: pg.Client): Promise<void> {
  const known = await client.query<{ exists: boolean }>(`select to_regclass('kernel_table') is not null as exists`)
  if (!known.rows[0]?.exists) return
  for (const { table } of await tablesInOrder(client)) {
    const { rowCount } = await client.query(`select from ${table} limit 1`)
    if (rowCount) throw notEmpty({ table })
  }
}

/** Drops everything of ours, the level of migration included. */
async function empty(client: pg.Client): Promise<void> {
  for (const schema of ['queue', 'signin', 'public']) await client.query(`drop schema if exists ${schema} cascade`)
  await client.query('create schema public')
}

async function refuseUnknown(client: pg.Client, { migrations }: Header): Promise<void> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration')
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const missing = migrations.filter(({ name, checksum }) => applied.get(name) !== checksum).map(({ name }) => name)
  if (missing.length > 0) throw newerBackup({ missing })
}

/** Row security is lifted for the owner while it loads, and stands again when the transaction commits. */
async function load(client: pg.Client, file: string, progress: (done: number) => void): Promise<void> {
  const forced = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relforcerowsecurity and relkind = 'r'`,
  )
  await client.query('begin')
  try {
    await client.query(`set local timezone = 'UTC'`)
    for (const { name } of forced.rows) await client.query(`alter table ${name} no force row level security`)
    let done = 0
    await through(file, async ({ table, columns }, blocks) => {
      await pipeline(Readable.from(blocks), client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`)))
      progress((done += 1))
    })
    for (const { name } of forced.rows) await client.query(`alter table ${name} force row level security`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  await client.query('analyze')
}
