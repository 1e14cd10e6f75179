import { sql } from 'kysely'
import type { Database } from '../../../kernel/database/database.ts'
import type { Installation } from '../../../kernel/installation.ts'

/** Whether there is no company yet. */
export async function isEmpty(database: Database): Promise<boolean> {
  const known = await database.selectFrom('accounts_directory').select('company_id').limit(1).execute()
  return known.length === 0
}

/**
 * Runs `run` while no other process does, and while no company exists; false when either is not so. The lock hangs
 * on a transaction of its own and falls with it.
 */
export function whileEmpty({ databases }: Pick<Installation, 'databases'>, run: () => Promise<void>): Promise<boolean> {
  return databases.app.transaction().execute(async (tx) => {
    const lock = await sql<{ locked: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended('tasuki.set-up', 0)) as locked`.execute(tx)
    if (!lock.rows[0]?.locked) return false
    const known = await tx.selectFrom('accounts_directory').select('company_id').limit(1).execute()
    const hinted = await databases.signin.selectFrom('signin.membership').select('company_id').limit(1).execute()
    if (known.length > 0 || hinted.length > 0) return false
    await run()
    return true
  })
}
