import { sql } from 'kysely'
import type { Database } from './database/database.ts'

/** The installation's clock: how far it is moved from the database's. Always 0 but for demonstrations and tests. */
export type Clock = {
  offsetMs: () => number
  /** Moves the clock for every process of the installation; others follow within a few seconds. */
  move: (offsetMs: number) => Promise<void>
  stop: () => void
}

/** The database's time, moved by the installation's offset. Rules use no other clock. */
export async function readNow(
  database: Pick<Database, 'getExecutor'>,
  { clock }: { clock: Pick<Clock, 'offsetMs'> },
): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(database)
  const now = rows[0]?.now
  if (!now) throw new Error('the database did not tell its time')
  return new Date(now.getTime() + clock.offsetMs())
}

/** The time at this moment of a transaction, which may have waited for a lock since it began. */
export async function readLaterNow(
  database: Pick<Database, 'getExecutor'>,
  { clock }: { clock: Pick<Clock, 'offsetMs'> },
): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(database)
  const now = rows[0]?.now
  if (!now) throw new Error('the database did not tell its time')
  return new Date(now.getTime() + clock.offsetMs())
}

const followMs = 3_000

/** Reads the offset that the installation keeps, and follows it as it changes. */
export async function openClock(database: Database): Promise<Clock> {
  const read = async () => {
    const row = await database.selectFrom('kernel_installation').select('clock_offset_ms').executeTakeFirst()
    return Number(row?.clock_offset_ms ?? 0)
  }
  let offset = await read()
  const timer = setInterval(() => {
    read().then(
      (found) => (offset = found),
      () => {},
    )
  }, followMs)
  timer.unref()
  return {
    offsetMs: () => offset,
    move: async (offsetMs) => {
      await sql`insert into kernel_installation (id, clock_offset_ms, recorded_at) values ('installation', ${offsetMs}, now())
        on conflict (id) do update set clock_offset_ms = excluded.clock_offset_ms`.execute(database)
      offset = offsetMs
    },
    stop: () => clearInterval(timer),
  }
}

/** Whether this installation is a demonstration, whose mails never leave the machine. */
export async function isDemonstration(database: Database): Promise<boolean> {
  const row = await database.selectFrom('kernel_installation').select('demonstration').executeTakeFirst()
  return row?.demonstration ?? false
}

export async function markDemonstration(database: Database): Promise<void> {
  await sql`insert into kernel_installation (id, demonstration, recorded_at) values ('installation', true, now())
    on conflict (id) do update set demonstration = excluded.demonstration`.execute(database)
}
