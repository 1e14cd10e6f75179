import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { say } from '../throw-away.ts'

/**
 * Waits until the server has in memory again what it had when it stopped, and reads the indexes too, of which every record
 * looks at places anywhere: as one has them that has worked for long. The checkpoint behind it is the worst moment of every
 * few minutes: each page that is touched first from then on is written whole.
 */
export async function warm(superUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    const isReading = async () =>
      (await client.query(`select from pg_stat_activity where backend_type like 'autoprewarm worker%'`)).rowCount !== 0
    const started = performance.now()
    // The reading begins a moment after the start.
    do await setTimeout(2_000)
    while (await isReading())
    await client.query('create extension if not exists pg_prewarm')
    const { rows } = await client.query<{ own: string; read: string }>(
      `select current_setting('shared_buffers') as own, pg_size_pretty(sum(pg_prewarm(indexrelid)) * 8192) as read
        from pg_stat_user_indexes where relname like 'linkage%' or relname like 'people%'`,
    )
    await client.query('checkpoint')
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    say(
      `the server keeps up to ${rows[0]!.own} in memory, and had after ${seconds} s what it had when it stopped and the indexes (${rows[0]!.read})`,
    )
  } finally {
    await client.end()
  }
}
