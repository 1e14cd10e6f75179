import pg from 'pg'
import { say } from '../throw-away.ts'

/**
 * Reads tables and indexes into the server's own memory, as one has them that has worked for a while. The checkpoint behind it
 * is the worst moment of every few minutes: each page that is touched first from then on is written whole.
 */
export async function warm(superUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    await client.query('create extension if not exists pg_prewarm')
    const { rows } = await client.query<{ size: string; own: string }>(
      `select pg_size_pretty(sum(pg_prewarm(oid::regclass)) * 8192) as size, current_setting('shared_buffers') as own
      from (
        -- Indexes last: what is read first leaves again where not all has room.
        select oid from pg_class where relkind in ('r', 'i') and relnamespace = 'public'::regnamespace order by relkind desc
      ) as one`,
    )
    await client.query('checkpoint')
    say(`${rows[0]!.size} of tables and indexes read; the server keeps up to ${rows[0]!.own} in memory of its own`)
  } finally {
    await client.end()
  }
}
