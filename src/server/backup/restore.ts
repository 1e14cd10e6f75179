import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import type { Config } from '../kernel/config.ts'
import { sameSecret } from '../kernel/crypto.ts'
import { refusal } from '../kernel/errors.ts'
import { migrate, migrationFiles } from '../kernel/database/migrate.ts'
import * as format from './format.ts'
import type { Header, Trailer, UnsealedTrailer } from './format.ts'
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
  /** Loads a backup of before backups were sealed too, of which nobody can tell whether it was changed since. */
  mayBeUnsealed?: boolean
  progress?: (done: number, total: number) => void
}
export type Restored = Pick<Trailer, 'tables' | 'rows'> & { takenAt: string }

/**
 * Loads a backup into an empty database, in one transaction, and brings it up to date; nobody of the staff is signed in
 * afterwards. The file is read through and checked before anything is touched: refused are a backup that was taken under
 * another secret (`restore.other-secret`) or by a newer program (`restore.newer-backup`), a damaged file (`backup.broken`),
 * one that was changed since (`backup.forged`) or has no seal (`backup.unsealed`), and a database that holds something
 * (`restore.not-empty`).
 * Erasures that came after the backup are not yet done again: `replayErasures` does that.
 */
export async function restore(options: Options): Promise<Restored> {
  const { ownerUrl, config, file, forceEmpty = false, mayBeUnsealed = false, progress } = options
  const checked = { file, config, mayBeUnsealed }
  const { header, trailer } = await checkBackup(checked)
  await refuseUnknown(header)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    if (forceEmpty) await empty(client)
    else await refuseFull(client)
    await migrate(ownerUrl, () => {}, new Set(header.migrations.map(({ name }) => name)))
    await load(client, { ...checked, progress: (done) => progress?.(done, trailer.tables) })
  } finally {
    await client.end()
  }
  await migrate(ownerUrl)
  return { tables: trailer.tables, rows: trailer.rows, takenAt: header.takenAt }
}

const opened = (file: string): format.Reader => {
  const gunzip = createGunzip()
  createReadStream(file)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip)
  return format.openReader(gunzip)
}

/** Reads a backup through and answers its header and trailer; throws where it is not what this installation wrote. */
async function checkBackup(checked: Checked): Promise<Found> {
  return through(checked, async (_, blocks) => {
    for await (const block of blocks) void block
  })
}

type Table = { table: string; columns: string[] }

type Checked = { file: string; config: Config; mayBeUnsealed: boolean }
type Found = { header: Header; trailer: Trailer | UnsealedTrailer }

/** Hands each table's blocks on, checking digests as they pass and the seal over all of them. */
async function through(
  { file, config, mayBeUnsealed }: Checked,
  take: (table: Table, blocks: AsyncIterable<Buffer>) => Promise<void>,
): Promise<Found> {
  const reader = opened(file)
  const header = await reader.json(format.Header)
  if (header.secretPrint !== format.secretPrint(config)) throw otherSecret({})
  const done: (Table & { rows: number; sha256: string })[] = []
  for (;;) {
    const next = await reader.json(format.TableStart.or(format.Trailer).or(format.UnsealedTrailer))
    if (!('table' in next)) {
      if (!('seal' in next) && !mayBeUnsealed) throw format.backupUnsealed({})
      const trailer = 'seal' in next ? format.trailerOf(config, header, done) : format.unsealedTrailerOf(done)
      if (!sameSecret(JSON.stringify(next), JSON.stringify(trailer))) throw format.backupForged({})
      return { header, trailer }
    }
    const hash = createHash('sha256')
    await take(next, hashed(reader.blocks(), hash))
    const end = await reader.json(format.TableEnd)
    if (end.sha256 !== hash.digest('hex')) throw format.backupBroken({ where: next.table })
    done.push({ ...next, ...end })
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

/** Refuses a level that this program cannot bring a database to. */
async function refuseUnknown({ migrations }: Header): Promise<void> {
  const known = await migrationFiles()
  const missing = migrations.filter(({ name, checksum }) => known.get(name) !== checksum).map(({ name }) => name)
  if (missing.length > 0) throw newerBackup({ missing })
}

type Loading = Checked & { progress: (done: number) => void }

/** Row security is lifted for the owner while it loads, and stands again when the transaction commits. */
async function load(client: pg.Client, { progress, ...checked }: Loading): Promise<void> {
  const forced = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relforcerowsecurity and relkind = 'r'`,
  )
  await client.query('begin')
  try {
    await client.query(`set local timezone = 'UTC'`)
    for (const { name } of forced.rows) await client.query(`alter table ${name} no force row level security`)
    let done = 0
    await through(checked, async ({ table, columns }, blocks) => {
      await pipeline(Readable.from(blocks), client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`)))
      progress((done += 1))
    })
    for (const { name } of forced.rows) await client.query(`alter table ${name} force row level security`)
    // What was ended since the backup, a stolen session or a link for another password, does not come to life again.
    await client.query('delete from signin.session')
    await client.query('delete from signin.verification')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
  await client.query('analyze')
}
