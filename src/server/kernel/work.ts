import { setTimeout } from 'node:timers/promises'
import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import type { Announcement } from './announcements.ts'
import { readNow } from './clock.ts'
import { isRetriable, isUnstorable, mayHaveCommitted, unreadable } from './errors.ts'
import { isId, newId } from './ids.ts'
import { inOneGo } from './database/in-one-go.ts'
import { insertRows } from './database/insert-rows.ts'
import type { Installation } from './installation.ts'
import type { Job } from './jobs.ts'
import type { DB } from './database/tables.ts'

export type Actor = {
  kind: 'staff' | 'key' | 'person' | 'member' | 'system'
  /** The id of the staff row, key, person or member; of a job or subscriber by its name. */
  id: string
  permissions: ReadonlySet<string>
}

type CommonWork = {
  tx: Transaction<DB>
  actor: Actor
  /** The database's time when this work opened, moved by the installation's offset. Rules use no other clock. */
  now: Date
  requestId: string
  installation: Installation
  /** Records that something happened, for whoever listens; it exists only if this work commits. */
  announce: <P>(
    announcement: Announcement<P>,
    said: { subjectId: string; version: number; payload: P },
  ) => Promise<void>
  /** The same for many subjects at once, in one statement. */
  announceAll: <P>(announcement: Announcement<P>, said: readonly Said<P>[]) => Promise<void>
  /** Wakes a job after this work commits. The wake-up may be lost, so the job's intent must stand in a table. */
  enqueue: <P extends object>(job: Job<P>, payload: P) => void
}

/** One transaction fenced to one company, and who is acting in it. */
export type Work = CommonWork & { companyId: string }
/** One transaction fenced to one member. */
export type MemberWork = CommonWork & { memberId: string }
/** One read-only transaction fenced to one person of one company, as the portal sees them. */
export type PersonWork = Pick<CommonWork, 'tx' | 'actor' | 'now' | 'requestId'> & {
  companyId: string
  personId: string
}

type Opening = {
  actor: Actor
  requestId?: string
  /** Whether doing it twice does it once: a read, or a write under a key. Then it is tried again though it may stand. */
  isRepeatable?: boolean
}

/** Acting for the program itself: `name` says which part of it. */
export const systemActor = (name: string): Actor => ({ kind: 'system', id: name, permissions: new Set() })

/**
 * Runs `run` in one transaction of a company; tried again when the database asks for it, so it must not call outside.
 * A connection lost while committing is told to the caller, unless the opening says that a repetition does no harm.
 */
export function inCompany<T>(
  installation: Installation,
  opening: Opening & { companyId: string },
  run: (work: Work) => Promise<T>,
): Promise<T> {
  return inRealm(installation, opening, { column: 'company_id', id: opening.companyId }, (common) =>
    run({ ...common, companyId: opening.companyId }),
  )
}

/** Runs `run` in one transaction of a member's realm. */
export function inMember<T>(
  installation: Installation,
  opening: Opening & { memberId: string },
  run: (work: MemberWork) => Promise<T>,
): Promise<T> {
  return inRealm(installation, opening, { column: 'member_id', id: opening.memberId }, (common) =>
    run({ ...common, memberId: opening.memberId }),
  )
}

/** Reads what one person may see of one company, as the role `tasuki_portal`. */
export async function asPerson<T>(
  installation: Installation,
  opening: Opening & { companyId: string; personId: string },
  run: (work: PersonWork) => Promise<T>,
): Promise<T> {
  const { companyId, personId, actor, requestId = newId() } = opening
  return installation.databases.portal.transaction().execute(async (tx) => {
    const [, , now] = await inOneGo({ tx }, (all) =>
      Promise.all([
        setLocal(all, 'company_id', companyId),
        setLocal(all, 'person_id', personId),
        readNow(all, installation),
      ]),
    )
    return run({ tx, actor, requestId, companyId, personId, now })
  })
}

type Realm = { column: 'company_id' | 'member_id'; id: string }

async function inRealm<T>(
  installation: Installation,
  { actor, requestId = newId(), isRepeatable = false }: Opening,
  realm: Realm,
  run: (common: CommonWork) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const wakes: { job: string; payload: object }[] = []
    let announced = false
    let isCommitting = false
    try {
      const result = await installation.databases.app.transaction().execute(async (tx) => {
        const [, now] = await inOneGo({ tx }, (both) =>
          Promise.all([setLocal(both, realm.column, realm.id), readNow(both, installation)]),
        )
        const answer = await run({
          tx,
          actor,
          requestId,
          now,
          installation,
          enqueue: (job, payload) => void wakes.push({ job: job.name, payload }),
          announce: async (announcement, said) => {
            announced = (await writeOutbox({ tx, now, installation, realm }, announcement, [said])) || announced
          },
          announceAll: async (announcement, said) => {
            announced = (await writeOutbox({ tx, now, installation, realm }, announcement, said)) || announced
          },
        })
        isCommitting = true
        return answer
      })
      for (const { job, payload } of wakes) await installation.queue.send(job, payload).catch(() => {})
      if (announced || wakes.length > 0) installation.wake()
      return result
    } catch (error) {
      if (isUnstorable(error)) throw unreadable({})
      if (attempt >= 5 || !isRetriable(error)) throw error
      if (isCommitting && mayHaveCommitted(error) && !isRepeatable) throw error
      // A conflict is gone at once; a server that restarts needs a moment.
      if (mayHaveCommitted(error)) await setTimeout(50 * 2 ** attempt)
    }
  }
}

/** `SET LOCAL` as a statement, which alone reaches every node of a distributed database; hence no parameter. */
async function setLocal(
  tx: Transaction<DB>,
  name: 'company_id' | 'member_id' | 'person_id',
  id: string,
): Promise<void> {
  if (!isId(id)) throw new Error(`not the id of a realm: ${name}`)
  await sql`set local ${sql.raw(`app.${name}`)} = ${sql.raw(`'${id}'`)}`.execute(tx)
}

type Said<P> = { subjectId: string; version: number; payload: P }
type Where = { tx: Transaction<DB>; now: Date; installation: Installation; realm: Realm }

const outboxColumns = {
  id: 'uuid',
  kind: 'text',
  subscriber: 'text',
  subject_id: 'uuid',
  version: 'bigint',
  payload: 'jsonb',
  state: 'text',
  due_at: 'timestamptz',
  attempts: 'integer',
  recorded_at: 'timestamptz',
} as const

async function writeOutbox<P>(
  { tx, now, installation, realm }: Where,
  { name, payload: Payload }: { name: string; payload: z.ZodType<P> },
  said: readonly Said<P>[],
): Promise<boolean> {
  const listeners = installation.subscriptions.filter((subscription) => subscription.announcement === name)
  if (listeners.length === 0 || said.length === 0) return false
  const rows = said.flatMap(({ subjectId, version, payload }) => {
    const parsed = Payload.parse(payload)
    return listeners.map(({ subscriber }) => ({
      id: newId(),
      kind: name,
      subscriber,
      subject_id: subjectId,
      version,
      payload: parsed,
      state: 'READY',
      due_at: now,
      attempts: 0,
      recorded_at: now,
    }))
  })
  if (realm.column === 'company_id')
    await insertRows({ tx, companyId: realm.id }, { table: 'company_outbox', columns: outboxColumns }, rows)
  else await insertRows({ tx, memberId: realm.id }, { table: 'member_outbox', columns: outboxColumns }, rows)
  return true
}
