import { sql } from 'kysely'
import { sha256 } from '../crypto.ts'
import { refusal } from '../errors.ts'
import type { Work } from '../work.ts'

const otherBody = refusal('request.idempotency-mismatch', 422)
const twinInFlight = refusal('request.idempotency-in-flight', 409)
const noKey = refusal('request.idempotency-key', 422)
/** An identifier that a machine makes; a longer one is something else in its place. */
const longestKey = 255

export type Keyed = { key: string; route: string; body: unknown; status: number }

/**
 * Does `run` once per key and actor, in the Work's own transaction, and answers a repetition with what the first
 * time answered. The same key with another body is refused (422), and so are a twin still in flight (409) and a key that is empty or too long (422).
 */
export async function once<T>(work: Work, { key, route, body, status }: Keyed, run: () => Promise<T>): Promise<T> {
  const { tx, companyId, actor, now } = work
  if (key === '' || key.length > longestKey) throw noKey({})
  const lock = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${companyId}/${actor.id}/${key}`}, 0)) as locked`.execute(tx)
  if (!lock.rows[0]?.locked) throw twinInFlight({})
  const bodyHash = sha256(`${route}\n${canonical(body)}`)
  const before = await tx
    .selectFrom('company_idempotency')
    .select(['body_hash', 'answer'])
    .where('company_id', '=', companyId)
    .where('actor_id', '=', actor.id)
    .where('key', '=', key)
    .executeTakeFirst()
  if (before && before.body_hash !== bodyHash) throw otherBody({})
  if (before) return before.answer as T
  const answer = await run()
  await tx
    .insertInto('company_idempotency')
    .values({
      company_id: companyId,
      actor_id: actor.id,
      key,
      route,
      body_hash: bodyHash,
      status,
      answer: JSON.stringify(answer ?? null),
      recorded_at: now,
    })
    .execute()
  return answer
}

/** A retry comes within minutes, of a machine within hours; an answer kept longer is only personal data kept longer. */
const answerKeptMs = 24 * 3_600_000

/** Forgets the answers that nobody will ask for again, and says how many. */
export async function forgetOldAnswers({ tx, companyId, now }: Work): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('company_idempotency')
    .where('company_id', '=', companyId)
    .where('recorded_at', '<', new Date(now.getTime() - answerKeptMs))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Forgets every kept answer that speaks of one of these ids. A repetition is then told apart by the ids it sends. */
export async function forgetAnswersAbout({ tx, companyId }: Work, ids: readonly string[]): Promise<void> {
  const named = ids.map((id) => `%${id}%`)
  await tx
    .deleteFrom('company_idempotency')
    .where('company_id', '=', companyId)
    .where(sql<boolean>`answer::text like any (${named})`)
    .execute()
}

/** JSON with its keys in order, so that the same body hashes the same however it was written. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'null'
  )
}
