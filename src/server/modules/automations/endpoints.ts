import { randomBytes } from 'node:crypto'
import type { Endpoint, EventKind } from '../../../contract/webhooks.ts'
import { derivedKey, seal, unseal } from '../../kernel/crypto.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { endpointNotFound, tooManyEndpoints, urlNotAllowed } from './errors.ts'
import * as sendings from './store-sendings.ts'
import * as store from './store-endpoints.ts'
import type { StoredEndpoint } from './store-endpoints.ts'

const mostEndpoints = 20
/** How long the secret before still signs, so that a receiver changes over without losing an event. */
const rotationMs = 24 * 3_600_000

const sealKey = ({ installation }: Work) => derivedKey(installation.config.secret, 'automations.endpoint')
const place = ({ companyId }: Work, id: string) => `automations_endpoint.secret/${companyId}/${id}`

/** A secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

export async function endpointOf(work: Work, id: string): Promise<StoredEndpoint> {
  const found = await store.findEndpoint(work, id)
  if (!found || found.state === 'REMOVED') throw endpointNotFound()
  return found
}

export type NewEndpoint = { id: string; url: string; label: string; kinds: readonly EventKind[] }

/** Has an endpoint told what happens from here on. Repeating the id changes nothing. */
export async function openEndpoint(work: Work, { id, url, label, kinds }: NewEndpoint): Promise<StoredEndpoint> {
  const before = await store.findEndpoint(work, id)
  if (before) return endpointOf(work, id)
  requireAllowed(work, url)
  if ((await store.listEndpoints(work)).length >= mostEndpoints) throw tooManyEndpoints({ most: mostEndpoints })
  const secretSealed = seal(sealKey(work), newSecret(), place(work, id))
  await store.insertEndpoint(work, { id, url, label, kinds: [...new Set(kinds)], secretSealed })
  await record(work, { action: 'webhook.opened', subject: { kind: 'webhook', id }, detail: { kinds: kinds.length } })
  return endpointOf(work, id)
}

/** Only https to a name or address without credentials; which address that is gets checked when it is called. */
function requireAllowed({ installation }: Work, url: string): void {
  const { protocol, username, password } = new URL(url)
  const isPlainAllowed = installation.config.WEBHOOKS_TO_PRIVATE_ADDRESSES === true
  const isAllowed = (protocol === 'https:' || isPlainAllowed) && username === '' && password === ''
  if (!isAllowed) throw urlNotAllowed({ field: 'url' })
}

export type EndpointChange = {
  url?: string | undefined
  label?: string | undefined
  kinds?: readonly EventKind[] | undefined
  isPaused?: boolean | undefined
}

/** Changes an endpoint. What happened while it was paused is sent once it goes on. */
export async function changeEndpoint(work: Work, id: string, change: EndpointChange): Promise<StoredEndpoint> {
  const found = await endpointOf(work, id)
  const { url, label, kinds, isPaused } = change
  if (url !== undefined) requireAllowed(work, url)
  const state = isPaused === undefined ? found.state : isPaused ? 'PAUSED' : 'ACTIVE'
  await store.updateEndpoint(work, id, {
    ...(url !== undefined && { url }),
    ...(label !== undefined && { label }),
    ...(kinds !== undefined && { kinds: [...new Set(kinds)] }),
    ...(isPaused !== undefined && { state, restingUntil: null }),
  })
  if (state === 'ACTIVE' && found.state !== 'ACTIVE') await sendings.releaseHeld(work, id)
  await record(work, {
    action: 'webhook.changed',
    subject: { kind: 'webhook', id },
    detail: { url: url !== undefined, kinds: kinds?.length ?? null, paused: isPaused ?? null },
  })
  return endpointOf(work, id)
}

/** Nothing more is sent; what was waiting is dropped, and what was sent stays to be looked at. */
export async function removeEndpoint(work: Work, id: string): Promise<void> {
  await endpointOf(work, id)
  await store.updateEndpoint(work, id, { state: 'REMOVED' })
  await sendings.dropUnsent(work, id)
  await record(work, { action: 'webhook.removed', subject: { kind: 'webhook', id } })
}

/** Tells an admin the secret, and the audit log that it was told. */
export async function tellSecret(work: Work, id: string): Promise<string> {
  const secret = unseal(sealKey(work), (await endpointOf(work, id)).secretSealed, place(work, id))
  await record(work, { action: 'webhook.secret-read', subject: { kind: 'webhook', id } })
  return secret
}

/** Makes another secret. For a day both sign. */
export async function rotateSecret(work: Work, id: string): Promise<StoredEndpoint> {
  const found = await endpointOf(work, id)
  await store.updateEndpoint(work, id, {
    secretSealed: seal(sealKey(work), newSecret(), place(work, id)),
    previousSecretSealed: found.secretSealed,
    previousUntil: new Date(work.now.getTime() + rotationMs),
  })
  await record(work, { action: 'webhook.secret-rotated', subject: { kind: 'webhook', id } })
  return endpointOf(work, id)
}

/** The secrets that sign at the Work's time, the current one first. */
export function signingSecrets(work: Work, endpoint: StoredEndpoint): string[] {
  const open = (sealed: string) => unseal(sealKey(work), sealed, place(work, endpoint.id))
  const { secretSealed, previousSecretSealed, previousUntil } = endpoint
  const isRotating = previousSecretSealed !== null && previousUntil !== null && work.now < previousUntil
  return isRotating ? [open(secretSealed), open(previousSecretSealed)] : [open(secretSealed)]
}

/** An endpoint as it is answered. */
export function present(
  { now }: Work,
  endpoint: StoredEndpoint,
  { waiting, dead }: { waiting: number; dead: number } = { waiting: 0, dead: 0 },
): Endpoint {
  const { id, url, label, kinds, state, failingSince, previousUntil, recordedAt } = endpoint
  return {
    id,
    url,
    label,
    kinds,
    state: state === 'REMOVED' ? 'PAUSED' : state,
    failingSince: failingSince?.toISOString() ?? null,
    previousSecretUntil: previousUntil && now < previousUntil ? previousUntil.toISOString() : null,
    waiting,
    dead,
    recordedAt: recordedAt.toISOString(),
  }
}
