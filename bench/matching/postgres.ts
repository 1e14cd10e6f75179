import { chmod, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Opening } from '../../src/engines/matching/index.ts'
import { startCluster } from '../../src/server/kernel/database/cluster.ts'
import { ownFolder, stopFirst } from '../own-folder.ts'
import { madePeople } from './people.ts'
import { rowOf, sqlFor } from './sql.ts'

type Row = { id: string; score: number }

/**
 * The profiles in one table, as a database of this product would keep them for this question: facts in codes, unknown ones
 * as a code of their own so that one GIN index of intarray serves all conditions on sets, and whatever does not depend on the
 * opening computed beforehand.
 */
export async function withPostgres(
  profiles: number,
  use: (server: { ask: (opening: Opening) => Promise<Row[]>; loaded: string }) => Promise<void>,
): Promise<void> {
  const folder = ownFolder()
  await chmod(folder, 0o755)
  const cluster = await startCluster({ folder, throwAway: true })
  stopFirst(() => cluster.stop())
  const client = new pg.Client({ connectionString: cluster.superUrl })
  try {
    await client.connect()
    await client.query(`create extension if not exists intarray;
      create unlogged table pool (id text collate "C" not null, onsite int[], remote int[], occupations int[], types int[],
        permit_none boolean, blocks boolean, salary int, start int, english int, skills int[], years int[],
        near int, work int[], past int[], experience float8, firm int, updated int, signal float8, signal_day int)`)
    const started = performance.now()
    await pipeline(Readable.from(lines(profiles)), client.query(copyFrom('copy pool from stdin')))
    const copied = performance.now()
    for (const statement of [
      `set maintenance_work_mem = '1GB'`,
      'create index pool_sets on pool using gin (onsite gin__int_ops, remote gin__int_ops, occupations gin__int_ops, types gin__int_ops)',
      'vacuum analyze pool',
      `set work_mem = '256MB'`,
      'set jit = off',
      'set random_page_cost = 1.1',
    ])
      await client.query(statement)
    const { rows } = await client.query<{ size: string }>(
      `select pg_size_pretty(pg_total_relation_size('pool')) as size`,
    )
    await use({
      ask: async (opening) => (await client.query<Row>(sqlFor(opening))).rows,
      loaded: `COPY ${((copied - started) / 1000).toFixed(1)} s, index ${((performance.now() - copied) / 1000).toFixed(1)} s, ${rows[0]!.size}`,
    })
  } finally {
    await client.end()
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function* lines(profiles: number): Generator<string> {
  let chunk: string[] = []
  for (const { candidate } of madePeople(profiles)) {
    chunk.push(rowOf(candidate))
    if (chunk.length === 2000) {
      yield `${chunk.join('\n')}\n`
      chunk = []
    }
  }
  if (chunk.length > 0) yield `${chunk.join('\n')}\n`
}
