import { sql } from 'kysely'
import { findUnfenced, type Ask } from './catalogue.ts'
import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { refusal } from '../errors.ts'
import type { Finding } from '../module.ts'

export const unsafe = refusal<{ found: string[] }>('start.unsafe', 503)

/** Without these a commit that was answered may be lost, or a page half written, when the machine stops. */
const durable = ['fsync', 'full_page_writes', 'synchronous_commit']

export const asking =
  (database: Database): Ask =>
  async (statement) =>
    (await sql.raw<Record<string, unknown>>(statement).execute(database)).rows

/**
 * What a start must not go on with: a table without its fence, a role that could pass one, and in production a
 * database that may lose what it acknowledged, or programs that share a host name and so each other's cookies.
 */
export async function findUnsafe(database: Database, config: Config): Promise<Finding[]> {
  const ask = asking(database)
  const found = [...(await findUnfenced(ask)), ...(await findStrongLogin(ask))]
  if (!config.production) return found
  const settings = await ask(
    `select name, setting from pg_settings where name in (${durable.map((name) => `'${name}'`).join(', ')})`,
  )
  for (const { name, setting } of settings)
    if (setting === 'off') found.push({ rule: 'database.durable', where: String(name), saw: 'off' })
  return [...found, ...findShared(config)]
}

/** The login itself: a role that was taken on can be put down again. */
async function findStrongLogin(ask: Ask): Promise<Finding[]> {
  const logins = await ask(`
    select rolname, rolsuper or rolbypassrls as passes from pg_roles
    where rolname = session_user and (rolsuper or rolbypassrls
      or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relowner = pg_roles.oid))`)
  return logins.map(({ rolname, passes }) => ({
    rule: 'role.login-cannot-pass-the-fence',
    where: String(rolname),
    saw: passes === true ? 'superuser or bypassrls' : 'owns tables',
  }))
}

/** Programs on one host name could read each other's cookies, which do not tell ports apart. */
export function findShared({ consoleUrl, operatorUrl, portalUrl }: Config): Finding[] {
  const hosts = [consoleUrl, operatorUrl, portalUrl].map((url) => new URL(url).hostname)
  const shared = hosts.find((host, at) => hosts.indexOf(host) !== at)
  return shared === undefined ? [] : [{ rule: 'programs.own-host-names', where: shared, saw: 'shared' }]
}

/** Refuses to start (`start.unsafe`) with the list of what was found. */
export async function selfTest(database: Database, config: Config): Promise<void> {
  const found = await findUnsafe(database, config)
  if (found.length > 0) throw unsafe({ found: found.map(({ rule, where, saw }) => `${rule}: ${where} (${saw})`) })
}
