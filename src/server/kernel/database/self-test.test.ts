import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openDatabases } from './database.ts'
import { findUnsafe, selfTest } from './self-test.ts'
import { testDatabase } from '../testing.ts'

const secret = 'a secret that only the tests know, 32+'
const config = (more: Record<string, string> = {}) => readConfig({ NODE_ENV: 'test', TASUKI_SECRET: secret, ...more })

async function withDatabase<T>(
  url: string,
  run: (databases: ReturnType<typeof openDatabases>) => Promise<T>,
): Promise<T> {
  const databases = openDatabases({ url, size: 2 })
  try {
    return await run(databases)
  } finally {
    await databases.end()
  }
}

describe('the start', () => {
  test('goes on with every table fenced and a login that owns nothing', async () => {
    const { appUrl } = await testDatabase()
    await withDatabase(appUrl, ({ app }) => selfTest(app, config()))
  })

  test('is refused with a login that passes the fence', async () => {
    const { superUrl } = await testDatabase()
    await withDatabase(superUrl, async ({ app }) => {
      await expect(selfTest(app, config())).rejects.toMatchObject({
        code: 'start.unsafe',
        detail: { found: [expect.stringContaining('role.login-cannot-pass-the-fence: postgres')] },
      })
    })
  })

  test('is refused in production while the database may lose what it acknowledged, or hosts are shared', async () => {
    const { appUrl } = await testDatabase()
    const production = config({
      NODE_ENV: 'production',
      CONSOLE_URL: 'https://tasuki.example',
      OPERATOR_URL: 'https://operator.tasuki.example',
      PORTAL_URL: 'https://tasuki.example',
    })
    const found = await withDatabase(appUrl, ({ app }) => findUnsafe(app, production))
    const rules = found.map(({ rule, where }) => `${rule} ${where}`)
    // The tests' own server gives up safety for speed, which is just what this finds.
    expect(rules).toEqual(expect.arrayContaining(['database.durable fsync', 'database.durable full_page_writes']))
    expect(rules).toContain('programs.own-host-names tasuki.example')
  })

  test('is refused while a table of a realm has lost its row security', async () => {
    const { appUrl, superUrl } = await testDatabase()
    const client = new pg.Client({ connectionString: superUrl })
    await client.connect()
    await client.query('alter table company_applied no force row level security')
    try {
      await withDatabase(appUrl, async ({ app }) => {
        await expect(selfTest(app, config())).rejects.toMatchObject({ code: 'start.unsafe' })
      })
    } finally {
      await client.query('alter table company_applied force row level security')
      await client.end()
    }
  })
})
