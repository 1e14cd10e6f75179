import { setTimeout as wait } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import type { Installation } from './installation.ts'
import type { DB } from './database/tables.ts'

/**
 * A table of things still to be done, each row with `(realm id, id, kind, state, due_at, lease_until, attempts)`.
 * The row is the record; whoever finds it due and unleased does it. A worker that dies loses its lease, and the
 * next one takes over.
 */
export type IntentTable = {
  table: string
  realm: 'company' | 'member'
  /** Does one claimed intent. It settles the row itself; a throw leaves it to be tried again after a wait. */
  run: (installation: Installation, intent: Claimed) => Promise<void>
  /** Gives up after this many tries, leaving the row in state `DEAD` with its last error for a human. */
  attempts: number
  /** How many run beside one another, where each mostly waits for somebody outside; 1 unless told. */
  atOnce?: number
}

export type Claimed = { realmId: string; id: string; attempts: number }

/** A killed worker's intent is free again after this; a living one renews its lease three times meanwhile. */
const leaseMs = 30_000
const heartbeatMs = leaseMs / 3
const batch = 50

type Due = { realm_id: string; id: string }
type Only = { realmIds?: readonly string[]; table?: string }

/** The rows that are due and unleased, seen as the role that may see nothing else about them. */
async function findDue(installation: Installation, { table, realm }: IntentTable, { realmIds }: Only): Promise<Due[]> {
  const column = sql.ref(`${realm}_id`)
  const offset = installation.clock.offsetMs()
  const mine = realmIds ? sql`and ${column} = any (${realmIds as string[]}::uuid[])` : sql``
  const { rows } = await sql<Due>`
    select ${column} as realm_id, id from ${sql.table(table)}
    where state = 'READY' and due_at <= now() + ${offset} * interval '1 millisecond'
      and (lease_until is null or lease_until <= now()) ${mine}
    order by due_at, id limit ${batch}`.execute(installation.databases.dispatch)
  return rows
}

/** Leases are kept on the database's unmoved clock: a moved clock must not free what is being done. */
async function claim(
  installation: Installation,
  { table, realm }: IntentTable,
  due: Due,
): Promise<Claimed | undefined> {
  const column = sql.ref(`${realm}_id`)
  return inIntentRealm(installation, realm, due.realm_id, async (tx) => {
    const { rows } = await sql<{ attempts: number }>`
      update ${sql.table(table)} set lease_until = now() + ${leaseMs} * interval '1 millisecond', attempts = attempts + 1
      where ${column} = ${due.realm_id} and id = ${due.id} and state = 'READY'
        and (lease_until is null or lease_until <= now())
      returning attempts`.execute(tx)
    const claimed = rows[0]
    return claimed && { realmId: due.realm_id, id: due.id, attempts: claimed.attempts }
  })
}

/** Keeps a lease while a long intent is still being done, unless somebody else has taken it over. */
export async function keepLease(
  installation: Installation,
  { table, realm }: Pick<IntentTable, 'table' | 'realm'>,
  intent: Claimed,
): Promise<void> {
  await inIntentRealm(installation, realm, intent.realmId, (tx) =>
    sql`update ${sql.table(table)} set lease_until = now() + ${leaseMs} * interval '1 millisecond'
        where ${sql.ref(`${realm}_id`)} = ${intent.realmId} and id = ${intent.id} and state = 'READY'
          and attempts = ${intent.attempts}`.execute(tx),
  )
}

/** Runs the intent under a lease that is renewed as long as it takes. */
async function runLeased(installation: Installation, intents: IntentTable, intent: Claimed): Promise<void> {
  let beat: Promise<void> | undefined
  const timer = setInterval(() => {
    // A beat that waits for the intent's own row lock is enough; another would only take one more connection.
    beat ??= keepLease(installation, intents, intent)
      .catch(() => {})
      .finally(() => (beat = undefined))
  }, heartbeatMs)
  try {
    await intents.run(installation, intent)
  } finally {
    clearInterval(timer)
    await beat
  }
}

/** Waits grow with each failure: 10 s, 40 s, 90 s … up to an hour. */
const waitMs = (attempts: number) => Math.min(10_000 * attempts ** 2, 3_600_000)

async function settleFailure(
  installation: Installation,
  intents: IntentTable,
  intent: Claimed,
  error: unknown,
): Promise<void> {
  const dead = intent.attempts >= intents.attempts
  // The message of a bug may quote a row; only its kind and code are kept beside the intent.
  const reason = error instanceof Error ? `${error.name}${'code' in error ? ` ${String(error.code)}` : ''}` : 'unknown'
  installation.log.error(
    { intent: intents.table, id: intent.id, realmId: intent.realmId, attempts: intent.attempts, dead, err: error },
    'intent failed',
  )
  const wait = installation.clock.offsetMs() + waitMs(intent.attempts)
  // Fenced by the try: once another worker has taken the intent over, how this one ended no longer matters.
  await inIntentRealm(installation, intents.realm, intent.realmId, (tx) =>
    sql`update ${sql.table(intents.table)}
        set state = ${dead ? 'DEAD' : 'READY'}, due_at = now() + ${wait} * interval '1 millisecond', lease_until = null, last_error = ${reason}
        where ${sql.ref(`${intents.realm}_id`)} = ${intent.realmId} and id = ${intent.id} and state = 'READY'
          and attempts = ${intent.attempts}`.execute(tx),
  )
}

async function inIntentRealm<T>(
  installation: Installation,
  realm: 'company' | 'member',
  id: string,
  run: (tx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  return installation.databases.app.transaction().execute(async (tx) => {
    await sql`set local ${sql.raw(`app.${realm}_id`)} = ${sql.raw(`'${id}'`)}`.execute(tx)
    return run(tx)
  })
}

/**
 * Does everything that is due, table by table, and says how many intents it ran. `realmIds` limits it to some
 * realms and `table` to one kind of work; `seen` stops an intent that fails from being tried twice in one pass.
 */
export async function runDue(installation: Installation, only: Only = {}): Promise<number> {
  let ran = 0
  for (const intents of installation.intents) {
    if (only.table !== undefined && intents.table !== only.table) continue
    const { atOnce = 1 } = intents
    const due = await findDue(installation, intents, only)
    for (let at = 0; at < due.length; at += atOnce) {
      const beside = due.slice(at, at + atOnce).map((one) => runOne(installation, intents, one))
      ran += (await Promise.all(beside)).filter(Boolean).length
    }
  }
  return ran
}

/** Whether the intent was free to be run. */
async function runOne(installation: Installation, intents: IntentTable, due: Due): Promise<boolean> {
  const claimed = await claim(installation, intents, due)
  if (!claimed) return false
  try {
    await runLeased(installation, intents, claimed)
  } catch (error) {
    await settleFailure(installation, intents, claimed, error)
  }
  return true
}

/** Runs passes until nothing is due any more, at most `passes` of them. */
export async function drain(installation: Installation, only: Only = {}, passes = 50): Promise<number> {
  let total = 0
  for (let pass = 0; pass < passes; pass += 1) {
    const ran = await runDue(installation, only)
    if (ran === 0) return total
    total += ran
  }
  return total
}

/**
 * Drains until nothing was due twice in a row: another worker may hold an intent while we look, and what it does may
 * make more of them due. For demonstrations and tests that share an installation with its worker.
 */
export async function drainUntilQuiet(installation: Installation): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    quiet = (await drain(installation)) === 0 ? quiet + 1 : 0
    await wait(50)
  }
}
