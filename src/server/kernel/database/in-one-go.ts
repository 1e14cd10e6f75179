import {
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
  type Dialect,
} from 'kysely'
import type { DB } from './tables.ts'

// A transaction asks these for nothing: its statements go by its executor alone.
const unasked = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (database) => new PostgresIntrospector(database),
  createQueryCompiler: () => new PostgresQueryCompiler(),
} satisfies Dialect

/**
 * Lets statements of a transaction start without waiting for the answers of those before them: the way to the database and
 * back is waited for once. They run one after the other in the order in which they were started, each seeing what those
 * before it did; once one fails, so do the rest. `run` waits for all that it starts, which may include statements of the
 * transaction itself.
 */
export async function inOneGo<T>(
  { tx }: { tx: Transaction<DB> },
  run: (tx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  const executor = tx.getExecutor()
  const connection = await executor.provideConnection(async (own) => own)
  const open = executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) })
  return run(
    new Transaction<DB>({ config: { dialect: unasked }, dialect: unasked, driver: new DummyDriver(), executor: open }),
  )
}
