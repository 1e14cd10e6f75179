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

/** The transactions whose statements already start without waiting. */
const open = new WeakSet<Transaction<DB>>()

/**
 * Lets statements of a transaction start without waiting for the answers of those before them: the way to the database and
 * back is waited for once. They run one after the other in the order in which they were started, each seeing what those
 * before it did; once one fails, so do the rest. `run` waits for all that it starts, which may include statements of the
 * transaction itself. Within one go, another is part of it: what is called first has its statements sent first.
 */
export async function inOneGo<T>(
  { tx }: { tx: Transaction<DB> },
  run: (tx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  if (open.has(tx)) return run(tx)
  const connection = await tx.getExecutor().provideConnection(async (own) => own)
  const executor = tx.getExecutor().withConnectionProvider({ provideConnection: (consumer) => consumer(connection) })
  const opened = new Transaction<DB>({
    config: { dialect: unasked },
    dialect: unasked,
    driver: new DummyDriver(),
    executor,
  })
  open.add(opened)
  return run(opened)
}
