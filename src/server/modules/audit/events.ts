import { AuditAction, AuditReference as Reference } from '../../../contract/audit-actions/index.ts'
import { z } from 'zod'
import { derivedKey, hmac, sha256 } from '../../kernel/crypto.ts'
import type { Actor } from '../../kernel/work.ts'

/** So many ids stand in one row at most. */
export const longestList = 1000

const Value = z.union([Reference, z.number(), z.boolean(), z.null()])
const Values = z.union([Value, z.array(Value).max(longestList)])

export const Recorded = z.object({
  action: AuditAction,
  subject: z.object({ kind: Reference, id: Reference }).optional(),
  detail: z.record(Reference, z.union([Values, z.record(Reference, Values)])).default({}),
})
/** What is recorded: a list that was read is one row, with its filter and the ids it showed in `detail`. */
export type Recorded = z.input<typeof Recorded>

export type Event = {
  id: string
  action: string
  actor: Pick<Actor, 'kind' | 'id'>
  subject: { kind: string; id: string } | null
  detail: Record<string, unknown>
  requestId: string
  recordedAt: Date
}

export type Seal = { sequence: number; eventIds: string[]; digests: string[]; previousHash: string; hash: string }

/** What the first seal of a realm carries instead of the hash before it. */
export const genesis = '0'.repeat(64)

/** The digest of one event, the same however the database orders the keys of its detail. */
export const digestOf = ({ id, action, actor, subject, detail, requestId, recordedAt }: Event): string =>
  sha256(
    JSON.stringify(sorted({ id, action, actor, subject, detail, requestId, recordedAt: recordedAt.toISOString() })),
  )

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

/**
 * The hash of one seal over everything it says and the seal before it. It is keyed by the installation's secret:
 * whoever can rewrite the database alone cannot also make a chain that holds.
 */
export function hashOf(secret: string, realmId: string, seal: Omit<Seal, 'hash'>): string {
  const { sequence, eventIds, digests, previousHash } = seal
  const text = JSON.stringify([realmId, sequence, previousHash, eventIds, digests])
  return hmac(derivedKey(secret, 'audit.seal'), text).toString('hex')
}
