import pg from 'pg'
import { joinCluster } from '../../server/kernel/database/cluster.ts'
import type { Config } from '../../server/kernel/config.ts'
import { openDatabases } from '../../server/kernel/database/database.ts'
import { pendingMigrations, roles } from '../../server/kernel/database/migrate.ts'
import { findUnsafe } from '../../server/kernel/database/self-test.ts'
import type { Check } from './doctor-checks.ts'

/** Whether the database answers, is of a known version, has its roles and level, and keeps its fences. */
export async function checkDatabase(config: Config): Promise<Check[]> {
  const url = config.DATABASE_URL ?? (await joinCluster(config.dataDir))?.appUrl
  if (!url)
    return [
      {
        name: 'database',
        level: 'ok',
        saw: { ja: '組み込みのものが「tasuki serve」で起動します', en: 'the embedded one starts with “tasuki serve”' },
      },
    ]
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
  } catch (error) {
    return [unreachable(error)]
  }
  try {
    const found = [await checkVersion(client), ...(await checkRoles(client)), await checkLevel(client)]
    if (found.some(({ level }) => level === 'error')) return found
    return [...found, ...checkOwner(config), ...(await checkFences(url, config))]
  } finally {
    await client.end()
  }
}

const unreachable = (error: unknown): Check => ({
  name: 'database',
  level: 'error',
  saw: {
    ja: `接続できません: ${error instanceof Error ? error.message : ''}`,
    en: `no connection: ${error instanceof Error ? error.message : ''}`,
  },
  todo: {
    ja: 'DATABASE_URL のホスト名・ポート・ユーザー・パスワードと、PostgreSQL が起動していることをご確認ください。',
    en: 'Check the host, port, user and password in DATABASE_URL, and that PostgreSQL runs.',
  },
})

async function checkVersion(client: pg.Client): Promise<Check> {
  const { rows } = await client.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  )
  const { number = 0, text = '' } = rows[0] ?? {}
  const saw = { ja: `PostgreSQL ${text}`, en: `PostgreSQL ${text}` }
  // 15.14, 16.10 and 17.6 mend a leak of rows that row security hides through statistics (CVE-2025-8713).
  const mended: Record<number, number> = { 15: 150014, 16: 160010, 17: 170006, 18: 180000 }
  const least = mended[Math.floor(number / 10_000)]
  if (least !== undefined && number >= least) return { name: 'database', level: 'ok', saw }
  return {
    name: 'database',
    level: least === undefined && number > 180_000 ? 'warning' : 'error',
    saw,
    todo: {
      ja: 'PostgreSQL 15.14、16.10、17.6 以降、または 18 を使用してください。',
      en: 'Use PostgreSQL 15.14, 16.10, 17.6 or later of these, or 18.',
    },
  }
}

async function checkRoles(client: pg.Client): Promise<Check[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where not exists (select from pg_roles where rolname = name)
     union all
     select name from unnest($1::text[]) as name join pg_roles on rolname = name where not pg_has_role(session_user, name, 'member')`,
    [[...roles]],
  )
  if (rows.length === 0) return []
  const names = rows.map(({ name }) => name).join(', ')
  return [
    {
      name: 'roles',
      level: 'error',
      saw: { ja: `ロールがないか、使えません: ${names}`, en: `missing, or not granted to this login: ${names}` },
      todo: {
        ja: '「tasuki migrate」を所有者の接続先(DATABASE_OWNER_URL)で実行してください。',
        en: 'Run “tasuki migrate” with DATABASE_OWNER_URL, which makes them.',
      },
    },
  ]
}

async function checkLevel(client: pg.Client): Promise<Check> {
  const pending = await pendingMigrations(client).catch(() => ['?'])
  if (pending.length === 0) return { name: 'migrations', level: 'ok', saw: { ja: '最新です', en: 'up to date' } }
  return {
    name: 'migrations',
    level: 'error',
    saw: { ja: `未適用 ${pending.length} 件`, en: `${pending.length} not applied` },
    todo: { ja: '「tasuki migrate」を実行してください。', en: 'Run “tasuki migrate”.' },
  }
}

function checkOwner({ DATABASE_URL: url, DATABASE_OWNER_URL: owner }: Config): Check[] {
  if (!url || owner) return []
  return [
    {
      name: 'owner',
      level: 'warning',
      saw: { ja: 'DATABASE_OWNER_URL が未設定です', en: 'DATABASE_OWNER_URL is not set' },
      todo: {
        ja: 'migrate、backup、restore を実行する端末では設定してください。サーバーには不要です。',
        en: 'Set it where migrate, backup and restore are run; the server itself does not need it.',
      },
    },
  ]
}

async function checkFences(url: string, config: Config): Promise<Check[]> {
  const databases = openDatabases({ url, size: 2 })
  try {
    const found = await findUnsafe(databases.app, config)
    if (found.length === 0) return [{ name: 'fences', level: 'ok', saw: { ja: '健全です', en: 'whole' } }]
    const text = found.map(({ rule, where, saw }) => `${rule}: ${where} (${saw})`).join('; ')
    const todo = {
      ja: '示された表・ロール・設定を直すまで、サーバーは起動しません。docs/configuration.md をご覧ください。',
      en: 'The server does not start until what is named is mended. See docs/configuration.md.',
    }
    return [{ name: 'fences', level: 'error', saw: { ja: text, en: text }, todo }]
  } finally {
    await databases.end()
  }
}
