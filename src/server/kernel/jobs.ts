import { PgBoss } from 'pg-boss'
import { z } from 'zod'
import type { Installation } from './installation.ts'
import { runDue } from './intents.ts'

/**
 * Something to wake: on a schedule, or because a change committed. The queue is never the record: what a job has
 * to do stands in a table, and a job that is lost is made up for by its schedule.
 */
export type Job<P extends object = Record<string, never>> = {
  name: string
  payload: z.ZodType<P>
  /** Cron in UTC, when the job also runs by itself. */
  schedule?: string
  run: (installation: Installation, payload: P) => Promise<void>
}

/** Any job, whatever it carries. */
export type AnyJob = Omit<Job, 'payload' | 'run'> & {
  payload: z.ZodType
  run: (installation: Installation, payload: never) => Promise<void>
}

export const job = <P extends object>(definition: Job<P>): Job<P> => definition

/** A job among others of other payloads, as a module lists it; its payload is checked when it runs. */
export const listed = <P extends object>(definition: Job<P>): Job<never> => definition as unknown as Job<never>

/** A job that carries nothing. */
export const nothing = z.object({})

export type Worker = { stop: () => Promise<void>; wake: () => void }
export type Queue = { send: (job: string, payload: object) => Promise<void>; stop: () => Promise<void>; boss: PgBoss }

/** Opens the queue; its tables were made by `migrate`. */
export async function openQueue(url: string, onError: (error: unknown) => void): Promise<Queue> {
  const boss = new PgBoss({ ...connection(url), migrate: false, createSchema: false, reindex: false })
  boss.on('error', onError)
  await boss.start()
  return {
    boss,
    send: async (name, payload) => void (await boss.send(name, payload)),
    stop: () => boss.stop({ graceful: true, timeout: 20_000 }),
  }
}

/** Makes or upgrades the queue's own tables, as the owner, and lets the application use them. */
export async function migrateQueue(ownerUrl: string, grant: (statement: string) => Promise<unknown>): Promise<void> {
  const boss = new PgBoss({ ...connection(ownerUrl), supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false })
  await grant('grant usage on schema queue to tasuki_app')
  await grant('grant select, insert, update, delete on all tables in schema queue to tasuki_app')
  await grant('grant usage on all sequences in schema queue to tasuki_app')
  await grant('grant execute on all functions in schema queue to tasuki_app')
}

const connection = (connectionString: string) => ({ connectionString, schema: 'queue', max: 3 })

/** How often the sweeper looks by itself for intents whose wake-up was lost. */
const sweepMs = 2_000

/** Starts doing jobs and due intents in this process; `stop` finishes what was begun. */
export async function startWorker(installation: Installation, queue: Queue): Promise<Worker> {
  for (const { name, payload, schedule, run } of installation.jobs) {
    await queue.boss.createQueue(name, { retryLimit: 3, retryBackoff: true, expireInSeconds: 900 })
    await queue.boss.work(name, { pollingIntervalSeconds: 2 }, async (batch: { data: unknown }[]) => {
      for (const { data } of batch) await run(installation, payload.parse(data ?? {}) as never)
    })
    if (schedule) await queue.boss.schedule(name, schedule, {})
  }
  return startSweeper(installation, queue)
}

function startSweeper(installation: Installation, queue: Queue): Worker {
  let stopped = false
  let running: Promise<void> | undefined
  let again = false
  const sweep = () => {
    if (stopped) return
    again = true
    running ??= (async () => {
      while (again && !stopped) {
        again = false
        try {
          if ((await runDue(installation)) > 0) again = true
        } catch (error) {
          installation.log.error({ err: error }, 'sweep failed')
        }
      }
    })().finally(() => (running = undefined))
  }
  const timer = setInterval(sweep, sweepMs)
  sweep()
  return {
    wake: () => setImmediate(sweep),
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
      await queue.stop()
    },
  }
}
