import { normaliseMail } from '../../../../engines/japanese/index.ts'
import { derivedKey, hmac } from '../../../kernel/crypto.ts'
import type { Work } from '../../../kernel/work.ts'
import { request } from '../../consent/index.ts'
import type { SuppressionReason } from '../kinds.ts'
import * as store from './store-suppression.ts'

type Realm = Pick<Work, 'companyId' | 'installation'>

/** A keyed hash of an address, another one in every company, so that lists of two companies cannot be compared. */
export function addressHash({ companyId, installation }: Realm, address: string): string {
  const key = derivedKey(installation.config.secret, `messages/address/${companyId}`)
  return hmac(key, normaliseMail(address) ?? address.trim().toLowerCase()).toString('hex')
}

/** Why this address is not written to, the gravest reason first; nothing when it may be. */
export async function suppressed(work: Work, address: string): Promise<SuppressionReason | undefined> {
  const reasons = await store.reasonsFor(work, [addressHash(work, address)])
  return reasons[0]?.reason
}

/** The same for many addresses at once; those that may be written to are absent from the answer. */
export async function suppressedOf(work: Work, addresses: readonly string[]): Promise<Map<string, SuppressionReason>> {
  // Two ways to write one address share its hash.
  const written = Map.groupBy(new Set(addresses), (address) => addressHash(work, address))
  const found = new Map<string, SuppressionReason>()
  for (const { hash, reason } of await store.reasonsFor(work, [...written.keys()]))
    for (const address of written.get(hash) ?? []) if (!found.has(address)) found.set(address, reason)
  return found
}

type Suppressing = {
  address: string
  reason: SuppressionReason
  mailId?: string
  /** A request about the address: where it is found right, it is written to again. */
  requestId?: string
}

/** Writes to this address no more. Repeating it changes nothing. */
export async function suppress(work: Work, { address, reason, mailId, requestId }: Suppressing): Promise<void> {
  const hash = addressHash(work, address)
  // The newest request is the one to settle it by.
  if (requestId !== undefined) await store.deleteSuppression(work, { hash, reason })
  await store.insertSuppression(work, { hash, reason, mailId: mailId ?? null, requestId: requestId ?? null })
}

/** Whether a request to correct was refused because what is held is right: also the address, where it was doubted. */
export async function isFoundRight(work: Work, requestId: string): Promise<boolean> {
  const { kind, state, grounds } = await request(work, requestId)
  return kind === 'CORRECTION' && state === 'DECLINED' && grounds.includes('CORRECT_AS_IT_IS')
}

/** A request about an address was settled: where it was found right, it is written to again. */
export async function followRequest(work: Work, requestId: string): Promise<void> {
  if (await isFoundRight(work, requestId)) await store.deleteSuppressionOf(work, requestId)
}

/** Lets an address be written to again: the person asked for it, or gave the address anew. */
export function unsuppress(work: Work, { address, reason }: { address: string; reason: SuppressionReason }) {
  return store.deleteSuppression(work, { hash: addressHash(work, address), reason })
}
