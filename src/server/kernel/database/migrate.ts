import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { sha256 } from '../crypto.ts'
import { fence, type TableKind } from './fence.ts'
import { refusal } from '../errors.ts'
import { migrateQueue } from '../jobs.ts'

const folder = join(import.meta.dirname, '../../../../db/migrations')

export const changedMigration = refusal<{ name: string }>('migrate.changed', 409)
export const notMigrated = refusal<{ missing: string[] }>('migrate.outdated', 503)

/** The roles of the program. All but the owner are granted least; none of them may log in unless an operator lets it. */
export const roles = ['tasuki_app', 'tasuki_portal', 'tasuki_dispatch', 'tasuki_signin', 'tasuki_bi'] as const

export type Statement = { text: string; table?: { name: string; kinds: string[] } }

/**
 * Splits a migration into statements: each ends with a semicolon at the end of a line. A `-- kind:` comment above
 * a `create table` says to which realm its rows belong and is part of the migration's meaning.
 */
export function statements(sql: string): Statement[] {
  return sql
    .split(/;[ \t]*(?:\r?\n|$)/)
    .map((text) => text.trim())
    .filter((text) => text.replace(/^\s*--.*$/gm, '').trim() !== '')
    .map((text) => {
      const kinds = /^-- kind: (.+)$/m.exec(text)?.[1]
      const name = /^create table (\S+)/m.exec(text)?.[1]
      if (!name) return { text }
      if (!kinds) throw new Error(`table ${name} does not say of which kind it is`)
      return { text, table: { name, kinds: kinds.split(',').map((kind) => kind.trim()) } }
    })
}

const migrationNames = async (): Promise<string[]> =>
  (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted()

/** The migrations that this program brings, with their checksums. */
export async function migrationFiles(): Promise<Map<string, string>> {
  const names = await migrationNames()
  return new Map(
    await Promise.all(names.map(async (name) => [name, sha256(await readFile(join(folder, name)))] as const)),
  )
}

export async function pendingMigrations(client: pg.ClientBase): Promise<string[]> {
  const known = await client.query<{ exists: boolean }>(`select to_regclass('public.migration') is not null as exists`)
  const names = await migrationNames()
  if (!known.rows[0]?.exists) return names
  const done = await client.query<{ name: string }>('select name from migration')
  const applied = new Set(done.rows.map((row) => row.name))
  return names.filter((name) => !applied.has(name))
}

/**
 * Brings the database up to date as its owner, one file per transaction, and says what it did. Running it again
 * changes nothing; a file that changed after it was applied is refused (`migrate.changed`). With `only`, stops at
 * the level of those files, for what a backup of that level holds.
 */
export async function migrate(
  ownerUrl: string,
  report: (name: string) => void = () => {},
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('tasuki.migrate'))`)
    await prepare(client)
    await refuseChanged(client)
    const pending = (await pendingMigrations(client)).filter((name) => only === undefined || only.has(name))
    for (const name of pending) {
      await apply(client, name)
      report(name)
    }
    await migrateQueue(ownerUrl, (statement) => client.query(statement))
    return pending
  } finally {
    await client.end()
  }
}

async function prepare(client: pg.Client): Promise<void> {
  for (const role of roles) {
    const known = await client.query('select from pg_roles where rolname = $1', [role])
    if (known.rowCount === 0) await client.query(`create role ${role} noinherit nologin`)
    if (role !== 'tasuki_app') await client.query(`grant ${role} to tasuki_app`)
  }
  await client.query('revoke all on schema public from public')
  await client.query(`grant usage on schema public to ${roles.join(', ')}`)
  await client.query(
    `create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null)`,
  )
  await client.query(`create table if not exists kernel_table (name text primary key, kinds text[] not null)`)
  await client.query('grant select on migration, kernel_table to tasuki_app')
}

async function refuseChanged(client: pg.Client): Promise<void> {
  const done = await client.query<{ name: string; checksum: string }>('select name, checksum from migration')
  for (const { name, checksum } of done.rows) {
    const text = await readFile(join(folder, name), 'utf8')
    if (sha256(text) !== checksum) throw changedMigration({ name })
  }
}

async function apply(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(join(folder, name), 'utf8')
  await client.query('begin')
  try {
    for (const statement of statements(text)) {
      await client.query(statement.text)
      if (!statement.table) continue
      const [kind, ...traits] = statement.table.kinds
      await client.query('insert into kernel_table (name, kinds) values ($1, $2)', [
        statement.table.name,
        statement.table.kinds,
      ])
      for (const line of fence(statement.table.name, kind as TableKind, traits)) await client.query(line)
    }
    await client.query('insert into migration (name, checksum, applied_at) values ($1, $2, now())', [
      name,
      sha256(text),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
