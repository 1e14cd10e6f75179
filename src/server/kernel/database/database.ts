import { Kysely, PostgresDialect, type LogEvent } from 'kysely'
import pg from 'pg'
import { prepareMarked } from './prepared.ts'
import type { DB } from './tables.ts'

export type Database = Kysely<DB>

/** The ways into the database, each as a role of its own over the application's login. */
export type Databases = {
  app: Database
  portal: Database
  dispatch: Database
  signin: Database
  end: () => Promise<void>
}

// Counts come back as numbers; nothing counted here reaches 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A calendar day stays a text: as a Date it would move with the zone of the machine.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

type Pooling = { url: string; size: number; onQuery?: (event: LogEvent) => void }

/** Opens pools to the database at `url`, whose login must be the application role or one that may become it. */
export function openDatabases({ url, size, onQuery }: Pooling): Databases {
  const pool = (role: string, max: number, log?: (event: LogEvent) => void) => {
    const opened = new pg.Pool({
      connectionString: url,
      max,
      // `citus.propagate_set_commands` carries `SET LOCAL` to the workers; elsewhere it is a harmless placeholder. A
      // server that compiles what it believes dear would do so anew for every short statement that it guesses high.
      options: `-c role=${role} -c citus.propagate_set_commands=local -c jit=off -c statement_timeout=60000 -c idle_in_transaction_session_timeout=120000`,
      keepAlive: true,
      // What is started before an answer has come is sent at once (in-one-go.ts).
      pipeline: true,
      connectionTimeoutMillis: 10_000,
    })
    // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
    opened.on('error', () => {})
    // The same for one that breaks between two statements of a transaction: the next statement says so.
    opened.on('connect', (client) => {
      client.on('error', () => {})
      prepareMarked(client)
    })
    return new Kysely<DB>({ dialect: new PostgresDialect({ pool: opened }), ...(log && { log }) })
  }
  const app = pool('tasuki_app', size, onQuery)
  const portal = pool('tasuki_portal', Math.max(2, Math.ceil(size / 3)), onQuery)
  const dispatch = pool('tasuki_dispatch', 2)
  const signin = pool('tasuki_signin', Math.max(2, Math.ceil(size / 2)))
  return {
    app,
    portal,
    dispatch,
    signin,
    end: async () => void (await Promise.all([app.destroy(), portal.destroy(), dispatch.destroy(), signin.destroy()])),
  }
}
