import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { say } from '../throw-away.ts'

/**
 * Waits until the server has in memory again what it had when it stopped, as one has that has worked for a while. The
 * checkpoint behind it is the worst moment of every few minutes: each page that is touched first from then on is written whole.
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
    await client.query('checkpoint')
    const { rows } = await client.query<{ own: string }>(`select current_setting('shared_buffers') as own`)
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    say(
      `the server keeps up to ${rows[0]!.own} in memory, and had read again after ${seconds} s what it had when it stopped`,
    )
  } finally {
    await client.end()
  }
}
